import { inlineText } from '../../../kernel/prose/text.ts';
import type { Block, Inline, ListItem, Prose } from '../../../kernel/prose/types.ts';
import { words } from './vi.ts';

// A text as lines for a plain box: every block gives a piece, a blank line between two.

/** A block and its lines. `label` names one that lines cannot show, `[Hình 1: …]`. */
export interface Piece {
  readonly block: Block;
  readonly text: string;
  readonly label: string | null;
}

type Apart = Extract<Block, { type: keyof typeof words.blocks }>;

export function piecesOf(prose: Prose): Piece[] {
  const counts = new Map<string, number>();
  return prose.content.map((block) => {
    if (!isApart(block)) return { block, text: linesOf(block), label: null };
    const count = (counts.get(block.type) ?? 0) + 1;
    counts.set(block.type, count);
    const label = `${words.blocks[block.type]} ${count}`;
    const said = nameOf(block)
      .replace(/[\s[\]]+/g, ' ')
      .trim();
    return { block, text: said === '' ? `[${label}]` : `[${label}: ${said}]`, label };
  });
}

/** The whole text as lines. */
export const markupOf = (prose: Prose): string =>
  piecesOf(prose)
    .map(({ text }) => text)
    .filter((text) => text !== '')
    .join('\n\n');

const isApart = (block: Block): block is Apart => block.type in words.blocks;

function nameOf(block: Apart): string {
  if (block.type === 'table') return block.attrs?.caption ?? '';
  if (block.type === 'attachment' || block.type === 'embed') return block.attrs.title ?? '';
  if (block.type === 'figure') return block.attrs.caption ?? block.attrs.alt ?? '';
  return block.attrs.caption ?? '';
}

// A blank line would end the block.
const line = (content: readonly Inline[] = []): string =>
  inlineText(content)
    .split('\n')
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .join('\n');

function linesOf(block: Exclude<Block, Apart>): string {
  switch (block.type) {
    case 'paragraph':
      return line(block.content);
    case 'heading':
      return `${'#'.repeat(block.attrs.level)} ${line(block.content).replaceAll('\n', ' ')}`.trim();
    case 'horizontalRule':
      return '---';
    case 'blockquote':
      return block.content
        .map((one) => linesOf(one))
        .join('\n')
        .replace(/^/gm, '> ');
    case 'bulletList':
      return block.content.map((item) => itemOf(item, '- ')).join('\n');
    case 'orderedList': {
      const first = block.attrs?.start ?? 1;
      return block.content.map((item, at) => itemOf(item, `${first + at}. `)).join('\n');
    }
  }
}

const itemOf = (item: ListItem, mark: string): string =>
  mark +
  item.content
    .map((one) => linesOf(one))
    .join('\n')
    .replaceAll('\n', `\n${' '.repeat(mark.length)}`);
