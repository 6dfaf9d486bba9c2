import type { CellValue, Cell as HucreCell } from 'hucre/xlsx';
import { type Issue, issue } from '../../../kernel/issue.ts';
import { formatDate } from '../../../kernel/vietnamese/dates.ts';
import {
  type Cell,
  cellAddress,
  READ_DEFAULTS,
  type ReadLimits,
  type ReadResult,
  type Sheet,
} from './types.ts';
import { unzip } from './zip.ts';

const OLE2 = Buffer.from('d0cf11e0a1b11ae1', 'hex');
// Worksheets hardly shrink more than twentyfold; a bomb does a thousandfold.
const MOST_GROWTH = 12;
const TAGS_PER_CELL = 6;

/**
 * Reads a small office workbook (.xlsx, .xlsm) whole. Hidden sheets are left out. Refuses, with one
 * issue, what is no workbook, an old or encrypted one, a damaged one, one with a DTD, and what is
 * over the limits.
 */
export async function readXlsx(file: Buffer, limits: ReadLimits = {}): Promise<ReadResult> {
  const { maxBytes, maxRows, maxCells } = { ...READ_DEFAULTS, ...limits };
  const bad = refuseEarly(file, maxBytes);
  if (bad !== null) return refused(bad);
  const zip = unzip(file, MOST_GROWTH * maxBytes);
  if (!zip.ok) return refused(zip.issue);
  const dangerous = refuseParts(zip.entries, maxCells);
  if (dangerous !== null) return refused(dangerous);
  const { readXlsx: parse } = await import('hucre/xlsx');
  const { formatValue } = await import('hucre');
  let book: Awaited<ReturnType<typeof parse>>;
  try {
    const visible = (info: { hidden?: boolean; veryHidden?: boolean }) =>
      info.hidden !== true && info.veryHidden !== true;
    book = await parse(file, { readStyles: true, sheets: visible });
  } catch {
    return refused(issue('', 'sheet.damaged'));
  }
  const sheets: Sheet[] = [];
  for (const sheet of book.sheets) {
    const cells = sheet.cells ?? new Map<string, HucreCell>();
    const read = (row: number, column: number, value: CellValue): Cell => {
      const detail = cells.get(`${row},${column}`);
      return toCell(cellAddress(row, column), value, detail, formatValue);
    };
    const rows = trimmed(sheet.rows, read);
    if (rows.length > maxRows) {
      const data = { sheet: sheet.name, rows: rows.length, limit: maxRows };
      return refused(issue('', 'sheet.too_many_rows', data));
    }
    sheets.push({ name: sheet.name, rows });
  }
  return { sheets, issues: [] };
}

export function refused(one: Issue): ReadResult {
  return { sheets: [], issues: [one] };
}

function refuseEarly(file: Buffer, maxBytes: number): Issue | null {
  if (file.length === 0) return issue('', 'sheet.empty_file');
  if (file.length > maxBytes) {
    return issue('', 'sheet.file_too_large', { bytes: file.length, limit: maxBytes });
  }
  if (file.subarray(0, 8).equals(OLE2)) return issue('', 'sheet.old_or_encrypted');
  return file.length < 22 || file.toString('latin1', 0, 2) !== 'PK'
    ? issue('', 'sheet.not_a_workbook')
    : null;
}

function refuseParts(entries: ReadonlyMap<string, Buffer>, maxCells: number): Issue | null {
  if (!entries.has('[Content_Types].xml')) return issue('', 'sheet.not_a_workbook');
  let cells = 0;
  for (const [name, part] of entries) {
    if (!/\.(xml|rels)$/i.test(name)) continue;
    // Office never writes a DTD: what has one is an attempt at entity expansion.
    if (part.includes('<!DOCTYPE') || part.includes('<!ENTITY')) {
      return issue('', 'sheet.forbidden_markup');
    }
    if (name.startsWith('xl/worksheets/')) cells += countCells(part);
    if (cells > maxCells || countTags(part) > maxCells * TAGS_PER_CELL) {
      return issue('', 'sheet.too_many_cells', { limit: maxCells });
    }
  }
  return null;
}

function countTags(part: Buffer): number {
  let count = 0;
  for (let at = part.indexOf(0x3c); at >= 0; at = part.indexOf(0x3c, at + 1)) {
    if (part[at + 1] !== 0x2f) count++;
  }
  return count;
}

// Start tags of cells; Office writes them without a prefix, others may choose one.
function countCells(part: Buffer): number {
  const prefix = /<(\w+:)?worksheet[\s>]/.exec(part.toString('latin1', 0, 4096))?.[1] ?? '';
  const tag = Buffer.from(`<${prefix}c`);
  let count = 0;
  for (let at = part.indexOf(tag); at >= 0; at = part.indexOf(tag, at + tag.length)) {
    const next = part[at + tag.length] ?? 0;
    if (next <= 0x20 || next === 0x3e || next === 0x2f) count++;
  }
  return count;
}

type Read = (row: number, column: number, value: CellValue) => Cell;

function trimmed(rows: readonly (readonly CellValue[])[], read: Read): Cell[][] {
  const result: Cell[][] = [];
  for (const [row, values] of rows.entries()) {
    let last = values.length;
    while (last > 0 && isBlank(values[last - 1] ?? null)) last--;
    if (last === 0) continue;
    while (result.length < row) result.push([]);
    result.push(values.slice(0, last).map((value, column) => read(row, column, value)));
  }
  return result;
}

function isBlank(value: CellValue): boolean {
  return value === null || value === '';
}

type Format = (value: unknown, format: string) => string;

function toCell(
  address: string,
  value: CellValue,
  detail: HucreCell | undefined,
  format: Format,
): Cell {
  if (isBlank(value)) return { address, kind: 'empty', value: null, text: '' };
  if (value instanceof Date) return dateCell(address, value);
  if (typeof value === 'boolean') {
    return { address, kind: 'boolean', value, text: value ? 'TRUE' : 'FALSE' };
  }
  if (typeof value === 'number') {
    // Excel shows at most 15 digits: 0.1 + 0.2 is 0.3 there.
    const shown = Number(value.toPrecision(15));
    return { address, kind: 'number', value: shown, text: shownNumber(shown, detail, format) };
  }
  const text = String(value);
  return { address, kind: detail?.type === 'error' ? 'error' : 'text', value: text, text };
}

/**
 * The digits that a code or a telephone number has in front of it by its format alone ("0000000000"
 * shows 912345678 as 0912345678) belong to what the author sees. Other formats only dress a number.
 */
function shownNumber(value: number, detail: HucreCell | undefined, format: Format): string {
  const pattern = detail?.style?.numFmt ?? '';
  if (/^0{2,}$/.test(pattern) && Number.isInteger(value)) return format(value, pattern);
  return String(value);
}

function dateCell(address: string, date: Date): Cell {
  if (Number.isNaN(date.getTime()))
    return { address, kind: 'error', value: '#NUM!', text: '#NUM!' };
  const iso = date.toISOString();
  // A time with no day is kept in 1899, before the first day that Excel knows.
  if (date.getUTCFullYear() < 1900) {
    const time = iso.slice(11, 19);
    return { address, kind: 'text', value: time, text: time };
  }
  const midnight = iso.slice(11, 19) === '00:00:00';
  const value = midnight ? iso.slice(0, 10) : iso.slice(0, 19);
  const day = formatDate(iso.slice(0, 10));
  return { address, kind: 'day', value, text: midnight ? day : `${day} ${iso.slice(11, 19)}` };
}
