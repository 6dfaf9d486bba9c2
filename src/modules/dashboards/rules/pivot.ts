import { largestRemainder } from '../../../kernel/shares.ts';
import { type Axis, axes, axesOf, type Extra, type Layout } from './question.ts';

export type Value = number | boolean | null;

/** One thing on an axis. */
export interface Item {
  readonly key: string;
  readonly label: string;
  /** Heading that it stands under. */
  readonly group: string | null;
}

/** Where a figure stands. */
export type Place = Readonly<Record<Axis, string>>;

export interface PivotData {
  readonly items: Readonly<Record<Axis, readonly Item[]>>;
  readonly valueAt: (place: Place) => Value;
  /** The figures of an indicator may be added over the organisations, for that period. */
  readonly adds: (indicator: string, period: string) => boolean;
}

export interface Cell {
  readonly place: Place;
  readonly value: Value;
}

export interface Line {
  readonly item: Item;
  readonly cells: readonly Cell[];
  /** Over the organisations in the columns; null where adding makes no sense. */
  readonly total: Value;
  /** Second less first, and that in percent of the first; null where it cannot be said. */
  readonly difference: number | null;
  readonly percent: number | null;
  /** Of each cell in its column, adding up to 100; null where it cannot be said. */
  readonly shares: readonly (number | null)[];
}

export interface PivotTable {
  readonly item: Item;
  readonly columns: readonly Item[];
  readonly lines: readonly Line[];
  /** Under each column, over the organisations in the rows; null: no such line. */
  readonly totals: readonly Value[] | null;
  /** There is a total of each line. */
  readonly lineTotals: boolean;
  readonly differences: boolean;
  readonly withShares: boolean;
}

/** The tables of a layout, one for each item of the axis that is neither rows nor columns. */
export function pivotTables(data: PivotData, layout: Layout, extra: Extra): PivotTable[] {
  const { tables } = axesOf(layout);
  return data.items[tables].map((item) => pivotTable(data, layout, extra, item));
}

export function pivotTable(data: PivotData, layout: Layout, extra: Extra, item: Item): PivotTable {
  const { rows, columns, tables } = axesOf(layout);
  const heads = data.items[columns];
  const grid = data.items[rows].map((row) =>
    heads.map((column): Cell => {
      const place = { [rows]: row.key, [columns]: column.key, [tables]: item.key } as Place;
      return { place, value: data.valueAt(place) };
    }),
  );
  const over = (cells: readonly Cell[]): Value => totalOf(cells, data);
  const columnCells = heads.map((_, at) => grid.map((cells) => cells[at]!));
  const totals = rows === 'organisation' && grid.length > 1 ? columnCells.map(over) : null;
  const shared =
    extra === 'share' && rows === 'organisation'
      ? columnCells.map((cells) => sharesOf(cells, data))
      : [];
  // Figures of different indicators are not compared with each other.
  const differences = extra === 'difference' && heads.length === 2 && columns !== 'indicator';
  const lines = data.items[rows].map((row, index): Line => {
    const cells = grid[index]!;
    return {
      item: row,
      cells,
      total: columns === 'organisation' ? over(cells) : null,
      ...(differences ? differenceOf(cells) : { difference: null, percent: null }),
      shares: shared.map((column) => column[index] ?? null),
    };
  });
  return {
    item,
    columns: heads,
    lines,
    totals: totals?.some((total) => total !== null) ? totals : null,
    // Beside a difference a sum would only be in the way.
    lineTotals:
      columns === 'organisation' &&
      !differences &&
      heads.length > 1 &&
      lines.some((l) => l.total !== null),
    differences,
    withShares: shared.some((column) => column.some((share) => share !== null)),
  };
}

/** The sum of what is known, or how many say yes; null where nothing is known or nothing adds up. */
function totalOf(cells: readonly Cell[], data: PivotData): Value {
  const values = cells.map((cell) => cell.value).filter((value) => value !== null);
  if (values.length === 0) return null;
  if (values.every((value) => typeof value === 'boolean')) return values.filter(Boolean).length;
  if (!cells.every(({ place }) => data.adds(place.indicator, place.period))) return null;
  return values.reduce((sum: number, value) => sum + Number(value), 0);
}

function sharesOf(cells: readonly Cell[], data: PivotData): (number | null)[] {
  const none = cells.map(() => null);
  if (!cells.every(({ place }) => data.adds(place.indicator, place.period))) return none;
  const known = cells.filter(({ value }) => value !== null);
  const values = known.flatMap(({ value }) => (typeof value === 'number' ? [value] : []));
  if (values.length < known.length || values.some((value) => value < 0)) return none;
  if (values.every((value) => value === 0)) return none;
  const parts = largestRemainder(values);
  let at = 0;
  return cells.map(({ value }) => (value === null ? null : parts[at++]!));
}

function differenceOf(cells: readonly Cell[]): Pick<Line, 'difference' | 'percent'> {
  const [first, second] = [cells[0]?.value, cells[1]?.value];
  if (typeof first !== 'number' || typeof second !== 'number') {
    return { difference: null, percent: null };
  }
  // Without what adding decimals in binary leaves behind: 2,7 − 2,5 is 0,2.
  const difference = Number((second - first).toPrecision(12));
  return { difference, percent: first === 0 ? null : (difference / Math.abs(first)) * 100 };
}

/** How many figures a question has. */
export function figuresIn(items: PivotData['items']): number {
  return axes.reduce((product, axis) => product * items[axis].length, 1);
}
