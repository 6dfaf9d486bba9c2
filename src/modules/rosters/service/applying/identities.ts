import { sql } from 'kysely';
import type { Cx } from '../../../../platform/command.ts';
import { all } from '../../../../platform/database/query.ts';
import { decryptField, type Keys } from '../../../../platform/keys.ts';
import type { RosterImport } from '../../schema.ts';
import { effective, identityColumns } from './effective.ts';

const has = (alias: string) =>
  sql.join(
    identityColumns.map((column) => sql`${sql.ref(`${alias}.${column}`)} is not null`),
    sql` or `,
  );

const columns = sql.join(identityColumns.map((column) => sql.ref(column)));

/**
 * What the file tells in encrypted fields: `told_identity (line, person_id, new, …)`, and of known
 * persons what differs, `changed_identity (line, person_id, before, after)`. Equal texts look
 * different when encrypted: they are opened to be compared.
 */
export async function findIdentities(cx: Cx, of: RosterImport): Promise<void> {
  const { db } = cx;
  await sql`drop table if exists told_identity, changed_identity`.execute(db);
  await sql`create temp table told_identity on commit drop as
    select p.line, s.person_id, i.person_id is null as new,
      ${sql.join(identityColumns.map((c) => sql`${effective(c)} as ${sql.ref(c)}`))}
    from plan p join stands s on s.line = p.leader
    join roster_row r on r.import_id = ${of.id} and r.line = p.line
    left join merged g on g.line = p.line
    left join person_identity i on i.person_id = s.person_id
    where p.line = p.leader and p.touched and p.line in (select l.leader from plan l
        join staged t on t.line = l.line where t.has_identity)
      and (${has('r')} or ${has('g')})`.execute(db);
  await sql`analyze told_identity`.execute(db);
  await sql`create temp table changed_identity (line integer, person_id uuid, before jsonb, after jsonb)
    on commit drop`.execute(db);
  await compareKnown(cx);
}

/** Writes what `findIdentities` found. */
export async function writeIdentities({ db }: Cx): Promise<void> {
  await sql`insert into person_identity (person_id, ${columns})
    select person_id, ${columns} from told_identity where new`.execute(db);
  const told = (column: string) =>
    sql`${sql.ref(column)} = case when c.after ? ${`identity.${column}`}
      then c.after ->> ${`identity.${column}`} else i.${sql.ref(column)} end`;
  await sql`update person_identity i set ${sql.join(identityColumns.map(told))}
    from changed_identity c where c.person_id = i.person_id`.execute(db);
}

type Columns = Readonly<Record<string, string | null>>;

const page = 2_000;

async function compareKnown(cx: Cx): Promise<void> {
  const { db, keys } = cx;
  let after = 0;
  for (;;) {
    const rows = await all(
      db,
      sql<{ line: number; person: string; told: Columns; known: Columns }>`select t.line,
          t.person_id as person, to_jsonb(t) as told, to_jsonb(i) as known
        from told_identity t join person_identity i on i.person_id = t.person_id
        where not t.new and t.line > ${after} order by t.line limit ${page}`,
    );
    for (const { line, person, told, known } of rows) {
      const changed = identityColumns.filter((column) => newer(keys, column, told, known));
      if (changed.length === 0) continue;
      const side = (from: Columns) =>
        JSON.stringify(Object.fromEntries(changed.map((c) => [`identity.${c}`, from[c] ?? null])));
      await sql`insert into changed_identity values
        (${line}, ${person}, ${side(known)}::jsonb, ${side(told)}::jsonb)`.execute(db);
    }
    if (rows.length < page) return;
    after = rows.at(-1)!.line;
  }
}

function newer(keys: Keys, column: string, told: Columns, known: Columns): boolean {
  const mine = told[column] ?? null;
  const theirs = known[column] ?? null;
  if (mine === null) return false;
  if (theirs === null) return true;
  // The number and its fingerprint change together.
  if (column.startsWith('citizen_id')) return told.citizen_id_index !== known.citizen_id_index;
  const about = `person_identity.${column}`;
  const [a, b] = [decryptField(keys, mine, about), decryptField(keys, theirs, about)];
  return a.state === 'open' && b.state === 'open' && a.value !== b.value;
}
