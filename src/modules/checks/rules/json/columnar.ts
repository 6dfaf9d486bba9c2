import type { SourceTable } from '../table/source.ts';
import { cellOf, isSeries, labelCell, pairs } from './cells.ts';
import { isShareName, keyWords, spaced } from './names.ts';
import type { Made } from './objects.ts';
import { below, isScalar, type JsonObject } from './pointer.ts';
import type { Relation } from './totals.ts';

/** {linh_vuc: ['A', 'B'], so: [1, 2], ty_le: [33.3, 66.7]}: lists of one length are columns. */
export function columnar(
  value: JsonObject,
  path: string,
  name: string,
  relations: readonly Relation[],
): Made {
  const lists = Object.entries(value).filter(
    ([, one]) => Array.isArray(one) && one.length >= 2 && one.every(isScalar),
  ) as [string, readonly unknown[]][];
  const groups = [...Map.groupBy(lists, ([, one]) => one.length).values()];
  const made = groups.flatMap((group) => {
    const isTable = group.length >= 2 && group.some(([, one]) => isSeries(one));
    if (isTable) return [columns(group, path, name, relations)];
    return group.flatMap(([key, list]) => alone(key, list, path, name, relations));
  });
  return { tables: made, used: lists.map(([key]) => key) };
}

function columns(
  lists: readonly [string, readonly unknown[]][],
  path: string,
  name: string,
  relations: readonly Relation[],
): SourceTable {
  const length = lists[0]![1].length;
  const totals = relations.filter(
    ({ to }) => to.kind === 'list' && lists.some(([key]) => key === to.key),
  );
  const rows = Array.from({ length }, (_, at) => [
    labelCell(`#${at + 1}`, below(below(path, lists[0]![0]), at)),
    ...lists.map(([key, list]) => cellOf(list[at], below(below(path, key), at))),
  ]);
  const sums = totals.map((total) => [
    labelCell('total', below(path, total.key)),
    ...lists.map(([key]) =>
      cellOf(key === total.to.key ? total.value : undefined, below(path, total.key)),
    ),
  ]);
  return {
    name,
    titles: ['', ...lists.map(([key]) => spaced(key))],
    titlePaths: ['', ...lists.map(([key]) => below(path, key))],
    rows: [...rows, ...sums],
    texts: [],
  };
}

/** One list of figures says something only with its total, or as shares of one whole. */
function alone(
  key: string,
  list: readonly unknown[],
  path: string,
  name: string,
  relations: readonly Relation[],
): SourceTable[] {
  const at = below(path, key);
  const totals = relations.filter(({ to }) => to.kind === 'list' && to.key === key);
  if (!isSeries(list) || (totals.length === 0 && !isShareName(keyWords(key)))) return [];
  const rows = list.map((one, index) => ({
    label: `#${index + 1}`,
    value: one,
    path: below(at, index),
  }));
  const sums = totals.map((one) => ({
    label: 'total',
    value: one.value,
    path: below(path, one.key),
  }));
  return [pairs(name, spaced(key), [...rows, ...sums], at)];
}
