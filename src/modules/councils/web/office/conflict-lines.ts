import { office } from '../../../../platform/http/addresses.ts';
import type { WebContext } from '../../../../platform/http/env.ts';
import type { ShownConflict } from '../../pages/office/conflict-columns.tsx';
import { namedIn } from '../../queries/index.ts';
import type { ListedConflict } from '../../schema/index.ts';
import { conflictKindNames, fullName, sayEvidence } from '../../vi/index.ts';
import { conflictWords as words } from '../../vi/office.ts';
import { pathOf } from './shared.tsx';

export const dossierHref = (c: WebContext, { edition, dossier }: ListedConflict): string =>
  office(c.var.place.code, `hoi-thi/${edition.pid}/ho-so/${dossier.pid}`);

/** Conflicts as they are shown, with their evidence in sentences: three queries for any number. */
export async function shownConflicts(
  c: WebContext,
  rows: readonly ListedConflict[],
): Promise<ShownConflict[]> {
  const names = await namedIn(c.var.cx, rows);
  return rows.map((row) => ({
    href: pathOf(c, row.edition, 'conflicts', row.pid),
    judge: fullName(row.judge),
    judgeHref: pathOf(c, row.edition, 'judges', row.judge.pid),
    dossier: row.dossier.title === '' ? words.untitled : row.dossier.title,
    dossierHref: dossierHref(c, row),
    number: row.dossier.number,
    kind: conflictKindNames[row.kind],
    sure: row.sure,
    saysSure: row.source === 'registry',
    state: row.state,
    evidence: row.evidence.map((one) => sayEvidence(one, names)),
  }));
}
