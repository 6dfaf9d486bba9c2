import { AsyncLocalStorage } from 'node:async_hooks';
import { pipeline } from 'node:stream/promises';
import { sql } from 'kysely';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { Db } from './query.ts';

interface Copying {
  readonly statement: string;
  readonly chunks: AsyncIterable<Buffer | string> | Iterable<Buffer | string>;
}

const copying = new AsyncLocalStorage<Copying>();

/**
 * Sends rows by COPY on the connection of `db`, so inside its transaction when it is one.
 * `chunks` are pieces of COPY's text format (`copyLine`), cut anywhere.
 * @param columns names as they stand in the table
 * @returns how many rows were written
 */
export async function copyInto(
  db: Db,
  table: string,
  columns: readonly string[],
  chunks: Copying['chunks'],
): Promise<number> {
  const names = sql.join(columns.map((column) => sql.id(column)));
  const copy = sql`copy ${sql.id(table)} (${names}) from stdin`;
  const statement = copy.compile(db).sql;
  const done = await copying.run({ statement, chunks }, () => copy.execute(db));
  return Number(done.numAffectedRows ?? 0);
}

/**
 * For the pool's clients: does the COPY that `copyInto` asked for, in place of sending the statement
 * alone. Null when the query is another one.
 */
export function performCopy(
  query: unknown,
  send: (stream: pg.Submittable) => unknown,
): Promise<{ command: string; rowCount: number; rows: unknown[] }> | null {
  const asked = copying.getStore();
  if (asked === undefined || asked.statement !== query) return null;
  const sink = copyFrom(asked.statement);
  send(sink as unknown as pg.Submittable);
  return copying.exit(async () => {
    await pipeline(asked.chunks, sink);
    // Kysely counts the rows of these commands only.
    return { command: 'INSERT', rowCount: sink.rowCount, rows: [] };
  });
}

const special = /[\\\t\n\r]/;
const escapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
};

/** A value in COPY's text format; null is SQL's null. */
export function copyText(value: string | null): string {
  if (value === null) return '\\N';
  return special.test(value) ? value.replace(/[\\\t\n\r]/g, (letter) => escapes[letter]!) : value;
}

/** A text[] in COPY's text format. */
export function copyTexts(values: readonly string[]): string {
  if (values.length === 0) return '{}';
  return copyText(`{${values.map((value) => `"${value.replace(/["\\]/g, '\\$&')}"`).join(',')}}`);
}
