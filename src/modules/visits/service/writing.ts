import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Day } from '../../../kernel/day.ts';
import { type Db, one } from '../../../platform/database/query.ts';
import type { Bundle } from '../rules/index.ts';

// Counters are written beside the one door: there is no actor, nothing to authorise, and an event for each
// page would cost more than the page. They tell no other process to forget the pages that it keeps.

/** Minutes without a page after which the next one begins another visit. */
const restMinutes = 30;

/**
 * Adds a bundle to what is counted, in one statement. Processes that write at once wait for each other at
 * the reader's row, so that a visit is told once however many of them had a page of it.
 */
export async function writeBundle(db: Db, bundle: Bundle, now: Date): Promise<void> {
  const { day, pages, reads, readers } = bundle;
  await sql`
    with page as (
      select p.organisation_id, p.pages
      from unnest(${pages.map((p) => p.organisationId)}::uuid[], ${pages.map((p) => p.pages)}::bigint[])
        p (organisation_id, pages)
      join organisation o on o.id = p.organisation_id
    ), read as (
      select r.organisation_id, r.kind, r.pid, r.reads
      from unnest(${reads.map((r) => r.organisationId)}::uuid[], ${reads.map((r) => r.kind)}::text[],
        ${reads.map((r) => r.pid)}::text[], ${reads.map((r) => r.reads)}::bigint[]) r (organisation_id, kind, pid, reads)
      join page using (organisation_id)
    ), seen as (
      insert into visit_reader as t (organisation_id, reader, seen_at, fresh)
      select s.organisation_id, s.reader, ${now}::timestamptz, true
      from unnest(${readers.map((r) => r.organisationId)}::uuid[], ${readers.map((r) => r.reader)}::text[])
        s (organisation_id, reader)
      join page using (organisation_id)
      order by s.organisation_id, s.reader
      on conflict (organisation_id, reader) do update set
        fresh = t.seen_at <= excluded.seen_at - make_interval(mins => ${restMinutes}),
        seen_at = greatest(t.seen_at, excluded.seen_at)
      returning organisation_id, fresh
    ), kept as (
      insert into visit_read as t (organisation_id, day, kind, pid, reads)
      select organisation_id, ${day}::date, kind, pid, reads from read order by organisation_id, kind, pid
      on conflict (organisation_id, kind, day, pid) do update set reads = t.reads + excluded.reads
    ), total as (
      insert into visit_read_total as t (organisation_id, kind, pid, reads)
      select organisation_id, kind, pid, reads from read order by organisation_id, kind, pid
      on conflict (kind, pid, organisation_id) do update set reads = t.reads + excluded.reads
    )
    insert into visit_day as t (organisation_id, day, pages, visits, reads)
    select p.organisation_id, ${day}::date, p.pages,
      (select count(*) from seen s where s.organisation_id = p.organisation_id and s.fresh),
      (select coalesce(sum(r.reads), 0) from read r where r.organisation_id = p.organisation_id)
    from page p order by p.organisation_id
    on conflict (organisation_id, day) do update set
      pages = t.pages + excluded.pages, visits = t.visits + excluded.visits,
      reads = t.reads + excluded.reads`.execute(db);
}

/** The salt of a day, the same in all processes; those of days before are thrown away. */
export async function saltOf(db: Db, day: Day): Promise<string> {
  await sql`insert into visit_salt (day, salt) values (${day}::date, ${randomBytes(32)})
    on conflict (day) do nothing`.execute(db);
  await sql`delete from visit_salt where day < ${day}::date`.execute(db);
  const { salt } = await one(
    db,
    sql<{ salt: Buffer }>`select salt from visit_salt where day = ${day}::date`,
  );
  return salt.toString('base64');
}

/** Forgets who read longer ago than a visit's rest. */
export async function forgetReaders(db: Db, now: Date): Promise<void> {
  await sql`delete from visit_reader
    where seen_at < ${now}::timestamptz - make_interval(mins => ${restMinutes})`.execute(db);
}
