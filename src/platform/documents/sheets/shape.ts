import { type Issue, issue } from '../../../kernel/issue.ts';
import { parseVietnameseDate } from '../../../kernel/vietnamese/dates.ts';
import { foldForSearch, toNfc } from '../../../kernel/vietnamese/fold.ts';
import { parseVietnameseNumber } from '../../../kernel/vietnamese/numbers.ts';
import { type Cell, cellAddress, type Sheet } from './types.ts';

export interface SheetOption {
  /** What the program keeps. */
  readonly value: string;
  /** What people read and write. */
  readonly label: string;
}

export interface SheetColumn {
  readonly key: string;
  readonly header: string;
  /** Other headers that people use for this column. */
  readonly aliases?: readonly string[];
  readonly type: 'text' | 'number' | 'integer' | 'day';
  readonly required?: boolean;
  /** One sentence on how to fill it in. */
  readonly help?: string;
  readonly options?: readonly SheetOption[];
  /** In characters, for templates and exports. */
  readonly width?: number;
}

/** The columns of a kind of sheet: what is read from one, and what its template looks like. */
export interface SheetShape {
  readonly columns: readonly SheetColumn[];
}

export interface SheetRow {
  /** As Excel counts, from 1. */
  readonly rowNumber: number;
  /** By key. Absent columns, empty cells and cells with an issue are null. */
  readonly values: Readonly<Record<string, string | number | null>>;
  /** Address of the cell of each column that is there. */
  readonly cells: Readonly<Record<string, string>>;
}

export interface SheetReading {
  readonly rows: readonly SheetRow[];
  /** `path` is "rows.<row number>.<key>", `data` holds cell, header and value. */
  readonly issues: readonly Issue[];
}

const HEADER_DEPTH = 30;

/**
 * Reads the rows of a sheet by their headers. The header is the row, among the first thirty, that
 * has the most of the columns; headers agree without case, accents, stars and what is in brackets.
 * Columns that the shape does not know are passed over. Text comes as it was typed.
 */
export function readSheet(shape: SheetShape, sheet: Sheet): SheetReading {
  const header = findHeader(shape, sheet);
  if (header === null) {
    const headers = shape.columns.filter((column) => column.required).map((one) => one.header);
    const all = headers.length > 0 ? headers : shape.columns.map((column) => column.header);
    return { rows: [], issues: [issue('', 'sheet.header_not_found', { headers: all })] };
  }
  const wrong = headerIssues(shape, header);
  if (wrong.length > 0) return { rows: [], issues: wrong };
  const issues: Issue[] = [];
  const rows: SheetRow[] = [];
  for (let row = header.row + 1; row < sheet.rows.length; row++) {
    const read = readRow(header, sheet.rows[row] ?? [], row, issues);
    if (read !== null) rows.push(read);
  }
  return { rows, issues };
}

interface Placed {
  readonly column: SheetColumn;
  readonly at: number;
}

interface Header {
  readonly row: number;
  readonly placed: readonly Placed[];
}

function headerKey(text: string): string {
  return foldForSearch(text.replace(/\([^)]*\)|\[[^\]]*\]/g, ' '));
}

function findHeader(shape: SheetShape, sheet: Sheet): Header | null {
  const known = new Map<string, SheetColumn>();
  for (const column of shape.columns) {
    for (const name of [column.header, ...(column.aliases ?? [])]) {
      known.set(foldForSearch(name), column);
      if (!known.has(headerKey(name))) known.set(headerKey(name), column);
    }
  }
  let best: Header | null = null;
  let most = 0;
  for (const [row, cells] of sheet.rows.slice(0, HEADER_DEPTH).entries()) {
    const placed = cells.flatMap((cell, at) => {
      const column = known.get(foldForSearch(cell.text)) ?? known.get(headerKey(cell.text));
      return cell.kind === 'empty' || column === undefined ? [] : [{ column, at }];
    });
    const different = new Set(placed.map((one) => one.column.key)).size;
    if (different > most) {
      best = { row, placed };
      most = different;
    }
  }
  return best;
}

