import { bareWords } from '../plain.ts';
import type { SourceTable } from '../table/source.ts';
import { isTotalLabel } from '../table/words.ts';
import { cellOf, sourceOf } from './cells.ts';
import { NO_AMOUNT, PAGED, PARTS } from './names.ts';
import { below, isObject, isScalar, type JsonObject } from './pointer.ts';

/** {nam: {a: 1, b: 2}, nu: {a: 3, b: 4}, tong: {a: 4, b: 6}}, {total: 10, parts: {a: 4, b: 6}}. */
export function nested(value: JsonObject, path: string, name: string): SourceTable[] {
  const inner = Object.entries(value).filter(
    ([, one]) => isObject(one) && Object.values(one).some((v) => typeof v === 'number'),
  );
  const plainOnes = inner.filter(([, one]) => Object.values(one as JsonObject).every(isScalar));
  const isRows =
    plainOnes.length >= 2 &&
    plainOnes.length === inner.length &&
    shareNames(plainOnes.map(([, one]) => one as JsonObject));
  const own = Object.entries(value).filter(
    ([key, one]) => typeof one === 'number' && !NO_AMOUNT.test(bareWords(key)),
  );
  if (isRows) {
    const rows = plainOnes.map(([key, one]) => ({ key, one: one as JsonObject }));
    const names = [...new Set(rows.flatMap(({ one }) => Object.keys(one)))];
    const cells = rows.map(({ key, one }) => [
      cellOf(key, below(path, key)),
      ...names.map((column) => cellOf(one[column], below(below(path, key), column))),
    ]);
    return [sourceOf(name, ['label', ...names], cells, [])];
  }
  const totals = own.filter(([key]) => isTotalLabel(bareWords(key)));
  if (totals.length !== 1 || plainOnes.length !== 1 || Array.isArray(plainOnes[0]![1])) return [];
  const [key, parts] = plainOnes[0]! as [string, JsonObject];
  const numbers = Object.entries(parts).filter(([, one]) => typeof one === 'number');
  if (numbers.length < 2) return [];
  const rows = numbers.map(([part, one]) => [
    cellOf(part, below(below(path, key), part)),
    cellOf(one, below(below(path, key), part)),
  ]);
  const [totalKey, total] = totals[0]!;
  const at = below(path, totalKey);
  return [
    sourceOf(name, ['label', 'value'], [...rows, [cellOf(totalKey, at), cellOf(total, at)]], []),
  ];
}

/** {so_hoi: 10, con: [{so_hoi: 4}, {so_hoi: 6}]}: a figure of a whole, and the same one of its parts. */
export function tree(value: JsonObject, path: string, name: string): SourceTable[] {
  const keys = Object.keys(value);
  if (keys.some((key) => PAGED.test(bareWords(key)))) return [];
  return keys.flatMap((key) => {
    const parts = value[key];
    if (!PARTS.test(bareWords(key)) || !Array.isArray(parts) || parts.length < 2) return [];
    if (!parts.every(isObject)) return [];
    const same = keys.filter(
      (one) =>
        typeof value[one] === 'number' &&
        value[one] !== parts.length &&
        !NO_AMOUNT.test(bareWords(one)) &&
        parts.every((part) => typeof part[one] === 'number'),
    );
    if (same.length === 0) return [];
    const at = below(path, key);
    const rows = parts.map((part, index) => [
      cellOf(`#${index + 1}`, below(at, index)),
      ...same.map((one) => cellOf(part[one], below(below(at, index), one))),
    ]);
    const total = [
      cellOf('total', path),
      ...same.map((one) => cellOf(value[one], below(path, one))),
    ];
    return [sourceOf(name, ['label', ...same], [...rows, total], [])];
  });
}

function shareNames(objects: readonly JsonObject[]): boolean {
  const [first, ...rest] = objects.map((one) =>
    Object.keys(one).filter((key) => typeof one[key] === 'number'),
  );
  return first?.some((key) => rest.every((other) => other.includes(key))) === true;
}

/** {tong: 10, nam: 4, nu: 6}: a total beside its parts. */
export function flat(
  value: JsonObject,
  path: string,
  name: string,
  isTable: boolean,
): SourceTable[] {
  const keys = Object.keys(value);
  const numbers = keys.filter((key) => typeof value[key] === 'number' && !NO_YEAR(key, value[key]));
  const totals = numbers.filter((key) => isTotalLabel(bareWords(key)));
  if (
    isTable ||
    totals.length !== 1 ||
    numbers.length < 3 ||
    keys.some((key) => PAGED.test(bareWords(key)))
  )
    return [];
  const rows = [...numbers.filter((key) => !totals.includes(key)), ...totals];
  const cells = rows.map((key) => [
    cellOf(key, below(path, key)),
    cellOf(value[key], below(path, key)),
  ]);
  return path.includes('/') && /\/\d+$/.test(path)
    ? []
    : [sourceOf(name, ['label', 'value'], cells, [])];
}

/** 'nam' with 2019 is a year, with 4 it is men. */
const NO_YEAR = (key: string, value: unknown): boolean => {
  const words = bareWords(key);
  return words === 'nam' ? Number(value) >= 1900 && Number(value) <= 2100 : NO_AMOUNT.test(words);
};
