import type { CellStyle, CellValue, ColumnDef, NamedRange, PageSetup, WriteSheet } from 'hucre';
import { textWidth } from '../nd30/metrics.ts';
import { sheetWords } from '../vi.ts';
import { type CellKind, toCellContent } from './cell-content.ts';
import { columnLetters } from './types.ts';

export interface SheetOutColumn {
  readonly key: string;
  readonly header: string;
  /** In characters, as Excel counts. */
  readonly width: number;
  readonly type: CellKind;
  /** Places behind the comma for type 'number'; as many as the value has, ungrouped, when left out. */
  readonly decimals?: number;
  /** Comment on the header cell. */
  readonly note?: string;
}

export interface SheetOut {
  /** What Excel does not allow in a name of a sheet is replaced; 31 characters. */
  readonly name: string;
  readonly title?: string;
  /** Lines between title and header: the day, the filter, who made it. */
  readonly notes?: readonly string[];
  readonly columns: readonly SheetOutColumn[];
  /**
   * Values by column key. Text: anything printable; number and integer: number, bigint or a
   * database numeric; day: 'YYYY-MM-DD'. What does not fit its type is written as text, never lost.
   */
  readonly rows:
    | AsyncIterable<Readonly<Record<string, unknown>>>
    | Iterable<Readonly<Record<string, unknown>>>;
  /** Head stays in sight while scrolling; true unless told. */
  readonly freezeHeader?: boolean;
}

export interface WorkbookOut {
  readonly sheets: readonly SheetOut[];
  readonly title?: string;
  readonly creator?: string;
}

const FONT = { name: 'Times New Roman', size: 12 };
const LINE = { style: 'thin', color: { rgb: 'B9B4AA' } } as const;
const BOX = { top: LINE, bottom: LINE, left: LINE, right: LINE };
const NARROW_PAGE = 95;

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
  const rows: CellValue[][] = [];
  const cells: NonNullable<WriteSheet['cells']> = new Map();
  const top = topRows(sheet);
  for (const { value, style } of top) {
    cells.set(`${rows.length},0`, { value, style });
    rows.push([value]);
  }
  if (top.length > 0) rows.push([]);
  const head = rows.length;
  const headers = columns.map((column) => column.header);
  const heights = new Map([[head, { height: rowHeight(headers, columns, true) ?? 22 }]]);
  rows.push(headers);
  for (const [index, column] of columns.entries()) {
    const comment = column.note === undefined ? {} : { comment: { text: column.note } };
    cells.set(`${head},${index}`, { value: column.header, style: headerStyle, ...comment });
  }
  for await (const record of sheet.rows) {
    const row: CellValue[] = [];
    for (const [index, column] of columns.entries()) {
      const content = toCellContent(record[column.key], column.type, column.decimals);
      row.push(content.value);
      if (content.own !== undefined) cells.set(`${rows.length},${index}`, content.own);
    }
    const height = rowHeight(row, columns);
    if (height !== undefined) heights.set(rows.length, { height });
    rows.push(row);
  }
  const last = columnLetters(columns.length - 1);
  return {
    name,
    columns: columns.map(columnDef),
    rows,
    cells,
    rowDefs: new Map([...topHeights(top, columns), ...heights]),
    merges: top.map((_, row) => ({
      startRow: row,
      startCol: 0,
      endRow: row,
      endCol: columns.length - 1,
    })),
    autoFilter: { range: `A${head + 1}:${last}${Math.max(rows.length, head + 2)}` },
    ...(sheet.freezeHeader === false ? {} : { freezePane: { rows: head + 1 } }),
    pageSetup: pageSetup(columns, head),
    headerFooter: { oddFooter: `&C${sheetWords.page} &P${sheetWords.of}&N` },
  };
}

const headerStyle: CellStyle = {
  font: { ...FONT, bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'ECEAE5' } },
  border: BOX,
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
};

interface TopRow {
  readonly value: string;
  readonly style: CellStyle;
}

