import { setImmediate } from 'node:timers/promises';
import type { OpenContent } from '../../files/store.ts';
import { limited } from './batches.ts';
import { CellMaker } from './cells.ts';
import { readMerges } from './merges.ts';
import { readStrings } from './read-strings.ts';
import { LAST_ROW, SheetRows } from './sheet-rows.ts';
import type { StringPool } from './strings.ts';
import {
  type FullLimits,
  type MergedRange,
  type RowsOptions,
  type Table,
  TableFault,
  type TableRow,
  type TableSheet,
} from './types.ts';
import { readWorkbook, type Workbook } from './workbook.ts';
import { utf8Xml } from './xml-parts.ts';
import { MORE, nameOf, OPEN, XmlScanner } from './xml-scanner.ts';
import { Parts, type Reading } from './zip.ts';

const BATCH = 500;
const MOST_PEEKED_SHEETS = 100;
const PEEK = 65_536;

/** Opens a workbook and looks at the head of its sheets. Throws TableFault. */
export async function openXlsx(file: OpenContent, limits: FullLimits): Promise<Table> {
  const parts = await Parts.open(file, limits);
  try {
    const book = await readWorkbook(parts, limits, { packed: 0, unpacked: 0 });
    const sheets: TableSheet[] = [];
    for (const [index, { name, hidden, part }] of book.sheets.entries()) {
      const dimension = index < MOST_PEEKED_SHEETS ? await readDimension(parts, part) : null;
      sheets.push({ name, index, hidden, dimension });
    }
    return new XlsxTable(parts, book, sheets, limits);
  } catch (error) {
    parts.close();
    throw error;
  }
}

const DIMENSION = nameOf('dimension');
const DATA = nameOf('sheetData');

// Only the head of a sheet is unpacked for this; what is wrong there is found now and not halfway.
async function readDimension(parts: Parts, part: string): Promise<string | null> {
  const scanner = new XmlScanner();
  let read = 0;
  for await (const chunk of utf8Xml(parts.read(part, { packed: 0, unpacked: 0 }))) {
    scanner.feed(chunk);
    read += chunk.length;
    for (let token = scanner.next(); token !== MORE; token = scanner.next()) {
      if (token !== OPEN || scanner.depth !== 2) continue;
      if (scanner.name === DIMENSION) return scanner.attribute('ref');
      if (scanner.name === DATA) return null;
    }
    if (read > PEEK) return null;
  }
  scanner.finish();
  return null;
}

class XlsxTable implements Table {
  readonly format = 'xlsx' as const;
  readonly bytes = null;
  readonly delimiter = null;
  readonly macros: boolean;
  readonly sheets: readonly TableSheet[];
  readonly #parts: Parts;
  readonly #book: Workbook;
  readonly #limits: FullLimits;
  readonly #merges = new Map<number, Promise<readonly MergedRange[]>>();
  #pool: Promise<StringPool | null> | null = null;
  #reading: Reading = { packed: 0, unpacked: 0 };
  #total = 0;

  constructor(parts: Parts, book: Workbook, sheets: readonly TableSheet[], limits: FullLimits) {
    this.#parts = parts;
    this.#book = book;
    this.#limits = limits;
    this.sheets = sheets;
    this.macros = book.macros;
  }

  async *rows(sheet: number, options: RowsOptions = {}): AsyncGenerator<readonly TableRow[]> {
    const { name, part } = this.#sheet(sheet);
    this.#refuseClaim(sheet, name);
    const { after = 0, limit = Number.POSITIVE_INFINITY, signal } = options;
    const reading = { packed: 0, unpacked: 0 };
    this.#reading = reading;
    this.#total = this.#parts.size(part) + (this.#pool === null ? this.#stringsSize() : 0);
    signal?.throwIfAborted();
    if (limit <= 0) return;
    const pool = await this.#strings(reading);
    signal?.throwIfAborted();
    const cells = new CellMaker(this.#book.styles, pool);
    const rows = new SheetRows(cells, this.#limits, name, after);
    yield* limited(this.#batches(rows, part, reading, signal), limit);
  }

  async *#batches(
    rows: SheetRows,
    part: string,
    reading: Reading,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<TableRow[]> {
    let batch: TableRow[] = [];
    for await (const chunk of utf8Xml(this.#parts.read(part, reading))) {
      signal?.throwIfAborted();
      // Behind the rows only the checksum is of interest.
      if (rows.done) continue;
      rows.feed(chunk);
      for (let row = rows.next(); row !== null; row = rows.next()) {
        batch.push(row);
        if (batch.length < BATCH) continue;
        yield batch;
        batch = [];
        signal?.throwIfAborted();
        await setImmediate();
      }
    }
    rows.finish();
    if (batch.length > 0) yield batch;
  }

  merges(sheet: number): Promise<readonly MergedRange[]> {
    const known = this.#merges.get(sheet);
    if (known !== undefined) return known;
    const { name, part } = this.#sheet(sheet);
    const chunks = utf8Xml(this.#parts.read(part, { packed: 0, unpacked: 0 }));
    const found = readMerges(chunks, this.#limits, name);
    this.#merges.set(sheet, found);
    return found;
  }

  progress(): number {
    return this.#total === 0 ? 0 : Math.min(1, this.#reading.packed / this.#total);
  }

  async close(): Promise<void> {
    this.#pool = null;
    this.#parts.close();
  }

  // A sheet that says of itself that it has more rows than Excel is not read to where they begin.
  #refuseClaim(index: number, sheet: string): void {
    const last = /(\d+)$/.exec(this.sheets[index]?.dimension ?? '')?.[1];
    if (last === undefined || Number(last) <= LAST_ROW) return;
    const limit = Math.min(this.#limits.maxRows, LAST_ROW);
    throw new TableFault('table.too_many_rows', { sheet, limit });
  }

  #sheet(index: number): Workbook['sheets'][number] {
    const sheet = this.#book.sheets[index];
    if (sheet === undefined) throw new RangeError(`no sheet ${index}`);
    return sheet;
  }

  #stringsSize(): number {
    return this.#book.strings === null ? 0 : this.#parts.size(this.#book.strings);
  }

  // Read once for all sheets; what failed is tried again by the next reading.
  #strings(reading: Reading): Promise<StringPool | null> {
    const { strings } = this.#book;
    if (strings === null) return Promise.resolve(null);
    this.#pool ??= readStrings(unhurried(this.#parts.read(strings, reading)), this.#limits).catch(
      (error: unknown) => {
        this.#pool = null;
        throw error;
      },
    );
    return this.#pool;
  }
}

// The server answers others between two pieces.
async function* unhurried<T>(items: AsyncIterable<T>): AsyncGenerator<T> {
  for await (const item of items) {
    yield item;
    await setImmediate();
  }
}
