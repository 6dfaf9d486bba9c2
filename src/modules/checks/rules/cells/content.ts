import { plain } from '../plain.ts';
import { type Problem, problem } from '../problem.ts';
import type { GridColumn } from '../table/column.ts';
import type { Grid } from '../table/grid.ts';
import { marksOf, readNumberText } from '../table/numbers.ts';
import type { GridRow } from '../table/rows.ts';

/** Cells that are empty, without a unit, or not written as the others of their column. */
export function cellProblems(grid: Grid): Problem[] {
  return [
    ...grid.columns
      .filter(({ kind }) => kind === 'number')
      .flatMap((column) => [
        ...blanks(grid, column),
        ...formats(grid, column),
        ...negatives(grid, column),
      ]),
    ...units(grid),
    ...duplicates(grid),
  ];
}

const LEAST_FILLED = 5;
const MOST_BLANK = 0.1;

/** Few empty cells in a column that is filled otherwise; where a total is told, empty is nothing. */
function blanks(grid: Grid, { index: column, title }: GridColumn): Problem[] {
  const parents = new Set(grid.rows.map(({ parent }) => parent));
  const rows = grid.rows.filter(
    (row) => !row.ofWhich && (row.kind === 'data' || isLeaf(row, parents)),
  );
  const filled = rows.filter(({ index }) => grid.values[index]?.[column]?.kind === 'value');
  const empty = rows.filter(({ index }) => grid.values[index]?.[column]?.kind === 'blank');
  const totalled = grid.rows.some(
    ({ kind, index }) => kind === 'total' && grid.values[index]?.[column]?.kind === 'value',
  );
  if (totalled || filled.length < LEAST_FILLED || empty.length === 0) return [];
  if (empty.length > Math.max(1, rows.length * MOST_BLANK)) return [];
  return empty.map(({ index, label }) =>
    problem('missing_value', grid.cells[index]![column]!.path, null, null, {
      label,
      column: title,
    }),
  );
}

/** A numbered row with nothing under it is no heading: its figure is missing. */
const isLeaf = ({ kind, ordinal, index }: GridRow, parents: ReadonlySet<number | null>): boolean =>
  kind === 'heading' && ordinal !== null && /^\d/.test(ordinal) && !parents.has(index);

/** 1,234 among 1.234; 12O; numbers kept as text among numbers. */
function formats(grid: Grid, { index: column, title }: GridColumn): Problem[] {
  const cells = grid.cells.map((row) => row[column]).filter((cell) => cell !== undefined);
  const texts = cells.filter(({ kind }) => kind === 'text');
  const numbers = cells.filter(({ kind }) => kind === 'number');
  const other = grid.marks === ',' ? '.' : ',';
  return texts.flatMap((cell) => {
    const data = { column: title, words: cell.text };
    const value = readNumberText(cell.text, grid.marks);
    if (value.kind === 'text')
      return typos(cell.text, cell.path, data, texts.length + numbers.length);
    if (value.kind !== 'value') return [];
    const odd = marksOf(cell.text) === other || looksEnglish(cell.text, grid, column);
    const asText =
      numbers.length >= 3 && numbers.length > texts.length * 2 && /^[\s\d.,]+$/.test(cell.text);
    if (!odd && !asText) return [];
    const meant =
      odd && marksOf(cell.text) === null ? Number(cell.text.replace(/\D/g, '')) : value.value;
    return [
      problem('mixed_format', cell.path, cell.text, meant, {
        ...data,
        kept: asText && !odd ? 'text' : 'marks',
      }),
    ];
  });
}

/** '1,234' in a column of whole numbers that groups with points. */
function looksEnglish(text: string, grid: Grid, column: number): boolean {
  const mark = grid.marks;
  if (!new RegExp(`^\\d{1,3}(?:\\${mark}\\d{3})+$`).test(text.trim())) return false;
  const others = grid.cells
    .map((row) => row[column]?.text.trim() ?? '')
    .filter((one) => one !== text.trim());
  const grouped = others.filter((one) =>
    new RegExp(`^\\d{1,3}(?:\\${mark === ',' ? '.' : ','}\\d{3})+$`).test(one),
  );
  const decimal = others.some((one) => new RegExp(`^\\d+\\${mark}\\d+$`).test(one));
  return grouped.length > 0 && !decimal;
}

