import { createHash } from 'node:crypto';
import { to as copyTo } from 'pg-copy-streams';
import { copyOut, quoted, sequencesOf, tablesOf } from './catalog.ts';
import type { Database } from './index.ts';

export interface Difference {
  readonly table: string;
  readonly a: string;
  readonly b: string;
}

/** Rows of two databases compared table by table, whatever order they lie in. Empty when equal. */
export async function equality(a: Database, b: Database): Promise<Difference[]> {
  const [left, right] = [await digests(a), await digests(b)];
  const names = [...new Set([...left.keys(), ...right.keys()])].sort();
  return names
    .map((table) => ({ table, a: left.get(table) ?? '-', b: right.get(table) ?? '-' }))
    .filter((pair) => pair.a !== pair.b);
}

/** For each table the number of rows and a hash over them in order; for each sequence its state. */
async function digests(database: Database): Promise<Map<string, string>> {
  const client = await database.ownerPool.connect();
  const result = new Map<string, string>();
  try {
    await client.query('begin isolation level repeatable read read only');
    for (const table of await tablesOf(client)) {
      const row = `row(${table.columns.map(quoted).join(', ')})::text collate "C"`;
      const stream = client.query(copyTo(copyOut(table, `order by ${row}`)));
      const hash = createHash('sha256');
      for await (const chunk of stream as AsyncIterable<Buffer>) hash.update(chunk);
      result.set(table.name, `${stream.rowCount} ${hash.digest('hex')}`);
    }
    for (const { name, value, called } of await sequencesOf(client))
      result.set(name, `${value} ${called}`);
    await client.query('commit');
  } finally {
    client.release(true);
  }
  return result;
}
