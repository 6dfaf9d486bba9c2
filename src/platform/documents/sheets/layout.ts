import type { CellStyle, CellValue, ColumnDef, PageSetup } from 'hucre';
import { textWidth } from '../nd30/metrics.ts';
import { toCellContent } from './cell-content.ts';
import type { SheetOut, SheetOutColumn } from './out.ts';

export const FONT = { name: 'Times New Roman', size: 12 };
const LINE = { style: 'thin', color: { rgb: 'B9B4AA' } } as const;
const BOX = { top: LINE, bottom: LINE, left: LINE, right: LINE };
const NARROW_PAGE = 95;

export const headerStyle: CellStyle = {
  font: { ...FONT, bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'ECEAE5' } },
  border: BOX,
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
};

interface TopRow {
  readonly value: string;
  readonly style: CellStyle;
}

export function topRows(sheet: SheetOut): TopRow[] {
  const alignment = { vertical: 'center', wrapText: true } as const;
  const title: CellStyle = { font: { ...FONT, size: 14, bold: true }, alignment };
  const note: CellStyle = { font: { ...FONT, italic: true }, alignment };
  return [
    ...(sheet.title === undefined ? [] : [{ value: sheet.title, style: title }]),
    ...(sheet.notes ?? []).map((value) => ({ value, style: note })),
  ];
}

// Nobody fits the height of merged cells by itself.
export function topHeights(top: readonly TopRow[], columns: readonly SheetOutColumn[]) {
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
export function rowHeight(
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

export function columnDef(column: SheetOutColumn): ColumnDef {
  const { numFmt } = toCellContent(null, column.type, column.decimals);
  const numeric = column.type === 'number' || column.type === 'integer';
  const horizontal = column.type === 'day' ? 'center' : numeric ? 'right' : 'left';
  return {
    width: column.width,
    ...(column.hidden === true ? { hidden: true } : {}),
    style: {
      numFmt,
      font: FONT,
      border: BOX,
      alignment: { horizontal, vertical: 'top', ...(numeric ? { indent: 1 } : { wrapText: true }) },
    },
  };
}

export function pageSetup(columns: readonly SheetOutColumn[], head: number): PageSetup {
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
