import { type RawBuilder, sql } from 'kysely';
import type { Cx } from '../../../../platform/command.ts';
import { all, type Db, one } from '../../../../platform/database/query.ts';
import {
  nameParts,
  personLists,
  personScalars,
  personTogether,
  seatScalars,
  seatTogether,
} from '../applying/effective.ts';

/** Tables whose rows about a person or membership come and go with it, or tell nothing of a hand. */
const own = ['membership', 'post', 'person_identity', 'person_look', 'duplicate_pair', 'person'];

interface Reference {
  readonly table: string;
  readonly column: string;
  readonly dated: boolean;
  /**
   * Of rows that the machine derives from memberships: which of them somebody has worked with. A table
   * says so of itself in its comment, 'derived unless: <condition>'.
   */
  readonly unless: string | null;
}

/** Every column of other tables that points to this one: whatever stands on a record keeps it. */
function references(db: Db, table: string): Promise<Reference[]> {
  return all(
    db,
    sql<Reference>`select c.conrelid::regclass::text as table, a.attname as column,
        exists (select from pg_attribute d where d.attrelid = c.conrelid and d.attname = 'deleted_at'
          and not d.attisdropped) as dated,
        substring(obj_description(c.conrelid, 'pg_class') from '^derived unless: (.*)$') as unless
      from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
      where c.contype = 'f' and c.confrelid = ${table}::regclass and cardinality(c.conkey) = 1
        and not c.conrelid::regclass::text = any (${own}::text[])
      order by 1, 2`,
  );
}

function stoodOn(list: readonly Reference[], id: RawBuilder<unknown>): RawBuilder<unknown> {
  const each = list.map(
    ({ table, column, dated, unless }) => sql`exists (select from ${sql.table(table)} standing
      where standing.${sql.ref(column)} = ${id} ${dated ? sql`and standing.deleted_at is null` : sql``}
        ${unless === null ? sql`` : sql`and (${sql.raw(unless)})`})`,
  );
  return each.length === 0 ? sql`false` : sql`(${sql.join(each, sql` or `)})`;
}

/** `going_seat (id, person_id)` and `going_person (id)`: what the import made and nothing stands on. */
export async function findGoing({ db }: Cx, importId: string): Promise<void> {
  await sql`drop table if exists made_person, made_seat, later, kept_seat, going_seat, going_person`.execute(
    db,
  );
  await sql`create temp table made_person on commit drop as
    select x.person_id as id, x.line from roster_result x join person p on p.id = x.person_id
    where x.import_id = ${importId} and 'person' = any (x.made) and p.deleted_at is null`.execute(
    db,
  );
  await sql`create temp table made_seat on commit drop as
    select x.membership_id as id, x.person_id, x.line from roster_result x
    join membership m on m.id = x.membership_id
    where x.import_id = ${importId} and 'membership' = any (x.made) and m.deleted_at is null`.execute(
    db,
  );
  // The same file brought in once more says nothing that this import had not said.
  await sql`create temp table later on commit drop as
    with own as (select i.applied_at, f.fingerprint from roster_import i
      left join file f on f.id = i.file_id where i.id = ${importId})
    select distinct x.person_id, x.membership_id from roster_result x
    join roster_import i on i.id = x.import_id and i.state = 'applied' and i.id <> ${importId}
    left join file f on f.id = i.file_id
    join own on i.applied_at >= own.applied_at
    where x.person_id is not null
      and (x.made <> '{}' or (f.fingerprint = own.fingerprint) is not true)`.execute(db);
  for (const table of ['made_person', 'made_seat', 'later'])
    await sql`analyze ${sql.id(table)}`.execute(db);
  await keepSeats(db, importId);
  await keepPersons(db, importId);
}

const differing = (fields: readonly string[]) => {
  const row = (alias: string) =>
    sql.join(fields.map((field) => sql`${sql.ref(`${alias}.${field}`)}`));
  return sql`(${row('t')}) is distinct from (${row('e')})`;
};

async function keepSeats(db: Db, importId: string): Promise<void> {
  // A membership whose version grew was changed: by a hand, unless it says again what the file said.
  await sql`create temp table kept_seat on commit drop as
    with grown as (
      select s.id, s.line from made_seat s join membership m on m.id = s.id where m.version > 1
    ), e as (
      select g.id, ${seatTogether} from grown g
      join roster_result x on x.import_id = ${importId} and x.membership_id = g.id
      join roster_row r on r.import_id = x.import_id and r.line = x.line group by g.id
    )
    select s.id, s.person_id from made_seat s join membership t on t.id = s.id
    left join (select id, branch, joined, coalesce(kind, 'full') as kind, card_number, note from e) e
      on e.id = s.id
    where not upper_inf(t.during) or (e.id is not null and ${differing(seatScalars)})
      or exists (select from later l where l.membership_id = s.id)
      or ${stoodOn(await references(db, 'membership'), sql`s.id`)}`.execute(db);
  await sql`analyze kept_seat`.execute(db);
}

