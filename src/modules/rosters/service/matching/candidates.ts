import { type RawBuilder, sql } from 'kysely';
import { all, type Db, one } from '../../../../platform/database/query.ts';

/** A telephone of so many people is an office's and names nobody. */
const mostSharing = 50;
/** So many people of one name and birth: nobody can be told from them. */
const mostNamesakes = 200;

const standing = sql`p.deleted_at is null and p.merged_into is null`;

/**
 * Fills `candidate (line, person_id)`: every person of the registry who shares something telling with
 * a pending row, wherever the person stands. What is shared by too many is passed over.
 */
export async function gatherCandidates(db: Db): Promise<void> {
  await sql`create temp table candidate on commit drop as
    select line, person_id from (${sql.join(
      [byCitizenId, byEmail, byCard, await byPhone(db), byName],
      sql` union `,
    )}) c`.execute(db);
  await sql`analyze candidate`.execute(db);
}

const byCitizenId = sql`(select s.line, p.id as person_id from pending s
  join person_identity i on i.citizen_id_index = s.citizen_id_index
  join person p on p.id = i.person_id where ${standing})`;

const byEmail = sql`(select line, id from (
    select s.line, p.id, count(*) over (partition by s.line) as many from pending s
    join person p on p.email = s.email and p.email is not null where ${standing}) e
  where many <= ${mostSharing})`;

const byCard = sql`(select s.line, p.id from pending s
  join membership m on m.card_number = s.card_number and m.organisation_id = s.organisation_id
    and m.deleted_at is null and m.card_number is not null
  join person p on p.id = m.person_id where ${standing})`;

// The birth is the same as far as both tell it. Its year stands in the key of the join.
const byName = sql`(select line, id from (
    select s.line, p.id, count(*) over (partition by s.line) as many from pending s
    join person p on p.search = s.search and left(p.birth_date, 4) = left(s.birth_date, 4)
      and (starts_with(p.birth_date, s.birth_date) or starts_with(s.birth_date, p.birth_date))
    where ${standing}) n
  where many <= ${mostNamesakes})`;

/**
 * Telephones lie in a list: few rows look each up in its index, many are joined with all telephones
 * of the registry at once.
 */
async function byPhone(db: Db): Promise<RawBuilder<unknown>> {
  const { few } = await one(
    db,
    sql<{ few: boolean }>`select (select count(*) from pending) * 20 <
      (select greatest(reltuples, 0) from pg_class where oid = 'person'::regclass) as few`,
  );
  return few ? lookedUp : joined;
}

const lookedUp = sql`(select s.line, c.id from pending s cross join unnest(s.phones) as t (phone)
  cross join lateral (select p.id, count(*) over () as many from (
    select p.id from person p where p.phones @> array[t.phone] and ${standing}
    limit ${mostSharing + 1}) p) c
  where c.many <= ${mostSharing})`;

const joined = sql`(select line, id from (
    select s.line, p.id, count(*) over (partition by s.line, s.phone) as many
    from (select line, unnest(phones) as phone from pending) s
    join (select p.id, unnest(p.phones) as phone from person p
      where p.phones <> '{}' and ${standing}) p using (phone)) t
  where many <= ${mostSharing})`;

/** The two ways of `byPhone`, for the test that they agree. */
export const phoneWays = { lookedUp, joined };

/**
 * Pairs of pending rows of the file that share something telling, as `(line, other_line)` with the
 * later one first.
 */
export async function gatherInside(db: Db): Promise<void> {
  const key = (of: RawBuilder<unknown>, most: number) => sql`(
    select b.line, a.line as other_line from (select line, key, count(*) over (partition by key) as many
        from ${of} k where key is not null) b
      join (select line, key from ${of} k where key is not null) a on a.key = b.key and a.line < b.line
      where b.many <= ${most})`;
  const of = (expression: RawBuilder<unknown>) =>
    sql`(select line, ${expression} as key from pending)`;
  const keys = [
    key(of(sql`citizen_id_index`), mostSharing),
    key(of(sql`email`), mostSharing),
    key(of(sql`unnest(phones)`), mostSharing),
    key(
      of(sql`case when card_number is not null then card_number || ' ' || organisation_id end`),
      mostSharing,
    ),
    sql`(select line, other_line from (
      select b.line, a.line as other_line, count(*) over (partition by b.line) as many
      from pending b join pending a on a.search = b.search and left(a.birth_date, 4) = left(b.birth_date, 4)
        and (starts_with(a.birth_date, b.birth_date) or starts_with(b.birth_date, a.birth_date))
        and a.line < b.line) n where many <= ${mostNamesakes})`,
  ];
  await sql`create temp table inside on commit drop as
    select line, other_line from (${sql.join(keys, sql` union `)}) c`.execute(db);
  await sql`analyze inside`.execute(db);
}

/** The keys of the registry that were passed over as too common, for the report. */
export async function commonPhones(db: Db): Promise<string[]> {
  const rows = await all(
    db,
    sql<{ phone: string }>`select phone from (select unnest(phones) as phone from pending) s
      group by phone having count(*) > ${mostSharing} order by phone limit 20`,
  );
  return rows.map(({ phone }) => phone);
}
