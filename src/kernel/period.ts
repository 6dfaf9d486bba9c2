import { contains, type DateRange } from './date-range.ts';
import {
  addDays,
  addYears,
  type Day,
  FIRST_DAY,
  makeDay,
  parseDay,
  partsOf,
  yearOf,
} from './day.ts';

export type PeriodKind = 'month' | 'quarter' | 'half_year' | 'year' | 'term' | 'to_date';

/**
 * A stretch of time that figures are counted over. Codes: '2019-12', '2019-Q4', '2019-H1', '2019',
 * 'T2016-2020' (a term, both years included), 'D2019-12-31' (everything up to and with that day).
 */
export interface Period {
  readonly kind: PeriodKind;
  readonly code: string;
  readonly range: DateRange;
}

/** A term of office by its first and last calendar year, both included. */
export interface Term {
  readonly startYear: number;
  readonly endYear: number;
}

type PartKind = 'month' | 'quarter' | 'half_year' | 'year';

const MONTHS: Record<PartKind, number> = { month: 1, quarter: 3, half_year: 6, year: 12 };
export const PERIOD_KINDS: readonly PeriodKind[] = [
  'month',
  'quarter',
  'half_year',
  'year',
  'term',
  'to_date',
];

/** The period of this code, or null when the code is not one. */
export function parsePeriod(code: string): Period | null {
  const term = /^T(\d{4})-(\d{4})$/.exec(code);
  if (term) return termOrNull({ startYear: Number(term[1]), endYear: Number(term[2]) });
  if (code.startsWith('D')) {
    const day = parseDay(code.slice(1));
    return day === null || day === '9999-12-31' ? null : toDate(day);
  }
  const part = /^(\d{4})(?:-(?:H([12])|Q([1-4])|(0[1-9]|1[0-2])))?$/.exec(code);
  if (!part || !isUsableYear(Number(part[1]))) return null;
  const year = Number(part[1]);
  if (part[2]) return partOfYear('half_year', year, Number(part[2]));
  if (part[3]) return partOfYear('quarter', year, Number(part[3]));
  if (part[4]) return partOfYear('month', year, Number(part[4]));
  return partOfYear('year', year, 1);
}

export function formatPeriod(period: Period): string {
  return period.code;
}

/** The days of a period, half-open. */
export function periodRange(period: Period): DateRange {
  return period.range;
}

/** The last day of a period. */
export function periodEnd(period: Period): Day {
  return addDays(period.range.until!, -1);
}

/** The term as a period. Throws RangeError when it ends before it starts. */
export function termPeriod(term: Term): Period {
  const period = termOrNull(term);
  if (period === null) throw new RangeError(`not a term: ${term.startYear}-${term.endYear}`);
  return period;
}

/**
 * The period of a kind that holds a day. Terms are data: of `terms` the one that holds the day, the
 * later one in a year that two terms share (2015–2020, 2020–2025), null when none does.
 */
export function periodOf(kind: Exclude<PeriodKind, 'term'>, day: Day): Period;
export function periodOf(kind: PeriodKind, day: Day, terms: readonly Term[]): Period | null;
export function periodOf(kind: PeriodKind, day: Day, terms: readonly Term[] = []): Period | null {
  if (kind === 'to_date') return toDate(day);
  if (kind === 'term') {
    return sortedTerms(terms).findLast((period) => contains(period.range, day)) ?? null;
  }
  const { year, month } = partsOf(day);
  return partOfYear(kind, year, Math.ceil(month / MONTHS[kind]));
}

/** The period after; of a term the next in `terms`, or null. To a date: the same day a year later. */
export function nextPeriod(period: Period, terms: readonly Term[] = []): Period | null {
  return neighbour(period, 1, terms);
}

/** The period before; of a term the one before in `terms`, or null. To a date: a year earlier. */
export function previousPeriod(period: Period, terms: readonly Term[] = []): Period | null {
  return neighbour(period, -1, terms);
}

/** By last day, then the shorter first: 2019-12, 2019-Q4, 2019-H2, 2019, then to 31/12/2019. */
export function comparePeriods(a: Period, b: Period): number {
  const byEnd = compareText(a.range.until!, b.range.until!);
  if (byEnd !== 0) return byEnd;
  const byStart = compareText(b.range.from ?? '', a.range.from ?? '');
  return byStart !== 0 ? byStart : compareText(a.code, b.code);
}

function neighbour(period: Period, step: 1 | -1, terms: readonly Term[]): Period | null {
  if (period.kind === 'term') {
    const after = sortedTerms(terms).filter((other) => comparePeriods(other, period) * step > 0);
    return after.at(step === 1 ? 0 : -1) ?? null;
  }
  const { from, until } = period.range;
  if (period.kind === 'to_date') return toDate(addYears(addDays(until!, -1), step));
  if (step === -1 && from === FIRST_DAY) return null;
  const day = step === 1 ? until! : addDays(from!, -1);
  return isUsableYear(yearOf(day)) ? periodOf(period.kind, day) : null;
}

function sortedTerms(terms: readonly Term[]): Period[] {
  return terms.map(termPeriod).sort(comparePeriods);
}

// The range ends on the first day after it, so a period may not touch the end of the calendar.
function isUsableYear(year: number): boolean {
  return year >= 1 && year < 9999;
}

function partOfYear(kind: PartKind, year: number, index: number): Period {
  if (!isUsableYear(year)) throw new RangeError(`no period in the year ${year}`);
  const months = MONTHS[kind];
  const ends = index * months;
  const range = {
    from: makeDay(year, ends - months + 1, 1),
    until: ends === 12 ? makeDay(year + 1, 1, 1) : makeDay(year, ends + 1, 1),
  };
  const name = String(year).padStart(4, '0');
  const suffix = {
    month: `-${String(index).padStart(2, '0')}`,
    quarter: `-Q${index}`,
    half_year: `-H${index}`,
    year: '',
  };
  return { kind, code: name + suffix[kind], range };
}

function toDate(day: Day): Period {
  return { kind: 'to_date', code: `D${day}`, range: { from: null, until: addDays(day, 1) } };
}

function termOrNull({ startYear, endYear }: Term): Period | null {
  if (!isUsableYear(startYear) || !isUsableYear(endYear) || endYear < startYear) return null;
  const code = `T${String(startYear).padStart(4, '0')}-${String(endYear).padStart(4, '0')}`;
  const range = { from: makeDay(startYear, 1, 1), until: makeDay(endYear + 1, 1, 1) };
  return { kind: 'term', code, range };
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
