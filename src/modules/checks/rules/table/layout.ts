import { bareWords } from '../plain.ts';
import { readNumberText } from './numbers.ts';
import type { SourceCell, SourceTable } from './source.ts';

/** A table cut out of a sheet: its titles, its rows, the lines of text before and after it. */
export interface Block {
  readonly titles: readonly string[];
  /** The title of the group above each title; '' without one. */
  readonly groups: readonly string[];
  readonly titlePaths: readonly string[];
  /** '3=1+2' under a title, as numbers of columns; by column. */
  readonly equations: ReadonlyMap<number, readonly number[]>;
  readonly rows: readonly (readonly SourceCell[])[];
  readonly texts: readonly { readonly path: string; readonly text: string }[];
}

type Row = readonly SourceCell[];

const filled = (row: Row): SourceCell[] => row.filter((cell) => cell.text.trim() !== '');
const isYear = (text: string): boolean => /^(?:19|20)\d\d$/.test(text.trim());
const isNumber = (cell: SourceCell): boolean =>
  cell.kind === 'number' ||
  (cell.kind === 'text' && readNumberText(cell.text, ',').kind === 'value');
const isFigure = (cell: SourceCell): boolean => isNumber(cell) && !isYear(cell.text);

/** Cuts a sheet into its tables. */
export function blocksOf(source: SourceTable): Block[] {
  if (source.titles !== null) return [withTitles(source, source.titles)];
  return cut(source.rows).flatMap((rows, at) => {
    const block = blockOf(rows, at === 0 ? source.texts : []);
    return block === null ? [] : [block];
  });
}

function withTitles(source: SourceTable, titles: readonly string[]): Block {
  return {
    titles,
    groups: source.groups ?? titles.map(() => ''),
    titlePaths: source.titlePaths ?? titles.map(() => ''),
    equations: new Map(),
    rows: source.rows,
    texts: source.texts,
  };
}

/** A new table begins after an empty row where titles come again. */
function cut(rows: readonly Row[]): Row[][] {
  const pieces: Row[][] = [[]];
  rows.forEach((row, at) => {
    const empty = filled(row).length === 0;
    const last = pieces.at(-1)!;
    if (!empty) last.push(row);
    else if (
      last.some((one) => filled(one).some(isFigure)) &&
      titlesFollow(rows.slice(at + 1, at + 8))
    )
      pieces.push([]);
  });
  return pieces;
}

function titlesFollow(rows: readonly Row[]): boolean {
  const next = rows.filter((row) => filled(row).length > 0);
  const first = next.find((row) => filled(row).length >= 2);
  return first !== undefined && !filled(first).some(isFigure) && filled(first).length >= 2;
}

function blockOf(rows: readonly Row[], texts: SourceTable['texts']): Block | null {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const first = rows.findIndex((row) => filled(row).length >= 2 || filled(row).some(isFigure));
  if (first < 0) return null;
  const end = headerEnd(rows, first);
  const numbering = rows[end] !== undefined && isNumbering(rows[end]) ? 1 : 0;
  const header = rows.slice(first, end);
  const before = rows.slice(0, first).flatMap(lines);
  const { body, after } = tail(rows.slice(end + numbering), width);
  return {
    ...titlesOf(header, width),
    equations: numbering === 1 ? equationsOf(rows[end]!) : new Map(),
    rows: body,
    texts: [...texts, ...before, ...after.flatMap(lines)],
  };
}

const lines = (row: Row) =>
  filled(row)
    .filter((cell) => cell.kind === 'text')
    .map(({ path, text }) => ({ path, text }));

/** The first row that is no title. Titles have no figures; years may be titles. */
function headerEnd(rows: readonly Row[], first: number): number {
  const isTitle = (row: Row): boolean => filled(row).length >= 2 && !filled(row).some(isFigure);
  if (!isTitle(rows[first]!)) return first;
  let end = first + 1;
  // Further rows of titles stand below joined cells: what they are under is wide, and their first
  // cell is empty.
  while (rows[end] !== undefined && isTitle(rows[end]!) && isBelow(rows, first, end)) end++;
  return end;
}

