import { isInline, readInlines } from './inline.ts';
import {
  attrsOf,
  contentOf,
  PROSE_LIMITS,
  type Raw,
  type Reading,
  rawOf,
  wholeOf,
  wordsUnder,
} from './reading.ts';
import type { Align, BulletList, Inline, ListItem, OrderedList, Paragraph } from './types.ts';

// What stands in list items, quotes and cells: paragraphs and lists.

export type Flow = Paragraph | BulletList | OrderedList;

/** What stands between paragraphs only; inside other blocks it is lifted out of them. */
const APART = new Set(['table', 'figure', 'album', 'video', 'audio', 'attachment', 'embed']);

export function readFlow(reading: Reading, raws: readonly unknown[], depth: number): Flow[] {
  const flow: Flow[] = [];
  let line: unknown[] = [];
  const endLine = () => {
    const inlines = readInlines(reading, line);
    if (inlines.length > 0) flow.push(paragraphOf(inlines));
    line = [];
  };
  for (const value of raws) {
    if (isInline(value)) {
      line.push(value);
      continue;
    }
    endLine();
    const raw = rawOf(value);
    if (raw !== null) flow.push(...readFlowNode(reading, raw, depth));
  }
  endLine();
  return flow;
}

function readFlowNode(reading: Reading, raw: Raw, depth: number): Flow[] {
  if (typeof raw.type === 'string' && APART.has(raw.type)) {
    reading.lift(raw);
    return [];
  }
  reading.node();
  if (raw.type === 'horizontalRule') return [];
  if (depth > PROSE_LIMITS.depth) {
    const text = wordsUnder(reading, raw);
    return text === '' ? [] : [paragraphOf([{ type: 'text', text }])];
  }
  if (raw.type === 'paragraph' || raw.type === 'heading') return [readParagraph(reading, raw)];
  if (raw.type === 'bulletList' || raw.type === 'orderedList') {
    const list = readList(reading, raw, depth);
    return list === null ? [] : [list];
  }
  return readFlow(reading, contentOf(raw), depth + 1);
}

export function readParagraph(reading: Reading, raw: Raw): Paragraph {
  return paragraphOf(readInlines(reading, contentOf(raw)), alignOf(raw));
}

export function alignOf(raw: Raw): Align | undefined {
  const attrs = attrsOf(raw);
  const align = attrs.align ?? attrs.textAlign;
  return align === 'center' || align === 'right' ? align : undefined;
}

export function paragraphOf(content: readonly Inline[], align?: Align): Paragraph {
  return {
    type: 'paragraph',
    ...(align === undefined ? {} : { attrs: { align } }),
    ...(content.length > 0 ? { content } : {}),
  };
}

/** A list, already counted; null when it holds no item. */
export function readList(
  reading: Reading,
  raw: Raw,
  depth: number,
): BulletList | OrderedList | null {
  const content = contentOf(raw).flatMap((value) => {
    const one = rawOf(value);
    if (one === null) return [];
    if (one.type !== 'listItem') return itemOf(readFlow(reading, [one], depth + 1)) ?? [];
    reading.node();
    return (
      itemOf(readFlow(reading, contentOf(one), depth + 2)) ??
      ({ type: 'listItem', content: [paragraphOf([])] } as ListItem)
    );
  });
  if (content.length === 0) return null;
  if (raw.type === 'bulletList') return { type: 'bulletList', content };
  const start = wholeOf(attrsOf(raw).start, 0, 100_000);
  if (start === null || start === 1) return { type: 'orderedList', content };
  return { type: 'orderedList', attrs: { start }, content };
}

function itemOf(flow: readonly Flow[]): ListItem | null {
  const first = flow[0];
  if (first === undefined) return null;
  return {
    type: 'listItem',
    content: first.type === 'paragraph' ? flow : [paragraphOf([]), ...flow],
  };
}
