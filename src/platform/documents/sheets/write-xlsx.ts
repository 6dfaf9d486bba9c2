import type { CellValue, DataValidation, NamedRange, WriteSheet } from 'hucre';
import { sheetWords } from '../vi.ts';
import { toCellContent } from './cell-content.ts';
import {
  columnDef,
  FONT,
  headerStyle,
  pageSetup,
  rowHeight,
  sheetNames,
  topHeights,
  topRows,
} from './layout.ts';
import { lockedSheet } from './locked.ts';
import type { SheetOut, SheetOutColumn, WorkbookOut } from './out.ts';
import { cellAddress, columnLetters } from './types.ts';

export type { SheetOut, SheetOutColumn, WorkbookOut } from './out.ts';

/**
 * Writes a workbook for office people: title, notes, header that is repeated on each printed page,
 * filter, A4. Text is always stored as text, whatever it starts with: no cell becomes a formula.
 */
export async function writeXlsx(book: WorkbookOut): Promise<Buffer> {
  const names = sheetNames(book.sheets.map((sheet) => sheet.name));
  const sheets: WriteSheet[] = [];
  for (const [index, sheet] of book.sheets.entries()) {
    sheets.push(await toHucreSheet(sheet, names[index] ?? sheet.name));
  }
  return writeBook(sheets, book);
}

/** The last step: hands finished sheets to the library, loaded when the first file is made. */
export async function writeBook(
  sheets: WriteSheet[],
  book: Pick<WorkbookOut, 'title' | 'creator'>,
): Promise<Buffer> {
  const { writeXlsx: write } = await import('hucre/xlsx');
  const properties = {
    ...(book.title === undefined ? {} : { title: book.title }),
    ...(book.creator === undefined ? {} : { creator: book.creator }),
  };
  const bytes = await write({
    sheets: sheets.map(withoutPrintTitles),
    namedRanges: sheets.flatMap(printTitles),
    properties,
    defaultFont: FONT,
  });
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

// hucre 1.0 writes the name of the sheet without quotes into its own print titles, which Excel takes
// for a damaged file when the name holds a space or a mark. So we write the name ourselves.
function printTitles(sheet: WriteSheet): NamedRange[] {
  const rows = sheet.pageSetup?.printTitlesRow;
  if (rows === undefined) return [];
  const quoted = `'${sheet.name.replaceAll("'", "''")}'`;
  return [{ name: '_xlnm.Print_Titles', range: `${quoted}!${rows}`, scope: sheet.name }];
}

function withoutPrintTitles(sheet: WriteSheet): WriteSheet {
  const { printTitlesRow: _, ...pageSetup } = sheet.pageSetup ?? {};
  return { ...sheet, pageSetup };
}

/** One sheet in the shape of the library. `name` must already be allowed. */
export async function toHucreSheet(sheet: SheetOut, name: string): Promise<WriteSheet> {
  const { columns } = sheet;
  const grid: Grid = { rows: [], cells: new Map(), heights: new Map() };
  const top = topRows(sheet);
  for (const { value, style } of top) {
    grid.cells.set(`${grid.rows.length},0`, { value, style });
    grid.rows.push([value]);
  }
  if (top.length > 0) grid.rows.push([]);
  const head = grid.rows.length;
  addHeader(grid, columns);
  const validations: DataValidation[] = [];
  for await (const record of sheet.rows) {
    validations.push(...choicesOf(columns, record, grid.rows.length));
    addRow(grid, columns, record);
  }
  const endCol = columns.length - 1;
  const lastRow = Math.max(grid.rows.length, head + 2);
  const made: WriteSheet = {
    name,
    columns: columns.map(columnDef),
    rows: grid.rows,
    cells: grid.cells,
    rowDefs: new Map([...topHeights(top, columns), ...grid.heights]),
    merges: top.map((_, row) => ({ startRow: row, startCol: 0, endRow: row, endCol })),
    autoFilter: { range: `A${head + 1}:${columnLetters(endCol)}${lastRow}` },
    ...(sheet.freezeHeader === false ? {} : { freezePane: { rows: head + 1 } }),
    pageSetup: pageSetup(columns, head),
    headerFooter: { oddFooter: `&C${sheetWords.page} &P${sheetWords.of}&N` },
    ...(validations.length > 0 ? { dataValidations: validations } : {}),
  };
  return columns.some((column) => column.open === true) ? locked(made, columns) : made;
}

function locked(sheet: WriteSheet, columns: readonly SheetOutColumn[]): WriteSheet {
  return lockedSheet(sheet, (index) => columns[index]?.open === true);
}

function choicesOf(
  columns: readonly SheetOutColumn[],
  record: Readonly<Record<string, unknown>>,
  row: number,
): DataValidation[] {
  return columns.flatMap((column, index) => {
    const options = column.choices?.(record) ?? null;
    if (options === null) return [];
    return [
      {
        range: cellAddress(row, index),
        type: 'list',
        values: [...options],
        allowBlank: true,
        showErrorMessage: true,
        errorStyle: 'stop',
        errorMessage: `${sheetWords.notInList}.`,
      },
    ];
  });
}

interface Grid {
  readonly rows: CellValue[][];
  readonly cells: NonNullable<WriteSheet['cells']>;
  readonly heights: Map<number, { height: number }>;
}

const HEADER_HEIGHT = 22;

function addHeader(grid: Grid, columns: readonly SheetOutColumn[]): void {
  const row = grid.rows.length;
  const headers = columns.map((column) => column.header);
  for (const [index, column] of columns.entries()) {
    const comment = column.note === undefined ? {} : { comment: { text: column.note } };
    grid.cells.set(`${row},${index}`, { value: column.header, style: headerStyle, ...comment });
  }
  grid.heights.set(row, { height: rowHeight(headers, columns, true) ?? HEADER_HEIGHT });
  grid.rows.push(headers);
}

function addRow(
  grid: Grid,
  columns: readonly SheetOutColumn[],
  record: Readonly<Record<string, unknown>>,
): void {
  const number = grid.rows.length;
  const row = columns.map((column, index) => {
    const content = toCellContent(record[column.key], column.type, column.decimals);
    if (content.own !== undefined) grid.cells.set(`${number},${index}`, content.own);
    return content.value;
  });
  const height = rowHeight(row, columns);
  if (height !== undefined) grid.heights.set(number, { height });
  grid.rows.push(row);
}
