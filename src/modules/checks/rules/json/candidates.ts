import { bareWords } from '../plain.ts';
import type { Value } from '../table/numbers.ts';
import type { SourceCell } from '../table/source.ts';
import { isPercentTitle, isTotalLabel, namedParts } from '../table/words.ts';
import { figureOf, isSeries } from './cells.ts';
import { type ListTable, listTable } from './lists.ts';
import {
  ELSEWHERE,
  isAmountName,
  isOfWhichName,
  isTotalName,
  isYearName,
  keyWords,
  PAGED,
} from './names.ts';
import { isObject, type JsonObject } from './pointer.ts';

/** Figures that a total may add up. */
export interface Candidate {
  /** Members beside the total, members of a member, a list of figures, a column of rows. */
  readonly kind: 'beside' | 'member' | 'list' | 'rows';
  /** The member that holds them; null: they stand beside the total. */
  readonly key: string | null;
  readonly column: { readonly index: number; readonly words: string } | null;
  /** Names of the parts as words; of rows none. */
  readonly names: readonly string[];
  readonly keys: readonly string[];
  readonly parts: readonly Value[];
  /** Believed where it fits, never doubted. */
  readonly quiet: boolean;
}

/** What totals of an object may add up of its members: the same for each of them. */
export function insideOf(value: JsonObject): Candidate[] {
  const paged = isPaged(value);
  return Object.entries(value).flatMap(([name, one]) => {
    const words = keyWords(name);
    if (isOfWhichName(words) || ELSEWHERE.test(words) || isPercentTitle(words)) return [];
    if (isObject(one)) return memberOf(name, one);
    if (!Array.isArray(one) || paged) return [];
    return isSeries(one) ? listOf(name, one) : rowsOf(value, name, one);
  });
}

/** What the total `key` of an object may add up, in the order in which it is believed. */
export function candidatesFor(
  value: JsonObject,
  key: string,
  inside: readonly Candidate[],
  isRow: boolean,
): Candidate[] {
  // A row's own figures are doubted with those of the other rows, in their table.
  const own = isPaged(value) ? [] : beside(value, key).map((one) => ({ ...one, quiet: isRow }));
  return [...own, ...inside, ...together(own, inside)];
}

const isPaged = (value: JsonObject): boolean =>
  Object.keys(value).some((one) => PAGED.test(keyWords(one)));

const asPart = (value: unknown): Value => {
  const figure = figureOf(value)!;
  return { ...figure, shown: figure.value, percent: false };
};

/** Members that are amounts, up to the first that is only some of another. */
export function amountKeys(value: JsonObject): string[] {
  const keys = Object.keys(value);
  const which = keys.findIndex((key) => isOfWhichName(keyWords(key)));
  return (which < 0 ? keys : keys.slice(0, which)).filter((key) => {
    const figure = figureOf(value[key]);
    const words = keyWords(key);
    const isAmount =
      isAmountName(words, figure?.value ?? null) || (words === 'no' && 'yes' in value);
    return figure !== null && !isTotalName(words) && isAmount;
  });
}

function beside(value: JsonObject, key: string): Candidate[] {
  const keys = amountKeys(value);
  const all = Object.keys(value);
  const at = all.indexOf(key);
  const other = (from: number, step: number): number => {
    let place = from + step;
    while (place >= 0 && place < all.length && !isTotalName(keyWords(all[place]!))) place += step;
    return place;
  };
  const [before, after] = [other(at, -1), other(at, 1)];
  const places = new Map(all.map((one, index) => [one, index]));
  const place = (one: string): number => places.get(one)!;
  const sets = [
    keys,
    keys.filter((one) => place(one) > at && place(one) < after),
    keys.filter((one) => place(one) < at && place(one) > before),
    ...prefixes(keys),
    ...namedParts.map((known) =>
      keys.filter((one) => known.some((each) => each.test(keyWords(one)))),
    ),
  ];
  const seen = new Set<string>();
  return sets.flatMap((set) => {
    const mark = set.join('\n');
    if (set.length < 2 || seen.has(mark)) return [];
    seen.add(mark);
    return [
      candidate(
        'beside',
        null,
        set,
        set.map((one) => asPart(value[one])),
      ),
    ];
  });
}

/** Members that begin with the same word: hoi_thanh_vien, hoi_vien_tap_the. */
function prefixes(keys: readonly string[]): string[][] {
  const groups = Map.groupBy(keys, (key) => keyWords(key).split(' ')[0]!);
  return [...groups.values()];
}

function memberOf(name: string, one: JsonObject): Candidate[] {
  const keys = amountKeys(one).filter((key) => !isYearName(key));
  if (keys.length < 2) return [];
  return [
    candidate(
      'member',
      name,
      keys,
      keys.map((key) => asPart(one[key])),
    ),
  ];
}

function listOf(name: string, list: readonly unknown[]): Candidate[] {
  const parts = list.filter((one) => one !== null).map(asPart);
  return parts.length < 2 || !isAmountName(keyWords(name), null) || areYears(parts)
    ? []
    : [candidate('list', name, [], parts)];
}

export const areYears = (values: readonly { readonly value: number }[]): boolean =>
  values.every(({ value }) => Number.isInteger(value) && value >= 1900 && value <= 2100);

function rowsOf(value: JsonObject, name: string, rows: readonly unknown[]): Candidate[] {
  const table = rows.length < 1 ? null : listTable(value, name, rows, '');
  return table === null ? [] : amountColumns(table);
}

/** Columns of a list that one number can be the total of. */
function amountColumns(table: ListTable): Candidate[] {
  const body = table.body.filter((row) => !row.some(isTotalCell));
  return table.columns.flatMap(({ title }, index) => {
    const words = keyWords(title);
    const parts = body.flatMap((row) => {
      const figure = row[index] === undefined ? null : figureOf(numberIn(row[index]));
      return figure === null ? [] : [{ ...figure, shown: figure.value, percent: false }];
    });
    const enough = parts.length >= 1 && parts.length * 2 >= body.length;
    if (!enough || areYears(parts) || !isAmountName(words, parts[0]!.value)) return [];
    const found = candidate('rows', table.key, [], parts);
    return [{ ...found, column: { index, words } }];
  });
}

const isTotalCell = ({ kind, text }: SourceCell): boolean =>
  kind === 'text' && isTotalLabel(bareWords(text));
const numberIn = (cell: SourceCell): unknown => cell.number ?? cell.text;

/** Everything beside the total and inside the other members: believed only where it fits. */
function together(own: readonly Candidate[], inside: readonly Candidate[]): Candidate[] {
  const members = inside.filter(({ kind }) => kind === 'member');
  const parts = [...(own[0]?.parts ?? []), ...members.flatMap((one) => one.parts)];
  const isMixed = members.length > 1 || (members.length === 1 && own.length > 0);
  return isMixed ? [{ ...candidate('beside', null, [], parts), quiet: true }] : [];
}

const candidate = (
  kind: Candidate['kind'],
  key: string | null,
  keys: readonly string[],
  parts: readonly Value[],
): Candidate => ({ kind, key, column: null, names: keys.map(keyWords), keys, parts, quiet: false });
