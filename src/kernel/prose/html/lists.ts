import type { Piece } from './context.ts';
import { type HtmlElement, type HtmlNode, isText, styleOf, textIn, tidy } from './node.ts';

/** What Word calls an item of a list: a paragraph that says its level and carries its number as words. */
export interface WordItem {
  readonly level: number;
  readonly ordered: boolean;
  readonly start: number;
}

/** What a paragraph of Word says of its list, or null when it stands in none. */
export function wordItemOf(node: HtmlElement): WordItem | null {
  const style = styleOf(node, 'mso-list');
  const level = /\blevel(\d)\b/.exec(style)?.[1];
  if (level === undefined) return null;
  const mark = tidy(textIn(markersIn(node.children)));
  const number = /^\(?(\d{1,5}|[a-z]{1,4}|[ivxlcdm]{1,8})[.):]/i.exec(mark)?.[1];
  return {
    level: Number(level),
    ordered: number !== undefined,
    start: number !== undefined && /^\d+$/.test(number) ? Number(number) : 1,
  };
}

/** The number or bullet that Word writes before an item. */
export const isMarker = (node: HtmlElement): boolean => styleOf(node, 'mso-list') === 'ignore';

function markersIn(nodes: readonly HtmlNode[]): HtmlNode[] {
  return nodes.flatMap((node) => {
    if (isText(node)) return [];
    return isMarker(node) ? [node] : markersIn(node.children);
  });
}

/** An item of Word among blocks, until the lists are put together. */
export const wordItem = (item: WordItem, content: readonly Piece[]): Piece => ({
  type: 'wordItem',
  item,
  content,
});

/** Blocks in which items of Word that follow each other are lists, by their levels. */
export function withWordLists(blocks: readonly Piece[]): Piece[] {
  const out: Piece[] = [];
  for (let at = 0; at < blocks.length; ) {
    if (blocks[at]?.type !== 'wordItem') {
      out.push(blocks[at]!);
      at += 1;
      continue;
    }
    let end = at;
    while (blocks[end]?.type === 'wordItem') end += 1;
    out.push(...listsOf(blocks.slice(at, end)));
    at = end;
  }
  return out;
}

const itemOf = (piece: Piece): WordItem => piece.item as WordItem;

// The first item gives the level; those deeper than it belong to the item before them.
function listsOf(items: readonly Piece[]): Piece[] {
  const lists: Piece[] = [];
  const first = items[0];
  if (first === undefined) return lists;
  const { level } = itemOf(first);
  let list: { ordered: boolean; start: number; content: Piece[] } | null = null;
  for (let at = 0; at < items.length; ) {
    const item = itemOf(items[at]!);
    let end = at + 1;
    while (end < items.length && itemOf(items[end]!).level > level) end += 1;
    const under = listsOf(items.slice(at + 1, end));
    const content = [...(items[at]!.content as readonly Piece[]), ...under];
    if (list === null || list.ordered !== item.ordered) {
      if (list !== null) lists.push(listPiece(list));
      list = { ordered: item.ordered, start: item.start, content: [] };
    }
    list.content.push({ type: 'listItem', content });
    at = end;
  }
  if (list !== null) lists.push(listPiece(list));
  return lists;
}

const listPiece = (list: {
  readonly ordered: boolean;
  readonly start: number;
  readonly content: readonly Piece[];
}): Piece =>
  list.ordered
    ? { type: 'orderedList', attrs: { start: list.start }, content: list.content }
    : { type: 'bulletList', content: list.content };
