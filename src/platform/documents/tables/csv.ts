import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Content, OpenContent } from '../../files/store.ts';
import { limited } from './batches.ts';
import { type CsvBytes, CsvDecoder, filePieces, findCsvBytes } from './csv-bytes.ts';
import { CsvOverflow, CsvSplitter, guessDelimiter, saidLength } from './csv-split.ts';
import {
  type FullLimits,
  type MergedRange,
  type RowsOptions,
  type Table,
  type TableCell,
  TableFault,
  type TableRow,
  type TableSheet,
} from './types.ts';

const BATCH = 500;
const SAMPLE = 65_536;
/** What Excel has; a row of empty fields may be longer than the columns that are wanted. */
const MOST_FIELDS = 16_384;
const TABBED = new Set(['.tsv', '.tab']);

/** Opens a CSV file: one quick pass decides how its bytes are letters. Throws TableFault. */
export async function openCsv(file: OpenContent, name: string, limits: FullLimits): Promise<Table> {
  const bytes = await findCsvBytes(file);
  const head = await readHead(file, bytes);
  const extension = path.extname(name);
  const tabbed = TABBED.has(extension.toLowerCase()) && head.includes('\t');
  const delimiter = tabbed && saidLength(head) === 0 ? '\t' : guessDelimiter(head);
  const { size } = file;
  const sheet = path.basename(name, extension);
  return new CsvTable({ file, bytes, delimiter, size, skipped: saidLength(head) }, sheet, limits);
}

async function readHead(file: Content, bytes: CsvBytes): Promise<string> {
  const decoder = new CsvDecoder(bytes);
  let head = '';
  for await (const piece of filePieces(file)) {
    head += decoder.decode(piece);
    if (head.length >= SAMPLE) break;
  }
  return head;
}

interface CsvFile {
  readonly file: OpenContent;
  readonly bytes: CsvBytes;
  readonly delimiter: string;
  readonly size: number;
  /** Letters of a "sep=" line at the start. */
  readonly skipped: number;
}

class CsvTable implements Table {
  readonly format = 'csv' as const;
  readonly bytes: CsvBytes;
  readonly delimiter: string;
  readonly macros = false;
  readonly sheets: readonly TableSheet[];
  readonly #csv: CsvFile;
  readonly #limits: FullLimits;
  #read = 0;
  #closed = false;

  constructor(csv: CsvFile, name: string, limits: FullLimits) {
    this.#csv = csv;
    this.#limits = limits;
    this.bytes = csv.bytes;
    this.delimiter = csv.delimiter;
    this.sheets = [{ name, index: 0, hidden: false, dimension: null }];
  }

  async *rows(sheet: number, options: RowsOptions = {}): AsyncGenerator<readonly TableRow[]> {
    if (sheet !== 0) throw new RangeError(`no sheet ${sheet}`);
    const { after = 0, limit = Number.POSITIVE_INFINITY, signal } = options;
    this.#read = 0;
    if (limit <= 0) return;
    yield* limited(this.#batches(after, signal), limit);
  }

  async *#batches(after: number, signal: AbortSignal | undefined): AsyncGenerator<TableRow[]> {
    const rows = new CsvRows(this.#csv, this.#limits, after);
    const decoder = new CsvDecoder(this.bytes);
    const count = (bytes: number): void => {
      this.#read += bytes;
    };
    for await (const piece of filePieces(this.#csv.file, count)) {
      if (this.#closed) throw new Error('closed');
      yield* this.#cut(rows.push(decoder.decode(piece), false), signal);
    }
    yield* this.#cut(rows.push(decoder.decode(null), true), signal);
  }

  async *#cut(rows: TableRow[], signal: AbortSignal | undefined): AsyncGenerator<TableRow[]> {
    for (let at = 0; at < rows.length; at += BATCH) {
      signal?.throwIfAborted();
      yield rows.slice(at, at + BATCH);
      await setImmediate();
    }
    signal?.throwIfAborted();
  }

  async merges(): Promise<readonly MergedRange[]> {
    return [];
  }

  progress(): number {
    return this.#csv.size === 0 ? 0 : Math.min(1, this.#read / this.#csv.size);
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.#csv.file.close();
  }
}

/** Counts records and turns them into rows. */
class CsvRows {
  readonly #splitter: CsvSplitter;
  readonly #limits: FullLimits;
  readonly #after: number;
  #skipped: number;
  #number = 0;
  #counted = 0;

  constructor(csv: CsvFile, limits: FullLimits, after: number) {
    const most = { letters: limits.maxCellLength, fields: MOST_FIELDS };
    this.#splitter = new CsvSplitter(csv.delimiter, most);
    this.#limits = limits;
    this.#after = after;
    this.#skipped = csv.skipped;
  }

  push(text: string, last: boolean): TableRow[] {
    const rows: TableRow[] = [];
    const skipped = Math.min(this.#skipped, text.length);
    this.#skipped -= skipped;
    try {
      this.#splitter.push(skipped === 0 ? text : text.slice(skipped), last, (fields) => {
        const row = this.#row(fields);
        if (row !== null) rows.push(row);
      });
    } catch (error) {
      throw error instanceof CsvOverflow ? this.#fault(error) : error;
    }
    return rows;
  }

  #fault(overflow: CsvOverflow): TableFault {
    const row = this.#number + 1;
    const { maxCellLength, maxColumns } = this.#limits;
    return overflow.what === 'letters'
      ? new TableFault('table.cell_too_long', { row, limit: maxCellLength })
      : new TableFault('table.too_many_columns', { row, limit: maxColumns });
  }

  #row(fields: readonly string[]): TableRow | null {
    const number = ++this.#number;
    if (number <= this.#after) return null;
    let last = fields.length;
    while (last > 0 && fields[last - 1] === '') last--;
    if (last === 0) return null;
    const { maxColumns, maxRows } = this.#limits;
    if (last > maxColumns) {
      throw new TableFault('table.too_many_columns', { row: number, limit: maxColumns });
    }
    if (++this.#counted > maxRows) throw new TableFault('table.too_many_rows', { limit: maxRows });
    const cells: (TableCell | undefined)[] = [];
    for (let at = 0; at < last; at++) {
      const text = fields[at]!;
      cells.push(text === '' ? undefined : { text, kind: 'text' });
    }
    return { number, cells };
  }
}
