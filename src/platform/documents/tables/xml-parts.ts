import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { damaged, TableFault } from './types.ts';
import type { Parts, Reading } from './zip.ts';

type Decoder = InstanceType<typeof TextDecoder>;

const MOST_DEPTH = 128;

/** The bytes of an XML part in UTF-8, also where it is written in UTF-16. */
export async function* utf8Xml(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let decoder: Decoder | null = null;
  let head: Buffer | null = Buffer.alloc(0);
  for await (const chunk of chunks) {
    if (head !== null) {
      head = head.length === 0 ? chunk : Buffer.concat([head, chunk]);
      if (head.length < 2) continue;
      const encoding = utf16Of(head);
      if (encoding !== null) decoder = new TextDecoder(encoding, { fatal: true });
    }
    const bytes: Buffer = head ?? chunk;
    head = null;
    yield decoder === null ? bytes : decoded(decoder, bytes);
  }
  if (head !== null && head.length > 0) yield head;
  if (decoder !== null) decoded(decoder, null);
}

function utf16Of(head: Buffer): 'utf-16le' | 'utf-16be' | null {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  if (head[0] === 0x3c && head[1] === 0) return 'utf-16le';
  return head[0] === 0 && head[1] === 0x3c ? 'utf-16be' : null;
}

function decoded(decoder: Decoder, bytes: Buffer | null): Buffer {
  try {
    return Buffer.from(
      bytes === null ? decoder.decode() : decoder.decode(bytes, { stream: true }),
      'utf8',
    );
  } catch {
    throw damaged('utf-16');
  }
}

export type Attributes = Readonly<Record<string, string>>;

/**
 * Reads a small part (workbook, styles, relationships) as XML: `open` and `close` get local names,
 * attributes go by their names as written. Throws TableFault for a DTD, broken XML and depth.
 */
export async function readSmallPart(
  parts: Parts,
  name: string,
  reading: Reading,
  open: (local: string, attributes: Attributes) => void,
  close: (local: string) => void = () => {},
): Promise<void> {
  const parser = new SaxesParser();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let depth = 0;
  parser.on('doctype', () => {
    throw new TableFault('table.forbidden_markup', { part: name });
  });
  parser.on('error', (error) => {
    throw damaged(error.message.slice(0, 200), { part: name });
  });
  parser.on('opentag', (tag: SaxesTagPlain) => {
    if (++depth > MOST_DEPTH) throw damaged('depth', { part: name });
    open(localOf(tag.name), tag.attributes);
  });
  parser.on('closetag', (tag) => {
    depth--;
    close(localOf(tag.name));
  });
  // A DTD of many megabytes must not be gathered before it is refused.
  let head = '';
  for await (const chunk of utf8Xml(parts.read(name, reading))) {
    const text = decodeUtf8(decoder, chunk, name);
    if (head.length < 65_536) {
      head += text;
      if (/<!(DOCTYPE|ENTITY)/i.test(head)) {
        throw new TableFault('table.forbidden_markup', { part: name });
      }
    }
    parser.write(text);
  }
  parser.close();
}

function decodeUtf8(decoder: Decoder, chunk: Buffer, part: string): string {
  try {
    return decoder.decode(chunk, { stream: true });
  } catch {
    throw damaged('utf-8', { part });
  }
}

function localOf(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
