import { sql } from 'kysely';
import type { Cx } from '../../../platform/cx.ts';
import { all } from '../../../platform/database/query.ts';
import type { BlockingConflict } from '../schema/index.ts';

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
        array_agg(kind order by kind) as kinds
      from conflict
      where state <> 'dismissed' and judge_id = any(${judgeIds}::uuid[])
        and (${dossierIds === null} or dossier_id = any(${dossierIds ?? []}::uuid[]))
      group by judge_id, dossier_id order by judge_id, dossier_id`,
  );
}
