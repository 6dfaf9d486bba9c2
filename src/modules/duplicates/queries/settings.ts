import { sql } from 'kysely';
import type { Day } from '../../../kernel/day.ts';
import { type Db, maybe } from '../../../platform/database/query.ts';

/** Where nobody set another one. */
export const usualLikelyFrom = 60;

/** From how many points a pair is proposed: as the nearest organisation at or above set it. */
export async function likelyFromAt(db: Db, organisationId: string, today: Day): Promise<number> {
  const row = await maybe(
    db,
    sql<{ likely_from: number }>`select s.likely_from
      from organisations_above(${organisationId}::uuid, ${today}::date) a
      join match_setting s using (organisation_id) order by a.depth, s.organisation_id limit 1`,
  );
  return row?.likely_from ?? usualLikelyFrom;
}
