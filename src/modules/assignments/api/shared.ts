import { issue } from '../../../kernel/issue.ts';
import type { Cx } from '../../../platform/cx.ts';
import { NotFound } from '../../../platform/errors.ts';
import { Invalid } from '../../../platform/http/problems.ts';
import { may } from '../../../platform/policy.ts';
import { type Edition, editionByPid, type Phase } from '../../calls/index.ts';
import { councilByPid, type OpenedCouncil } from '../../councils/index.ts';
import { assignmentRead } from '../policy.ts';
import { phaseOf } from '../service/index.ts';
import { assignmentIssues as words } from '../vi/index.ts';

export const tag = 'assignments';

export const whole = <T>(items: readonly T[]) => ({ items, total: items.length, next: null });

/** An edition whose assignments the actor may read. @throws NotFound */
export async function readableEdition(cx: Cx, pid: string): Promise<Edition> {
  const edition = await editionByPid(cx, pid);
  if (!(await may(cx, assignmentRead, edition.organisation.id))) throw new NotFound('edition');
  return edition;
}

/** A council and a phase in which it judges. @throws NotFound, Invalid */
export async function readableCouncil(
  cx: Cx,
  pid: string,
  key: string,
): Promise<{ council: OpenedCouncil; phase: Phase }> {
  const council = await councilByPid(cx, pid);
  if (!(await may(cx, assignmentRead, council.edition.organisation.id)))
    throw new NotFound('council');
  const phase = phaseOf(council, key);
  if (phase === null) throw new Invalid([issue('phase', 'phase_not_reviewing')], words);
  return { council, phase };
}