function topRows(sheet: SheetOut): TopRow[] {
  const alignment = { vertical: 'center', wrapText: true } as const;
  const title: CellStyle = { font: { ...FONT, size: 14, bold: true }, alignment };
  const note: CellStyle = { font: { ...FONT, italic: true }, alignment };
  return [
    ...(sheet.title === undefined ? [] : [{ value: sheet.title, style: title }]),
    ...(sheet.notes ?? []).map((value) => ({ value, style: note })),
  ];
}

// Nobody fits the height of merged cells by itself.
function topHeights(top: readonly TopRow[], columns: readonly SheetOutColumn[]) {
  const room = columns.reduce((sum, column) => sum + column.width, 0);
  return new Map(
    top.map(({ value, style }, row) => {
      const size = style.font?.size ?? FONT.size;
      const lines = Math.ceil((value.length * size) / FONT.size / Math.max(room, 10));
      return [row, { height: Math.round(Math.max(1, lines) * size * 1.4) }];
    }),
  );
}

const LINE_HEIGHT = 16;
const TALLEST_ROW = 409;

/**
 * Height in points of a row with a text that takes several lines; undefined when one is enough.
 * LibreOffice and some viewers do not fit rows themselves when they open a file.
 */
function rowHeight(
  row: readonly CellValue[],
  columns: readonly SheetOutColumn[],
  bold = false,
): number | undefined {
  let most = 1;
  for (const [index, value] of row.entries()) {
    const width = columns[index]?.width ?? 10;
    if (typeof value !== 'string' || (value.length < width * 0.9 && !value.includes('\n')))
      continue;
    const room = width * 6 - 4;
    const lines = value
      .split('\n')
      .map((part) =>
        Math.max(1, Math.ceil((textWidth(part.slice(0, 4000), FONT.size, bold) * 1.06) / room)),
      );
    most = Math.max(
      most,
      lines.reduce((sum, count) => sum + count, 0),
    );
  }
  return most === 1 ? undefined : Math.min(TALLEST_ROW, most * LINE_HEIGHT + 2);
}

function columnDef(column: SheetOutColumn): ColumnDef {
  const { numFmt } = toCellContent(null, column.type, column.decimals);
  const numeric = column.type === 'number' || column.type === 'integer';
  const horizontal = column.type === 'day' ? 'center' : numeric ? 'right' : 'left';
  return {
    width: column.width,
    style: {
      numFmt,
      font: FONT,
      border: BOX,
      alignment: { horizontal, vertical: 'top', ...(numeric ? { indent: 1 } : { wrapText: true }) },
    },
  };
}

function pageSetup(columns: readonly SheetOutColumn[], head: number): PageSetup {
  const width = columns.reduce((sum, column) => sum + column.width, 0);
  return {
    paperSize: 'a4',
    orientation: width > NARROW_PAGE ? 'landscape' : 'portrait',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    // Inches: 20 mm at the edge that is bound, 15 elsewhere.
    margins: { left: 0.79, right: 0.59, top: 0.59, bottom: 0.75, header: 0.3, footer: 0.35 },
    printTitlesRow: `$${head + 1}:$${head + 1}`,
  };
}

/** Names that Excel takes: none of []:*?/\, no quote at the ends, 31 characters, no name twice. */
export function sheetNames(wanted: readonly string[]): string[] {
  const taken = new Set<string>();
  return wanted.map((name, index) => {
    const clean = name
      .normalize('NFC')
      .replace(/[\p{Cc}\p{Cf}[\]:*?/\\]+/gu, ' ')
      .replace(/^['\s]+|['\s]+$/g, '');
    const base = [...(clean || String(index + 1))].slice(0, 31).join('').slice(0, 31).trim();
    let free = base;
    for (let number = 2; taken.has(free.toLowerCase()); number++) {
      const tail = ` (${number})`;
      free = base.slice(0, 31 - tail.length) + tail;
    }
    taken.add(free.toLowerCase());
    return free;
  });
}
