import { cleanLines } from '../../../kernel/prose/letters.ts';
import { inlineText } from '../../../kernel/prose/text.ts';
import type { Block, Inline, Prose } from '../../../kernel/prose/types.ts';
import { blocksOfLines, paragraphOf } from './lines.ts';
import { markupOf, type Piece, piecesOf } from './markup.ts';
import { isAlike, patched } from './patch.ts';

/**
 * What was typed into a plain box that held the lines of `stood`: blocks whose lines are as they were stay
 * whole, also those that lines cannot show; in a changed one the words that were not touched keep their marks.
 */
export function proseOfMarkup(typed: string, stood: Prose): Prose {
  const text = cleanLines(typed).trim();
  if (text === markupOf(stood)) return stood;
  const chunks = text
    .split(/\n[^\S\n]*\n\s*/)
    .map((chunk) => chunk.replace(/[^\S\n]+$/gm, ''))
    .filter((chunk) => chunk.trim() !== '');
  const pieces = piecesOf(stood);
  const content = matched(chunks, pieces).flatMap((found, at): readonly Block[] => {
    const chunk = chunks[at]!;
    if (found === null) return blocksOfLines(chunk.split('\n'));
    return found.whole ? [found.piece.block] : changed(chunk, found.piece.block);
  });
  return { type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] };
}

interface Match {
  readonly piece: Piece;
  /** Its lines are as they were, or it is named by its label. */
  readonly whole: boolean;
}

const labelled = /^\[([^\]:]+?)(?::[^\n]*)?\]$/;

function matched(chunks: readonly string[], pieces: readonly Piece[]): (Match | null)[] {
  const labels = new Map(pieces.map((piece) => [piece.label, piece]));
  const waiting = new Map<string, number[]>();
  for (const [at, { text, label }] of pieces.entries())
    if (label === null && text !== '') waiting.set(text, [...(waiting.get(text) ?? []), at]);
  // Where in the text that stood each piece was; -1 for what is new or only labelled.
  const places = chunks.map((chunk) => waiting.get(chunk)?.shift() ?? -1);
  const used = new Set(places);
  let before = -1;
  return chunks.map((chunk, at) => {
    const place = places[at]!;
    if (place >= 0) {
      before = place;
      return { piece: pieces[place]!, whole: true };
    }
    const named = labels.get(labelled.exec(chunk)?.[1]?.trim() ?? '');
    if (named !== undefined) return { piece: named, whole: true };
    const next = places.slice(at + 1).find((one) => one > before) ?? pieces.length;
    const like = pieces.findIndex(
      (piece, i) =>
        i > before && i < next && !used.has(i) && !piece.label && isAlike(piece.text, chunk),
    );
    if (like === -1) return null;
    used.add(like);
    before = like;
    return { piece: pieces[like]!, whole: false };
  });
}

function changed(chunk: string, old: Block): readonly Block[] {
  const lines = chunk.split('\n');
  // A paragraph that began with a hyphen is no list now.
  const blocks = old.type === 'paragraph' ? [paragraphOf(lines)] : blocksOfLines(lines);
  const leaves = leavesOf(old);
  return blocks.map((block) => withMarks(block, leaves, old));
}

type Leaf = readonly Inline[];

function leavesOf(node: Block | { readonly content?: readonly unknown[] }): Leaf[] {
  if (!('content' in node) || node.content === undefined) return [];
  if ('type' in node && (node.type === 'paragraph' || node.type === 'heading'))
    return [node.content as Leaf];
  return (node.content as readonly Block[]).flatMap(leavesOf);
}

/** The block with the marks of the old words, and on the same side of the column. */
function withMarks<B extends Block>(block: B, leaves: readonly Leaf[], old: Block): B {
  if (!('content' in block) || block.content === undefined) return block;
  if (block.type !== 'paragraph' && block.type !== 'heading') {
    const content = (block.content as readonly Block[]).map((one) => withMarks(one, leaves, one));
    return { ...block, content } as B;
  }
  const align =
    (old.type === 'paragraph' || old.type === 'heading') && old.attrs?.align !== undefined
      ? { attrs: { ...block.attrs, align: old.attrs.align } }
      : {};
  const words = inlineText(block.content);
  const leaf =
    leaves.find((one) => inlineText(one) === words) ??
    leaves.find((one) => isAlike(inlineText(one), words));
  const content = leaf === undefined ? block.content : patched(leaf, block.content);
  return { ...block, ...align, content } as B;
}
