import { sql } from 'kysely';
import { all, type Db } from '../../../platform/database/query.ts';
import type { GivenLeave } from '../schema/index.ts';

/** All the time that a dossier was given, the newest first. */
export async function leavesOf(db: Db, id: string): Promise<GivenLeave[]> {
  return all(
    db,
    sql<GivenLeave>`select id, reason, from_at as from, until, acts, words, remarks, answered
      from dossier_leave where dossier_id = ${id} order by from_at desc, id desc`,
  );
}
