import { sql } from 'kysely';
import { copyInto } from '../../../../platform/database/copying.ts';
import { all, type Db } from '../../../../platform/database/query.ts';

/**
 * Decides from the weighed pairs who each row is: fills `found` and `same`, so that a person stands
 * behind one row of the file and every other row of the same person follows it.
 */
export async function resolve(db: Db): Promise<void> {
  await sql`insert into found (line, person_id, match, score, evidence)
    select distinct on (line) line, person_id, case when decided then 'decided' else 'certain' end,
      score, evidence
    from pair where person_id is not null and level = 'certain' and not hidden
      and not exists (select from found f where f.line = pair.line)
    order by line, decided desc, score desc, person_id`.execute(db);
  await sql`create index on found (line)`.execute(db);
  await sql`analyze found`.execute(db);
  await followInside(db);
  await followPerson(db);
  await makePlan(db);
}

interface InsidePair {
  readonly line: number;
  readonly other: number;
  readonly person: string | null;
  readonly otherPerson: string | null;
}

/** Rows that are certainly the same as an earlier row of the file. */
async function followInside(db: Db): Promise<void> {
  const pairs = await all(
    db,
    sql<InsidePair>`select p.line, p.other_line as other, f.person_id as person,
        g.person_id as "otherPerson"
      from pair p left join found f on f.line = p.line left join found g on g.line = p.other_line
      where p.other_line is not null and p.level = 'certain'
      order by p.line, p.other_line`,
  );
  if (pairs.length === 0) return;
  const { leaders, persons } = groupsOf(pairs);
  const rows = [...leaders].map(([line, leader]) => `${line}\t${leader}\n`);
  await copyInto(db, 'same', ['line', 'leader'], rows);
  for (const [leader, from] of persons)
    await sql`update found set line = ${leader} where line = ${from}`.execute(db);
}

/**
 * Each line goes to the first earlier line that leads a group and is not known as another person.
 * `persons`: the leader that nobody of the registry was found for, and the follower that was.
 */
export function groupsOf(pairs: readonly InsidePair[]): {
  leaders: Map<number, number>;
  persons: Map<number, number>;
} {
  const leaders = new Map<number, number>();
  const persons = new Map<number, number>();
  const known = new Map<number, string>();
  for (const { line, other, person, otherPerson } of pairs) {
    if (leaders.has(line) || leaders.has(other)) continue;
    const own = known.get(line) ?? person;
    const theirs = known.get(other) ?? otherPerson;
    if (own !== null && theirs !== null && own !== theirs) continue;
    leaders.set(line, other);
    if (own !== null && theirs === null) {
      persons.set(other, line);
      known.set(other, own);
    }
  }
  return { leaders, persons };
}

/** Rows for which the same person of the registry was found, and followers of those that follow now. */
async function followPerson(db: Db): Promise<void> {
  await sql`insert into same (line, leader)
    select line, leader from (
      select line, min(line) over (partition by person_id) as leader from found) f
    where line <> leader and not exists (select from same s where s.line = f.line)`.execute(db);
  // A leader may have become a follower, in turn of one that did.
  for (let round = 0; round < 3; round += 1)
    await sql`update same s set leader = t.leader from same t where s.leader = t.line`.execute(db);
  await sql`analyze same`.execute(db);
}

/**
 * `plan`: one row for each line that may be taken. `leader`: the line that stands for the person;
 * `seat`: the one that stands for the membership, as one person may be listed by two organisations;
 * `fresh`: no earlier file of this organisation had the row; `touched`: a row of the person is fresh.
 */
async function makePlan(db: Db): Promise<void> {
  await sql`drop table if exists plan`.execute(db);
  await sql`create temp table plan on commit drop as
    with hidden as (
      select distinct on (p.line) p.line, q.identity_id, p.score, p.evidence
      from pair p join person q on q.id = p.person_id
      where p.level = 'certain' and p.hidden order by p.line, p.score desc, p.person_id
    )
    select s.line, coalesce(x.leader, s.line) as leader, s.line as seat, s.fingerprint,
      n.line is not null as fresh, n.line is not null as touched, false as several,
      f.person_id, case when h.line is null then f.match else 'hidden' end as match,
      coalesce(f.score, h.score) as score, coalesce(f.evidence, h.evidence) as evidence,
      h.identity_id, s.organisation_id, m.id as membership_id
    from staged s
    left join same x on x.line = s.line
    left join pending n on n.line = s.line
    left join found f on f.line = coalesce(x.leader, s.line)
    left join hidden h on h.line = coalesce(x.leader, s.line) and f.line is null
    left join membership m on m.person_id = f.person_id and m.organisation_id = s.organisation_id
      and m.deleted_at is null and upper_inf(m.during)`.execute(db);
  await sql`create unique index on plan (line)`.execute(db);
  await sql`analyze plan`.execute(db);
  await sql`update plan p set several = true, touched = g.touched, seat = g.seat
    from (select line, bool_or(fresh) over (partition by leader) as touched,
        min(line) over (partition by leader, organisation_id) as seat
      from plan where leader in (select leader from same)) g
    where g.line = p.line`.execute(db);
  await sql`analyze plan`.execute(db);
}
