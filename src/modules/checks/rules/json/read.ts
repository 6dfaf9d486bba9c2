import { bareWords } from '../plain.ts';
import type { SourceCell, SourceTable } from '../table/source.ts';
import { isTotalLabel } from '../table/words.ts';
import { arrayRows, cellOf, columnsOf, objectRows, sourceOf } from './cells.ts';
import { NO_AMOUNT, PAGED } from './names.ts';
import { flat, nested, tree } from './objects.ts';
import { below, isObject, isScalar, type JsonObject } from './pointer.ts';

type Texts = SourceTable['texts'];

const ROWS = /^(?:rows|data|items|values|table|bang|dong|cac dong|du lieu|records|so lieu)$/;
const COLUMNS = /^(?:columns|headers|header|cot|tieu de cot|fields)$/;
const TEXT =
  /^(?:narratives?|texts?|notes?|words|ghi chu|loi van|nhan xet|thuyet minh|dien giai|noi dung|mo ta|summary|description|comment|doan van|van ban)$/;
const DEEPEST = 12;

/** The tables that stand in a JSON value, each figure at its JSON Pointer. */
export function jsonTables(value: unknown): SourceTable[] {
  const found: SourceTable[] = [];
  visit(value, '', 'JSON', [], found, 0);
  if (found.length > 0) return found;
  const texts = isObject(value) ? textsOf(value, '') : [];
  return texts.length > 0 ? [sourceOf('JSON', [], [], texts)] : [];
}

function visit(
  value: unknown,
  path: string,
  name: string,
  texts: Texts,
  found: SourceTable[],
  depth: number,
): void {
  if (depth > DEEPEST) return;
  if (Array.isArray(value)) visitArray(value, path, name, texts, found, depth);
  if (!isObject(value)) return;
  const title = value.title ?? value.name ?? value.ten;
  const own = typeof title === 'string' ? title : name;
  const said = [...texts, ...textsOf(value, path)];
  const before = found.length;
  const main = tableOf(value, path, own, said);
  if (main !== null) found.push(main.table);
  for (const [key, child] of Object.entries(value)) {
    if (isScalar(child) || main?.used.has(key) === true) continue;
    visit(child, below(path, key), own, found.length === before ? said : [], found, depth + 1);
  }
  found.push(
    ...nested(value, path, own),
    ...flat(value, path, own, main !== null),
    ...tree(value, path, own),
  );
}

function visitArray(
  value: readonly unknown[],
  path: string,
  name: string,
  texts: Texts,
  found: SourceTable[],
  depth: number,
): void {
  const table = fromArray(value, path, name, null, texts);
  const isTable = table !== null && table.rows.length > 0 && (table.titles?.length ?? 1) > 0;
  if (isTable && !isListOfTables(value)) found.push(table);
  value.forEach((one, at) => {
    if (isObject(one)) visitInside(one, below(path, at), name, found, depth + 1, texts);
  });
}

/** Objects of an array: as rows they are seen already, what they hold may be tables again. */
function visitInside(
  row: JsonObject,
  path: string,
  name: string,
  found: SourceTable[],
  depth: number,
  texts: Texts,
): void {
  if (Object.values(row).every(isScalar)) return;
  visit(row, path, name, texts, found, depth);
}

const isListOfTables = (value: readonly unknown[]): boolean =>
  value.every((one) => isObject(one) && rowsKey(one) !== null);

const keyOf = (value: JsonObject, pattern: RegExp): string | null =>
  Object.keys(value).find((key) => pattern.test(bareWords(key))) ?? null;

function rowsKey(value: JsonObject): string | null {
  return (
    Object.entries(value).find(
      ([key, one]) => ROWS.test(bareWords(key)) && Array.isArray(one) && one.length > 0,
    )?.[0] ?? null
  );
}

/** {title, columns, rows, total, narrative}. */
function tableOf(
  value: JsonObject,
  path: string,
  name: string,
  texts: Texts,
): { table: SourceTable; used: Set<string> } | null {
  const key = rowsKey(value) ?? onlyArray(value);
  if (key === null) return null;
  const columns = keyOf(value, COLUMNS);
  const told = columns === null ? null : (value[columns] as unknown);
  const rows = value[key] as readonly unknown[];
  const table = fromArray(rows, below(path, key), name, Array.isArray(told) ? told : null, texts);
  if (table === null) return null;
  const totals = totalRows(value, path, table, rows);
  const used = new Set(
    rows.some((row) => isObject(row) && !Object.values(row).every(isScalar)) ? [] : [key],
  );
  for (const one of totals) used.add(one.key);
  return { table: { ...table, rows: [...table.rows, ...totals.map(({ cells }) => cells)] }, used };
}

