import { sql } from 'kysely';
import { all } from '../../src/platform/database/query.ts';
import { shown } from './answers.ts';
import type { Pair } from './pair.ts';
import type { World } from './worlds.ts';

/** All rows of all tables, in the order in which they lie there: what whoever reads the database sees. */
export async function rowsOf({ cx }: World): Promise<ReadonlyMap<string, string>> {
  const tables = await all(
    cx.db,
    sql<{
      name: string;
    }>`select tablename as name from pg_tables where schemaname = 'public' order by 1`,
  );
  const found = new Map<string, string>();
  for (const { name } of tables) {
    const rows = await all(
      cx.db,
      sql<{ row: string }>`select t::text as row from ${sql.table(name)} t order by t.ctid`,
    );
    found.set(name, rows.map(({ row }) => row).join('\n'));
  }
  return found;
}

/** The tables by which one world can be told from the other. */
export async function rowDifferences(pair: Pair): Promise<string[]> {
  const [first, second] = await Promise.all(pair.map(rowsOf));
  return [...first!].flatMap(([table, rows]) => {
    const other = second!.get(table);
    return rows === other ? [] : [`table ${table}:${shown(rows, other)}`];
  });
}
