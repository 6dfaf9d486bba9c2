import { type Bytes, Unreadable } from '../types.ts';

type Decoder = InstanceType<typeof TextDecoder>;

/** What TextDecoder calls an encoding, as people and programs write its name; null for what it does not know. */
export function encodingNamed(label: string): string | null {
  const name = label.trim().toLowerCase().replace(/^x-/, '');
  const known: Readonly<Record<string, string>> = {
    utf8: 'utf-8',
    utf8mb3: 'utf-8',
    utf8mb4: 'utf-8',
    cp1258: 'windows-1258',
    latin1: 'windows-1252',
  };
  try {
    return new TextDecoder(known[name] ?? name).encoding;
  } catch {
    return null;
  }
}

/** The encoding that the mark at the beginning says. */
export function markedEncoding(bytes: Uint8Array): string | null {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return null;
}

/** True when the bytes are UTF-8 from beginning to end (`whole`), or may go on in the middle of a letter. */
export function isUtf8(bytes: Uint8Array, whole: boolean): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: !whole });
    return true;
  } catch {
    return false;
  }
}

/** Windows-1258 keeps tones as marks after their vowels: composed as everywhere else. */
export const composed = (text: string, encoding: string): string =>
  encoding === 'windows-1258' ? text.normalize('NFC') : text;

/**
 * Text of a file piece by piece. The encoding is told by its mark, else by `declared` from the first bytes, else
 * UTF-8; what is neither is read as Windows-1258, which old Vietnamese programs wrote.
 */
export async function* decoded(
  bytes: Bytes,
  declared: (head: string) => string | null = () => null,
): AsyncGenerator<string, void, undefined> {
  let decoder: Decoder | null = null;
  let head = new Uint8Array(0);
  // A vowel whose tone comes with the next piece.
  let held = '';
  const begin = (whole: boolean): string => {
    const said = declared(new TextDecoder('latin1').decode(head.subarray(0, 1_000)));
    const asked = markedEncoding(head) ?? (said === null ? null : encodingNamed(said));
    const encoding = asked ?? (isUtf8(head, whole) ? 'utf-8' : 'windows-1258');
    decoder = new TextDecoder(encoding);
    return next(decoder, head);
  };
  const next = (by: Decoder, piece: Uint8Array): string => {
    const text = by.decode(piece, { stream: true });
    if (by.encoding !== 'windows-1258') return text;
    const all = held + text;
    held = all.slice(-1);
    return composed(all.slice(0, -1), by.encoding);
  };
  for await (const piece of bytes) {
    if (decoder !== null) {
      yield next(decoder, piece);
      continue;
    }
    const longer = new Uint8Array(head.length + piece.length);
    longer.set(head);
    longer.set(piece, head.length);
    head = longer;
    if (head.length >= 65_536) yield begin(false);
  }
  if (decoder === null) {
    if (head.length === 0) throw new Unreadable('empty_file');
    yield begin(true);
  }
  const rest = held + ((decoder as Decoder | null)?.decode() ?? '');
  if (rest !== '') yield rest;
}
