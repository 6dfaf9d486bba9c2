import { sql } from 'kysely';
import { addDays } from '../../../kernel/day.ts';
import type { Cx } from '../../../platform/command.ts';
import { all, inTransaction } from '../../../platform/database/query.ts';
import { restorableDays } from '../../../platform/records/deleting.ts';
import { whatHangsOn } from './write.ts';

/**
 * Takes away what was deleted too long ago to be taken back; gives how many rows went. An organisation
 * stays while deleted records of other modules still name it: they have to go first.
 */
export async function purgeOrganisations(cx: Cx): Promise<number> {
  const last = addDays(cx.clock.today(), -restorableDays);
  const old = sql`(deleted_at at time zone 'Asia/Ho_Chi_Minh')::date < ${last}::date`;
  return inTransaction(cx.db, async (db) => {
    const facts = await all(db, sql`delete from organisation_fact where ${old} returning 1`);
    const standing = await all(db, sql`delete from affiliation where ${old} returning 1`);
    const gone = await all(db, sql<{ id: string }>`select id from organisation where ${old}`);
    let count = facts.length + standing.length;
    for (const { id } of gone) {
      if ((await whatHangsOn(db, id, 'ever')).length > 0) continue;
      await sql`delete from organisation_fact where organisation_id = ${id}`.execute(db);
      await sql`delete from organisation_name where organisation_id = ${id}`.execute(db);
      await sql`delete from organisation_code_alias where organisation_id = ${id}`.execute(db);
      await sql`delete from organisation where id = ${id}`.execute(db);
      count += 1;
    }
    return count;
  });
}
