import { type Clean, Uncleanable } from '../types.ts';

const IMAGE = 0x2c;
const EXTENSION = 0x21;
const END = 0x3b;
const CONTROL = 0xf9;
const APPLICATION = 0xff;
const PLAIN_TEXT = 0x01;

/** A GIF picture without comments and what programs put in; how often it plays stays. */
export function cleanGif(bytes: Buffer): Clean {
  if (!/^GIF8[79]a$/.test(bytes.toString('latin1', 0, 6)) || bytes.length < 14) {
    throw new Uncleanable('broken');
  }
  let at = 13 + tableLength(bytes[10]!);
  const parts = [bytes.subarray(0, at)];
  for (;;) {
    const kind = bytes[at];
    if (kind === undefined || kind === END) break;
    const from = at;
    if (kind === IMAGE) {
      at = endOfBlocks(bytes, at + 10 + tableLength(bytes[at + 9] ?? 0) + 1);
    } else if (kind === EXTENSION) at = endOfBlocks(bytes, at + 2);
    else throw new Uncleanable('broken', 'block');
    if (kind === IMAGE || stays(bytes, from)) parts.push(bytes.subarray(from, at));
  }
  return { bytes: Buffer.concat([...parts, Buffer.from([END])]), text: '' };
}

const tableLength = (flags: number): number =>
  (flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1);

function stays(bytes: Buffer, at: number): boolean {
  const label = bytes[at + 1];
  if (label === CONTROL || label === PLAIN_TEXT) return true;
  return label === APPLICATION && bytes.toString('latin1', at + 3, at + 14) === 'NETSCAPE2.0';
}

function endOfBlocks(bytes: Buffer, from: number): number {
  let at = from;
  for (;;) {
    const length = bytes[at];
    if (length === undefined) throw new Uncleanable('broken', 'cut off');
    at += length + 1;
    if (length === 0) return at;
  }
}
