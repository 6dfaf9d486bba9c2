import { parseEmail } from '../../../kernel/email.ts';
import { isKnownFamilyName } from '../../../kernel/vietnamese/family-names.ts';
import { foldForSearch } from '../../../kernel/vietnamese/fold.ts';
import { parsePhones } from '../../../kernel/vietnamese/phones.ts';
import { takeTitles } from '../../../kernel/vietnamese/titles.ts';
import {
  addressLead,
  branchStarts,
  ethnicGroups,
  honorifics,
  placeStarts,
  postStarts,
  religions,
  sensitiveText,
  societyName,
  unitStarts,
} from '../vi/value-words.ts';
import { type CellLike, faultOf } from './cell.ts';
import { type DateOrder, type DateSwap, dateOrderOf, dateSwapOf, readDate } from './dates.ts';
import { degreesOf, genderOf, isNo, isYes, kindOf, saysNothing } from './words.ts';

/** Shares (0..1) of the values of a column that look like this or that. */
export interface Profile {
  readonly filled: number;
  readonly phone: number;
  readonly email: number;
  readonly citizen: number;
  /** Full dates, and months. */
  readonly date: number;
  readonly year: number;
  readonly meanYear: number;
  readonly gender: number;
  readonly mark: number;
  readonly degree: number;
  readonly kind: number;
  /** Begins with a family name and has two words or more. */
  readonly name: number;
  /** Begins with a family name. */
  readonly family: number;
  /** Words of letters alone. */
  readonly words: number;
  readonly meanWords: number;
  readonly ordinal: number;
  readonly small: number;
  readonly ethnic: number;
  readonly religion: number;
  readonly place: number;
  readonly unit: number;
  readonly branch: number;
  readonly society: number;
  readonly post: number;
  readonly sensitiveText: number;
  /** Different values among all. */
  readonly distinct: number;
  readonly order: DateOrder;
  readonly swap: DateSwap | null;
  /** Begins with 'Ông' or 'Bà' and has a name behind it. */
  readonly addressed: number;
}

export interface SampledCell {
  readonly cell: CellLike;
  /** Decoded and clean. */
  readonly text: string;
}

const ethnic = new Set(ethnicGroups);
const religious = new Set(religions);

/** What the values of a column look like; `today` as everywhere. */
export function profileOf(cells: readonly SampledCell[], today: string): Profile {
  const values = cells.filter(({ cell, text }) => text !== '' && faultOf(cell) === null);
  const telling = values.filter(({ text }) => !saysNothing(text));
  const filled = telling.length;
  const share = (test: (value: SampledCell) => boolean): number =>
    filled === 0 ? 0 : telling.filter(test).length / filled;
  const texts = telling.map(({ text }) => text);
  const order = dateOrderOf(texts);
  const known = datesOf(telling, today, order);
  const folded = texts.map(foldForSearch);
  const starts = (words: readonly string[]): number =>
    filled === 0 ? 0 : folded.filter((text) => startsWithAny(text, words)).length / filled;
  const words = texts.map((text) => text.split(' ').length);
  return {
    filled,
    phone: share(isPhone),
    email: share(({ text }) => text.includes('@') && 'ok' in parseEmail(text)),
    citizen: share(({ text }) => isCitizenId(text)),
    date: filled === 0 ? 0 : known.filter((value) => value.length > 4).length / filled,
    year: filled === 0 ? 0 : known.filter((value) => value.length === 4).length / filled,
    meanYear: mean(known.map((value) => Number(value.slice(0, 4)))),
    gender: share(
      ({ text }) => genderOf(text) !== null && !honorifics.includes(text.toLowerCase()),
    ),
    mark: share(({ text }) => isYes(text) || isNo(text)),
    degree: share(({ text }) => degreesOf(text).codes.length > 0 && !isName(text)),
    kind: share(({ text }) => kindOf(text) !== null),
    name: share(({ text }) => text.includes(' ') && isName(text)),
    family: share(({ text }) => isKnownFamilyName(text.split(' ')[0]!)),
    words: share(({ text }) => /^[\p{L}\p{M}' ’-]+$/u.test(text)),
    meanWords: mean(words),
    ordinal: ordinalShare(texts),
    small: share(({ text }) => /^\d{1,2}$/.test(text)),
    ethnic: folded.filter((text) => ethnic.has(text)).length / Math.max(1, filled),
    religion: folded.filter((text) => religious.has(text)).length / Math.max(1, filled),
    place: starts(placeStarts),
    unit: starts(unitStarts),
    branch: starts(branchStarts),
    society: folded.filter((text) => societyName.test(text)).length / Math.max(1, filled),
    post: starts(postStarts),
    sensitiveText: share(
      ({ text }) => sensitiveText.test(text) || /(?<!\d)\d{12}(?!\d)/.test(text),
    ),
    distinct: filled === 0 ? 0 : new Set(texts).size / filled,
    order,
    swap: dateSwapOf(values.map(({ cell }) => cell)),
    addressed: share(({ text }) => addressLead.test(text)),
  };
}

function datesOf(values: readonly SampledCell[], today: string, order: DateOrder): string[] {
  const rules = { today, thisYear: Number(today.slice(0, 4)), order, use: 'birth' as const };
  return values
    .filter(isDateLike)
    .map(({ cell, text }) => readDate(cell, text, rules).value)
    .filter((value) => value !== null);
}

function isDateLike({ cell, text }: SampledCell): boolean {
  if (cell.kind === 'day') return true;
  if (text.length > 30 || !/\d/.test(text)) return false;
  return /^(?:(?:19|20)\d{2}|[12]\d{4}|3\d{4}|4[0-7]\d{3})$/.test(text) || /\d\D+\d/.test(text);
}

function isPhone({ text }: SampledCell): boolean {
  const digits = text.replace(/\D/g, '');
  if (digits.length < 9 || /^(?:19|20)\d{2}\D/.test(text)) return false;
  if (/^\d{1,2}[/.-]\d{1,2}[/.-]\d{4}$/.test(text)) return false;
  return parsePhones(text).phones.length > 0;
}

const CITIZEN = /^(?:0\d{11}|[1-9]\d{10}|[0-3]\d{8})$/;

function isCitizenId(text: string): boolean {
  return CITIZEN.test(text.replace(/[\s.']/g, ''));
}

const NAME_WORDS = /^[\p{L}\p{M}' ’.-]+(?:\([^)]*\))?$/u;

function isName(text: string): boolean {
  if (!NAME_WORDS.test(text) || text.length > 60) return false;
  const words = takeTitles(text, isKnownFamilyName).rest.split(' ');
  return words.length <= 7 && isKnownFamilyName(words[0]!);
}

// '1', '2', '3' …, also with rows left out between; years count up too, but begin high.
function ordinalShare(texts: readonly string[]): number {
  if (texts.length < 2) return texts.length === 1 && texts[0] === '1' ? 1 : 0;
  const numbers = texts.map((text) => (/^\d{1,6}\.?$/.test(text) ? Number.parseInt(text, 10) : -1));
  if (numbers[0]! > 1_800 && Math.max(...numbers) < 2_200) return 0;
  const steps = numbers.filter((now, at) => at > 0 && now > numbers[at - 1]! && now > 0);
  return new Set(numbers).size > 1 ? steps.length / (texts.length - 1) : 0;
}

function startsWithAny(text: string, words: readonly string[]): boolean {
  return words.some((word) => text === word || text.startsWith(`${word} `));
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
