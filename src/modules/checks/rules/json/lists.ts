import { bareWords } from '../plain.ts';
import type { SourceCell, SourceTable } from '../table/source.ts';
import { isTotalLabel } from '../table/words.ts';
import { arrayRows, type Column, cellOf, columnsOf, figureOf, objectRows } from './cells.ts';
import { COLUMNS, FOOTER, isTotalName, isYearName, keyWords, PAGED, ROWS } from './names.ts';
import { below, isObject, isScalar, type JsonObject } from './pointer.ts';

/** A list of an object, read as a table. */
export interface ListTable {
  readonly key: string;
  readonly columns: readonly Column[];
  /** The titles are told by name; else they stand in the first row. */
  readonly isTitled: boolean;
  readonly rows: readonly (readonly SourceCell[])[];
  /** Without a row of titles. */
  readonly body: readonly (readonly SourceCell[])[];
}

/** The rows in the member `key` of an object at `path`; null where that list holds no rows. */
export function listTable(
  value: JsonObject,
  key: string,
  list: readonly unknown[],
  path: string,
): ListTable | null {
  if (list.length === 0) return null;
  const at = below(path, key);
  const names = toldNames(value, key);
  return read(key, list, at, names?.told ?? null, names?.heads ?? null);
}

/** The rows of a list that stands alone. */
export const aloneTable = (list: readonly unknown[], path: string): ListTable | null =>
  list.length === 0 ? null : read('', list, path, null, null);

function read(
  key: string,
  list: readonly unknown[],
  at: string,
  told: readonly Column[] | null,
  heads: readonly string[] | null,
): ListTable | null {
  if (list.every(isObject)) {
    const { columns, rows } = objectRows(list, at, told, heads);
    return columns.length === 0 ? null : { key, columns, isTitled: true, rows, body: rows };
  }
  if (!list.every((row) => Array.isArray(row))) return null;
  const rows = arrayRows(list as unknown[][], at);
  if (told !== null) return { key, columns: told, isTitled: true, rows, body: rows };
  const columns = (rows[0] ?? []).map(({ text }) => ({
    key: text,
    inner: null,
    title: text,
    group: '',
  }));
  return { key, columns, isTitled: false, rows, body: rows.slice(1) };
}

/** Columns or names of a series, as another list beside it tells them. */
function toldNames(value: JsonObject, key: string) {
  const others = Object.keys(value).filter((one) => one !== key && Array.isArray(value[one]));
  const name = others.find(
    (one) => COLUMNS.test(keyWords(one)) || areYears(value[one] as unknown[]),
  );
  const told = name === undefined ? null : value[name];
  if (!Array.isArray(told) || told.length === 0 || told.some(Array.isArray)) return null;
  const columns = columnsOf(told);
  return { told: columns, heads: columns.map(({ title }) => title) };
}

const areYears = (list: readonly unknown[]): boolean =>
  list.length > 1 && list.every((one) => isYearName(String(one)));

/** The lists of an object that are rows: by their name, or those that are nothing else. */
export const rowLists = (value: JsonObject): string[] =>
  Object.entries(value)
    .filter(
      ([, one]) =>
        Array.isArray(one) &&
        one.length > 0 &&
        (one.every(isObject) || one.every((row) => Array.isArray(row))),
    )
    .map(([key]) => key);

/** The list whose totals stand beside it. */
export function mainList(value: JsonObject): string | null {
  const lists = rowLists(value);
  return lists.find((key) => ROWS.test(keyWords(key))) ?? (lists.length === 1 ? lists[0]! : null);
}

/** {totals: {so: 10}}, {total: ['Tổng', 10]}: a row of totals beside the rows. */
export function footerRows(
  value: JsonObject,
  path: string,
  table: ListTable,
): { readonly key: string; readonly cells: readonly SourceCell[] }[] {
  if (Object.keys(value).some((key) => PAGED.test(keyWords(key)))) return [];
  return Object.entries(value).flatMap(([key, one]) => {
    const words = keyWords(key);
    if (key === table.key || !(FOOTER.test(words) || isTotalName(words))) return [];
    const at = below(path, key);
    if (Array.isArray(one)) {
      if (!one.every(isScalar) || one.length > table.columns.length) return [];
      const from = one.length === table.columns.length ? 0 : table.columns.length - one.length;
      const cells = table.columns.map((_, column) =>
        cellOf(one[column - from], below(at, Math.max(0, column - from))),
      );
      return [{ key, cells: labelled(table, cells, key, at) }];
    }
    if (!isObject(one)) return [];
    const cells = table.columns.map(({ key: name, inner, title }) => {
      const own = inner === null ? one : (one[name] as JsonObject | undefined);
      const names = inner === null ? [name, title] : [String(inner)];
      const found = names.find((each) => isObject(own) && isScalar(own[each]) && each in own);
      const base = inner === null ? at : below(at, name);
      return cellOf(found === undefined ? undefined : own?.[found], below(base, found ?? name));
    });
    return cells.some(({ kind, text }) => figureOf(kind === 'number' ? 1 : text) !== null)
      ? [{ key, cells: labelled(table, cells, key, at) }]
      : [];
  });
}

export interface TotalCell {
  readonly key: string;
  readonly value: unknown;
  readonly path: string;
}

/** Single numbers as the totals of columns. */
export function totalRow(
  table: ListTable,
  totals: ReadonlyMap<number, TotalCell>,
): readonly SourceCell[] {
  const first = [...totals.values()][0]!;
  const cells = table.columns.map((_, index) => {
    const total = totals.get(index);
    return cellOf(total?.value, total?.path ?? first.path);
  });
  return labelled(table, cells, first.key, first.path);
}

/** The total's row says so in the column of words, where there is one. */
function labelled(
  table: ListTable,
  cells: readonly SourceCell[],
  key: string,
  path: string,
): SourceCell[] {
  const isWord = ({ kind, text }: SourceCell): boolean =>
    kind === 'text' && figureOf(text) === null;
  const place = cells.findIndex(
    (_, column) => table.body.filter((row) => isWord(row[column]!)).length * 2 > table.body.length,
  );
  const text = isTotalLabel(bareWords(key)) ? key : 'total';
  return cells.map((cell, at) => (at === place ? { text, path, kind: 'text' } : cell));
}

/** The table as it is checked, with rows of totals under it. */
export function sourceOf(
  name: string,
  table: ListTable,
  totals: readonly (readonly SourceCell[])[],
): SourceTable {
  const titles = table.columns.map(({ title }) => title);
  const groups = table.columns.map(({ group }) => group);
  const unnamed = totals.some(
    (row) => !row.some(({ kind, text }) => kind === 'text' && text !== ''),
  );
  if (!unnamed || !table.isTitled) {
    const rows = [...table.rows, ...totals];
    return { name, titles: table.isTitled ? titles : null, groups, rows, texts: [] };
  }
  // Nothing but figures: the rows need a place for the word 'total'.
  const named = (rows: ListTable['rows'], word: (at: number) => string): SourceCell[][] =>
    rows.map((row, at) => [
      { text: word(at), path: row[0]?.path ?? '', kind: 'text' as const },
      ...row,
    ]);
  const rows = [...named(table.rows, (at) => `#${at + 1}`), ...named(totals, () => 'total')];
  return { name, titles: ['label', ...titles], groups: ['', ...groups], rows, texts: [] };
}