/** Letters for digits: 1O, l2. */
function typos(
  text: string,
  path: string,
  data: Readonly<Record<string, unknown>>,
  filled: number,
): Problem[] {
  const bare = text.trim();
  if (filled < 3 || !/\d/.test(bare) || !/^[\dOoIlSB.,]+$/.test(bare)) return [];
  const meant = bare
    .replace(/[Oo]/g, '0')
    .replace(/[Il]/g, '1')
    .replace(/S/g, '5')
    .replace(/B/g, '8');
  const value = readNumberText(meant, ',');
  return [problem('not_a_number', path, text, value.kind === 'value' ? value.value : null, data)];
}

/** Counts are not negative; differences may be, and money. */
function negatives(grid: Grid, { index: column, words, title, percent }: GridColumn): Problem[] {
  const counts = /\b(?:so luong|so hoi|hoi vien|so nguoi|nam|nu|giai|hoi|lop|nguoi|so)\b/.test(
    words,
  );
  if (!counts || percent || /\b(?:tang|giam|chenh|so voi|so sanh|thu chi|so du)\b/.test(words))
    return [];
  return grid.rows.flatMap(({ index, label }) => {
    const value = grid.values[index]?.[column];
    if (value?.kind !== 'value' || value.value >= 0) return [];
    return [
      problem('negative', grid.cells[index]![column]!.path, value.value, null, {
        label,
        column: title,
      }),
    ];
  });
}

/** Rows with figures and no unit, where the others have one. */
function units(grid: Grid): Problem[] {
  const column = grid.columns.find(({ kind }) => kind === 'unit');
  if (column === undefined) return [];
  const rows = grid.rows.filter(({ kind, parent, ofWhich }) => {
    const isTop = parent === null || grid.rows[parent]?.kind === 'heading';
    return kind === 'data' && isTop && !ofWhich;
  });
  const text = (row: number): string => grid.cells[row]?.[column.index]?.text.trim() ?? '';
  const empty = rows.filter(
    ({ index }) => text(index) === '' && grid.cells[index]?.[column.index]?.kind === 'empty',
  );
  const filled = rows.filter(({ index }) => text(index) !== '');
  // 'null' says that there is no unit: of these nothing can be told.
  if (filled.length < 2 || filled.length < (filled.length + empty.length) * 0.6) return [];
  return empty.map(({ index, label }) =>
    problem('missing_unit', grid.cells[index]![column.index]!.path, null, null, { label }),
  );
}

/** The same row twice, whatever its number. */
function duplicates(grid: Grid): Problem[] {
  const ordinals = grid.columns.find(({ kind }) => kind === 'ordinal')?.index;
  const seen = new Map<string, number>();
  return grid.rows.flatMap(({ index, label, kind, parent, words }) => {
    if (kind !== 'data' || words.length < 3) return [];
    const cells = grid.cells[index]!.filter((_, at) => at !== ordinals).map(({ text }) =>
      plain(text).trim(),
    );
    const figures = grid.values[index]!.filter(
      ({ kind: one }, at) => one === 'value' && at !== ordinals,
    ).length;
    if (figures < 1 || cells.filter((text) => text !== '').length < 2) return [];
    const mark = `${parent}|${cells.join('|')}`;
    const first = seen.get(mark);
    seen.set(mark, first ?? index);
    if (first === undefined) return [];
    const before = grid.cells[first]!.find(({ text }) => text.trim() !== '')?.path ?? '';
    const { path } = grid.cells[index]!.find(({ text }) => text.trim() !== '')!;
    return [problem('duplicate_row', path, label, null, { label, first: before })];
  });
}
