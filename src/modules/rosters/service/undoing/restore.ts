import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../../../platform/database/query.ts';
import {
  identityColumns,
  nameParts,
  personLists,
  personScalars,
  seatScalars,
} from '../applying/effective.ts';

type Sql = RawBuilder<unknown>;

const column = (name: string): Sql => sql`t.${sql.ref(name)}`;
const untouched = (key: string, name: string): Sql =>
  sql`to_jsonb(${column(name)}) is not distinct from x.after -> ${key}`;

/** The old value comes back where the import's value still stands; a later one stays. */
function back(name: string, key: string): Sql {
  return sql`${sql.ref(name)} = case when x.after ? ${key} and ${untouched(key, name)}
    then x.before ->> ${key} else ${column(name)} end`;
}

function backList(name: string): Sql {
  return sql`${sql.ref(name)} = case when x.after ? ${name} and ${untouched(name, name)}
    then array(select jsonb_array_elements_text(x.before -> ${name})) else ${column(name)} end`;
}

// The parts of a name belong together.
const sameName = sql.join(
  nameParts.map((part) => sql`(not x.after ? ${part} or ${untouched(part, part)})`),
  sql` and `,
);

const backName = (part: string): Sql =>
  sql`${sql.ref(part)} = case when x.after ? ${part} and ${sameName}
    then x.before ->> ${part} else ${column(part)} end`;

/** Gives persons, memberships and encrypted fields their old values where nobody changed them since. */
export async function restoreFields(db: Db, importId: string): Promise<number> {
  const from = sql`from roster_result x where x.import_id = ${importId} and x.before is not null`;
  const persons = await sql`update person t set ${sql.join([
    ...nameParts.map(backName),
    ...personScalars.map((field) => back(field, field)),
    ...personLists.map(backList),
  ])}, version = t.version + 1 ${from} and t.id = x.person_id and x.leader is null
    and x.after ?| ${[...nameParts, ...personScalars, ...personLists]}::text[]`.execute(db);
  const seats = seatScalars.map((field) => back(field, `membership.${field}`));
  const memberships = await sql`update membership t set ${sql.join(seats)}, version = t.version + 1
    ${from} and t.id = x.membership_id
    and x.after ?| ${seatScalars.map((field) => `membership.${field}`)}::text[]`.execute(db);
  const secrets = identityColumns.map((field) => back(field, `identity.${field}`));
  await sql`update person_identity t set ${sql.join(secrets)} ${from} and t.person_id = x.person_id
    and x.after ?| ${identityColumns.map((field) => `identity.${field}`)}::text[]`.execute(db);
  return Number(persons.numAffectedRows ?? 0) + Number(memberships.numAffectedRows ?? 0);
}
