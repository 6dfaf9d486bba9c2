import type {
  Block,
  Blockquote,
  BulletList,
  Heading,
  Inline,
  ListItem,
  OrderedList,
  Paragraph,
} from '../../../kernel/prose/types.ts';

// Lines with their marks in front, as people write them in plain text, into blocks.

const heading = /^(#{1,4})\s+(.*)$/;
const item = /^(\s*)([-*•]|\d{1,4}[.)])\s+(.*)$/;
const quote = /^>\s?(.*)$/;
const rule = /^(?:-{3,}|\*{3,}|_{3,})$/;

/** The blocks of lines that stand together. */
export function blocksOfLines(lines: readonly string[]): Block[] {
  const blocks: Block[] = [];
  for (let at = 0; at < lines.length; ) {
    const first = lines[at]!;
    const taken = runOf(lines, at);
    at += taken.length;
    if (heading.test(first)) blocks.push(headingOf(first));
    else if (rule.test(first)) blocks.push({ type: 'horizontalRule' });
    else if (quote.test(first)) blocks.push(quoteOf(taken));
    else if (item.test(first)) blocks.push(...listsOf(taken));
    else blocks.push(paragraphOf(taken));
  }
  return blocks;
}

const kindOf = (line: string): string => {
  if (heading.test(line) || rule.test(line)) return 'alone';
  if (quote.test(line)) return 'quote';
  return item.test(line) ? 'list' : 'words';
};

function runOf(lines: readonly string[], from: number): string[] {
  const kind = kindOf(lines[from]!);
  if (kind === 'alone') return [lines[from]!];
  // A line that is set in goes on with the item above it.
  const goesOn = (line: string) => kindOf(line) === kind || (kind === 'list' && /^\s/.test(line));
  const end = lines.findIndex((line, at) => at > from && !goesOn(line));
  return lines.slice(from, end === -1 ? lines.length : end);
}

export function paragraphOf(lines: readonly string[]): Paragraph {
  const content = lines.flatMap((line, at): Inline[] => [
    ...(at > 0 ? [{ type: 'hardBreak' } as const] : []),
    ...(line.trim() === '' ? [] : [{ type: 'text', text: line.trim() } as const]),
  ]);
  return content.length > 0 ? { type: 'paragraph', content } : { type: 'paragraph' };
}

function headingOf(line: string): Heading {
  const [, marks = '', text = ''] = heading.exec(line) ?? [];
  const level = Math.max(2, marks.length) as 2 | 3 | 4;
  const { content } = paragraphOf([text]);
  return { type: 'heading', attrs: { level }, ...(content ? { content } : {}) };
}

const quoteOf = (lines: readonly string[]): Blockquote => ({
  type: 'blockquote',
  content: lines.map((line) => paragraphOf([quote.exec(line)?.[1] ?? line])),
});

interface Item {
  readonly depth: number;
  /** The number in front; null for a bullet. */
  readonly number: number | null;
  readonly lines: string[];
}

function listsOf(lines: readonly string[]): (BulletList | OrderedList)[] {
  const items: Item[] = [];
  for (const line of lines) {
    const [, blanks = '', mark = '', text = ''] = item.exec(line) ?? [];
    if (mark === '') items.at(-1)?.lines.push(line);
    else {
      const number = /^\d/.test(mark) ? Number.parseInt(mark, 10) : null;
      items.push({ depth: blanks.length, number, lines: [text] });
    }
  }
  return nested(items);
}

/** Items that are set in more than the first of them are under the one before. */
function nested(items: readonly Item[]): (BulletList | OrderedList)[] {
  const lists: (BulletList | OrderedList)[] = [];
  const base = items[0]?.depth ?? 0;
  for (let at = 0; at < items.length; ) {
    const from = items[at]!;
    const rest = items.slice(at + 1).findIndex((one) => one.depth <= base);
    const end = rest === -1 ? items.length : at + 1 + rest;
    const content: ListItem['content'] = [
      paragraphOf(from.lines),
      ...nested(items.slice(at + 1, end)),
    ];
    const made: ListItem = { type: 'listItem', content };
    const last = lists.at(-1);
    const type = from.number === null ? 'bulletList' : 'orderedList';
    if (last?.type === type)
      lists[lists.length - 1] = { ...last, content: [...last.content, made] };
    else if (from.number === null || from.number === 1) lists.push({ type, content: [made] });
    else lists.push({ type: 'orderedList', attrs: { start: from.number }, content: [made] });
    at = end;
  }
  return lists;
}
