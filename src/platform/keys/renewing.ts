import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { all, type Db } from '../database/query.ts';
import { getSetting, setSetting } from '../settings.ts';
import { blindIndex, decryptField, isCurrent, renewField } from './fields.ts';
import type { Key, Keys } from './types.ts';

/** Where a module keeps encrypted texts and fingerprints of them. */
export interface EncryptedTable {
  readonly table: string;
  /** Columns of the primary key and their types. */
  readonly key: Readonly<Record<string, 'uuid' | 'integer'>>;
  /** What is encrypted, and what it belongs to when it is opened. */
  readonly fields: Readonly<Record<string, string>>;
  /** Fingerprints: of which field, and under which name they were made. */
  readonly indexes: Readonly<Record<string, { readonly of: string; readonly field: string }>>;
  /** Where the above are no columns but keys, with this prefix, of objects in these columns. */
  readonly inside?: { readonly columns: readonly string[]; readonly prefix: string };
}

type Values = Readonly<Record<string, unknown>>;
interface Row {
  readonly key: Readonly<Record<string, string | number>>;
  readonly values: Values;
}

const page = 500;
const SETTING = 'keys.renewed';

/** `renewEncrypted`, where a key was rotated since it was done last; null where none was. */
export async function renewIfRotated(
  db: Db,
  keys: Keys,
  tables: readonly EncryptedTable[],
): Promise<number | null> {
  if (keys.status === 'missing') return null;
  const mark = `${labelOf(keys.current('field'))} ${labelOf(keys.current('blind_index'))}`;
  // Keys of the first version: nothing older can be there.
  const known = (await getSetting(db, SETTING, z.string())) ?? firstOf(keys);
  if (known === mark) return null;
  const renewed = await renewEncrypted(db, keys, tables);
  await setSetting(db, SETTING, mark);
  return renewed;
}

/**
 * Encrypts everything again with the newest keys and makes its fingerprints anew, in small steps while
 * the work of others goes on: what they change meanwhile stays. What no key opens stays as it is.
 * Gives how many rows were written.
 */
export async function renewEncrypted(
  db: Db,
  keys: Keys,
  tables: readonly EncryptedTable[],
): Promise<number> {
  let written = 0;
  for (const table of tables) written += await renewTable(db, keys, table);
  return written;
}

const labelOf = ({ version, id }: Key): string => `${version}.${id}`;

function firstOf(keys: Keys): string {
  const [field, index] = [keys.all('field').at(-1), keys.all('blind_index').at(-1)];
  return field === undefined || index === undefined ? '' : `${labelOf(field)} ${labelOf(index)}`;
}

async function renewTable(db: Db, keys: Keys, of: EncryptedTable): Promise<number> {
  let written = 0;
  let after: Row | null = null;
  for (;;) {
    const rows: Row[] = await staleRows(db, keys, of, after);
    const renewed = rows.flatMap((row) => {
      const values = renewedValues(keys, of, row.values);
      return Object.keys(values).length === 0 ? [] : [{ ...row, now: values }];
    });
    if (renewed.length > 0) written += await write(db, of, renewed);
    after = rows.at(-1) ?? null;
    if (rows.length < page || after === null) return written;
  }
}

/** The columns that hold the texts. */
const columnsOf = (of: EncryptedTable): readonly string[] =>
  of.inside?.columns ?? [...Object.keys(of.fields), ...Object.keys(of.indexes)];

function staleRows(db: Db, keys: Keys, of: EncryptedTable, after: Row | null): Promise<Row[]> {
  const names = Object.keys(of.key);
  const tuple = sql.join(names.map((name) => sql`t.${sql.id(name)}`));
  const later =
    after === null
      ? sql`true`
      : sql`(${tuple}) > (${sql.join(names.map((name) => typed(of, name, sql`${String(after.key[name])}`)))})`;
  const object = (columns: readonly string[]) =>
    sql`jsonb_build_object(${sql.join(columns.flatMap((name) => [sql.lit(name), sql`t.${sql.id(name)}`]))})`;
  return all(
    db,
    sql<Row>`select ${object(names)} as key, ${object(columnsOf(of))} as values
      from ${sql.id(of.table)} t where ${later} and (${sql.join(stale(keys, of), sql` or `)})
      order by ${tuple} limit ${page}`,
  );
}

