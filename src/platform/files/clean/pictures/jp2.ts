import { Uncleanable } from '../types.ts';

const kept = new Set(['jP  ', 'ftyp', 'jp2h', 'jp2c']);
const SOC = 0xff4f;
const SOT = 0xff90;
const COMMENT = 0xff64;

/** A JPEG 2000 picture, in its boxes or bare, without boxes of words and comments. */
export function cleanJp2(bytes: Buffer): Buffer {
  if (bytes.length > 2 && bytes.readUInt16BE(0) === SOC) return codestream(bytes);
  const parts: Buffer[] = [];
  for (let at = 0; at + 8 <= bytes.length; ) {
    const told = bytes.readUInt32BE(at);
    const wide = told === 1;
    if (wide && at + 16 > bytes.length) throw new Uncleanable('broken', 'box');
    const length =
      told === 0 ? bytes.length - at : wide ? Number(bytes.readBigUInt64BE(at + 8)) : told;
    if (length < 8 || at + length > bytes.length) throw new Uncleanable('broken', 'box');
    const name = bytes.toString('latin1', at + 4, at + 8);
    const body = bytes.subarray(at + (wide ? 16 : 8), at + length);
    if (kept.has(name)) parts.push(box(name, name === 'jp2c' ? codestream(body) : body));
    at += length;
  }
  if (parts.length < 3) throw new Uncleanable('broken', 'boxes');
  return Buffer.concat(parts);
}

function box(name: string, body: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length + 8, 0);
  head.write(name, 4, 'latin1');
  return Buffer.concat([head, body]);
}

// Comments stand in the head, before the first tile.
function codestream(bytes: Buffer): Buffer {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== SOC) throw new Uncleanable('broken', 'stream');
  const parts = [bytes.subarray(0, 2)];
  let at = 2;
  for (;;) {
    if (at + 4 > bytes.length) throw new Uncleanable('broken', 'stream');
    const marker = bytes.readUInt16BE(at);
    if (marker === SOT) break;
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    if (marker !== COMMENT) parts.push(bytes.subarray(at, end));
    at = end;
  }
  return Buffer.concat([...parts, bytes.subarray(at)]);
}
