import { type RawBuilder, sql } from 'kysely';
import type { Cx } from '../../../platform/cx.ts';
import { all } from '../../../platform/database/query.ts';
import type { BlockingConflict } from '../schema/index.ts';

/**
 * Whether a conflict `x` leaves a signature out: somebody decided so, the judge says so, or the registry leaves no
 * doubt. One by name alone only keeps a judge from what is not signed yet, as long as nobody looked at it.
 */
const stands = sql<boolean>`(x.state = 'upheld' or x.source = 'declared' or (x.state = 'found' and x.sure))`;

/** Whether the signed sheet of a judge for a dossier, two columns of ids, is left out for a conflict. */
export const conflictStands = (
  judge: RawBuilder<unknown>,
  dossier: RawBuilder<unknown>,
): RawBuilder<boolean> => sql<boolean>`exists (select from conflict x
  where x.judge_id = ${judge} and x.dossier_id = ${dossier} and ${stands})`;

/**
 * Whether an unsigned assignment ends for a conflict. What a judge has only declared ends nothing by itself: whoever
 * names people would see whose dossiers go. The office sees it, and decides.
 */
export const conflictFrees = (
  judge: RawBuilder<unknown>,
  dossier: RawBuilder<unknown>,
): RawBuilder<boolean> => sql<boolean>`exists (select from conflict x
  where x.judge_id = ${judge} and x.dossier_id = ${dossier}
    and (x.state = 'upheld' or (x.state = 'found' and x.source <> 'declared')))`;

/**
 * Which of these judges must not judge which of these dossiers: every conflict that nobody dismissed. One
 * query. Null: whichever.
 */
export function conflictsAmong(
  cx: Cx,
  judgeIds: readonly string[],
  dossierIds: readonly string[] | null,
): Promise<BlockingConflict[]> {
  return all(
    cx.db,
    sql<BlockingConflict>`select judge_id as "judgeId", dossier_id as "dossierId",
        array_agg(kind order by kind) as kinds, bool_or(${stands}) as stands
      from conflict x
      where state <> 'dismissed' and judge_id = any(${judgeIds}::uuid[])
        and (${dossierIds === null} or dossier_id = any(${dossierIds ?? []}::uuid[]))
      group by judge_id, dossier_id order by judge_id, dossier_id`,
  );
}
