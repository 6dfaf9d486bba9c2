import type { Day } from '../../../kernel/day.ts';
import { formatDateLong } from '../../../kernel/vietnamese/dates.ts';
import { NBSP } from '../../../kernel/vietnamese/spaces.ts';
import { officialWords } from '../vi.ts';
import type { OfficialDocument } from './types.ts';

const BLANK_NUMBER = NBSP.repeat(6);
const BLANK_PART = NBSP.repeat(5);

/** The day of a document in words, blanks to be written in for null. */
export function dateWords(day: Day | null): string {
  return day === null
    ? officialWords.date(BLANK_PART, BLANK_PART, BLANK_PART)
    : formatDateLong(day);
}

/** Number and symbol without the word in front: "05/BC-LHH"; blanks before the stroke in a draft. */
export function numberAndSymbol(doc: Pick<OfficialDocument, 'number' | 'symbol' | 'type'>): string {
  const symbol = doc.type === null ? doc.symbol : `${doc.type.code}-${doc.symbol}`;
  // Numbers under 10 take a zero in front.
  const number = doc.number === null ? BLANK_NUMBER : String(doc.number).padStart(2, '0');
  return `${number}/${symbol}`;
}

export function capitals(text: string): string {
  return text.toLocaleUpperCase('vi');
}

/** The type inside a sentence: first letter capital, the rest small. */
export function typeInText(doc: Pick<OfficialDocument, 'type'>): string {
  const title = doc.type?.title.toLocaleLowerCase('vi') ?? officialWords.letter;
  return title.charAt(0).toLocaleUpperCase('vi') + title.slice(1);
}

/** Ends an item of a list: ";" after each, "." after the last; what already ends so is kept. */
export function listEnd(text: string, last: boolean): string {
  const bare = text.trim().replace(/[;.,]+$/, '');
  return bare + (last ? '.' : ';');
}
