import { type Issue, issue } from '../../../kernel/issue.ts';
import { foldForSearch } from '../../../kernel/vietnamese/fold.ts';
import { parseVietnameseNumber } from '../../../kernel/vietnamese/numbers.ts';
import {
  type Cell,
  readSheet,
  readXlsx,
  type Sheet,
  type SheetShape,
} from '../../../platform/documents/index.ts';
import type { ReportForm } from '../schema/index.ts';
import { sheetWords as words } from '../vi/sheets.ts';
import { fingerprint } from './fingerprint.ts';

export interface BookCell {
  readonly row: string;
  readonly declared: number | null;
  readonly reason: string | null;
  readonly note: string | null;
  readonly version: number;
}

export interface BookNarrative {
  readonly section: string;
  readonly words: string;
  readonly version: number;
}

/** What a filled form says where it is not what it was when it left; `issues` name the cells. */
export interface BookReading {
  readonly cells: readonly BookCell[];
  readonly narratives: readonly BookNarrative[];
  readonly issues: readonly Issue[];
}

const { columns } = words;
const text = (key: keyof typeof columns, required = false) =>
  ({ key, header: columns[key], type: 'text', required }) as const;
const figuresShape: SheetShape = {
  columns: [
    text('key', true),
    { key: 'version', header: columns.version, type: 'integer' },
    text('was'),
    text('declared'),
    text('reason'),
    text('note'),
  ],
};
const narrativeShape: SheetShape = {
  columns: [
    text('key', true),
    { key: 'version', header: columns.version, type: 'integer' },
    text('was'),
    text('words'),
  ],
};

/**
 * Reads a workbook that `formBook` made and somebody filled. Only places that say something else than
 * they did when the file was made are given; each with the version that the file was made from.
 */
export async function readFormBook(bytes: Buffer, form: ReportForm): Promise<BookReading> {
  const { sheets, issues } = await readXlsx(bytes);
  if (issues.length > 0) return refused(...issues);
  const named = (name: string) =>
    sheets.find((sheet) => foldForSearch(sheet.name) === foldForSearch(name));
  const [figures, narrative] = [named(words.figures), named(words.narrative)];
  if (figures === undefined) return refused(issue('file', 'book_not_a_form'));
  const code = codeOf(figures);
  if (code === null) return refused(issue('file', 'book_not_a_form'));
  if (code !== form.obligation.pid) return refused(issue('file', 'book_other_form'));
  const cells = readFigures(figures, form);
  const told = narrative === undefined ? emptyReading : readNarrative(narrative, form);
  const all = [...cells.issues, ...told.issues];
  return all.length > 0 ? refused(...all) : { ...told, cells: cells.cells };
}

const emptyReading: BookReading = { cells: [], narratives: [], issues: [] };
const refused = (...issues: Issue[]): BookReading => ({ ...emptyReading, issues });

// The line under the title names the form.
function codeOf(sheet: Sheet): string | null {
  const mark = words.formNote('');
  for (const [cell] of sheet.rows.slice(0, 6)) {
    if (cell?.text.startsWith(mark)) return cell.text.slice(mark.length).trim();
  }
  return null;
}

function readFigures(sheet: Sheet, form: ReportForm): BookReading {
  const known = new Map(
    form.sections.flatMap(({ cells }) => cells.map((cell) => [cell.row.key, cell] as const)),
  );
  const reading = readSheet(figuresShape, sheet);
  const issues = [...reading.issues];
  const read: BookCell[] = [];
  for (const { values, cells, rowNumber } of reading.rows) {
    const stands = known.get(String(values.key ?? ''));
    if (stands === undefined) continue;
    const at = cellAt(sheet, rowNumber, cells.declared);
    const declared = figureIn(at, stands.row.kind);
    if (declared === undefined) {
      const data = { cell: at?.address ?? '', label: stands.row.label, typed: at?.text ?? '' };
      issues.push(issue(stands.row.key, 'book_not_a_figure', data));
      continue;
    }
    const cell: BookCell = {
      row: stands.row.key,
      declared,
      reason: wordsIn(values.reason),
      note: wordsIn(values.note),
      version: Number(values.version ?? 0),
    };
    if (fingerprint(cell.declared, cell.reason, cell.note) !== values.was) read.push(cell);
  }
  return { cells: read, narratives: [], issues };
}

function readNarrative(sheet: Sheet, form: ReportForm): BookReading {
  const reading = readSheet(narrativeShape, sheet);
  const read = reading.rows.flatMap(({ values }): BookNarrative[] => {
    const key = String(values.key ?? '');
    const typed = wordsIn(values.words) ?? '';
    const version = Number(values.version ?? 0);
    const known = form.sections.some(({ section, narrative }) => narrative && section.key === key);
    if (!known || fingerprint(typed) === values.was) return [];
    return [{ section: key, words: typed, version }];
  });
  return { cells: [], narratives: read, issues: reading.issues };
}

function cellAt(sheet: Sheet, row: number, address: string | undefined): Cell | undefined {
  return sheet.rows[row - 1]?.find((cell) => cell.address === address);
}

/** A figure as typed; null: empty; undefined: none. */
function figureIn(cell: Cell | undefined, kind: 'number' | 'yes_no'): number | null | undefined {
  if (cell === undefined || cell.kind === 'empty' || cell.text.trim() === '') return null;
  if (kind === 'yes_no') {
    const said = foldForSearch(cell.text);
    if (said === foldForSearch(words.yes) || cell.value === 1 || cell.value === true) return 1;
    if (said === foldForSearch(words.no) || cell.value === 0 || cell.value === false) return 0;
    return undefined;
  }
  if (cell.kind === 'number') return Number(cell.value);
  return cell.kind === 'text' ? (parseVietnameseNumber(cell.text) ?? undefined) : undefined;
}

const wordsIn = (value: unknown): string | null => {
  const typed = String(value ?? '').trim();
  return typed === '' ? null : typed;
};