const typed = (of: EncryptedTable, name: string, value: RawBuilder<unknown>) =>
  sql`${value}::text::${sql.raw(of.key[name]!)}`;

function stale(keys: Keys, { fields, indexes, inside }: EncryptedTable): RawBuilder<unknown>[] {
  const made = [
    ...Object.keys(fields).map((name) => [name, labelOf(keys.current('field'))] as const),
    ...Object.keys(indexes).map((name) => [name, labelOf(keys.current('blind_index'))] as const),
  ];
  return made.flatMap(([name, label]) => {
    const texts =
      inside === undefined
        ? [sql`t.${sql.id(name)}`]
        : inside.columns.map((column) => sql`t.${sql.id(column)} ->> ${`${inside.prefix}${name}`}`);
    return texts.map((text) => sql`not starts_with(${text}, ${`${label}.`})`);
  });
}

/** The columns that change, with what stands in them now. */
function renewedValues(keys: Keys, of: EncryptedTable, values: Values): Values {
  if (of.inside === undefined) return renewedTexts(keys, of, values, '');
  const { columns, prefix } = of.inside;
  const changed = columns.flatMap((column) => {
    const object = (values[column] ?? {}) as Values;
    const texts = renewedTexts(keys, of, object, prefix);
    return Object.keys(texts).length === 0 ? [] : [[column, { ...object, ...texts }] as const];
  });
  return Object.fromEntries(changed);
}

function renewedTexts(keys: Keys, of: EncryptedTable, texts: Values, prefix: string): Values {
  const renewed: Record<string, string> = {};
  for (const [name, about] of Object.entries(of.fields)) {
    const stored = texts[`${prefix}${name}`];
    const now = typeof stored === 'string' ? renewField(keys, stored, about) : null;
    if (now !== null) renewed[`${prefix}${name}`] = now;
  }
  for (const [name, index] of Object.entries(of.indexes)) {
    const [stored, source] = [texts[`${prefix}${name}`], texts[`${prefix}${index.of}`]];
    if (typeof stored !== 'string' || typeof source !== 'string') continue;
    if (isCurrent(keys, 'blind_index', stored)) continue;
    const opened = decryptField(keys, source, of.fields[index.of] ?? '');
    if (opened.state === 'open')
      renewed[`${prefix}${name}`] = blindIndex(keys, index.field, opened.value);
  }
  return renewed;
}

// Only where nobody changed the row since it was read.
async function write(
  db: Db,
  of: EncryptedTable,
  rows: readonly (Row & { readonly now: Values })[],
): Promise<number> {
  const columns = columnsOf(of);
  const get = of.inside === undefined ? sql`->>` : sql`->`;
  const sets = columns.map(
    (name) => sql`${sql.id(name)} = case when n.v -> 'now' ? ${name}
      then n.v -> 'now' ${get} ${name} else t.${sql.id(name)} end`,
  );
  const same = [
    ...Object.keys(of.key).map(
      (name) => sql`t.${sql.id(name)} = ${typed(of, name, sql`(n.v -> 'key' ->> ${name})`)}`,
    ),
    ...columns.map(
      (name) => sql`coalesce(to_jsonb(t.${sql.id(name)}), 'null') = n.v -> 'values' -> ${name}`,
    ),
  ];
  const done = await sql`update ${sql.id(of.table)} t set ${sql.join(sets)}
    from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) n (v)
    where ${sql.join(same, sql` and `)}`.execute(db);
  return Number(done.numAffectedRows ?? 0);
}
