import { sql } from 'kysely';
import type { Cx } from '../../../../platform/command.ts';
import { one } from '../../../../platform/database/query.ts';
import type { RosterImport } from '../../schema.ts';
import { effective } from './effective.ts';
import { freshIds } from './people.ts';

/**
 * Writes the memberships that are new: from the day of joining where it is known, else from the day
 * of the roster, and never within an earlier membership that ended. `new_seat (line, n)`.
 */
export async function createSeats(cx: Cx, of: RosterImport): Promise<number> {
  const { db } = cx;
  await sql`drop table if exists new_seat`.execute(db);
  await sql`create temp table new_seat on commit drop as
    select p.line, row_number() over (order by nc.n, p.line)::integer as n
    from plan p left join newcomer nc on nc.line = p.leader
    where p.line = p.seat and p.membership_id is null and p.touched`.execute(db);
  await sql`analyze new_seat`.execute(db);
  const { count } = await one(
    db,
    sql<{ count: number }>`select count(*)::integer as count from new_seat`,
  );
  await freshIds(cx, 'fresh_seat', count);
  if (count === 0) return 0;
  const { asOf } = of.options;
  await sql`insert into membership (id, pid, person_id, identity_id, organisation_id, branch, joined,
      kind, card_number, note, during, created_at)
    select f.id, f.pid, s.person_id, s.identity_id, p.organisation_id, ${effective('branch')},
      ${effective('joined')}, coalesce(${effective('kind')}, 'full'), ${effective('card_number')},
      ${effective('note')},
      daterange(greatest(least(case when length(${effective('joined')}) = 10
          then (${effective('joined')})::date end, ${asOf}::date), ended.day), null),
      ${cx.clock.now()}
    from new_seat n join fresh_seat f using (n)
    join plan p on p.line = n.line
    join stands s on s.line = p.leader
    join roster_row r on r.import_id = ${of.id} and r.line = n.line
    left join merged_seat g on g.line = n.line
    left join lateral (select max(upper(m.during)) as day from membership m
      where not s.created and m.person_id = s.person_id and m.organisation_id = p.organisation_id
        and m.deleted_at is null) ended on true
    order by n.n`.execute(db);
  return count;
}

/** `new_post (line, n, …)`: posts that the file names and nobody has noted. */
export async function findPosts({ db }: Cx, of: RosterImport): Promise<void> {
  await sql`drop table if exists new_post`.execute(db);
  await sql`create temp table new_post on commit drop as
    select p.line, row_number() over (order by p.line)::integer as n, s.person_id,
      p.organisation_id, ${effective('post')} as title
    from plan p join stands s on s.line = p.leader
    join roster_row r on r.import_id = ${of.id} and r.line = p.line
    left join merged g on g.line = p.line
    where p.line = p.leader and p.touched and p.line in (select l.leader from plan l
        join staged t on t.line = l.line where t.has_post) and ${effective('post')} is not null
      and not exists (select from post q where q.person_id = s.person_id
        and q.organisation_id = p.organisation_id and q.deleted_at is null
        and lower(q.title) = lower(${effective('post')}))`.execute(db);
}

/** Writes them, for those who hold them from the roster's day. */
export async function createPosts(cx: Cx, of: RosterImport): Promise<void> {
  const { db } = cx;
  const { count } = await one(
    db,
    sql<{ count: number }>`select count(*)::integer as count from new_post`,
  );
  await freshIds(cx, 'fresh_post', count);
  await sql`insert into post (id, pid, person_id, organisation_id, title, during, created_at)
    select f.id, f.pid, n.person_id, n.organisation_id, n.title,
      daterange(${of.options.asOf}::date, null), ${cx.clock.now()}
    from new_post n join fresh_post f using (n)`.execute(db);
}
