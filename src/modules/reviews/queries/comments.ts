import { sql } from 'kysely';
import { all, type Db } from '../../../platform/database/query.ts';
import type { ReviewComment } from '../schema/index.ts';

/** What was said about dossiers in a phase, by the dossier's id, the oldest first: one query. */
export async function commentsOf(
  db: Db,
  phase: string,
  dossierIds: readonly string[],
): Promise<ReadonlyMap<string, readonly ReviewComment[]>> {
  const rows = await all(
    db,
    sql<ReviewComment & { dossierId: string }>`select m.dossier_id as "dossierId", m.pid,
        m.judge_id as "judgeId", j.name, s.role, m.text, m.at
      from review_comment m join judge j on j.id = m.judge_id
        left join seat s on s.council_id = m.council_id and s.judge_id = m.judge_id
      where m.phase = ${phase} and m.dossier_id = any(${dossierIds}::uuid[])
      order by m.at, m.id`,
  );
  return Map.groupBy(rows, ({ dossierId }) => dossierId);
}
