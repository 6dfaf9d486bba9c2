import { makeDay } from '../../../kernel/day.ts';
import type { CellLike } from './cell.ts';
import {
  checked,
  type DateOrder,
  type DateReading,
  type DateRules,
  EMPTY,
  ordered,
  type Three,
} from './date-parts.ts';
import { readDateText } from './date-text.ts';

export type { DateCode, DateOrder, DateReading, DateRules } from './date-parts.ts';
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
  return checked(day, rules);
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
