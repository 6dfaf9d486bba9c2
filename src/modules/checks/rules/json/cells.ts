import { readCell } from '../table/numbers.ts';
import type { SourceCell, SourceTable } from '../table/source.ts';
import { spaced } from './names.ts';
import { below, isObject, isScalar, type JsonObject } from './pointer.ts';

/** A value of a message as a cell. */
export function cellOf(value: unknown, path: string): SourceCell {
  if (value === null) return { text: '', path, kind: 'null' };
  if (typeof value === 'number' && Number.isFinite(value)) {
    return { text: String(value), path, kind: 'number', number: value };
  }
  // {"value": 5, "note": …}: the figure with something about it.
  if (isObject(value)) return cellOf(value.value ?? value.v ?? null, below(path, 'value'));
  const text = value === undefined || typeof value === 'object' ? '' : String(value);
  return { text, path, kind: text.trim() === '' ? 'empty' : 'text' };
}

const FIGURE = /^\s*[-−–+]?\d[\d.,\s]*%?\s*$/;

/** A member that is a figure: a number, a number in text, or an object with its `value`. */
export function figureOf(value: unknown): { value: number; decimals: number } | null {
  if (isObject(value)) return isFigured(value) ? figureOf(value.value) : null;
  if (typeof value !== 'number' && !(typeof value === 'string' && FIGURE.test(value))) return null;
  const read = readCell(cellOf(value, ''), ',');
  return read.kind === 'value' ? { value: read.value, decimals: read.decimals } : null;
}

export const isFigured = (value: unknown): value is JsonObject =>
  isObject(value) && isScalar(value.value) && figureOf(value.value) !== null;

/** A column of the table that rows make: a member, or a member of a member. */
export interface Column {
  readonly key: string;
  readonly inner: string | number | null;
  readonly title: string;
  readonly group: string;
}

/** Columns as they are told: names, or objects with a key and a title. */
export function columnsOf(told: readonly unknown[]): Column[] {
  return told.map((one, at) => {
    const plain = { inner: null, group: '' };
    if (!isObject(one)) return { ...plain, key: String(one ?? at), title: String(one ?? '') };
    const key = one.key ?? one.id ?? one.field ?? one.name ?? one.code ?? at;
    const title = String(one.title ?? one.label ?? one.header ?? one.name ?? key);
    return { ...plain, key: String(key), title };
  });
}

export interface Rows {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly SourceCell[])[];
}

/**
 * An array of objects: one row each, a column for each name. Members that hold figures by name or in
 * a list are columns of a group; `heads` are the names of such a list.
 */
export function objectRows(
  rows: readonly JsonObject[],
  path: string,
  told: readonly Column[] | null,
  heads: readonly string[] | null,
): Rows {
  const isTold = told?.some(({ key, title }) => rows.some((row) => key in row || title in row));
  const names = told?.map(({ title }) => title) ?? heads;
  const columns = isTold === true ? told! : columnsIn(rows, names);
  return {
    columns,
    rows: rows.map((row, at) =>
      columns.map(({ key, title, inner }) => {
        const name = key in row || inner !== null ? key : title in row ? title : key;
        const own = below(below(path, at), name);
        if (inner === null) return cellOf(row[name], own);
        const group = row[name] as Record<string | number, unknown> | undefined;
        return cellOf(group?.[inner], below(own, inner));
      }),
    ),
  };
}

/** Names of the members of all rows that are figures or words, in the order in which they come. */
function columnsIn(rows: readonly JsonObject[], heads: readonly string[] | null): Column[] {
  const found = new Map<string, Column>();
  const add = (key: string, inner: string | number | null, title: string): void => {
    const column = { key, inner, title, group: inner === null ? '' : spaced(key) };
    found.set(JSON.stringify([key, inner]), column);
  };
  for (const row of rows)
    for (const [key, value] of Object.entries(row)) {
      if (isScalar(value) || isFigured(value)) add(key, null, spaced(key));
      else if (isGroup(value)) for (const name of Object.keys(value)) add(key, name, spaced(name));
      else if (isSeries(value)) {
        const titles = heads?.length === value.length ? heads : null;
        value.forEach((_, at) => {
          add(key, at, titles?.[at] ?? `${spaced(key)} ${at + 1}`);
        });
      }
    }
  return [...found.values()];
}

/** Figures by name: they are columns of the row that they stand in. */
export const isGroup = (value: unknown): value is JsonObject =>
  isObject(value) &&
  Object.values(value).every((one) => isScalar(one) || isFigured(one)) &&
  Object.values(value).some((one) => figureOf(one) !== null);

/** A list of figures. */
export const isSeries = (value: unknown): value is readonly unknown[] =>
  Array.isArray(value) &&
  value.length <= 60 &&
  value.every((one) => one === null || figureOf(one) !== null) &&
  value.some((one) => one !== null);

/** An array of arrays: the first row has the titles, unless they are told. */
export function arrayRows(rows: readonly (readonly unknown[])[], path: string): SourceCell[][] {
  const width = Math.max(0, ...rows.map((row) => row.length));
  return rows.map((row, at) =>
    Array.from({ length: width }, (_, column) =>
      cellOf(row[column], below(below(path, at), column)),
    ),
  );
}

/** A table of names and figures: [name, figure] each. */
export function pairs(
  name: string,
  title: string,
  rows: readonly { readonly label: string; readonly value: unknown; readonly path: string }[],
  titlePath = '',
): SourceTable {
  return {
    name,
    titles: ['label', title],
    titlePaths: ['', titlePath],
    rows: rows.map(({ label, value, path }) => [labelCell(label, path), cellOf(value, path)]),
    texts: [],
  };
}

/** A name is no figure, even if it is written in digits. */
export const labelCell = (key: string, path: string): SourceCell =>
  cellOf(/^\d{1,3}$/.test(key) ? `#${key}` : spaced(key), path);
