import type { IssueWords } from '../../../kernel/issue.ts';
import type { Cx } from '../../../platform/cx.ts';
import { NotFound } from '../../../platform/errors.ts';
import { may } from '../../../platform/policy.ts';
import { callsIssues, type Edition, editionByPid } from '../../calls/index.ts';
import { personIssues } from '../../people/index.ts';
import { councilRead } from '../policy.ts';
import { councilIssues } from '../vi/index.ts';

export const tag = 'councils';

export const words: IssueWords = { ...personIssues, ...callsIssues, ...councilIssues };

/** An edition whose councils the actor may read. @throws NotFound */
export async function readableEdition(cx: Cx, pid: string): Promise<Edition> {
  const edition = await editionByPid(cx, pid);
  if (!(await may(cx, councilRead, edition.organisation.id))) throw new NotFound('edition');
  return edition;
}

export const whole = <T>(items: readonly T[]) => ({ items, total: items.length, next: null });
