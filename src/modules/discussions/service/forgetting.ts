import { type RawBuilder, sql } from 'kysely';
import { addDays } from '../../../kernel/day.ts';
import type { Cx } from '../../../platform/cx.ts';
import { all, inTransaction } from '../../../platform/database/query.ts';
import { keptDays } from '../rules/index.ts';
import { recount } from './discussion.ts';
import { endPolls } from './polls.ts';

/** The instant so many days before today's beginning. */
const before = (cx: Cx, days: number): RawBuilder<Date> =>
  sql<Date>`(${addDays(cx.clock.today(), -days)}::date::timestamp at time zone 'Asia/Ho_Chi_Minh')`;

async function forgetWriters(cx: Cx): Promise<void> {
  await sql`update comment set email = null where email is not null and state <> 'held'
    and coalesce(decided_at, posted_at) < ${before(cx, keptDays.email)}`.execute(cx.db);
  await sql`update comment set author_hash = null where author_hash is not null
    and posted_at < ${before(cx, keptDays.author)}`.execute(cx.db);
}

// Counts stay: what is forgotten is only whose they were.
async function forgetLikes(cx: Cx): Promise<void> {
  await sql`with gone as (delete from comment_like where at < ${before(cx, keptDays.likes)}
      returning comment_id)
    update comment m set likes_settled = likes_settled + g.many
    from (select comment_id, count(*)::integer as many from gone group by comment_id) g
    where g.comment_id = m.id`.execute(cx.db);
}

async function forgetVotes(cx: Cx): Promise<void> {
  const polls = await all(
    cx.db,
    sql<{ id: string }>`update poll set forgotten_at = ${cx.clock.now()}
      where forgotten_at is null and state = 'closed' and closed_at < ${before(cx, keptDays.votes)}
      returning id`,
  );
  await sql`delete from poll_vote where poll_id = any(${polls.map(({ id }) => id)}::uuid[])`.execute(
    cx.db,
  );
}

async function dropRefused(cx: Cx): Promise<void> {
  const gone = await all(
    cx.db,
    sql<{ discussion: string }>`delete from comment m where m.state = 'refused'
      and coalesce(m.decided_at, m.posted_at) < ${before(cx, keptDays.refused)}
      and not exists (select from comment r where r.parent_id = m.id)
      returning m.discussion_id as discussion`,
  );
  for (const id of new Set(gone.map(({ discussion }) => discussion))) await recount(cx, id);
}

/**
 * The nightly look: polls that are over end, addresses and hashes whose time has come are forgotten, and what was
 * refused long ago goes. Told nowhere: it takes away only what says who somebody was.
 */
export function forget(cx: Cx): Promise<void> {
  return inTransaction(cx.db, async (db) => {
    const inner: Cx = { ...cx, db };
    await endPolls(inner);
    await forgetWriters(inner);
    await forgetLikes(inner);
    await forgetVotes(inner);
    await dropRefused(inner);
    await sql`update feedback set name = null, email = null, search = '', forgotten_at = ${cx.clock.now()}
      where forgotten_at is null and done_at < ${before(inner, keptDays.feedback)}`.execute(db);
    await sql`delete from passed_letter where sent_at < ${before(inner, keptDays.letters)}`.execute(
      db,
    );
  });
}
