import { safeHref } from './href.ts';
import { attrsOf, contentOf, type Raw, type Reading, rawOf, wordsUnder } from './reading.ts';
import type { Inline, Mark, Text } from './types.ts';

// In this order they are written, so that the same text is the same data.
const PLAIN = [
  'bold',
  'italic',
  'underline',
  'strike',
  'subscript',
  'superscript',
  'code',
] as const;

/** Whether a raw node stands inside a line. */
export function isInline(value: unknown): boolean {
  const raw = rawOf(value);
  if (raw === null) return false;
  return raw.type === 'text' || raw.type === 'hardBreak' || typeof raw.text === 'string';
}

/** The words of a line. Pieces with the same marks become one. */
export function readInlines(reading: Reading, raws: readonly unknown[]): Inline[] {
  const read: Inline[] = [];
  for (const value of raws) {
    const raw = rawOf(value);
    if (raw === null) continue;
    reading.node();
    const inline = readInline(reading, raw);
    const last = read.at(-1);
    if (inline === null) continue;
    if (last?.type === 'text' && inline.type === 'text' && sameMarks(last, inline))
      read[read.length - 1] = { ...last, text: (last.text + inline.text).normalize('NFC') };
    else read.push(inline);
  }
  return read;
}

function readInline(reading: Reading, raw: Raw): Inline | null {
  if (raw.type === 'hardBreak') return { type: 'hardBreak' };
  const marks = readMarks(reading, raw.marks);
  const text = contentOf(raw).length > 0 ? wordsUnder(reading, raw) : reading.letters(raw.text);
  if (text === '') return null;
  return marks.length > 0 ? { type: 'text', text, marks } : { type: 'text', text };
}

function readMarks(reading: Reading, value: unknown): Mark[] {
  if (!Array.isArray(value)) return [];
  const raws = value
    .slice(0, 20)
    .map(rawOf)
    .filter((one) => one !== null);
  const names = new Set(raws.map((raw) => raw.type));
  if (names.has('subscript')) names.delete('superscript');
  const marks: Mark[] = PLAIN.filter((type) => names.has(type)).map((type) => ({ type }));
  const link = raws.find((raw) => raw.type === 'link');
  const href = link === undefined ? null : safeHref(reading.counted(attrsOf(link).href));
  if (href !== null) marks.push({ type: 'link', attrs: { href } });
  return marks;
}

export function sameMarks(a: Text, b: Text): boolean {
  const one = a.marks ?? [];
  const other = b.marks ?? [];
  return one.length === other.length && one.every((mark, at) => sameMark(mark, other[at]!));
}

function sameMark(a: Mark, b: Mark): boolean {
  if (a.type !== b.type) return false;
  return a.type !== 'link' || b.type !== 'link' || a.attrs.href === b.attrs.href;
}