function isBelow(rows: readonly Row[], first: number, at: number): boolean {
  const row = rows[at]!;
  if (isNumbering(row)) return false;
  const lead = row.findIndex((cell) => cell.text.trim() !== '');
  const above = rows.slice(first, at);
  const topLead = above[0]!.findIndex((cell) => cell.text.trim() !== '');
  return lead > topLead && !rows.slice(at, at + 1).some((one) => one[topLead]?.text.trim() !== '');
}

/** A row that numbers the columns: (1) (2) (3), A B 1 2 3=1+2. */
function isNumbering(row: Row): boolean {
  const texts = filled(row).map((cell) => cell.text.trim().replace(/^\((.*)\)$/, '$1'));
  if (texts.length < 3 || texts.length < row.length - 1) return false;
  const numbers = texts.flatMap((text) => /^(\d+)(?:\s*=.*)?$/.exec(text)?.[1] ?? []).map(Number);
  const letters = texts.filter((text) => /^[A-Z]$/.test(text)).length;
  if (numbers.length < 2 || numbers.length + letters !== texts.length) return false;
  const isSequence = numbers.every((number, at) => at === 0 || number === numbers[at - 1]! + 1);
  return isSequence && (numbers[0] === 1 || numbers[0] === 0);
}

function equationsOf(row: Row): Map<number, number[]> {
  const place = new Map<number, number>();
  row.forEach((cell, column) => {
    const number = /^\(?(\d+)/.exec(cell.text.trim())?.[1];
    if (number !== undefined) place.set(Number(number), column);
  });
  const found = new Map<number, number[]>();
  row.forEach((cell, column) => {
    const sum = /=\s*\(?(\d+(?:\s*\+\s*\d+)+)/.exec(cell.text)?.[1];
    const parts = sum?.split('+').map((part) => place.get(Number(part.trim())) ?? -1) ?? [];
    if (parts.length > 0 && parts.every((part) => part >= 0)) found.set(column, parts);
  });
  return found;
}

function titlesOf(header: readonly Row[], width: number) {
  const titles: string[] = [];
  const groups: string[] = [];
  const titlePaths: string[] = [];
  for (let column = 0; column < width; column++) {
    const own = header
      .flatMap((row) => row[column] ?? [])
      .filter((cell) => cell.text.trim() !== '');
    const last = own.at(-1);
    titles.push(last?.text.trim() ?? '');
    titlePaths.push(last?.path ?? header.at(-1)?.[column]?.path ?? '');
    groups.push(own.length > 1 ? own[0]!.text.trim() : groupAbove(header, column));
  }
  return { titles, groups, titlePaths };
}

function groupAbove(header: readonly Row[], column: number): string {
  const top = header[0];
  if (header.length < 2 || top === undefined || top[column]?.text.trim() !== '') return '';
  for (let left = column; left >= 0; left--) {
    const text = top[left]?.text.trim() ?? '';
    if (text !== '') return text;
  }
  return '';
}

/** Lines under the table (sources, signatures) are no rows of it. */
function tail(rows: readonly Row[], width: number): { body: Row[]; after: Row[] } {
  let end = rows.length;
  while (end > 0 && isLine(rows[end - 1]!, width)) end--;
  const body = rows.slice(0, end).filter((row) => filled(row).length > 0);
  return { body, after: rows.slice(end) };
}

function isLine(row: Row, width: number): boolean {
  const cells = filled(row);
  const figures = cells.some(isFigure);
  return (
    cells.length === 0 ||
    (!figures &&
      cells.length <= Math.min(2, width - 1) &&
      cells.some(
        ({ text }) =>
          text.length > 60 || /^(?:nguon|ghi chu|luu y|don vi tinh)\b/.test(bareWords(text)),
      ))
  );
}
