import { type SheetOutColumn, writeXlsx } from '../../../platform/documents/index.ts';
import type { Pivot } from '../queries/index.ts';
import { axesOf, type Line, type PivotTable, pivotTables, type Value } from '../rules/index.ts';
import { axisNames, periodHead, structureNames, pivotWords as words } from '../vi/index.ts';
import { pivotData, writtenBy } from './data.ts';

type Cell = string | number | null;

/** A pivot as rows and columns: all its tables under each other, the first column says which. */
export interface Flat {
  readonly heads: readonly { readonly label: string; readonly decimals: number | null }[];
  readonly rows: readonly (readonly Cell[])[];
}

const cellOf = (value: Value, yes: string, no: string): Cell =>
  typeof value === 'boolean' ? (value ? yes : no) : value;

/** All tables of a pivot in one, for files. */
export function flatten(pivot: Pivot, yes: string, no: string): Flat {
  const { layout, extra } = pivot.question;
  const tables = pivotTables(pivotData(pivot), layout, extra);
  const axes = axesOf(layout);
  const units = new Map(
    pivot.indicators.map(({ definition }) => [definition.code, definition.unit]),
  );
  const unitOf = (key: string): string => units.get(key) ?? '';
  const unitIn = axes.rows === 'indicator' ? 'row' : axes.tables === 'indicator' ? 'table' : null;
  const text = (label: string) => ({ label, decimals: null });
  const [first] = tables;
  const number = (label: string) => ({ label, decimals: 1 });
  const written = writtenBy(pivot);
  const heads = [
    text(axisNames[axes.tables]),
    text(words.heads.code),
    text(axisNames[axes.rows]),
    ...(unitIn === null ? [] : [text(words.heads.unit)]),
    ...(first?.columns ?? []).map((column) => ({
      label: column.label,
      decimals: axes.columns === 'indicator' ? written(column.key).decimals : 1,
    })),
    ...extraHeads(tables).map(number),
  ];
  const rows = tables.flatMap((table) =>
    table.lines.map((line) => [
      table.item.label,
      line.item.key,
      line.item.label,
      ...(unitIn === null ? [] : [unitOf(unitIn === 'row' ? line.item.key : table.item.key)]),
      ...line.cells.map((cell) => cellOf(cell.value, yes, no)),
      ...extraCells(tables, line),
    ]),
  );
  return { heads, rows };
}

function extraHeads(tables: readonly PivotTable[]): string[] {
  const { heads } = words;
  const columns = tables[0]?.columns ?? [];
  return [
    ...(tables.some((table) => table.lineTotals) ? [heads.total] : []),
    ...(tables.some((table) => table.differences) ? [heads.difference, heads.percent] : []),
    ...(tables.some((table) => table.withShares) ? columns.map((c) => heads.shareOf(c.label)) : []),
  ];
}

function extraCells(tables: readonly PivotTable[], line: Line): Cell[] {
  return [
    ...(tables.some((table) => table.lineTotals) ? [Number(line.total ?? Number.NaN)] : []),
    ...(tables.some((table) => table.differences) ? [line.difference, line.percent] : []),
    ...(tables.some((table) => table.withShares)
      ? line.cells.map((_, at) => line.shares[at] ?? null)
      : []),
  ].map((cell) => (Number.isNaN(cell) ? null : cell));
}

/** The pivot as a workbook: numbers as numbers, yes and no as words. */
export function pivotXlsx(pivot: Pivot, name: string, yes: string, no: string): Promise<Buffer> {
  const flat = flatten(pivot, yes, no);
  const wide = [30, 12, 44];
  const columns = flat.heads.map(
    (head, at): SheetOutColumn =>
      head.decimals === null
        ? { key: String(at), header: head.label, width: wide[at] ?? 14, type: 'text' }
        : { key: String(at), header: head.label, width: 14, type: 'number' },
  );
  const periods = pivot.periods.map(({ period, on, running }) => periodHead(period, on, running));
  return writeXlsx({
    title: words.files.title(name),
    creator: name,
    sheets: [
      {
        name: words.files.sheet,
        title: words.files.title(name),
        notes: words.files.notes(
          structureNames[pivot.question.structure].toLowerCase(),
          periods.join(', '),
        ),
        columns,
        rows: flat.rows.map((row) => Object.fromEntries(row.map((cell, at) => [String(at), cell]))),
      },
    ],
  });
}
