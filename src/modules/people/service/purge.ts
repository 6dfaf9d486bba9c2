import { sql } from 'kysely';
import { addDays } from '../../../kernel/day.ts';
import type { Cx } from '../../../platform/command.ts';
import { all, type Db, inTransaction } from '../../../platform/database/query.ts';
import { restorableDays } from '../../../platform/records/deleting.ts';

// What hangs on a person and on nobody else.
const own = ['person_look', 'person_identity', 'consent', 'post', 'membership'] as const;

const tooLongAgo = (cx: Cx) => {
  const lastDay = addDays(cx.clock.today(), -restorableDays);
  return sql`(t.deleted_at at time zone 'Asia/Ho_Chi_Minh')::date < ${lastDay}::date`;
};

/**
 * Takes away persons deleted too long ago, each with what was theirs. Who is named in a record that
 * stays (a distinction, an account) stays deleted. Gives how many went.
 */
export async function purgePersons(cx: Cx): Promise<number> {
  const due = await all(
    cx.db,
    sql<{ id: string }>`select t.id from person t where ${tooLongAgo(cx)}`,
  );
  return purge(cx, due, async (db, ids) => {
    await sql`delete from duplicate_pair
      where person_a = any(${ids}::uuid[]) or person_b = any(${ids}::uuid[])`.execute(db);
    for (const table of own)
      await sql`delete from ${sql.table(table)} where person_id = any(${ids}::uuid[])`.execute(db);
    await sql`delete from person where id = any(${ids}::uuid[])`.execute(db);
  });
}

/**
 * Takes away memberships and posts deleted too long ago of persons who stay. One that a record names
 * (a card, a letter) stays deleted, and so does what a joined record had: it may be taken apart again.
 * Gives how many went.
 */
export async function purgePartsOfPersons(cx: Cx): Promise<number> {
  let gone = 0;
  for (const table of ['membership', 'post']) {
    const due = await all(
      cx.db,
      sql<{ id: string }>`select t.id from ${sql.table(table)} t
        join person p on p.id = t.person_id and p.merged_into is null where ${tooLongAgo(cx)}`,
    );
    gone += await purge(cx, due, async (db, ids) => {
      await sql`delete from ${sql.table(table)} where id = any(${ids}::uuid[])`.execute(db);
    });
  }
  return gone;
}

const together = 500;

/** Many at once; where one of them is named somewhere, one by one. */
async function purge(
  cx: Cx,
  due: readonly { readonly id: string }[],
  remove: (db: Db, ids: readonly string[]) => Promise<void>,
): Promise<number> {
  let gone = 0;
  for (let at = 0; at < due.length; at += together) {
    const ids = due.slice(at, at + together).map(({ id }) => id);
    if (await removed(cx, ids, remove)) gone += ids.length;
    else if (ids.length > 1) for (const id of ids) if (await removed(cx, [id], remove)) gone += 1;
  }
  return gone;
}

async function removed(
  cx: Cx,
  ids: readonly string[],
  remove: (db: Db, ids: readonly string[]) => Promise<void>,
): Promise<boolean> {
  try {
    await inTransaction(cx.db, (db) => remove(db, ids));
    return true;
  } catch (error) {
    if ((error as { code?: unknown }).code === '23503') return false;
    throw error;
  }
}
