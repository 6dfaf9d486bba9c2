import type { Piece, State, Walk } from './context.ts';
import { type HtmlElement, holds, isText, isUnseen, textIn, tidy } from './node.ts';
import { childrenOf, isBold, unbold, wordsOf } from './piece.ts';
import { alignOf, stateIn } from './state.ts';

interface Row {
  readonly row: HtmlElement;
  readonly cells: readonly HtmlElement[];
}

// A picture's words are shorter than this.
const CAPTION = 400;

/** A table; or what stands in it, where it only was there to put things in their places. */
export function tableBlocks(walk: Walk, table: HtmlElement, state: State): Piece[] {
  const rows = rowsOf(table);
  const caption = captionOf(table);
  const inside: State = { ...state, align: null };
  // At the depth where trees end, words stand without their cells.
  if (rows.length === 0) return walk.blocks(table.children, inside);
  if (isLayout(table, rows)) return layoutBlocks(walk, rows, caption, inside);
  const content = rows.map((row) => rowPiece(walk, row, inside));
  return [{ type: 'table', attrs: { caption }, content: withHead(content) }];
}

function rowsOf(table: HtmlElement): Row[] {
  return table.children.flatMap((child) => {
    if (isText(child) || isUnseen(child)) return [];
    if (child.name === 'tr') {
      const cells = child.children.filter(
        (cell): cell is HtmlElement =>
          !isText(cell) && /^t[dh]$/.test(cell.name) && !isUnseen(cell),
      );
      return cells.length > 0 ? [{ row: child, cells }] : [];
    }
    return /^t(body|head|foot)$/.test(child.name) ? rowsOf(child) : [];
  });
}

function captionOf(table: HtmlElement): string {
  const found = table.children.find((child) => !isText(child) && child.name === 'caption');
  return found === undefined || isText(found) ? '' : tidy(textIn(found.children));
}

const BLOCKY = /^(h[1-6]|hr|iframe|video|audio|object|figure|form|ul|ol|blockquote)$/;

/** Whether the table holds other tables, a single column, or what no table of figures holds. */
function isLayout(table: HtmlElement, rows: readonly Row[]): boolean {
  const role = table.attr('role');
  if (role === 'presentation' || role === 'none') return true;
  const inside = rows.flatMap(({ cells }) => cells);
  if (holds(inside, (node) => node.name === 'table')) return true;
  if (rows.every(({ cells }) => cells.length <= 1)) return true;
  if (inside.some((cell) => cell.name === 'th') || rows.length > 2) return false;
  return holds(inside, (node) => node.name === 'img' || BLOCKY.test(node.name));
}

function layoutBlocks(walk: Walk, rows: readonly Row[], caption: string, state: State): Piece[] {
  const blocks = rows.flatMap(({ row, cells }) =>
    cells.flatMap((cell) =>
      walk.blocks(cell.children, stateIn(walk, cell, stateIn(walk, row, state))),
    ),
  );
  const pictured = withCaption(blocks);
  if (caption === '') return pictured;
  return [paragraph(caption), ...pictured];
}

const paragraph = (text: string): Piece => ({
  type: 'paragraph',
  content: [{ type: 'text', text }],
});

// Old portals put a picture and its words into a table of one column.
function withCaption(blocks: readonly Piece[]): Piece[] {
  const [figure, words, ...rest] = blocks;
  if (figure?.type !== 'figure' || words?.type !== 'paragraph' || rest.length > 0)
    return [...blocks];
  const caption = wordsOf(words);
  const attrs = figure.attrs as Piece;
  if (caption.length > CAPTION || attrs.caption) return [...blocks];
  return [{ ...figure, attrs: { ...attrs, caption } }];
}

function rowPiece(walk: Walk, { row, cells }: Row, state: State): Piece {
  const inRow = stateIn(walk, row, state);
  return {
    type: 'tableRow',
    content: cells.map((cell) => ({
      type: cell.name === 'th' ? 'tableHeader' : 'tableCell',
      attrs: { colspan: spanOf(cell, 'colspan'), rowspan: spanOf(cell, 'rowspan') },
      content: walk.blocks(cell.children, {
        ...stateIn(walk, cell, inRow),
        align: alignOf(cell) ?? alignOf(row) ?? null,
      }),
    })),
  };
}

const spanOf = (cell: HtmlElement, name: string): number =>
  Math.max(1, Number.parseInt(cell.attr(name) ?? '1', 10) || 1);

// Word has no heads: a first row that alone is bold throughout is one.
function withHead(rows: readonly Piece[]): Piece[] {
  const [first, ...rest] = rows;
  if (first === undefined || rest.length === 0 || hasHeads(rows)) return [...rows];
  if (!isBoldRow(first) || rest.some(isBoldRow)) return [...rows];
  const heads = cellsOf(first).map((cell) => ({
    ...cell,
    type: 'tableHeader',
    content: childrenOf(cell).map(unbold),
  }));
  return [{ ...first, content: heads }, ...rest];
}

const cellsOf = (row: Piece): readonly Piece[] => row.content as readonly Piece[];

const hasHeads = (rows: readonly Piece[]): boolean =>
  rows.some((row) => cellsOf(row).some((cell) => cell.type === 'tableHeader'));

function isBoldRow(row: Piece): boolean {
  const texts = cellsOf(row)
    .flatMap(childrenOf)
    .flatMap(childrenOf)
    .filter((one) => one.type === 'text' && String(one.text).trim() !== '');
  return texts.length > 0 && texts.every(isBold);
}
