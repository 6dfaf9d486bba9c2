import type { SourceTable } from '../table/source.ts';
import { isGroup, isSeries } from './cells.ts';
import { columnar } from './columnar.ts';
import {
  aloneTable,
  footerRows,
  type ListTable,
  listTable,
  mainList,
  rowLists,
  sourceOf,
  type TotalCell,
  totalRow,
} from './lists.ts';
import { COLUMNS, FOOTER, isTotalName, keyWords } from './names.ts';
import { keyed, nested, ofWhich, tree, withParts } from './objects.ts';
import { below, isObject, isScalar, type JsonObject } from './pointer.ts';
import { textsIn } from './texts.ts';
import { type Relation, relationsOf, totalKeys } from './totals.ts';

const DEEPEST = 12;

/** The tables that stand in a JSON value, each figure at its JSON Pointer; last what it says in words. */
export function jsonTables(value: unknown): SourceTable[] {
  const found: SourceTable[] = [];
  visit({ value, path: '', name: 'JSON', key: '', depth: 0, isRow: false }, found);
  const texts = textsIn(value);
  return texts.length > 0 ? [...found, { name: 'JSON', titles: [], rows: [], texts }] : found;
}

interface Place {
  readonly value: unknown;
  readonly path: string;
  readonly name: string;
  /** The member's name. */
  readonly key: string;
  readonly depth: number;
  /** A row of a list: its own figures are seen there. */
  readonly isRow: boolean;
}

function visit(place: Place, found: SourceTable[]): void {
  const { value, path, depth, name } = place;
  if (depth > DEEPEST) return;
  if (Array.isArray(value)) {
    const table = aloneTable(value, path);
    if (table !== null && !areTables(value)) found.push(sourceOf(name, table, []));
    visitItems(value, { ...place, depth: depth + 1 }, found);
    return;
  }
  if (isObject(value)) visitObject(value, place, found);
}

function visitObject(value: JsonObject, place: Place, found: SourceTable[]): void {
  const { path, key, depth } = place;
  const title = value.title ?? value.name ?? value.ten;
  const name = typeof title === 'string' ? title : place.name;
  const own = place.isRow ? withoutGroups(value) : value;
  const relations = relationsOf(own, place.isRow);
  const lists = listsOf(value, path, name, relations);
  const heads =
    lists.tables.length > 0 ? Object.keys(value).filter((one) => COLUMNS.test(keyWords(one))) : [];
  const inner = Object.fromEntries(Object.entries(own).filter(([one]) => !heads.includes(one)));
  const made = [lists, nested(inner, path, name), columnar(inner, path, name, relations)];
  found.push(
    ...made.flatMap(({ tables }) => tables),
    ...relations.flatMap((one) => withParts(value, path, name, one)),
    ...ofWhich(value, path, name, totalKeys(value)),
    ...keyed(value, path, name, key),
    ...tree(value, path, name),
  );
  const used = new Set([...heads, ...made.flatMap(({ used: keys }) => keys)]);
  for (const [child, one] of Object.entries(inner)) {
    if (isScalar(one)) continue;
    const below_ = { value: one, path: below(path, child), name, key: child, depth: depth + 1 };
    if (!used.has(child)) visit({ ...below_, isRow: false }, found);
    else if (Array.isArray(one)) visitItems(one, { ...below_, isRow: false }, found);
  }
}

/** What a row holds as figures by name or in a list is seen in its table. */
const withoutGroups = (value: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(value).filter(([, one]) => !isGroup(one) && !isSeries(one)));

/** Items of a list: as rows they are seen already, what they hold may be tables again. */
function visitItems(items: readonly unknown[], place: Place, found: SourceTable[]): void {
  const isRow = !areTables(items);
  items.forEach((one, at) => {
    if (!isObject(one) || Object.values(one).every(isScalar)) return;
    visit({ ...place, value: one, path: below(place.path, at), isRow }, found);
  });
}

/** Objects that each have rows of their own are no rows. */
const areTables = (items: readonly unknown[]): boolean =>
  items.every((one) => isObject(one) && rowLists(one).length > 0 && mainList(one) !== null);

/** The lists of rows in an object, with the totals that stand beside them. */
function listsOf(
  value: JsonObject,
  path: string,
  name: string,
  relations: readonly Relation[],
): { tables: SourceTable[]; used: string[] } {
  const main = mainList(value);
  const used: string[] = [];
  const tables = rowLists(value).flatMap((key) => {
    const list = value[key] as readonly unknown[];
    const table = listTable(value, key, list, path);
    if (table === null) return [];
    used.push(key);
    if (areTables(list)) return [];
    const footers = key === main ? footerRows(value, path, table) : [];
    used.push(...footers.map((one) => one.key));
    const named = key === main ? inFooter(value, path, table) : [];
    return [
      sourceOf(name, table, [
        ...footers.map(({ cells }) => cells),
        ...totalRows(
          table,
          path,
          relations.filter(({ to }) => to.kind === 'rows' && to.key === key),
        ),
        ...named,
      ]),
    ];
  });
  return { tables, used };
}

/** Totals of different columns are one row. */
function totalRows(table: ListTable, path: string, relations: readonly Relation[]) {
  const rows: Map<number, TotalCell>[] = [];
  for (const { key, value, to } of relations) {
    const column = to.column!.index;
    const place = rows.find((row) => !row.has(column)) ?? new Map<number, TotalCell>();
    if (place.size === 0) rows.push(place);
    place.set(column, { key, value, path: below(path, key) });
  }
  return rows.map((row) => totalRow(table, row));
}

/** {rows: […], summary: {total: 10}}: the total stands in a member of its own. */
function inFooter(value: JsonObject, path: string, table: ListTable) {
  return Object.entries(value).flatMap(([key, one]) => {
    if (!FOOTER.test(keyWords(key)) || !isObject(one)) return [];
    const totals = Object.entries(one).filter(([name]) => isTotalName(keyWords(name)));
    const beside = { ...Object.fromEntries(totals), [table.key]: value[table.key] };
    const found = relationsOf(beside, true).filter(({ to }) => to.kind === 'rows');
    return totalRows(table, below(path, key), found);
  });
}
