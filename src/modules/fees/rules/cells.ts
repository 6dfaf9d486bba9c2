import { type Day, makeDay } from '../../../kernel/day.ts';
import type { Cell } from '../../../platform/documents/sheets/types.ts';

/** A row of a sheet. */
export type Cells = readonly Pick<Cell, 'kind' | 'value' | 'text'>[];
type One = Cells[number] | undefined;

/**
 * Whole đồng of a cell as banks write them: '1.500.000', '1,500,000.00', '+200,000 VND', '-50000',
 * '(50.000)'. Null when it is not money, or not whole.
 */
export function readAmount(cell: One): number | null {
  if (cell === undefined || cell.kind === 'day') return null;
  if (cell.kind === 'number') return whole(Number(cell.value));
  const text = cell.text
    .replace(/[\s\u00a0\u202f']/g, '')
    .replace(/(vn[d\u0111]|\u0111\u1ed3ng|\u0111|₫)\.?$/iu, '')
    .replace(/^[−–]/, '-');
  const match = /^(\(?)([+-]?)(\d[\d.,]*)(\)?)$/.exec(text);
  if (match === null) return null;
  const figures = match[3] ?? '';
  if (!/^\d+$|^\d{1,3}([.,]\d{3})+$|^\d+[.,]0{1,2}$|^\d{1,3}([.,]\d{3})+[.,]0{1,2}$/.test(figures))
    return null;
  const value = whole(Number(figures.replace(/[.,]0{1,2}$/, '').replace(/[.,]/g, '')));
  const negative = match[2] === '-' || (match[1] === '(' && match[4] === ')');
  return value === null || !negative ? value : -value;
}

const whole = (value: number): number | null => (Number.isSafeInteger(value) ? value : null);

/** The day of a cell: a date, or '05/01/2026 10:22', '2026-01-05', '05-01-26', '20260105'; else null. */
export function readDayCell(cell: One): Day | null {
  if (cell === undefined) return null;
  if (cell.kind === 'day') return String(cell.value).slice(0, 10);
  const text = cell.text.trim();
  const iso = /^(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})(?!\d)/.exec(text);
  if (iso !== null) return recent(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const typed = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(?!\d)/.exec(text);
  if (typed === null) return null;
  const year = Number(typed[3]);
  return recent(year < 100 ? 2000 + year : year, Number(typed[2]), Number(typed[1]));
}

// A number of eight figures is a day only when it can be one of a statement.
const recent = (year: number, month: number, day: number): Day | null =>
  year >= 1990 && year <= 2100 ? makeDay(year, month, day) : null;
