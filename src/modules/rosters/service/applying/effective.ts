import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../../../platform/database/query.ts';
import type { RosterImport } from '../../schema.ts';

export const nameParts = ['family', 'middle', 'given', 'search'] as const;
/** Fields of a person that a row writes; columns of roster_row and of person alike. */
export const personScalars = [
  'gender',
  'birth_date',
  'email',
  'field',
  'workplace',
  'job',
  'address',
] as const;
export const personLists = ['phones', 'degrees'] as const;
/** Fields of a membership; columns of roster_row and of membership alike. */
export const seatScalars = ['branch', 'joined', 'kind', 'card_number', 'note'] as const;
export const identityColumns = [
  'citizen_id',
  'citizen_id_index',
  'ethnicity',
  'religion',
  'party',
] as const;

const column = (name: string) => sql`r.${sql.ref(name)}`;

const newest = (name: string) =>
  sql`(array_agg(${column(name)} order by r.line desc) filter (where ${column(name)} is not null))[1]
    as ${sql.ref(name)}`;

// Of one row, so that the parts belong together: the newest that is written with its dấu.
const written = sql`(concat(r.family, r.middle, r.given) ~ '[^ -~]') desc, r.line desc`;
const together = (name: string) =>
  sql`(array_agg(${column(name)} order by ${written}))[1] as ${sql.ref(name)}`;

// A day tells more than the year that a later row still has.
const fullest = sql`(array_agg(r.birth_date order by length(r.birth_date) desc, r.line desc)
  filter (where r.birth_date is not null))[1] as birth_date`;

const joined = (name: string) =>
  sql`array(select x from unnest(string_to_array(string_agg(nullif(array_to_string(${column(name)}, ' '), ''),
    ' ' order by r.line desc), ' ')) with ordinality u (x, n) group by x order by min(n))
    as ${sql.ref(name)}`;

/**
 * The values that the rows `r` of one person tell together, the later row over the earlier one, but
 * for a name without its dấu and a birth date that tells less.
 */
export const personTogether: RawBuilder<unknown> = sql.join([
  ...nameParts.map(together),
  ...personScalars.map((name) => (name === 'birth_date' ? fullest : newest(name))),
  ...personLists.map(joined),
  newest('post'),
  ...identityColumns.map(newest),
]);

/** The same for the rows of one membership. */
export const seatTogether: RawBuilder<unknown> = sql.join(seatScalars.map(newest));

/**
 * `merged` (by leader) and `merged_seat` (by seat): what several rows of the file tell of one person
 * or membership. A row that stands alone is not there: its values are those of roster_row.
 */
export async function mergeRows(db: Db, of: RosterImport): Promise<void> {
  await sql`drop table if exists merged, merged_seat`.execute(db);
  await sql`create temp table merged on commit drop as
    select p.leader as line, ${personTogether}
    from plan p join roster_row r on r.import_id = ${of.id} and r.line = p.line
    where p.several and p.touched group by p.leader`.execute(db);
  await sql`create temp table merged_seat on commit drop as
    select p.seat as line, ${seatTogether}
    from plan p join roster_row r on r.import_id = ${of.id} and r.line = p.line
    where p.several and p.touched group by p.seat`.execute(db);
  await sql`analyze merged`.execute(db);
  await sql`analyze merged_seat`.execute(db);
}

/** A field's value for the row `r` beside its `merged` row `g`. */
export const effective = (name: string): RawBuilder<unknown> =>
  sql`coalesce(g.${sql.ref(name)}, r.${sql.ref(name)})`;
