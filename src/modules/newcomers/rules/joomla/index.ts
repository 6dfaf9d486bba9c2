import { decoded } from '../bytes/decode.ts';
import { Problems } from '../problems.ts';
import { type Bytes, type Newcomers, Unreadable } from '../types.ts';
import { JsonRows } from './json.ts';
import { isRead, type Known, recordsOf } from './records.ts';
import { SqlRows } from './sql.ts';

/**
 * Reads dumps of a Joomla database, as mysqldump and phpMyAdmin write them (SQL, or JSON): articles, categories, menus,
 * authors, tags, and those of K2. Several files are read as one. Memory stays flat.
 */
export async function* readJoomla(files: Iterable<Bytes>): Newcomers {
  const problems = new Problems();
  const known: Known = { paths: new Map() };
  let found = 0;
  for (const bytes of files) {
    let rows: SqlRows | JsonRows | null = null;
    const pieces = decoded(bytes);
    for (;;) {
      const { value, done } = await pieces.next();
      rows ??= isJson(value ?? '') ? new JsonRows(isRead) : new SqlRows(isRead);
      for (const row of rows.add(value ?? '', done === true)) {
        found += 1;
        yield* recordsOf(row, known, problems);
      }
      if (done === true) break;
    }
  }
  if (found === 0) throw new Unreadable('no_joomla');
  yield* problems.all();
}

const isJson = (head: string): boolean => /^[\s\ufeff]*(\[|\/\*\*)/.test(head);