/** The one array of an object that also tells a total. */
function onlyArray(value: JsonObject): string | null {
  if (!Object.keys(value).some((key) => isTotalLabel(bareWords(key)))) return null;
  const arrays = Object.entries(value).filter(([, one]) => Array.isArray(one) && one.length > 0);
  return arrays.length === 1 ? arrays[0]![0] : null;
}

function fromArray(
  rows: readonly unknown[],
  path: string,
  name: string,
  told: readonly unknown[] | null,
  texts: Texts,
): SourceTable | null {
  if (rows.length === 0) return null;
  const columns = told === null ? null : columnsOf(told);
  if (rows.every(isObject)) {
    const read = objectRows(rows, path, columns);
    return sourceOf(name, read.titles, read.rows, texts);
  }
  if (rows.every((row) => Array.isArray(row))) {
    const cells = arrayRows(rows as unknown[][], path);
    return sourceOf(
      name,
      columns === null ? null : columns.map(({ title }) => title),
      cells,
      texts,
    );
  }
  if (!rows.every((row) => typeof row === 'number')) return null;
  const cells = rows.map((row, at) => [
    cellOf(`#${at + 1}`, below(path, at)),
    cellOf(row, below(path, at)),
  ]);
  return sourceOf(name, ['label', 'value'], cells, texts);
}

interface TotalRow {
  readonly key: string;
  readonly cells: SourceCell[];
}

/** Totals beside the rows: a number, an object with the columns' names, or an array in their order. */
function totalRows(
  value: JsonObject,
  path: string,
  table: SourceTable,
  rows: readonly unknown[],
): TotalRow[] {
  const isPaged = Object.keys(value).some((key) => PAGED.test(bareWords(key)));
  return Object.entries(value).flatMap(([key, total]) => {
    if (!isTotalLabel(bareWords(key)) || isPaged) return [];
    const at = below(path, key);
    const titles = table.titles ?? table.rows[0]?.map(({ text }) => text) ?? [];
    if (isObject(total)) return totalOfObject(key, total, at, titles);
    if (Array.isArray(total)) {
      const cells = titles.map((_, column) => cellOf(total[column], below(at, column)));
      return [{ key, cells: labelled(cells, key, at) }];
    }
    if (typeof total !== 'number' || total === rows.length) return [];
    const column = amountColumn(table, titles);
    if (column === null) return [];
    const cells = titles.map((_, index) => cellOf(index === column ? total : undefined, at));
    return [{ key, cells: labelled(cells, key, at) }];
  });
}

function totalOfObject(
  key: string,
  total: JsonObject,
  at: string,
  titles: readonly string[],
): TotalRow[] {
  const cells = titles.map((title) =>
    cellOf(isScalar(total[title]) ? total[title] : undefined, below(at, title)),
  );
  return cells.some(({ kind }) => kind === 'number' || kind === 'text')
    ? [{ key, cells: labelled(cells, key, at) }]
    : [];
}

/** The total's row says so in its first cell that has no figure. */
function labelled(cells: SourceCell[], key: string, path: string): SourceCell[] {
  const place = cells.findIndex(({ kind }) => kind !== 'number');
  return cells.map((cell, at) =>
    at === place ? { text: key, path, kind: 'text' as const } : cell,
  );
}

/** The column that one number can be the total of. */
function amountColumn(table: SourceTable, titles: readonly string[]): number | null {
  const body = table.titles === null ? table.rows.slice(1) : table.rows;
  const amounts = titles.flatMap((title, at) => {
    const numbers = body.filter((row) => row[at]?.kind === 'number').length;
    return numbers * 2 >= body.length && !NO_AMOUNT.test(bareWords(title)) ? [at] : [];
  });
  if (amounts.length === 1) return amounts[0]!;
  const named = amounts.filter((at) =>
    /^(?:value|so luong|gia tri|count|amount|tong|total|so)$/.test(bareWords(titles[at] ?? '')),
  );
  return named.length === 1 ? named[0]! : null;
}

function textsOf(value: JsonObject, path: string): Texts {
  return Object.entries(value).flatMap(([key, text]) => {
    if (!TEXT.test(bareWords(key))) return [];
    if (typeof text === 'string') return [{ path: below(path, key), text }];
    if (!Array.isArray(text)) return [];
    return text.flatMap((one, at) => textOf(one, below(below(path, key), at)));
  });
}

function textOf(one: unknown, path: string): { path: string; text: string }[] {
  if (typeof one === 'string') return [{ path, text: one }];
  const words = isObject(one) ? keyOf(one, TEXT) : null;
  const text = words === null ? null : (one as JsonObject)[words];
  return typeof text === 'string' ? [{ path: below(path, words!), text }] : [];
}
