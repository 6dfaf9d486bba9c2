import { isPid } from '../ids.ts';
import { isEmbed } from './embed.ts';
import { alignOf, paragraphOf, readFlow, readList, readParagraph } from './flow.ts';
import { isInline, readInlines } from './inline.ts';
import { attrsOf, contentOf, PROSE_LIMITS, type Raw, type Reading, rawOf } from './reading.ts';
import { readTable } from './table.ts';
import type { Block, Heading } from './types.ts';

/** The blocks of a text; what was lifted out of one comes after it. */
export function readBlocks(reading: Reading, raws: readonly unknown[], depth = 1): Block[] {
  const blocks: Block[] = [];
  let line: unknown[] = [];
  const endLine = () => {
    const inlines = readInlines(reading, line);
    if (inlines.length > 0) blocks.push(paragraphOf(inlines));
    line = [];
  };
  // A lifted block may hold others: a table in a cell of a table.
  const waiting = [...raws].reverse();
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (isInline(value)) {
      line.push(value);
      continue;
    }
    endLine();
    const raw = rawOf(value);
    if (raw !== null) blocks.push(...readBlock(reading, raw, depth));
    waiting.push(...reading.takeLifted().reverse());
  }
  endLine();
  return blocks;
}

function readBlock(reading: Reading, raw: Raw, depth: number): Block[] {
  reading.node();
  switch (raw.type) {
    case 'paragraph':
      return [readParagraph(reading, raw)];
    case 'heading':
      return [readHeading(reading, raw)];
    case 'bulletList':
    case 'orderedList':
      return only(readList(reading, raw, depth));
    case 'blockquote': {
      const content = readFlow(reading, contentOf(raw), depth + 1);
      return content.length > 0 ? [{ type: 'blockquote', content }] : [];
    }
    case 'horizontalRule':
      return [{ type: 'horizontalRule' }];
    case 'table':
      return only(readTable(reading, raw, depth));
    case 'embed':
      return readEmbed(reading, raw);
    case 'figure':
    case 'album':
    case 'video':
    case 'audio':
    case 'attachment':
      return readMedia(reading, raw, raw.type);
    default:
      return readUnknown(reading, raw, depth);
  }
}

const only = <T extends Block>(block: T | null): T[] => (block === null ? [] : [block]);

// What is not known becomes what it holds, and in the end its words.
function readUnknown(reading: Reading, raw: Raw, depth: number): Block[] {
  if (depth < PROSE_LIMITS.depth) return readBlocks(reading, contentOf(raw), depth + 1);
  return readFlow(reading, contentOf(raw), PROSE_LIMITS.depth + 1);
}

function readHeading(reading: Reading, raw: Raw): Heading {
  const { level } = attrsOf(raw);
  const align = alignOf(raw);
  const content = readInlines(reading, contentOf(raw));
  return {
    type: 'heading',
    attrs: { level: levelOf(level), ...(align === undefined ? {} : { align }) },
    ...(content.length > 0 ? { content } : {}),
  };
}

function levelOf(level: unknown): 2 | 3 | 4 {
  if (level === 3) return 3;
  return typeof level === 'number' && level >= 4 ? 4 : 2;
}

function wordsOf<Name extends string>(
  reading: Reading,
  attrs: Raw,
  names: readonly Name[],
): { readonly [K in Name]?: string } {
  const words: { [K in Name]?: string } = {};
  for (const name of names) {
    const read = reading.words(attrs[name]);
    if (read !== '') words[name] = read;
  }
  return words;
}

// A medium that is none is what was written of it.
function onlyWords(words: Readonly<Record<string, string>>): Block[] {
  const text = Object.values(words).join('. ');
  return text === '' ? [] : [paragraphOf([{ type: 'text', text }])];
}

type MediaType = 'figure' | 'album' | 'video' | 'audio' | 'attachment';

function readMedia(reading: Reading, raw: Raw, type: MediaType): Block[] {
  const attrs = attrsOf(raw);
  const pid = type === 'album' ? attrs.album : attrs.media;
  if (type === 'figure') {
    const words = wordsOf(reading, attrs, ['alt', 'caption', 'credit']);
    if (!isPid(pid)) return onlyWords(words);
    const { width } = attrs;
    const sized = width === 'half' || width === 'wide' ? { width } : {};
    return [{ type, attrs: { media: pid, ...words, ...(sized as { width?: 'half' | 'wide' }) } }];
  }
  if (type === 'attachment') {
    const words = wordsOf(reading, attrs, ['title']);
    return isPid(pid) ? [{ type, attrs: { media: pid, ...words } }] : onlyWords(words);
  }
  const words = wordsOf(reading, attrs, ['caption']);
  if (!isPid(pid)) return onlyWords(words);
  if (type === 'album') return [{ type, attrs: { album: pid, ...words } }];
  return [{ type, attrs: { media: pid, ...words } }];
}

function readEmbed(reading: Reading, raw: Raw): Block[] {
  const { provider, id, title } = attrsOf(raw);
  const words = wordsOf(reading, { title }, ['title']);
  if (!isEmbed(provider, id)) return onlyWords(words);
  return [{ type: 'embed', attrs: { provider, id: String(id), ...words } }];
}
