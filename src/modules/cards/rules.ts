import type { Day } from '../../kernel/day.ts';
import { isPid } from '../../kernel/ids.ts';
import { type Issue, issue } from '../../kernel/issue.ts';

export const cardStates = ['valid', 'expired', 'replaced', 'revoked'] as const;
export type CardState = (typeof cardStates)[number];

/** What the public page says of a code: the state of its card, or that there is none. */
export type Verdict = CardState | 'unknown';

export interface Standing {
  /** As it was written; a card expires by itself. */
  readonly state: 'valid' | 'replaced' | 'revoked';
  /** The last day of the card or of the membership, whichever comes first; null without an end. */
  readonly lastDay: Day | null;
  /** False when the membership or the person's record was deleted. */
  readonly standing: boolean;
}

/** The state of a card on a day; it is valid on its last day still. */
export function stateOn({ state, lastDay, standing }: Standing, today: Day): CardState {
  if (state !== 'valid') return state;
  return !standing || (lastDay !== null && lastDay < today) ? 'expired' : 'valid';
}

/** A card is issued today at the latest, and its last day is not before the first. */
export function dayIssues(issuedOn: Day, validUntil: Day | null, today: Day): readonly Issue[] {
  if (issuedOn > today) return [issue('issued_on', 'day_in_future', { today })];
  if (validUntil === null || validUntil >= issuedOn) return [];
  return [issue('valid_until', 'before_issue', { issued: issuedOn })];
}

const longestNumber = 40;
const series = /\{(\d{1,12})\}/g;
const years = /\{YY(YY)?\}/g;

/** What is wrong with a pattern of numbers such as 'SL-KH-{000001}' or 'SL/{YYYY}/{0001}'. */
export function patternIssues(pattern: string): readonly Issue[] {
  const found = [...pattern.matchAll(series)];
  if (found.length === 0) return [issue('pattern', 'no_series')];
  if (found.length > 1) return [issue('pattern', 'many_series')];
  const rest = pattern.replace(series, '').replace(years, '');
  const sign = /[^\p{L}\p{M}\p{N} ./_-]/u.exec(rest)?.[0];
  return sign === undefined ? [] : [issue('pattern', 'sign', { sign })];
}

/** True when the numbers of a pattern tell the year of issue, and begin anew with each. */
export function yearly(pattern: string): boolean {
  return /\{YY(YY)?\}/.test(pattern);
}

/** The number with which a pattern's series begins: 1, or what its braces hold. */
export function firstNumber(pattern: string): number {
  const start = Number([...pattern.matchAll(series)][0]?.[1] ?? '1');
  return Math.max(1, start);
}

/** The number of a card; a series that has outgrown its zeros simply becomes longer. */
export function cardNumber(pattern: string, count: number, issuedOn: Day): string {
  const year = issuedOn.slice(0, 4);
  return pattern
    .replace(years, (_all, four: string | undefined) => (four === undefined ? year.slice(2) : year))
    .replace(series, (_all, zeros: string) => String(count).padStart(zeros.length, '0'));
}

/** The pattern of an organisation that has not chosen one. */
export function defaultPattern(code: string): string {
  return `${code.toUpperCase().slice(0, longestNumber - 9)}-{000001}`;
}

/** A card's code as it is printed, to be read and typed: 'abcd efgh jkmn pqrs'. */
export function inFours(token: string): string {
  return token.replace(/(.{4})(?=.)/g, '$1 ');
}

/** The code that was typed or scanned; null for what can be nobody's. */
export function codeOf(typed: string): string | null {
  const code = typed
    .slice(0, 80)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .replace(/[il]/g, '1')
    .replaceAll('o', '0');
  return isPid(code) ? code : null;
}

/** A sheet of labels as it is sold; millimetres, `gap` between columns. */
export interface LabelSize {
  readonly columns: number;
  readonly rows: number;
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly top: number;
  readonly gap: number;
}

export const labelSizes = {
  '2x7': { columns: 2, rows: 7, width: 99.1, height: 38.1, left: 4.65, top: 15.15, gap: 2.5 },
  '3x8': { columns: 3, rows: 8, width: 63.5, height: 33.9, left: 7.25, top: 12.9, gap: 2.5 },
} as const satisfies Record<string, LabelSize>;
export type LabelSizeName = keyof typeof labelSizes;
export const labelSizeNames = ['2x7', '3x8'] as const satisfies readonly LabelSizeName[];

/** Cards of one file; 50 sheets. */
export const cardsInFile = 500;
/** Labels of one file. */
export const labelsInFile = 2000;
/** So many are set while somebody waits; more become a job. */
export const atOnce = 50;
