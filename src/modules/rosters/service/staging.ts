import { sql } from 'kysely';
import { type Issue, issue } from '../../../kernel/issue.ts';
import type { Cx } from '../../../platform/command.ts';
import { copyInto } from '../../../platform/database/copying.ts';
import { inTransaction, maybe } from '../../../platform/database/query.ts';
import type { RunContext } from '../../../platform/jobs/index.ts';
import type { SourceRow } from '../../spreadsheets/index.ts';
import type { RosterImport } from '../schema.ts';
import { lineColumns, lineText } from './lines.ts';
import type { Placer } from './placing.ts';

/** How many rows are written in one transaction: what a crash may cost. */
const chunkRows = 10_000;

/** Thrown to leave a transaction when somebody asked to stop. */
export class Stopped extends Error {}

export type Watch = Pick<RunContext, 'progress' | 'cancelled' | 'signal'>;

/** For work that nobody watches. */
export const unwatched: Watch = {
  progress: async () => {},
  cancelled: () => false,
  signal: new AbortController().signal,
};

/**
 * Writes the rows of a file into roster_row, each chunk with the place where reading goes on in one
 * transaction. While one chunk is written the next one is read.
 * @throws Stopped when it was told to stop; what was written until then stays
 */
export async function stageRows(
  cx: Cx,
  of: RosterImport,
  rows: AsyncIterable<readonly SourceRow[]>,
  placer: Placer,
  watch: Watch,
): Promise<void> {
  let texts: Buffer[] = [];
  let count = 0;
  let line = of.readTo;
  let writing: Promise<void> = Promise.resolve();
  const write = async () => {
    const chunk = texts;
    const to = line;
    texts = [];
    count = 0;
    await writing;
    writing = writeChunk(cx, of.id, chunk, to);
    // Looked at when the next chunk is ready; until then nobody waits for it.
    writing.catch(() => {});
  };
  for await (const batch of rows) {
    if (watch.cancelled()) throw new Stopped();
    let text = '';
    for (const row of batch) {
      text += stagedLine(cx, of, row, placer);
      line = row.line;
    }
    // As bytes at once: a text of many pieces would hold all of them until it is sent.
    texts.push(Buffer.from(text));
    count += batch.length;
    if (count >= chunkRows) await write();
    await watch.progress(line, null);
  }
  if (count > 0) await write();
  await writing;
}

function stagedLine(cx: Cx, of: RosterImport, row: SourceRow, placer: Placer): string {
  const { values, issues, state } = row.reading;
  const placed = placer.place(values.association, values.branch);
  const said =
    placed.unknown && state !== 'rejected' ? [...issues, unknownAssociation(of, row)] : issues;
  return lineText(of.id, row, placed, said, cx.keys);
}

/** Nobody below is called as the row says; the cell where it says so. */
export function unknownAssociation(
  { sheets }: RosterImport,
  { sheet, reading }: Pick<SourceRow, 'sheet' | 'reading'>,
): Issue {
  const columns = sheets.find(({ index }) => index === sheet)?.columns ?? [];
  const letter = columns.find(({ field }) => field === 'association')?.letter;
  const cell = letter === undefined ? '' : `${letter}${reading.rowNumber}`;
  return issue('association', 'association_unknown', { cell, value: reading.values.association });
}

async function writeChunk(cx: Cx, id: string, texts: readonly Buffer[], to: number): Promise<void> {
  await inTransaction(cx.db, async (db) => {
    await sql`set local synchronous_commit = off`.execute(db);
    // Also the lock that keeps two processes from reading the same file into the same rows.
    const stands = await maybe(
      db,
      sql`update roster_import set read_to = ${to}
        where id = ${id} and state in ('checking', 'mapped') and read_to < ${to} returning id`,
    );
    if (stands === null) throw new Stopped();
    await copyInto(db, 'roster_row', lineColumns, texts);
  });
}
