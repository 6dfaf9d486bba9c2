import { sql } from 'kysely';
import { all, type Db, maybe, one } from '../../../platform/database/query.ts';
import type { MergeUndo } from '../schema.ts';

const blanks = [
  'gender',
  'birth_date',
  'email',
  'field',
  'workplace',
  'job',
  'address',
  'note',
] as const;
const lists = ['phones', 'degrees'] as const;
type Row = Readonly<Record<string, unknown>>;
export type Changed = Record<string, { old: unknown; new: unknown }>;

/** What a record gets from another one: blank fields, a fuller birth date, more phones and degrees. */
export function gains(kept: Row, merged: Row): Changed {
  const changed: Changed = {};
  for (const field of blanks) {
    const [old, other] = [kept[field] ?? null, merged[field] ?? null];
    const fuller = field === 'birth_date' && old !== null && String(other).startsWith(`${old}-`);
    if (other !== null && (old === null || fuller)) changed[field] = { old, new: other };
  }
  for (const field of lists) {
    const [old, other] = [kept[field] as string[], merged[field] as string[]];
    const all = [...new Set([...old, ...other])];
    if (all.length > old.length) changed[field] = { old, new: all };
  }
  return changed;
}

/** Fills the kept record from the merged one. */
export async function fillPerson(db: Db, kept: string, merged: string): Promise<Changed> {
  const read = (id: string) =>
    one(db, sql<{ row: Row }>`select to_jsonb(p) as row from person p where id = ${id}`);
  const changed = gains((await read(kept)).row, (await read(merged)).row);
  await write(db, 'person', kept, changed);
  return changed;
}

/**
 * The merged record's memberships: where the kept one is a member as well, its blanks are filled and
 * the other membership is closed; all others go over.
 */
export async function joinMemberships(
  db: Db,
  kept: string,
  merged: string,
  now: Date,
): Promise<Pick<MergeUndo, 'closed' | 'moved' | 'filled'>> {
  const pairs = await all(
    db,
    sql<{ id: string; twin: string | null; row: Row; other: Row | null }>`
      select m.id, k.id as twin, to_jsonb(m) as row, to_jsonb(k) as other
      from membership m
      left join lateral (select * from membership x where x.person_id = ${kept}
          and x.organisation_id = m.organisation_id and x.deleted_at is null and x.during && m.during
        order by x.id limit 1) k on true
      where m.person_id = ${merged} and m.deleted_at is null order by m.id`,
  );
  const filled: Record<string, Changed> = {};
  for (const { twin, row, other } of pairs) {
    if (twin === null || other === null) continue;
    const changed: Changed = {};
    for (const field of ['branch', 'joined', 'card_number', 'note']) {
      if ((other[field] ?? null) === null && (row[field] ?? null) !== null)
        changed[field] = { old: null, new: row[field] };
    }
    if (Object.keys(changed).length > 0) filled[twin] = changed;
    await write(db, 'membership', twin, changed);
  }
  const closed = pairs.filter((pair) => pair.twin !== null).map((pair) => pair.id);
  const moved = pairs.filter((pair) => pair.twin === null).map((pair) => pair.id);
  await sql`update membership set deleted_at = ${now}, version = version + 1
    where id = any(${closed}::uuid[])`.execute(db);
  await sql`update membership set person_id = ${kept}, version = version + 1
    where id = any(${moved}::uuid[])`.execute(db);
  return { closed, moved, filled };
}

/** Sensitive fields that the kept record lacks; they stay encrypted and nobody reads them. */
export async function fillSensitive(db: Db, kept: string, merged: string): Promise<string[]> {
  const other = await maybe(
    db,
    sql<Row>`select citizen_id, citizen_id_index, ethnicity, religion, party
      from person_identity where person_id = ${merged}`,
  );
  if (other === null) return [];
  await sql`insert into person_identity (person_id) values (${kept}) on conflict do nothing`.execute(
    db,
  );
  const own = await one(
    db,
    sql<Row>`select citizen_id, citizen_id_index, ethnicity, religion, party
      from person_identity where person_id = ${kept}`,
  );
  const fields = Object.keys(own).filter((name) => own[name] === null && other[name] !== null);
  for (const name of fields) {
    await sql`update person_identity set ${sql.id(name)} = ${other[name]} where person_id = ${kept}`.execute(
      db,
    );
  }
  return fields;
}

async function write(db: Db, table: string, id: string, changed: Changed): Promise<void> {
  const fields = Object.entries(changed);
  if (fields.length === 0) return;
  const sets = fields.map(([name, value]) => sql`${sql.id(name)} = ${value.new}`);
  await sql`update ${sql.id(table)} set ${sql.join(sets)}, version = version + 1
    where id = ${id}`.execute(db);
}

/** Puts old values back where the value that the joining wrote still stands. */
export async function restoreFields(
  db: Db,
  table: 'person' | 'membership',
  id: string,
  fields: Readonly<Record<string, { readonly old: unknown; readonly new: unknown }>>,
): Promise<void> {
  for (const [name, { old, new: written }] of Object.entries(fields)) {
    await sql`update ${sql.id(table)} set ${sql.id(name)} = ${old}, version = version + 1
      where id = ${id} and to_jsonb(${sql.id(name)}) = ${JSON.stringify(written)}::jsonb`.execute(
      db,
    );
  }
}
