import { inlinesOf } from './holds.ts';
import { cleanLines } from './letters.ts';
import type { Block, Inline, ListItem, Paragraph, Prose, TableCell } from './types.ts';

/** A text in which nothing is written yet. */
export const emptyProse: Prose = { type: 'doc', content: [{ type: 'paragraph' }] };

/** Whether it holds nothing that a reader would see. */
export function isEmptyProse(prose: Prose): boolean {
  const apart = prose.content.some(
    (block) => 'attrs' in block && block.attrs !== undefined && namesSomething(block.attrs),
  );
  return (
    !apart && inlinesOf(prose).every((one) => one.type === 'hardBreak' || one.text.trim() === '')
  );
}

const namesSomething = (attrs: object): boolean =>
  ['media', 'album', 'provider', 'caption'].some((name) => name in attrs);

/** The words of a text: a blank line between blocks, a line for each item, row and break. */
export function proseText(prose: Prose): string {
  return prose.content
    .map(blockText)
    .filter((words) => words !== '')
    .join('\n\n');
}

/** The words of one block. */
export function blockText(block: Block): string {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return inlineText(block.content ?? []);
    case 'bulletList':
    case 'orderedList':
    case 'blockquote':
      return flowText([block]);
    case 'table':
      return lines([
        block.attrs?.caption,
        ...block.content.map((row) => row.content.map(cellText).join('\t')),
      ]);
    case 'horizontalRule':
      return '';
    case 'figure':
      return lines([block.attrs.caption ?? block.attrs.alt, block.attrs.credit]);
    case 'album':
    case 'video':
    case 'audio':
      return block.attrs.caption ?? '';
    case 'attachment':
    case 'embed':
      return block.attrs.title ?? '';
  }
}

const lines = (words: readonly (string | undefined)[]): string =>
  words.filter((one) => one !== undefined && one !== '').join('\n');

/** The words of a line. */
export function inlineText(inlines: readonly Inline[]): string {
  return inlines.map((one) => (one.type === 'text' ? one.text : '\n')).join('');
}

type Flow = Extract<Block, { type: 'paragraph' | 'bulletList' | 'orderedList' | 'blockquote' }>;

function flowText(flow: readonly Flow[]): string {
  return lines(flow.map(nodeText));
}

function nodeText(node: Flow): string {
  if (node.type === 'paragraph') return inlineText(node.content ?? []);
  if (node.type === 'blockquote') return flowText(node.content);
  const first = node.type === 'orderedList' ? (node.attrs?.start ?? 1) : 0;
  return lines(
    node.content.map((item, at) =>
      itemText(item, node.type === 'orderedList' ? `${first + at}. ` : '- '),
    ),
  );
}

function itemText(item: ListItem, mark: string): string {
  return mark + flowText(item.content).replaceAll('\n', `\n${' '.repeat(mark.length)}`);
}

const cellText = (cell: TableCell): string => flowText(cell.content).replaceAll('\n', ' ');

/** A text as it was typed: a blank line ends a paragraph, a single line end breaks the line. */
export function proseFromText(text: string): Prose {
  const paragraphs = cleanLines(text)
    .split(/\n[^\S\n]*\n\s*/)
    .map((words) => words.trim())
    .filter((words) => words !== '')
    .map(paragraphFromLines);
  return paragraphs.length > 0 ? { type: 'doc', content: paragraphs } : emptyProse;
}

function paragraphFromLines(words: string): Paragraph {
  const content = words
    .split('\n')
    .flatMap((line, at): Inline[] => [
      ...(at > 0 ? [{ type: 'hardBreak' } as const] : []),
      ...(line === '' ? [] : [{ type: 'text', text: line } as const]),
    ]);
  return { type: 'paragraph', content };
}