async function keepPersons(db: Db, importId: string): Promise<void> {
  const fields = [...nameParts, ...personScalars, ...personLists];
  await sql`create temp table going_person on commit drop as
    with grown as (
      select g.id from made_person g join person p on p.id = g.id where p.version > 1
    ), e as (
      select g.id, ${personTogether} from grown g
      join roster_result x on x.import_id = ${importId} and x.person_id = g.id
      join roster_row r on r.import_id = x.import_id and r.line = x.line group by g.id
    )
    select g.id from made_person g join person t on t.id = g.id left join e on e.id = g.id
    where not (e.id is not null and ${differing(fields)})
      and t.merged_into is null
      and not exists (select from later l where l.person_id = g.id)
      and not exists (select from kept_seat k where k.person_id = g.id)
      and not exists (select from membership m where m.person_id = g.id and m.deleted_at is null
        and not exists (select from made_seat s where s.id = m.id))
      and not exists (select from post o where o.person_id = g.id and o.deleted_at is null
        and (o.version > 1 or not exists (select from roster_result x where x.import_id = ${importId}
          and x.person_id = g.id and ('post:' || o.id) = any (x.made))))
      and not exists (select from person j where j.merged_into = g.id)
      and not ${stoodOn(await references(db, 'person'), sql`g.id`)}`.execute(db);
  await sql`create unique index on going_person (id)`.execute(db);
  await sql`analyze going_person`.execute(db);
  // A person who stays keeps the membership that the import gave.
  await sql`create temp table going_seat on commit drop as
    select s.id, s.person_id from made_seat s
    where not exists (select from kept_seat k where k.id = s.id)
      and (exists (select from going_person p where p.id = s.person_id)
        or not exists (select from made_person p where p.id = s.person_id))`.execute(db);
  await sql`analyze going_seat`.execute(db);
}

export interface Removed {
  readonly persons: number;
  readonly memberships: number;
  /** Persons and memberships that the import made and that stay, as something later stands on them. */
  readonly kept: number;
}

/** Takes away what `findGoing` found, as dated states, with the posts and proposals of the import. */
export async function removeGoing({ db, clock }: Cx, importId: string): Promise<Removed> {
  const now = clock.now();
  await sql`update post o set deleted_at = ${now}, version = o.version + 1
    from roster_result x where x.import_id = ${importId} and o.person_id = x.person_id
      and ('post:' || o.id) = any (x.made) and o.version = 1 and o.deleted_at is null
      and (not 'person' = any (x.made) or exists (select from going_person g where g.id = x.person_id))`.execute(
    db,
  );
  await sql`update membership m set deleted_at = ${now}, version = m.version + 1
    from going_seat g where g.id = m.id`.execute(db);
  await sql`update person p set deleted_at = ${now}, version = p.version + 1
    from going_person g where g.id = p.id`.execute(db);
  await sql`delete from duplicate_pair d where d.import_id = ${importId} and (d.state = 'open'
    or exists (select from going_person g where g.id in (d.person_a, d.person_b)))`.execute(db);
  await sql`delete from person_identity i using roster_result x, roster_row r
    where x.import_id = ${importId} and 'identity' = any (x.made) and x.person_id = i.person_id
      and r.import_id = x.import_id and r.line = x.line
      and (i.citizen_id_index is not distinct from r.citizen_id_index)
      and not 'person' = any (x.made)`.execute(db);
  return one(
    db,
    sql<Removed>`select (select count(*) from going_person)::integer as persons,
      (select count(*) from going_seat)::integer as memberships,
      ((select count(*) from made_person) - (select count(*) from going_person)
        + (select count(*) from made_seat s where not exists (select from going_seat g where g.id = s.id)
          and not exists (select from made_person p where p.id = s.person_id)))::integer as kept`,
  );
}

/** The rows that tell of the persons again are those of the newest import that still stands. */
export async function turnBack(db: Db, importId: string, organisationId: string): Promise<void> {
  await sql`create temp table turned on commit drop as
    select distinct person_id from roster_result
    where import_id = ${importId} and current and person_id is not null`.execute(db);
  await sql`analyze turned`.execute(db);
  await sql`update roster_result set current = false
    where import_id = ${importId} and current`.execute(db);
  await sql`update roster_result x set current = true
    from (select x.person_id, x.import_id,
        rank() over (partition by x.person_id order by i.applied_at desc, i.id desc) as age
      from turned t join roster_result x on x.person_id = t.person_id
        and (x.current or x.outcome in ('created', 'updated'))
      join roster_import i on i.id = x.import_id and i.state = 'applied' and i.id <> ${importId}
      where x.organisation_id = ${organisationId} and x.match is distinct from 'row') n
    where n.age = 1 and x.import_id = n.import_id and x.person_id = n.person_id
      and x.match is distinct from 'row'`.execute(db);
}
