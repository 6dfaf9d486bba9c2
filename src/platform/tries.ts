import { sql } from 'kysely';
import type { Cx } from './cx.ts';
import { one } from './database/query.ts';

/** How often something may be tried within a time. */
export interface TryLimit {
  readonly most: number;
  /** From the first try on; milliseconds. */
  readonly within: number;
}

const oldMs = 2 * 24 * 3_600_000;
// Beside the tries to sign in, which the sign-in library counts for itself.
const own = (key: string): string => `try:${key}`;

/**
 * Notes one more try under a key ('start:203.0.113.7'); false when it is one too many. For what anybody
 * may ask without an account. The count outlives a refused command, and what is old is forgotten.
 */
export async function takeTry(cx: Cx, key: string, { most, within }: TryLimit): Promise<boolean> {
  return (await countTry(cx, key, within)) <= most;
}

/** The same, and tells how many there were within the time, this one included. */
export async function countTry(cx: Cx, key: string, within: number): Promise<number> {
  const now = cx.clock.now().getTime();
  await sql`delete from auth_rate_limit
    where key like 'try:%' and "lastRequest" < ${now - oldMs}`.execute(cx.db);
  const { count } = await one(
    cx.db,
    sql<{ count: number }>`insert into auth_rate_limit as t (id, key, count, "lastRequest")
      values (${cx.ids.uuid()}, ${own(key)}, 1, ${now})
      on conflict (key) do update set
        count = case when t."lastRequest" <= ${now - within} then 1 else t.count + 1 end,
        "lastRequest" = case when t."lastRequest" <= ${now - within} then ${now}
          else t."lastRequest" end
      returning count`,
  );
  return count;
}
