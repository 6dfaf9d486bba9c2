import type * as Docx from 'docx';
import {
  figureColumns,
  inlineText,
  type Table,
  type TableCell,
} from '../../../kernel/prose/index.ts';
import { type DocxKit, docxFlow, docxRuns, type FlowNode } from './docx-flow.ts';
import { gridOf, type Placed, sharesOf } from './grid.ts';

export type Part = Docx.Paragraph | Docx.Table;

/** Of A4 between margins of 25 mm, in twentieths of a point. */
export const TEXT_WIDTH = 9070;

/** A table as wide as the text, its heads repeated on each page. */
export function docxTable(kit: DocxKit, table: Table): Part[] {
  const { Paragraph, Table: DocxTable, TableRow, TableLayoutType, WidthType } = kit.docx;
  const grid = gridOf(table);
  const figures = figureColumns(table.content.slice(grid.heads));
  const shares = sharesOf(grid, wordsOf);
  const all = shares.reduce((sum, share) => sum + share, 0);
  const widths = shares.map((share) => Math.floor((TEXT_WIDTH * share) / all));
  const rows = Array.from({ length: grid.rows }, (_, y) => {
    const cells = grid.cells.filter((cell) => cell.y === y);
    return new TableRow({
      tableHeader: y < grid.heads,
      // Word wants a cell in every row.
      children: (cells.length > 0 ? cells : [emptyAt(y)]).map((cell) =>
        docxCell(kit, cell, widths, figures.has(cell.x)),
      ),
    });
  });
  const caption = table.attrs?.caption;
  return [
    ...(caption === undefined
      ? []
      : [
          new Paragraph({
            keepNext: true,
            children: docxRuns(kit, [{ type: 'text', text: caption }], { bold: true }),
          }),
        ]),
    new DocxTable({
      layout: TableLayoutType.FIXED,
      width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
      columnWidths: widths,
      rows,
    }),
    // Word joins tables that touch.
    new Paragraph({}),
  ];
}

const emptyAt = (y: number): Placed => ({
  x: 0,
  y,
  colspan: 1,
  rowspan: 1,
  cell: { type: 'tableCell', content: [{ type: 'paragraph' }] },
});

function docxCell(
  kit: DocxKit,
  { x, colspan, rowspan, cell }: Placed,
  widths: readonly number[],
  figure: boolean,
) {
  const head = cell.type === 'tableHeader';
  const width = widths.slice(x, x + colspan).reduce((sum, one) => sum + one, 0);
  return new kit.docx.TableCell({
    width: { size: width, type: kit.docx.WidthType.DXA },
    columnSpan: colspan,
    rowSpan: rowspan,
    margins: { top: 40, bottom: 40, left: 90, right: 90 },
    ...(head ? { shading: { fill: 'ECEAE5' } } : {}),
    children: docxFlow(
      kit,
      figure ? cell.content.map(toRight) : cell.content,
      head ? { bold: true } : {},
    ),
  });
}

const toRight = (node: FlowNode): FlowNode =>
  node.type === 'paragraph' ? { ...node, attrs: { align: node.attrs?.align ?? 'right' } } : node;

const wordsOf = (cell: TableCell): string =>
  cell.content
    .map((one) => (one.type === 'paragraph' ? inlineText(one.content ?? []) : ''))
    .join(' ');
