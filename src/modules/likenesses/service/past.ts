import type { Cx } from '../../../platform/cx.ts';
import { inTransaction } from '../../../platform/database/query.ts';
import { pastDossiers } from '../queries/index.ts';
import { compareDossier, keepDossiers } from './compare.ts';
import { comparePastLater } from './later.ts';

/** Dossiers compared in one transaction: those that are submitted meanwhile wait a second or two for it. */
const PAGE = 50;

/**
 * Compares the dossiers that a file brought into a past edition, some of them, and orders the next ones
 * (`after`: id of the last one compared, null to begin). All in one transaction; doing it again changes
 * nothing.
 */
export function comparePast(cx: Cx, edition: string, after: string | null): Promise<void> {
  return inTransaction(cx.db, async (db) => {
    const inner = { ...cx, db };
    const ids = await pastDossiers(db, edition, { after, most: PAGE });
    await keepDossiers(inner, ids);
    for (const id of ids) await compareDossier(inner, id);
    const last = ids.at(-1);
    if (ids.length === PAGE && last !== undefined) await comparePastLater(inner, edition, last);
  });
}
