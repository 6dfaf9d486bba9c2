import type { TableRow as DocxRow, Paragraph } from 'docx';
import { type Kit, type Part, textWidthMm, tightParagraph, twips } from './kit.ts';
import type { Align, Block, Inline, TableColumn, TableRow } from './types.ts';

type TableBlock = Extract<Block, { kind: 'table' }>;

const CELL_SIDE_MARGIN = 85;

/** A ruled table as wide as the text: head repeated on each page, rows never split over pages. */
export function bodyTable(kit: Kit, block: TableBlock, landscape: boolean): Part[] {
  const { Table, TableLayoutType, WidthType } = kit.docx;
  const total = twips(textWidthMm(kit.profile, landscape), Math.floor);
  const widths = columnWidths(block.columns, total);
  const table = new Table({
    layout: TableLayoutType.FIXED,
    width: { size: total, type: WidthType.DXA },
    columnWidths: widths,
    margins: {
      top: 30,
      bottom: 30,
      left: CELL_SIDE_MARGIN,
      right: CELL_SIDE_MARGIN,
      marginUnitType: WidthType.DXA,
    },
    rows: [
      headerRow(kit, block.columns, widths),
      ...block.rows.map((row) => bodyRow(kit, row, block.columns, widths)),
    ],
  });
  const gap = tightParagraph(kit, '', { size: 'recipients' });
  const right = kit.docx.AlignmentType.RIGHT;
  const note = { alignment: right, keepNext: true, spacing: { after: 60 } };
  return [
    ...(block.note === undefined
      ? []
      : [tightParagraph(kit, block.note, { size: 'table', italic: true }, note)]),
    table,
    // Word joins two tables that touch, and wants a paragraph behind the last one.
    gap,
  ];
}

function columnWidths(columns: readonly TableColumn[], total: number): number[] {
  const shares = columns.reduce((sum, column) => sum + column.share, 0);
  const widths = columns.map((column) => Math.floor((total * column.share) / shares));
  const rest = total - widths.reduce((sum, width) => sum + width, 0);
  return widths.map((width, index) => (index === 0 ? width + rest : width));
}

function headerRow(kit: Kit, columns: readonly TableColumn[], widths: readonly number[]): DocxRow {
  return new kit.docx.TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map((column, index) =>
      cell(
        kit,
        tightParagraph(kit, column.header, { size: 'table', bold: true }),
        widths[index] ?? 0,
      ),
    ),
  });
}

function bodyRow(
  kit: Kit,
  row: TableRow,
  columns: readonly TableColumn[],
  widths: readonly number[],
): DocxRow {
  if (row.kind === 'group') return groupRow(kit, row.text, widths);
  const bold = row.kind === 'total';
  return new kit.docx.TableRow({
    cantSplit: true,
    children: row.cells.map((text, index) =>
      cell(kit, cellText(kit, text, columns[index]?.align ?? 'left', bold), widths[index] ?? 0),
    ),
  });
}

function groupRow(kit: Kit, text: string, widths: readonly number[]): DocxRow {
  const left = kit.docx.AlignmentType.LEFT;
  const words = tightParagraph(
    kit,
    text,
    { size: 'table', bold: true },
    { alignment: left, keepNext: true },
  );
  const width = widths.reduce((sum, one) => sum + one, 0);
  return new kit.docx.TableRow({
    cantSplit: true,
    children: [cell(kit, words, width, widths.length)],
  });
}

function cellText(kit: Kit, text: Inline, align: Align, bold: boolean): Paragraph {
  const { AlignmentType } = kit.docx;
  const names = {
    left: AlignmentType.LEFT,
    center: AlignmentType.CENTER,
    right: AlignmentType.RIGHT,
  };
  return tightParagraph(kit, text, { size: 'table', bold }, { alignment: names[align] });
}

function cell(kit: Kit, child: Paragraph, width: number, span = 1) {
  const { TableCell, VerticalAlignTable, WidthType } = kit.docx;
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    ...(span > 1 ? { columnSpan: span } : {}),
    children: [child],
  });
}
