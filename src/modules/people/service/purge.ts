import { sql } from 'kysely';
import { addDays } from '../../../kernel/day.ts';
import type { Cx } from '../../../platform/command.ts';
import { all, inTransaction } from '../../../platform/database/query.ts';
import { restorableDays } from '../../../platform/records/deleting.ts';

// What hangs on a person and on nobody else.
const own = ['person_look', 'person_identity', 'consent', 'post', 'membership'] as const;

/**
 * Takes away persons deleted too long ago, each with what was theirs. Who is named in a record that
 * stays (a distinction, an account) stays deleted. Gives how many went.
 */
export async function purgePersons(cx: Cx): Promise<number> {
  const lastDay = addDays(cx.clock.today(), -restorableDays);
  const due = await all(
    cx.db,
    sql<{ id: string }>`select id from person
      where (deleted_at at time zone 'Asia/Ho_Chi_Minh')::date < ${lastDay}::date`,
  );
  let gone = 0;
  for (const { id } of due) if (await purge(cx, id)) gone += 1;
  return gone;
}

async function purge(cx: Cx, id: string): Promise<boolean> {
  try {
    await inTransaction(cx.db, async (db) => {
      await sql`delete from duplicate_pair where person_a = ${id} or person_b = ${id}`.execute(db);
      for (const table of own) {
        await sql`delete from ${sql.table(table)} where person_id = ${id}`.execute(db);
      }
      await sql`delete from person where id = ${id}`.execute(db);
    });
    return true;
  } catch (error) {
    if ((error as { code?: unknown }).code === '23503') return false;
    throw error;
  }
}
