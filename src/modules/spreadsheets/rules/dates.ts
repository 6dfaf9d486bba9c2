import { makeDay } from '../../../kernel/day.ts';
import type { CellLike } from './cell.ts';
import {
  checked,
  type DateOrder,
  type DateReading,
  type DateRules,
  type DateSwap,
  EMPTY,
  ordered,
  type Three,
} from './date-parts.ts';
import { readDateText } from './date-text.ts';

export type { DateCode, DateOrder, DateReading, DateRules, DateSwap } from './date-parts.ts';
export { fromParts } from './date-parts.ts';

/** The date of a cell; {value: null} without a code where the cell says nothing. */
export function readDate(cell: CellLike, text: string, rules: DateRules): DateReading {
  if (cell.kind === 'day' && cell.day !== undefined) return dayCell(cell.day, text, rules);
  const quick = threeNumbers(text);
  if (quick !== null) return ordered(quick, rules);
  if (text === '') return EMPTY;
  return readDateText(text, rules);
}

// A format that shows only the year or the month tells as much as was meant.
function dayCell(day: string, text: string, rules: DateRules): DateReading {
  if (/^\d{4}$/.test(text) && day.startsWith(text)) return checked(day.slice(0, 4), rules);
  if (/^\d{1,2}[/-]\d{4}$/.test(text) && text.endsWith(day.slice(0, 4))) {
    return checked(day.slice(0, 7), rules);
  }
  return rules.swap === undefined ? checked(day, rules) : swapped(day, rules.swap, rules);
}

function swapped(found: string, swap: DateSwap, rules: DateRules): DateReading {
  const [year = '', month = '', day = ''] = found.split('-');
  const read = checked(swap === 'swapped' ? `${year}-${day}-${month}` : found, rules);
  if (day > '12' || day === month) return checked(found, rules);
  if (read.value === null) return read;
  return { ...read, code: swap === 'swapped' ? 'date_swapped' : 'date_swap_doubt' };
}

const DAY_FIRST_TEXT = /^\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*\d{4}\s*$/;
const ENOUGH_OF_EACH = 3;
const ENOUGH = 8;

/**
 * An Excel of American dates makes '05/03/1960' the third of May and leaves '25/03/1960' as text: then
 * no date cell has a day over 12 and every text has. Few cells may be so by chance; null for others.
 */
export function dateSwapOf(cells: readonly CellLike[]): DateSwap | null {
  let days = 0;
  let texts = 0;
  for (const { kind, day, text } of cells) {
    if (kind === 'day' && day !== undefined) {
      if (day.slice(8) > '12') return null;
      days += 1;
      continue;
    }
    const found = DAY_FIRST_TEXT.exec(text);
    if (found === null) continue;
    if (Number(found[1]) <= 12) return null;
    if (Number(found[2]) <= 12) texts += 1;
  }
  if (days === 0 || texts === 0) return null;
  const sure = days >= ENOUGH_OF_EACH && texts >= ENOUGH_OF_EACH && days + texts >= ENOUGH;
  return sure ? 'swapped' : 'swap-doubt';
}

const DAY_FIRST = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/;

// '12/03/1968' with each sign: most cells of most files.
function threeNumbers(text: string): Three | null {
  if (text.length > 10 || text.length < 8) return null;
  const found = DAY_FIRST.exec(text);
  return found === null ? null : [Number(found[1]), Number(found[3]), Number(found[4])];
}

/**
 * 'month-first' when the texts prove it: a second number over 12 and no first one. Excel writes so
 * on machines set to American dates.
 */
export function dateOrderOf(texts: readonly string[]): DateOrder {
  let proof = false;
  for (const text of texts) {
    const found = /^\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4}|\d{2})\b/.exec(text);
    if (found === null) continue;
    if (Number(found[1]) > 12) return 'day-first';
    if (Number(found[2]) > 12 && makeDay(2000, Number(found[1]), Number(found[2])) !== null) {
      proof = true;
    }
  }
  return proof ? 'month-first' : 'day-first';
}
