import { lexicon } from '../../vi/lexicon.ts';
import { bareWords, plain } from '../plain.ts';
import type { GridColumn } from './column.ts';
import type { Block } from './layout.ts';
import { type CellValue, type Marks, readCell, usualMarks } from './numbers.ts';
import { type GridRow, readRows } from './rows.ts';
import type { SourceCell } from './source.ts';
import { isAdditiveTitle, isPercentTitle } from './words.ts';

/** A table that was understood: what its columns and rows are, and the number in each cell. */
export interface Grid {
  readonly columns: readonly GridColumn[];
  readonly rows: readonly GridRow[];
  readonly cells: readonly (readonly SourceCell[])[];
  readonly values: readonly (readonly CellValue[])[];
  readonly marks: Marks;
  readonly block: Block;
}

/** Understands a table; its rows and columns keep their places. */
export function gridOf(block: Block): Grid {
  const width = Math.max(block.titles.length, ...block.rows.map((row) => row.length));
  const texts = block.rows.flatMap((row) =>
    row
      .filter(
        ({ kind, text }, at) => kind === 'text' && isFigureText(text) && !isNumbered(block, at),
      )
      .map(({ text }) => text),
  );
  const marks = usualMarks(texts);
  const values = block.rows.map((row) => row.map((cell) => readCell(cell, marks)));
  const columns: GridColumn[] = [];
  for (let index = 0; index < width; index++) columns.push(columnOf(block, values, index, columns));
  const labelled = withLabel(columns, block);
  return {
    columns: labelled,
    rows: readRows(labelled, block.rows, values),
    cells: block.rows,
    values,
    marks,
    block,
  };
}

const isFigureText = (text: string): boolean => /^[-−–+]?\d(?:[\d., ]*\d)?\s*%?$/.test(text.trim());

/** 1.1 and 1.2 are no decimals. */
const isNumbered = ({ titles }: Block, column: number): boolean => {
  const words = bareWords(titles[column] ?? '');
  return ORDINAL.test(words) || (column === 0 && words === '');
};

const ORDINAL = /^(?:stt|tt|so tt|so thu tu|no|number|ordinal)$/;
const LABEL =
  /^(?:label|ten|name|noi dung|chi tieu|linh vuc|hoi|don vi|title|ten don vi|ten hoi|muc|hang muc|loai|nhom|indicator|field|hoat dong)\b/;
const NOTE = /\b(?:ghi chu|dien giai|nhan xet|note|notes|thuyet minh|narrative|mo ta)\b/;
const UNIT = /^(?:dvt|don vi tinh|don vi do|unit)\b/;

function columnOf(
  block: Block,
  values: readonly (readonly CellValue[])[],
  index: number,
  before: readonly GridColumn[],
): GridColumn {
  const title = block.titles[index] ?? '';
  const group = block.groups[index] ?? '';
  const words = bareWords(title);
  const cells = block.rows.map((row) => row[index]).filter((cell) => cell !== undefined);
  const kind = kindOf(
    words,
    cells,
    values.map((row) => row[index] ?? { kind: 'blank' }),
    before,
    block.rows.map((row) => row[index]?.text ?? ''),
  );
  const all = `${bareWords(group)} ${words}`.trim();
  const own = values.flatMap((row) => (row[index]?.kind === 'value' ? [row[index]] : []));
  const signs = own.filter((value) => value.percent).length;
  const percent = isPercentTitle(all) || (signs > 0 && signs * 2 >= own.length);
  const bareYear = words === 'nam' && title.trim().toLowerCase().normalize('NFC') === lexicon.male;
  return {
    index,
    title: title === '' ? group : title,
    path: block.titlePaths[index] ?? '',
    words: words === '' ? bareWords(group) : words,
    group: bareWords(group),
    kind,
    percent,
    additive: !percent && (bareYear || isAdditiveTitle(all)) && !areYears(own),
    year: yearIn(title) ?? yearIn(group),
  };
}

const yearIn = (title: string): number | null =>
  Number(/(?<!\d)((?:19|20)\d\d)(?!\d)/.exec(title)?.[1]) || null;

/** Years, not amounts: 2016, 2017, 2018. */
const areYears = (values: readonly { readonly value: number }[]): boolean =>
  values.length > 1 &&
  values.every(({ value }) => Number.isInteger(value) && value >= 1900 && value <= 2100);

function kindOf(
  words: string,
  cells: readonly SourceCell[],
  values: readonly CellValue[],
  before: readonly GridColumn[],
  texts: readonly string[],
): GridColumn['kind'] {
  if (ORDINAL.test(words)) return 'ordinal';
  if (NOTE.test(words)) return 'note';
  if (UNIT.test(words) || (words === 'don vi' && areUnits(before, texts))) return 'unit';
  const said = values.filter(({ kind }) => kind !== 'blank' && kind !== 'null');
  const numbers = said.filter(({ kind }) => kind === 'value').length;
  const unsure = said.filter(({ kind }) => kind === 'unsure' || kind === 'nil').length;
  const days = cells.some(({ kind }) => kind === 'day');
  if (numbers > 0 && !days && numbers + unsure >= said.length * 0.6) {
    return words === '' && before.length === 0 && isCounting(texts) ? 'ordinal' : 'number';
  }
  return LABEL.test(words) && before.every(({ kind }) => kind !== 'label') ? 'label' : 'text';
}

/** 'Đơn vị' behind a column of labels: units are written small, organisations are not. */
function areUnits(before: readonly GridColumn[], texts: readonly string[]): boolean {
  const said = texts.filter((text) => text.trim() !== '');
  return (
    before.some(({ kind }) => kind === 'label') &&
    said.length > 0 &&
    said.every((text) => /^[\p{Ll}%]/u.test(text.trim()) && text.length <= 16)
  );
}

/** 1, 2, 3 … or I, 1, 2, II without a title. */
function isCounting(texts: readonly string[]): boolean {
  const numbers = texts.filter((text) => text.trim() !== '');
  return numbers.length > 1 && numbers.every((text, at) => plain(text).trim() === String(at + 1));
}

/** Every table has one column of labels: the one so titled, else the first text. */
function withLabel(columns: readonly GridColumn[], block: Block): GridColumn[] {
  if (columns.some(({ kind }) => kind === 'label')) return [...columns];
  const first =
    columns.find(({ kind }) => kind === 'text') ??
    columns.find(
      ({ kind, year, index }) => kind === 'number' && year === null && isYearColumn(block, index),
    );
  return columns.map((column) =>
    column === first ? { ...column, kind: 'label' as const } : column,
  );
}

function isYearColumn(block: Block, index: number): boolean {
  const texts = block.rows
    .map((row) => row[index]?.text.trim() ?? '')
    .filter((text) => text !== '');
  return (
    texts.length > 1 &&
    texts.filter((text) => /^(?:19|20)\d\d$/.test(text)).length >= texts.length - 2
  );
}
