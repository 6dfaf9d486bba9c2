import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { type Issue, issue } from '../../kernel/issue.ts';
import { decodeText, encodingJudge } from '../../kernel/vietnamese/encodings/index.ts';
import { columnLetters } from '../../platform/documents/index.ts';
import {
  openTable,
  type Table,
  type TableCell,
  TableFault,
  type TableRow,
} from '../../platform/documents/tables/index.ts';
import { jsonTables } from './rules/json/read.ts';
import { checkLimits } from './rules/limits.ts';
import type { SourceCell, SourceTable } from './rules/table/source.ts';

export type ReadJson =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly issues: readonly Issue[] };

export type ReadTables =
  | { readonly ok: true; readonly tables: readonly SourceTable[] }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** The most that is read at once: bytes of the file, rows and columns of a sheet, cells in all. */
export type ReadLimits = Readonly<Record<'bytes' | 'rows' | 'columns' | 'cells', number>>;

/**
 * Reads the tables of the file at `file`, called `name`: XLSX, CSV or TSV in any encoding, JSON.
 * A cell's path is its address ('C7', with several sheets 'Biểu 1!C7') or its JSON Pointer.
 */
export async function readTables(
  file: string,
  name: string,
  limits: ReadLimits = checkLimits,
): Promise<ReadTables> {
  const found = await readJson(file, name);
  if (found !== null) return found.ok ? { ok: true, tables: jsonTables(found.value) } : found;
  const opened = await openTable(file, name, {
    maxBytes: limits.bytes,
    maxRows: limits.rows,
    maxColumns: limits.columns,
  });
  if (!opened.ok) return opened;
  try {
    return { ok: true, tables: await sheetsOf(opened.table, limits.cells) };
  } catch (error) {
    if (!(error instanceof TableFault)) throw error;
    return { ok: false, issues: [issue('file', error.code, { ...error.data })] };
  } finally {
    await opened.table.close();
  }
}

/** The JSON value of a file that is named so, or begins so; null: it is some other kind of file. */
export async function readJson(file: string, name: string): Promise<ReadJson | null> {
  const isNamed = path.extname(name).toLowerCase() === '.json';
  const size = await stat(file).then(
    (found) => (found.isFile() ? found.size : -1),
    () => -1,
  );
  if (size < 0) return { ok: false, issues: [issue('file', 'table.unreadable')] };
  if (size > checkLimits.bytes) {
    if (!isNamed) return null;
    const data = { bytes: size, limit: checkLimits.bytes };
    return { ok: false, issues: [issue('file', 'table.file_too_large', data)] };
  }
  const bytes = await readFile(file);
  const text = textOf(bytes);
  if (!isNamed && !/^\s*[[{]/.test(text.slice(0, 200))) return null;
  try {
    return { ok: true, value: JSON.parse(text) as unknown };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    if (!isNamed) return null;
    return {
      ok: false,
      issues: [
        issue(
          'file',
          bytes.length === 0 ? 'table.empty_file' : 'checks_not_json',
          placeOf(error.message, text),
        ),
      ],
    };
  }
}

function textOf(bytes: Buffer): string {
  const mark = bytes.toString('hex', 0, 2);
  const encoding = mark === 'fffe' ? 'utf-16le' : mark === 'feff' ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes).normalize('NFC');
}

/** Line of the fault, as far as the engine tells it. */
function placeOf(message: string, text: string): Record<string, number> {
  const at = /position (\d+)/.exec(message)?.[1];
  const before = at === undefined ? text : text.slice(0, Number(at));
  return { line: before.split('\n').length };
}

async function sheetsOf(table: Table, most: number): Promise<SourceTable[]> {
  const shown = table.sheets.filter(({ hidden }) => !hidden);
  const sheets = shown.length > 0 ? shown : table.sheets;
  const found: SourceTable[] = [];
  let cells = 0;
  for (const { name, index } of sheets) {
    const rows: TableRow[] = [];
    for await (const batch of table.rows(index)) {
      rows.push(...batch);
      cells += batch.reduce((sum, row) => sum + row.cells.length, 0);
      if (cells > most) throw new TableFault('checks_too_many_cells', { limit: most });
    }
    const prefix = sheets.length > 1 ? `${name}!` : '';
    found.push({ name, titles: null, rows: matrix(rows, prefix), texts: [] });
  }
  return found;
}

/** Rows of equal length; where rows were empty, one empty row stands for them. */
function matrix(rows: readonly TableRow[], prefix: string): SourceCell[][] {
  const width = Math.max(0, ...rows.map((row) => row.cells.length));
  const decode = decoder(rows, width);
  const found: SourceCell[][] = [];
  let last = 0;
  for (const row of rows) {
    if (last > 0 && row.number > last + 1) found.push(blankRow(last + 1, width, prefix));
    last = row.number;
    found.push(
      Array.from({ length: width }, (_, column) =>
        cellOf(
          row.cells[column],
          `${prefix}${columnLetters(column)}${row.number}`,
          decode[column]!,
        ),
      ),
    );
  }
  return found;
}

const blankRow = (row: number, width: number, prefix: string): SourceCell[] =>
  Array.from({ length: width }, (_, column) => ({
    text: '',
    path: `${prefix}${columnLetters(column)}${row}`,
    kind: 'empty' as const,
  }));

/** For each column, how its letters are read: older tables are set in TCVN3 or VNI fonts. */
function decoder(rows: readonly TableRow[], width: number): ((text: string) => string)[] {
  return Array.from({ length: width }, (_, column) => {
    const judge = encodingJudge();
    for (const row of rows.slice(0, 2_000)) {
      const cell = row.cells[column];
      if (cell !== undefined && cell.kind === 'text') judge.add(cell.text, cell.font);
    }
    const { encoding } = judge.verdict();
    return (text) => decodeText(text, encoding).normalize('NFC');
  });
}

function cellOf(
  cell: TableCell | undefined,
  at: string,
  decode: (text: string) => string,
): SourceCell {
  if (cell === undefined || cell.kind === 'empty' || cell.kind === 'error')
    return { text: '', path: at, kind: 'empty' };
  if (cell.kind === 'number' && cell.number !== undefined) {
    return { text: cell.text, path: at, kind: 'number', number: cell.number };
  }
  if (cell.kind === 'day' && cell.day !== undefined)
    return { text: cell.text, path: at, kind: 'day', day: cell.day };
  const text = decode(cell.text);
  return { text, path: at, kind: text.trim() === '' ? 'empty' : 'text' };
}
