import { paragraphOf, readFlow } from './flow.ts';
import { attrsOf, contentOf, type Raw, type Reading, rawOf, wholeOf } from './reading.ts';
import type { Table, TableCell, TableRow } from './types.ts';

const MOST_COLUMNS = 100;

/** A table, already counted; null when it holds no cell. */
export function readTable(reading: Reading, raw: Raw, depth: number): Table | null {
  const rows = contentOf(raw)
    .map((row) => readRow(reading, row, depth + 1))
    .filter((row) => row.content.length > 0);
  if (rows.length === 0) return null;
  const caption = reading.words(attrsOf(raw).caption);
  const content = rows.map((row, at) => withinRows(row, rows.length - at));
  return caption === ''
    ? { type: 'table', content }
    : { type: 'table', attrs: { caption }, content };
}

function readRow(reading: Reading, value: unknown, depth: number): TableRow {
  const raw = rawOf(value);
  if (raw === null) return { type: 'tableRow', content: [] };
  reading.node();
  const cells = raw.type === 'tableRow' ? contentOf(raw) : [raw];
  const content = cells
    .slice(0, MOST_COLUMNS)
    .flatMap((cell) => readCell(reading, cell, depth + 1));
  return { type: 'tableRow', content };
}

function readCell(reading: Reading, value: unknown, depth: number): TableCell[] {
  const raw = rawOf(value);
  if (raw === null) return [];
  reading.node();
  const isCell = raw.type === 'tableCell' || raw.type === 'tableHeader';
  const flow = readFlow(reading, isCell ? contentOf(raw) : [raw], depth + 1);
  const type = raw.type === 'tableHeader' ? 'tableHeader' : 'tableCell';
  const colspan = spanOf(attrsOf(raw).colspan);
  const rowspan = spanOf(attrsOf(raw).rowspan);
  return [cellOf(type, colspan, rowspan, flow.length > 0 ? flow : [paragraphOf([])])];
}

const spanOf = (value: unknown): number => wholeOf(value, 1, MOST_COLUMNS) ?? 1;

function cellOf(
  type: TableCell['type'],
  colspan: number,
  rowspan: number,
  content: TableCell['content'],
): TableCell {
  if (colspan === 1 && rowspan === 1) return { type, content };
  const attrs = {
    ...(colspan > 1 ? { colspan } : {}),
    ...(rowspan > 1 ? { rowspan } : {}),
  };
  return { type, attrs, content };
}

// A cell does not reach below the table.
function withinRows(row: TableRow, left: number): TableRow {
  const content = row.content.map((cell) => {
    const { colspan = 1, rowspan = 1 } = cell.attrs ?? {};
    return rowspan <= left ? cell : cellOf(cell.type, colspan, left, cell.content);
  });
  return { type: 'tableRow', content };
}
