import type { DataValidation, WriteSheet } from 'hucre';
import { sheetWords } from '../vi.ts';
import { sheetNames } from './layout.ts';
import { lockedSheet } from './locked.ts';
import type { SheetColumn, SheetShape } from './shape.ts';
import { columnLetters } from './types.ts';
import { type SheetOut, type SheetOutColumn, toHucreSheet, writeBook } from './write-xlsx.ts';

// Rows that are ready to be typed in; further ones work too, but without list and format.
const READY_ROWS = 500;
const DEFAULT_WIDTH = { text: 28, number: 14, integer: 14, day: 14 } as const;
const LONGEST_PROMPT = 255;

export interface TemplateAbout {
  readonly name: string;
  readonly title?: string;
  readonly notes?: readonly string[];
  /** Rows with list and format; 500 when left out. */
  readonly rows?: number;
  /** Title, notes and headers cannot be typed over (without a password); the rows made ready can. */
  readonly locked?: boolean;
}

/**
 * An empty workbook to be filled in and read back with `readSheet`: comments on the headers, lists
 * to choose from, formats that keep what is typed, and a sheet that explains every column.
 */
export async function writeTemplate(shape: SheetShape, about: TemplateAbout): Promise<Buffer> {
  const lists = shape.columns.filter((column) => column.options !== undefined);
  const wanted = [about.name, sheetWords.guideSheet, sheetWords.optionsSheet];
  const [name = '', guideName = '', listsName = ''] = sheetNames(wanted);
  const form = await formSheet(shape, about, name, lists, listsName);
  const guide = await toHucreSheet(guideSheet(shape), guideName);
  const sheets = [form, guide];
  if (lists.length > 0) sheets.push(await toHucreSheet(listsSheet(lists), listsName));
  return writeBook(sheets, { title: about.title ?? about.name });
}

/** Columns of an export that `readSheet` reads back with the same shape. */
export function exportColumns(shape: SheetShape): SheetOutColumn[] {
  return shape.columns.map((column) => ({
    key: column.key,
    header: column.header,
    type: column.options === undefined ? column.type : 'text',
    width: column.width ?? DEFAULT_WIDTH[column.type],
  }));
}

async function formSheet(
  shape: SheetShape,
  about: TemplateAbout,
  name: string,
  lists: readonly SheetColumn[],
  listsName: string,
): Promise<WriteSheet> {
  const columns = exportColumns(shape).map((column, index) => {
    const from = shape.columns[index];
    return { ...column, note: from === undefined ? '' : headerNote(from) };
  });
  const ready = about.rows ?? READY_ROWS;
  const rows = Array.from({ length: ready }, () => ({}));
  const { title, notes } = about;
  const sheet = await toHucreSheet(
    {
      name,
      columns,
      rows,
      ...(title === undefined ? {} : { title }),
      ...(notes === undefined ? {} : { notes }),
    },
    name,
  );
  const top = (title === undefined ? 0 : 1) + (notes?.length ?? 0);
  const first = (top === 0 ? 0 : top + 1) + 2;
  const validations = shape.columns.map((column, index) => {
    const letters = columnLetters(index);
    const range = `${letters}${first}:${letters}${first + ready - 1}`;
    return validation(column, range, listReference(column, lists, listsName));
  });
  const filled = { ...sheet, dataValidations: validations };
  return about.locked === true ? lockedSheet(filled, () => true) : filled;
}

function headerNote(column: SheetColumn): string {
  const need = column.required ? sheetWords.required : sheetWords.optional;
  return [`${need}.`, `${howTo(column)}.`, column.help ?? ''].filter(Boolean).join('\n');
}

function howTo(column: SheetColumn): string {
  if (column.options !== undefined) return sheetWords.pickOne;
  const words = {
    text: sheetWords.textKind,
    number: sheetWords.number,
    integer: sheetWords.wholeNumber,
    day: sheetWords.day,
  };
  return words[column.type];
}

function listReference(
  column: SheetColumn,
  lists: readonly SheetColumn[],
  listsName: string,
): string {
  const letters = columnLetters(Math.max(0, lists.indexOf(column)));
  return `'${listsName}'!$${letters}$2:$${letters}$${(column.options?.length ?? 0) + 1}`;
}

function validation(column: SheetColumn, range: string, list: string): DataValidation {
  const prompt = `${howTo(column)}. ${column.help ?? ''}`.trim().slice(0, LONGEST_PROMPT);
  const shown = {
    range,
    allowBlank: true,
    showInputMessage: true,
    inputTitle: column.header.slice(0, 32),
    inputMessage: prompt,
  };
  const strict = {
    showErrorMessage: true,
    errorStyle: 'stop',
    errorMessage: `${howTo(column)}.`,
  } as const;
  if (column.options !== undefined) {
    const errorMessage = `${sheetWords.notInList}.`;
    return { ...shown, ...strict, errorMessage, type: 'list', formula1: list };
  }
  if (column.type === 'text')
    return { ...shown, type: 'textLength', operator: 'greaterThanOrEqual', formula1: '0' };
  if (column.type === 'day') {
    return { ...shown, ...strict, type: 'date', operator: 'greaterThanOrEqual', formula1: '1' };
  }
  const type = column.type === 'integer' ? 'whole' : 'decimal';
  const limits = { formula1: '-999999999999999', formula2: '999999999999999' };
  return { ...shown, ...strict, type, operator: 'between', ...limits };
}

function guideSheet(shape: SheetShape): SheetOut {
  const [header = '', required = '', how = '', values = ''] = sheetWords.guideColumns;
  return {
    name: sheetWords.guideSheet,
    columns: [
      { key: 'header', header, width: 28, type: 'text' },
      { key: 'required', header: required, width: 12, type: 'text' },
      { key: 'how', header: how, width: 50, type: 'text' },
      { key: 'values', header: values, width: 50, type: 'text' },
    ],
    rows: shape.columns.map((column) => ({
      header: column.header,
      required: column.required ? sheetWords.yes : sheetWords.no,
      how: [`${howTo(column)}.`, column.help ?? ''].filter(Boolean).join(' '),
      values: column.options?.map((option) => option.label).join('; ') ?? '',
    })),
  };
}

function listsSheet(lists: readonly SheetColumn[]): SheetOut {
  const longest = Math.max(...lists.map((column) => column.options?.length ?? 0));
  return {
    name: sheetWords.optionsSheet,
    columns: lists.map((column) => ({
      key: column.key,
      header: column.header,
      width: 32,
      type: 'text',
    })),
    rows: Array.from({ length: longest }, (_, row) =>
      Object.fromEntries(lists.map((column) => [column.key, column.options?.[row]?.label])),
    ),
  };
}
