import { parsePartialDate } from '../../../kernel/partial-date.ts';
import { foldForSearch } from '../../../kernel/vietnamese/fold.ts';
import { aboutWords, dateLead, deceased, nothingWords } from '../vi/value-words.ts';
import {
  checked,
  type DateReading,
  type DateRules,
  EMPTY,
  fromParts,
  ordered,
  outOfRange,
  plausible,
  serial,
  yearOrSerial,
} from './date-parts.ts';

const OLDEST = 110;
const nothing = new Set(nothingWords);

/** A date as somebody wrote it, that is not simply day, month and year. */
export function readDateText(typed: string, rules: DateRules): DateReading {
  const { text, about } = withoutDoubt(typed);
  if (nothing.has(foldForSearch(text))) return EMPTY;
  const read = digitsAlone(text, rules) ?? twoDigits(text, rules) ?? sure(text, rules);
  if (!about || read.value === null || read.code !== undefined) return read;
  return { ...read, code: 'date_about' };
}

function withoutDoubt(typed: string): { text: string; about: boolean } {
  let text = typed.replace(/^['"`]+|['"`]+$/g, '').trim();
  const bare = text.replace(/\s*\(?\?+\)?$/, '').replace(aboutWords, '');
  const about = bare !== text;
  text = bare.replace(/^[([]\s*(.*?)\s*[)\]]$/, '$1').replace(/[\s,;.]+$/, '');
  for (let lead = text.replace(dateLead, ''); lead !== text; lead = text.replace(dateLead, '')) {
    text = lead;
  }
  return { text, about };
}

// '1968', '68', '25569' (a day as Excel counts), '12031968', '1968.0'
function digitsAlone(text: string, rules: DateRules): DateReading | null {
  const digits = text.replace(/[.,]0+$/, '');
  if (!/^\d{1,8}$/.test(digits)) return null;
  const value = Number(digits);
  if (digits.length === 2) return century(value, '', rules);
  if (digits.length === 4) return yearOrSerial(value, rules);
  if (digits.length === 5) return serial(value, rules);
  if (digits.length >= 6) return glued(digits, rules);
  return value === 0 ? EMPTY : { value: null, code: 'date_unreadable' };
}

// '12031968', '1031968' (its zero lost), '19680312', '031968'
function glued(digits: string, rules: DateRules): DateReading {
  const number = (from: number, to: number): number => Number(digits.slice(from, to));
  if (digits.length === 6) {
    const monthYear = number(0, 2) <= 12 && plausible(number(2, 6), rules);
    const read = monthYear
      ? fromParts(0, number(0, 2), number(2, 6), rules)
      : century(number(4, 6), `${digits.slice(0, 2)}/${digits.slice(2, 4)}`, rules);
    return read.value === null ? read : { ...read, code: 'date_guessed' };
  }
  const full = digits.padStart(8, '0');
  const yearLast = Number(full.slice(4));
  if (plausible(yearLast, rules)) {
    return ordered([Number(full.slice(0, 2)), Number(full.slice(2, 4)), yearLast], rules);
  }
  if (digits.length === 8 && plausible(number(0, 4), rules)) {
    return fromParts(number(6, 8), number(4, 6), number(0, 4), rules);
  }
  return { value: null, code: 'date_unreadable' };
}

const SHORT_YEAR = /^(\d{1,2}\s*[/.,-]\s*\d{1,2})\s*[/.,-]\s*'?(\d{2})$/;

function twoDigits(text: string, rules: DateRules): DateReading | null {
  const found = SHORT_YEAR.exec(text);
  return found === null ? null : century(Number(found[2]), found[1]!, rules);
}

/**
 * A year of two digits: 05 is 2005 and 68 is 1968 for somebody of 14 to 110 years; over 95 it is
 * asked, over 110 nothing is taken. `before` is 'day/month' or ''.
 */
function century(value: number, before: string, rules: DateRules): DateReading {
  const { thisYear, use } = rules;
  const youngest = use === 'birth' ? thisYear - 14 : thisYear;
  const year = 2000 + value <= youngest ? 2000 + value : 1900 + value;
  const age = thisYear - year;
  if (use === 'birth' && age > OLDEST) return { value: null, code: 'year_unclear' };
  const [first = 0, second = 0] = before.split(/[^\d]+/).map(Number);
  const read = before === '' ? checked(String(year), rules) : ordered([first, second, year], rules);
  if (use !== 'birth' || age <= 95 || read.code !== undefined) return read;
  return { ...read, code: 'year_guessed', year };
}

function sure(text: string, rules: DateRules): DateReading {
  const read = written(text, rules);
  return read.code === 'date_unreadable' ? yearAmongWords(text, rules) : read;
}

// 'Quý Mùi 1943', 'SN: 1943 (theo sổ)': one year among words.
function yearAmongWords(text: string, rules: DateRules): DateReading {
  const [only, more] = text.match(/\d+/g) ?? [];
  const year = Number(only);
  const single = more === undefined && only?.length === 4 && plausible(year, rules);
  return single && !deceased.test(text)
    ? { value: String(year), code: 'date_guessed' }
    : { value: null, code: 'date_unreadable' };
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const MONTH_NAME =
  /^(?:(\d{1,2})[\s./-]*)?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[\s./,-]*(?:(\d{1,2})[\s,]+)?(\d{2}|\d{4})$/i;
const LOOKALIKES = /^[\doOlI\s/.,-]+$/;

function written(text: string, rules: DateRules): DateReading {
  const named = MONTH_NAME.exec(text);
  if (named !== null) {
    const month = MONTHS.indexOf(named[2]!.toLowerCase()) + 1;
    const day = Number(named[1] ?? named[3] ?? 0);
    const year = named[4]!;
    if (year.length === 4) return fromParts(day, month, Number(year), rules);
    return century(Number(year), `${day}/${month}`, { ...rules, order: 'day-first' });
  }
  if (/[oOlI]/.test(text) && LOOKALIKES.test(text) && /\d/.test(text)) {
    const digits = text.replace(/[oO]/g, '0').replace(/[lI]/g, '1');
    const read = readDateText(digits, rules);
    return read.value === null ? read : { ...read, code: 'date_guessed' };
  }
  return parsed(text, rules);
}

const THREE_LOOSE = /^(\d{1,2})\D{1,3}(\d{1,2})\D{1,3}(\d{4})(?:\s+0{1,2}:00(?::00)?)?$/;

function parsed(text: string, rules: DateRules): DateReading {
  const loose = /^[\d\s/.,\\:|_–-]+$/.test(text) ? THREE_LOOSE.exec(text) : null;
  if (loose !== null) {
    return ordered([Number(loose[1]), Number(loose[2]), Number(loose[3])], rules);
  }
  const twoDigitYears = rules.use;
  const spaced = text
    .replace(/\b0?\d:\d{2}(?::\d{2})?(?:\s*[AP]M)?$/i, '')
    .replace(/[.·…]{2,}/g, '0');
  const found = parsePartialDate(spaced, { today: rules.today, twoDigitYears });
  if ('ok' in found) {
    const parts = found.ok.split('-').map(Number);
    return fromParts(parts[2] ?? 0, parts[1] ?? 0, parts[0]!, rules);
  }
  const { day = 0, month = 0, year = 0 } = found.data as Record<string, number>;
  const impossible = found.error === 'day_not_in_month' || found.error === 'month_out_of_range';
  if (impossible && month < 100) {
    return fromParts(day, month, year, rules);
  }
  if (found.error === 'date_in_future') return { value: null, code: 'date_in_future' };
  if (found.error === 'date_year_range') return outOfRange(year, rules);
  return { value: null, code: 'date_unreadable' };
}