function headerIssues(shape: SheetShape, header: Header): Issue[] {
  const issues: Issue[] = [];
  for (const column of shape.columns) {
    const places = header.placed.filter((one) => one.column.key === column.key);
    const [first, second] = places.map((one) => cellAddress(header.row, one.at));
    if (first === undefined && column.required) {
      issues.push(issue(column.key, 'sheet.column_missing', { header: column.header }));
    }
    if (second !== undefined) {
      const data = { header: column.header, first, cell: second };
      issues.push(issue(column.key, 'sheet.column_twice', data));
    }
  }
  return issues;
}

function readRow(
  header: Header,
  cells: readonly Cell[],
  row: number,
  issues: Issue[],
): SheetRow | null {
  if (header.placed.every(({ at }) => isBlank(cells[at]))) return null;
  const values: Record<string, string | number | null> = {};
  const addresses: Record<string, string> = {};
  for (const { column, at } of header.placed) {
    const address = cellAddress(row, at);
    const cell = cells[at];
    addresses[column.key] = address;
    const read = cell === undefined || isBlank(cell) ? blank(column) : readCell(column, cell);
    if (read.code === undefined) {
      values[column.key] = read.value;
      continue;
    }
    values[column.key] = null;
    const options = column.options?.map((option) => option.label);
    const data = {
      cell: address,
      header: column.header,
      value: cell?.text ?? '',
      ...(read.code === 'sheet.not_an_option' ? { options } : {}),
    };
    issues.push(issue(`rows.${row + 1}.${column.key}`, read.code, data));
  }
  return { rowNumber: row + 1, values, cells: addresses };
}

function isBlank(cell: Cell | undefined): boolean {
  return cell === undefined || cell.kind === 'empty' || cell.text.trim() === '';
}

type Read =
  | { readonly value: string | number | null; readonly code?: undefined }
  | { readonly code: string };

function blank(column: SheetColumn): Read {
  return column.required ? { code: 'sheet.value_missing' } : { value: null };
}

function readCell(column: SheetColumn, cell: Cell): Read {
  if (cell.kind === 'error') return { code: 'sheet.formula_error' };
  if (column.options !== undefined) return readOption(column.options, cell);
  if (column.type === 'text') return { value: cell.text };
  return column.type === 'day' ? readDay(cell) : readNumber(cell, column.type === 'integer');
}

// A name that agrees letter by letter wins; one without accents counts when it can only mean one option.
function readOption(options: readonly SheetOption[], cell: Cell): Read {
  const typed = toNfc(cell.text.trim());
  const exact = options.find((option) => [option.value, option.label].map(toNfc).includes(typed));
  if (exact !== undefined) return { value: exact.value };
  const folded = foldForSearch(typed);
  const alike = options.filter((option) =>
    [option.value, option.label].some((name) => foldForSearch(name) === folded),
  );
  const [only] = alike;
  return only !== undefined && alike.length === 1
    ? { value: only.value }
    : { code: 'sheet.not_an_option' };
}

function readNumber(cell: Cell, whole: boolean): Read {
  const code = whole ? 'sheet.not_an_integer' : 'sheet.not_a_number';
  const number = cell.kind === 'number' ? Number(cell.value) : parseVietnameseNumber(cell.text);
  if (number === null || cell.kind === 'day' || cell.kind === 'boolean') return { code };
  return whole && !Number.isSafeInteger(number) ? { code } : { value: number };
}

function readDay(cell: Cell): Read {
  if (cell.kind === 'day') return { value: String(cell.value).slice(0, 10) };
  const parsed = parseVietnameseDate(cell.text);
  return 'ok' in parsed ? { value: parsed.ok } : { code: 'sheet.not_a_day' };
}
