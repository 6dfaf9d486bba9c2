import { SaxesParser } from 'saxes';
import { type Bytes, Unreadable } from '../types.ts';
import { decoded } from './decode.ts';

export interface XmlHandler {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  /** `text`: all of the element's own text, CDATA in several pieces joined. */
  close(name: string, text: string): void;
  /** What is not XML and was passed over. */
  broken?(message: string): void;
}

/** Nothing that people write comes near these; what does is made to fill the memory. */
const longestElement = 40_000_000;
const deepest = 100;
const mostBroken = 10_000;

// Letters that XML forbids and that programs write all the same.
const forbidden = /[^\t\n\r\u0020-\ufffd]/g;

const declared = (head: string): string | null =>
  /^\s*<\?xml[^>]*?\bencoding\s*=\s*["']([\w.:-]+)["']/i.exec(head)?.[1] ?? null;

/**
 * Reads XML piece by piece and yields after each one, so that the caller can hand on what it found. Entities of a
 * document's own are refused: nothing outside is read, and nothing grows.
 * @throws Unreadable
 */
export async function* xmlPieces(bytes: Bytes, handler: XmlHandler): AsyncGenerator<void> {
  const parser = new SaxesParser();
  const texts: string[] = [];
  let since = 0;
  let broken = 0;
  let failure: Unreadable | null = null;
  parser.on('doctype', (text) => {
    if (/<!ENTITY/i.test(text)) failure = new Unreadable('xml_entities');
  });
  parser.on('error', (error) => {
    broken += 1;
    handler.broken?.(error.message);
    if (broken > mostBroken) failure = new Unreadable('not_xml');
  });
  parser.on('opentag', ({ name, attributes }) => {
    texts.push('');
    if (texts.length > deepest) failure = new Unreadable('xml_too_deep', { most: deepest });
    handler.open(name, attributes as Readonly<Record<string, string>>);
  });
  const add = (text: string) => {
    if (texts.length > 0) texts[texts.length - 1] += text;
  };
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('closetag', ({ name }) => {
    since = 0;
    const text = texts.pop() ?? '';
    handler.close(name, text);
  });
  for await (const piece of decoded(bytes, declared)) {
    since += piece.length;
    if (since > longestElement) throw new Unreadable('xml_too_long', { most: longestElement });
    parser.write(piece.replace(forbidden, ''));
    if (failure !== null) throw failure;
    yield;
  }
  try {
    parser.close();
  } catch {
    handler.broken?.('unclosed');
  }
  if (failure !== null) throw failure;
  if (texts.length > 0) throw new Unreadable('xml_cut_off');
}
