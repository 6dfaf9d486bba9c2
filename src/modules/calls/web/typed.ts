import type { RowWay } from '../pages/parts/state.ts';
import { moved } from '../rules/index.ts';

/** A form as it was typed: the last text of each name, and all texts of each name. */
export interface Typed {
  readonly values: Readonly<Record<string, string>>;
  readonly lists: Readonly<Record<string, readonly string[]>>;
}

/** Rows of a form that are added and taken away: 'basis.0.symbol', 'basis.1.symbol'. */
export interface RowGroup {
  /** Before the number of a row: 'basis'. */
  readonly name: string;
  /** Columns of which one has to be filled, else the row is left out. */
  readonly filled: readonly string[];
}

const ACT = /^(add|drop|up|down):([a-z.]+):(\d{1,4})$/;

/** The act of a row's button; null for any other. */
export function rowActOf(act: string | undefined): {
  readonly way: RowWay;
  readonly name: string;
  readonly at: number;
} | null {
  const match = ACT.exec(act ?? '');
  return match === null ? null : { way: match[1] as RowWay, name: match[2]!, at: Number(match[3]) };
}

type Row = Readonly<Record<string, string>>;

/** The rows of a group in the order of their numbers, by column. */
export function rowsIn({ values }: Typed, name: string): Row[] {
  const rows = new Map<number, Record<string, string>>();
  for (const [full, value] of Object.entries(values)) {
    if (!full.startsWith(`${name}.`)) continue;
    const match = /^(\d{1,4})\.([a-z_]+)$/.exec(full.slice(name.length + 1));
    if (match === null) continue;
    const at = Number(match[1]);
    rows.set(at, { ...rows.get(at), [match[2]!]: value });
  }
  return [...rows.keys()].sort((a, b) => a - b).map((at) => rows.get(at)!);
}

/**
 * The form with its rows numbered from 0 without gaps: what the pressed button asks is done, rows in which
 * nothing stands are left out. So the numbers are those that issues name.
 */
export function tidy(typed: Typed, groups: readonly RowGroup[]): Typed {
  const act = rowActOf(typed.values.act);
  return groups.reduce((form, group) => {
    const all = rowsIn(form, group.name);
    const acted = act?.name === group.name ? after(all, act) : all;
    const rows = acted.filter((row) =>
      group.filled.some((name) => (row[name] ?? '').trim() !== ''),
    );
    return withRows(form, group.name, rows);
  }, typed);
}

function after(rows: readonly Row[], act: { readonly way: RowWay; readonly at: number }): Row[] {
  if (act.way === 'drop') return rows.toSpliced(act.at, 1);
  return act.way === 'add' ? [...rows] : moved(rows, act.at, act.way);
}

function withRows({ values, lists }: Typed, name: string, rows: readonly Row[]): Typed {
  const others = Object.entries(values).filter(([full]) => !isRow(full, name));
  return { values: { ...Object.fromEntries(others), ...flatRows(name, rows) }, lists };
}

const isRow = (full: string, name: string): boolean =>
  full.startsWith(`${name}.`) && /^\d+\./.test(full.slice(name.length + 1));

/** Rows as the values of a form. */
export const flatRows = (name: string, rows: readonly Row[]): Record<string, string> =>
  Object.fromEntries(
    rows.flatMap((row, at) =>
      Object.entries(row).map(([column, value]) => [`${name}.${at}.${column}`, value]),
    ),
  );

/** A bound or figure as it is typed; nothing where there is none. */
export const textOf = (value: number | string | null | undefined): string =>
  value === null || value === undefined ? '' : String(value);

/** Null where both ends are empty. */
export const pairOrNull = <K extends string>(
  values: Typed['values'],
  name: string,
  keys: readonly [K, K],
): Readonly<Record<K, string>> | null => {
  const typed = keys.map((key) => (values[`${name}.${key}`] ?? '').trim());
  return typed.every((one) => one === '')
    ? null
    : (Object.fromEntries(keys.map((key, at) => [key, typed[at]!])) as Record<K, string>);
};
