import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../../../platform/database/query.ts';
import type { RosterImport } from '../../schema.ts';
import {
  effective,
  nameParts,
  personLists,
  personScalars,
  personTogether,
  seatScalars,
  seatTogether,
} from './effective.ts';

type Sql = RawBuilder<unknown>;
const of = (alias: string, name: string): Sql => sql`${sql.ref(`${alias}.${name}`)}`;

/**
 * A field after the import. `e` is what the file says, `o` what the organisation's earlier file said,
 * `p` what stands: an empty cell and a cell that says the same as last time change nothing, so that
 * what a hand wrote in between stays.
 */
function scalar(name: string): Sql {
  const [e, o, p] = [of('e', name), of('o', name), of('p', name)];
  return sql`case when ${e} is null or ${e} = ${o} then ${p} else ${e} end`;
}

// A year does not take the place of a day in that year.
const birth: Sql = sql`case when e.birth_date is null or e.birth_date = o.birth_date
    or starts_with(p.birth_date, e.birth_date) then p.birth_date else e.birth_date end`;

/**
 * A list after the import: what the file says first, then what stands beside it, without what the
 * earlier file said and this one no longer does.
 */
function list(name: string, sorted: (items: Sql) => Sql): Sql {
  const [e, p] = [of('e', name), of('p', name)];
  const earlier = sql`coalesce(${of('o', name)}, '{}')`;
  const kept = sql`array(select x from unnest(${p}) x where x <> all (${earlier}) or x = any (${e}))`;
  const next = sorted(
    sql`array(select x from unnest(${e} || ${kept}) with ordinality u (x, n) group by x order by min(n))`,
  );
  return sql`case when ${e} = '{}' or ${e} = ${earlier} or (${e} <@ ${p} and ${earlier} <@ ${e}) then ${p}
    else ${next} end`;
}

const asWritten = (items: Sql): Sql => items;

/** By their rank; what has none stands last. */
const byRank =
  (ranks: readonly string[]) =>
  (items: Sql): Sql =>
    sql`array(select x from unnest(${items}) with ordinality u (x, n)
      order by coalesce(array_position(${[...ranks]}::text[], x), 1000), n)`;

/**
 * The name changes when the letters differ; or the dấu, when the file's own earlier name was changed
 * and the new one still has its dấu.
 */
const renamed = sql`(o.search is null or (e.family, e.middle, e.given) <> (o.family, o.middle, o.given))
  and (e.search <> p.search or (o.search is not null
    and (e.family, e.middle, e.given) <> (p.family, p.middle, p.given)
    and lower(concat_ws(' ', nullif(e.family, ''), nullif(e.middle, ''), e.given)) <> e.search))`;

function name(part: string): Sql {
  return sql`case when ${renamed} then ${of('e', part)} else ${of('p', part)} end`;
}

/** {field: value} of the fields that differ between `p` and `c`, from one side. */
function sideOf(side: 'p' | 'c', fields: readonly string[], prefix: string): Sql {
  const pairs = fields.map(
    (field) => sql`case when ${of('p', field)} is distinct from ${of('c', field)}
      then jsonb_build_object(${`${prefix}${field}`}::text, ${of(side, field)}) else '{}' end`,
  );
  return sql.join(pairs, sql` || `);
}

function differs(fields: readonly string[]): Sql {
  const row = (alias: string) => sql.join(fields.map((field) => of(alias, field)));
  return sql`(${row('p')}) is distinct from (${row('c')})`;
}

export const personFields = [...nameParts, ...personScalars, ...personLists] as const;

/** `changed_person (line, person_id, …, before, after)`: known persons of whom the file tells something new. */
export async function findPersonChanges(
  db: Db,
  { id, organisationId }: RosterImport,
  ranks: readonly string[],
): Promise<void> {
  const values = [
    ...nameParts.map((part) => sql`${name(part)} as ${sql.ref(part)}`),
    ...personScalars.map(
      (field) => sql`${field === 'birth_date' ? birth : scalar(field)} as ${sql.ref(field)}`,
    ),
    sql`${list('phones', asWritten)} as phones`,
    sql`${list('degrees', byRank(ranks))} as degrees`,
  ];
  await sql`drop table if exists changed_person`.execute(db);
  await sql`create temp table changed_person on commit drop as
    with known as materialized (
      select line, person_id from plan where line = leader and person_id is not null and touched
    ), e as (
      select k.line, k.person_id, ${sql.join(personFields.map((f) => sql`${effective(f)} as ${sql.ref(f)}`))}
      from known k join roster_row r on r.import_id = ${id} and r.line = k.line
      left join merged g on g.line = k.line
    ), o as (
      select x.person_id, ${personTogether}
      from known k join roster_result x on x.person_id = k.person_id and x.current
        and x.organisation_id = ${organisationId}
      join roster_row r on r.import_id = x.import_id and r.line = x.line
      group by x.person_id
    ), c as (
      select e.line, e.person_id, ${sql.join(values)}
      from e join person p on p.id = e.person_id left join o on o.person_id = e.person_id
    )
    select c.*, ${sideOf('p', personFields, '')} as before, ${sideOf('c', personFields, '')} as after
    from c join person p on p.id = c.person_id
    where ${differs(personFields)}`.execute(db);
  await sql`analyze changed_person`.execute(db);
}

export async function updatePersons(db: Db): Promise<void> {
  const sets = personFields.map((field) => sql`${sql.ref(field)} = c.${sql.ref(field)}`);
  await sql`update person p set ${sql.join(sets)}, version = p.version + 1
    from changed_person c where p.id = c.person_id`.execute(db);
}

/** `changed_seat (line, membership_id, …, before, after)`, the same for open memberships. */
export async function findSeatChanges(db: Db, { id, organisationId }: RosterImport): Promise<void> {
  const values = seatScalars.map((field) => sql`${scalar(field)} as ${sql.ref(field)}`);
  await sql`drop table if exists changed_seat`.execute(db);
  await sql`create temp table changed_seat on commit drop as
    with known as materialized (
      select line, person_id, membership_id from plan
      where line = seat and touched and membership_id is not null
    ), e as (
      select k.line, k.membership_id, ${sql.join(seatScalars.map((f) => sql`${effective(f)} as ${sql.ref(f)}`))}
      from known k join roster_row r on r.import_id = ${id} and r.line = k.line
      left join merged_seat g on g.line = k.line
    ), o as (
      select x.membership_id, ${seatTogether}
      from known k join roster_result x on x.person_id = k.person_id
        and x.membership_id = k.membership_id and x.current
        and x.organisation_id = ${organisationId}
      join roster_row r on r.import_id = x.import_id and r.line = x.line
      group by x.membership_id
    ), c as (
      select e.line, e.membership_id, ${sql.join(values)}
      from e join membership p on p.id = e.membership_id
      left join o on o.membership_id = e.membership_id
    )
    select c.*, ${sideOf('p', seatScalars, 'membership.')} as before,
      ${sideOf('c', seatScalars, 'membership.')} as after
    from c join membership p on p.id = c.membership_id
    where ${differs(seatScalars)}`.execute(db);
  await sql`analyze changed_seat`.execute(db);
}

export async function updateSeats(db: Db): Promise<void> {
  const sets = seatScalars.map((field) => sql`${sql.ref(field)} = c.${sql.ref(field)}`);
  await sql`update membership p set ${sql.join(sets)}, version = p.version + 1
    from changed_seat c where p.id = c.membership_id`.execute(db);
}
