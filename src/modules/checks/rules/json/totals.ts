import { nearlySame, tidy } from '../equations/types.ts';
import type { Value } from '../table/numbers.ts';
import { namedParts } from '../table/words.ts';
import { type Candidate, candidatesFor, insideOf } from './candidates.ts';
import { figureOf } from './cells.ts';
import { isTotalName, keyWords, nounOf, PARTS, ROWS } from './names.ts';
import type { JsonObject } from './pointer.ts';

/** A total of an object, and the figures that it is compared with. */
export interface Relation {
  readonly key: string;
  readonly value: unknown;
  readonly to: Candidate;
}

/** Names of an object's members that are totals. */
export const totalKeys = (value: JsonObject): string[] =>
  Object.keys(value).filter((key) => isTotalName(keyWords(key)) && figureOf(value[key]) !== null);

/**
 * What each total of an object adds up: the members beside it, those of a member, the rows of a list.
 * What it equals is believed; else what its name says, else what comes nearest. A total that nothing
 * comes near is one of something else.
 */
export function relationsOf(value: JsonObject, isRow: boolean): Relation[] {
  const keys = totalKeys(value);
  if (keys.length === 0 || keys.length > MOST_TOTALS) return [];
  const inside = insideOf(value);
  return keys.flatMap((key) => {
    const all = candidatesFor(value, key, inside, isRow);
    const to = partsOf(value, key, asValue(value[key]), all);
    return to === null ? [] : [{ key, value: value[key], to }];
  });
}

/** Where more members are called totals, the word means something else. */
const MOST_TOTALS = 40;

function partsOf(
  value: JsonObject,
  key: string,
  total: Value,
  all: readonly Candidate[],
): Candidate | null {
  const fitting = all.find(({ parts }) => nearlySame(total, sumOf(parts), parts));
  if (fitting !== undefined) return fitting;
  const counted = Object.values(value).some(
    (one) => Array.isArray(one) && one.length === total.value,
  );
  if (counted) return null;
  const doubted = all.filter(({ quiet }) => !quiet);
  const noun = nounOf(keyWords(key));
  const meant = noun === '' ? doubted.filter(isByName) : doubted.filter((one) => says(one, noun));
  const pool = meant.length > 0 ? meant : doubted;
  const tried = pool
    .map((to) => ({ to, times: timesOf(total.value, sumOf(to.parts)) }))
    .toSorted((a, b) => a.times - b.times);
  const [nearest, next] = tried;
  if (nearest === undefined) return null;
  const likely = tried
    .filter(({ to, times }) => times <= CLOSE && rankOf(to) < LEAST)
    .toSorted((a, b) => rankOf(a.to) - rankOf(b.to) || a.times - b.times)[0];
  const best = likely ?? nearest;
  if (meant.length === 0 && noun !== '') return best.times <= CLOSE ? best.to : null;
  const places = new Set(pool.map(({ kind, key: of }) => `${kind} ${of}`)).size;
  if (places === 1 && pool.length === 1) return best.times <= limitOf(best.to) ? best.to : null;
  // Several columns of one list: the total has to be nearly that of one of them alone.
  if (places === 1 && best.to.kind === 'rows')
    return best.times <= NEAR && (next === undefined || next.times > best.times) ? best.to : null;
  return best.times <= FAR ? best.to : null;
}

/** Rows and parts by their name, what stands beside the total, a member, any other list. */
const rankOf = ({ kind, key }: Candidate): number => {
  const words = key === null ? '' : keyWords(key);
  if (key !== null && (ROWS.test(words) || PARTS.test(words))) return 0;
  return kind === 'beside' ? 1 : kind === 'member' || kind === 'list' ? 2 : LEAST;
};
const LEAST = 3;

/** So many times more or less than its parts a total may be and still be theirs. */
const NEAR = 1.12;
const CLOSE = 1.3;
const FAR = 3;
const FARTHEST = 15;

/** How far a total may be from the only figures that it can add up. */
function limitOf(to: Candidate): number {
  if (isByName(to) || rankOf(to) === 0 || to.column?.words === 'value') return FARTHEST;
  const isSome = to.names.some((name) => SOME.test(name)) && !to.names.includes('nam');
  return isSome ? 1 : FAR;
}

/** Who is only some of all, and may be others of them too. */
const SOME =
  /^(?:so )?(?:nu|female|women|dang vien|dan toc|dan toc thieu so|tre|thanh nien|tri thuc|can bo|chuyen trach|tien si|thac si)$/;

const timesOf = (a: number, b: number): number =>
  a > 0 && b > 0 ? Math.max(a, b) / Math.min(a, b) : Number.POSITIVE_INFINITY;

export const sumOf = (parts: readonly Value[]): number =>
  tidy(parts.reduce((sum, { value }) => sum + value, 0));

const asValue = (value: unknown): Value => {
  const figure = figureOf(value)!;
  return { ...figure, shown: figure.value, percent: false };
};

/** Men and women, first to fourth prize. */
const isByName = ({ names }: Candidate): boolean =>
  names.length >= 2 &&
  namedParts.some((known) => names.every((name) => known.some((one) => one.test(name))));

/** The list, the column or most members are called what the total is of. */
const says = ({ key, column, names }: Candidate, noun: string): boolean => {
  const same = (words: string): boolean =>
    words === noun || words === `so ${noun}` || words.startsWith(`${noun} `);
  if (column !== null && same(column.words)) return true;
  if (key !== null && same(keyWords(key))) return true;
  return key === null && names.length >= 2 && names.filter(same).length * 2 >= names.length;
};
