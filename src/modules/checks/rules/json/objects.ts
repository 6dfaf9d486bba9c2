import type { SourceTable } from '../table/source.ts';
import { isPercentTitle } from '../table/words.ts';
import { cellOf, figureOf, isFigured, isGroup, labelCell, pairs } from './cells.ts';
import {
  ELSEWHERE,
  isAmountName,
  isOfWhichName,
  isShareName,
  isTotalName,
  isYearName,
  keyWords,
  PAGED,
  PARTS,
  spaced,
} from './names.ts';
import { below, isObject, type JsonObject } from './pointer.ts';
import type { Relation } from './totals.ts';

/** Tables that an object's members make, and the members that they have used up. */
export interface Made {
  readonly tables: readonly SourceTable[];
  readonly used: readonly string[];
}

/** {nam: {a: 1, b: 2}, nu: {a: 3, b: 4}, tong: {a: 4, b: 6}}: members that are rows (or columns). */
export function nested(value: JsonObject, path: string, name: string): Made {
  const inner = Object.entries(value).filter(
    ([, one]) => isObject(one) && !isFigured(one) && Object.values(one).some(isFigure),
  ) as [string, JsonObject][];
  const rows = inner.filter(([, one]) => isGroup(one));
  if (rows.length < 2 || rows.length !== inner.length || !shareNames(rows.map(([, one]) => one)))
    return { tables: [], used: [] };
  const names = [...new Set(rows.flatMap(([, one]) => Object.keys(one)))];
  const used = rows.map(([key]) => key);
  const cell = (key: string, one: JsonObject, inside: string) =>
    cellOf(one[inside], below(below(path, key), inside));
  // Counts and shares are columns; what they are of are rows.
  if (used.some((key) => isPercentTitle(keyWords(key)))) {
    const cells = names.map((inside) => [
      labelCell(inside, below(path, used[0]!)),
      ...rows.map(([key, one]) => cell(key, one, inside)),
    ]);
    const titlePaths = ['', ...used.map((key) => below(path, key))];
    return {
      tables: [
        { name, titles: ['label', ...used.map(spaced)], titlePaths, rows: cells, texts: [] },
      ],
      used,
    };
  }
  const cells = rows.map(([key, one]) => [
    labelCell(key, below(path, key)),
    ...names.map((inside) => cell(key, one, inside)),
  ]);
  return {
    tables: [{ name, titles: ['label', ...names.map(spaced)], rows: cells, texts: [] }],
    used,
  };
}

const isFigure = (value: unknown): boolean => figureOf(value) !== null;

function shareNames(objects: readonly JsonObject[]): boolean {
  const [first, ...rest] = objects.map((one) =>
    Object.keys(one).filter((key) => isFigure(one[key])),
  );
  return first?.some((key) => rest.every((other) => other.includes(key))) === true;
}

/** {'2019': 5, '2020': 6}: years; {ty_le: {a: 40, b: 60}}: shares by name. */
export function keyed(value: JsonObject, path: string, name: string, key: string): SourceTable[] {
  const figures = Object.keys(value).filter((one) => isFigure(value[one]));
  const years = figures.filter(isYearName);
  const rows = (keys: readonly string[]) =>
    keys.map((one) => ({
      label: isYearName(one) ? /\d{4}/.exec(one)![0] : one,
      value: value[one],
      path: below(path, one),
    }));
  if (years.length >= 3) return [pairs(name, 'value', rows(years))];
  const isShare = isShareName(keyWords(key)) && figures.length >= 2;
  return isShare ? [pairs(name, spaced(key), rows(figures), path)] : [];
}

/** A total beside its parts, or of a member's: {tong: 10, nam: 4, nu: 6}, {total: 10, parts: {…}}. */
export function withParts(
  value: JsonObject,
  path: string,
  name: string,
  { key, to, value: total }: Relation,
): SourceTable[] {
  if (to.keys.length === 0 || (to.kind !== 'beside' && to.kind !== 'member')) return [];
  const inside = to.key === null ? value : (value[to.key] as JsonObject);
  const base = to.key === null ? path : below(path, to.key);
  const parts = to.keys.map((one) => ({ label: one, value: inside[one], path: below(base, one) }));
  const label = { label: 'total', value: total, path: below(path, key) };
  return [pairs(name, 'value', [...parts, label])];
}

/** {tong: 10, trong_do_nu: 12}, {tong: 10, trong_do: {nu: 12}}: some of the whole. */
export function ofWhich(
  value: JsonObject,
  path: string,
  name: string,
  totals: readonly string[],
): SourceTable[] {
  const [total] = totals;
  if (total === undefined || totals.length > 1) return [];
  const rows = Object.entries(value).flatMap(([key, one]) => {
    if (!isOfWhichName(keyWords(key))) return [];
    const at = below(path, key);
    if (figureOf(one) !== null) return [{ label: `trong do ${key}`, value: one, path: at }];
    if (!isObject(one)) return [];
    return Object.keys(one)
      .filter(
        (inner) =>
          isFigure(one[inner]) && isAmountName(keyWords(inner), figureOf(one[inner])!.value),
      )
      .map((inner) => ({ label: `trong do ${inner}`, value: one[inner], path: below(at, inner) }));
  });
  const amounts = rows.filter(({ label }) => isAmountName(keyWords(label), null));
  const whole = { label: '=', value: value[total], path: below(path, total) };
  return amounts.length === 0 ? [] : [pairs(name, 'value', [whole, ...amounts])];
}

/** {so_hoi: 10, con: [{so_hoi: 4}, {so_hoi: 6}]}: a figure of a whole, and the same one of its parts. */
export function tree(value: JsonObject, path: string, name: string): SourceTable[] {
  const keys = Object.keys(value);
  if (keys.some((key) => PAGED.test(keyWords(key)))) return [];
  return keys.flatMap((key) => {
    const words = keyWords(key);
    const parts = partsIn(value[key], below(path, key));
    if (parts.length < 2 || ELSEWHERE.test(words) || isOfWhichName(words)) return [];
    const same = keys.filter(
      (one) =>
        figureOf(value[one])?.value !== parts.length &&
        isFigure(value[one]) &&
        (PARTS.test(words) || (isTotalName(keyWords(one)) && !Array.isArray(value[key]))) &&
        isAmountName(keyWords(one), figureOf(value[one])!.value) &&
        parts.every(({ value: part }) => isFigure(part[one])),
    );
    if (same.length === 0) return [];
    const rows = parts.map((part, index) => [
      labelCell(`#${index + 1}`, part.path),
      ...same.map((one) => cellOf(part.value[one], below(part.path, one))),
    ]);
    const total = [
      labelCell('total', path),
      ...same.map((one) => cellOf(value[one], below(path, one))),
    ];
    const titles = [
      'label',
      ...same.map((one) => (isTotalName(keyWords(one)) ? 'value' : spaced(one))),
    ];
    return [{ name, titles, rows: [...rows, total], texts: [] }];
  });
}

/** The objects of a list, or of a member by their names. */
function partsIn(value: unknown, at: string): { value: JsonObject; path: string }[] {
  const entries = Array.isArray(value)
    ? value.map((one, index): [number, unknown] => [index, one])
    : isObject(value) && !isFigured(value)
      ? Object.entries(value)
      : [];
  return entries.every(([, one]) => isObject(one))
    ? entries.map(([key, one]) => ({ value: one as JsonObject, path: below(at, key) }))
    : [];
}
