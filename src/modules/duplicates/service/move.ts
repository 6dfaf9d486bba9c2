import { sql } from 'kysely';
import { all, type Db, inTransaction } from '../../../platform/database/query.ts';
import { personReferences, type Reference } from '../queries/index.ts';
import type { MergeUndo } from '../schema.ts';

type Key = Readonly<Record<string, unknown>>;

/** Gives every row that names `from` to `to`; what cannot have two of them stays where it is. */
export async function moveReferences(
  db: Db,
  from: string,
  to: string,
): Promise<MergeUndo['references']> {
  const moved: { table: string; column: string; keys: readonly Key[] }[] = [];
  for (const reference of await personReferences(db)) {
    const keys = await give(db, reference, from, to);
    if (keys.length > 0) moved.push({ table: reference.table, column: reference.column, keys });
  }
  return moved;
}

/** Gives rows back that were moved, those that still name `kept`. */
export async function returnReferences(
  db: Db,
  references: MergeUndo['references'],
  kept: string,
  merged: string,
): Promise<void> {
  const known = await personReferences(db);
  for (const { table, column, keys } of references) {
    const reference = known.find((one) => one.table === table && one.column === column);
    if (reference === undefined) continue;
    await sql`update ${sql.id(table)} t set ${sql.id(column)} = ${merged}
      from jsonb_array_elements(${JSON.stringify(keys)}::jsonb) k
      where t.${sql.id(column)} = ${kept} and ${sameKey(reference)}`.execute(db);
  }
}

async function give(db: Db, reference: Reference, from: string, to: string): Promise<Key[]> {
  try {
    return await inTransaction(db, (inner) => update(inner, reference, from, to, null));
  } catch (error) {
    if (!isClash(error)) throw error;
  }
  const rows = await all(
    db,
    sql<{ key: Key }>`select ${keyOf(reference)} as key from ${sql.id(reference.table)} t
      where t.${sql.id(reference.column)} = ${from}`,
  );
  const moved: Key[] = [];
  for (const { key } of rows) {
    try {
      moved.push(...(await inTransaction(db, (inner) => update(inner, reference, from, to, key))));
    } catch (error) {
      if (!isClash(error)) throw error;
    }
  }
  return moved;
}

async function update(
  db: Db,
  reference: Reference,
  from: string,
  to: string,
  key: Key | null,
): Promise<Key[]> {
  const only =
    key === null
      ? sql`true`
      : sql`exists (select from (select ${JSON.stringify(key)}::jsonb as value) k where ${sameKey(reference)})`;
  const rows = await all(
    db,
    sql<{ key: Key }>`update ${sql.id(reference.table)} t set ${sql.id(reference.column)} = ${to}
      where t.${sql.id(reference.column)} = ${from} and ${only} returning ${keyOf(reference)} as key`,
  );
  return rows.map((row) => row.key);
}

// A key that names the person itself changes with the move: it is noted as it is afterwards.
function keyOf({ key }: Reference) {
  const parts = key.flatMap((name) => [sql`${sql.lit(name)}`, sql`t.${sql.id(name)}`]);
  return sql`jsonb_build_object(${sql.join(parts)})`;
}

function sameKey({ key }: Reference) {
  return sql.join(
    key.map((name) => sql`t.${sql.id(name)}::text = k.value ->> ${name}`),
    sql` and `,
  );
}

const clashes = new Set(['23505', '23P01']);

function isClash(error: unknown): boolean {
  return clashes.has(String((error as { code?: unknown }).code));
}
