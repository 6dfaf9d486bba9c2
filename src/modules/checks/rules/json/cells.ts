import type { SourceCell, SourceTable } from '../table/source.ts';
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

interface Column {
  readonly key: string;
  readonly title: string;
}

/** Columns as they are told: names, or objects with a key and a title. */
export function columnsOf(told: readonly unknown[]): Column[] {
  return told.map((one, at) => {
    if (!isObject(one)) return { key: String(one ?? at), title: String(one ?? '') };
    const key = one.key ?? one.id ?? one.field ?? one.name ?? one.code ?? at;
    return {
      key: String(key),
      title: String(one.title ?? one.label ?? one.header ?? one.name ?? key),
    };
  });
}

/** An array of objects: one row each, a column for each name. */
export function objectRows(
  rows: readonly JsonObject[],
  path: string,
  told: readonly Column[] | null,
): { titles: string[]; keys: string[]; rows: SourceCell[][] } {
  const columns = told ?? namesOf(rows).map((key) => ({ key, title: key }));
  return {
    titles: columns.map(({ title }) => title),
    keys: columns.map(({ key }) => key),
    rows: rows.map((row, at) =>
      columns.map(({ key, title }) => {
        const name = key in row ? key : title in row ? title : key;
        return cellOf(row[name], below(below(path, at), name));
      }),
    ),
  };
}

/** Names of the plain members of all rows, in the order in which they come. */
function namesOf(rows: readonly JsonObject[]): string[] {
  const names = new Set<string>();
  for (const row of rows)
    for (const [name, value] of Object.entries(row))
      if (isScalar(value) || (isObject(value) && typeof value.value === 'number')) names.add(name);
  return [...names];
}

/** An array of arrays: the first row has the titles, unless they are told. */
export function arrayRows(rows: readonly (readonly unknown[])[], path: string): SourceCell[][] {
  const width = Math.max(0, ...rows.map((row) => row.length));
  return rows.map((row, at) =>
    Array.from({ length: width }, (_, column) =>
      cellOf(row[column], below(below(path, at), column)),
    ),
  );
}

export function sourceOf(
  name: string,
  titles: readonly string[] | null,
  rows: readonly (readonly SourceCell[])[],
  texts: SourceTable['texts'],
): SourceTable {
  return { name, titles, rows, texts };
}
