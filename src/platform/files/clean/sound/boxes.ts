import { Uncleanable } from '../types.ts';

/** A box of an MP4: those that hold others have `inner`, the others `body`. */
export interface Box {
  readonly name: string;
  readonly body: Buffer;
  readonly inner: readonly Box[];
}

const DEEPEST = 12;
const holders = new Set(['moov', 'trak', 'mdia', 'minf', 'stbl', 'edts', 'dinf']);

/** The boxes of a file or of a box, in their order. @throws Uncleanable */
export function boxesIn(bytes: Buffer, depth = 0): Box[] {
  if (depth > DEEPEST) throw new Uncleanable('broken', 'depth');
  const found: Box[] = [];
  for (let at = 0; at + 8 <= bytes.length; ) {
    const told = bytes.readUInt32BE(at);
    const wide = told === 1;
    if (wide && at + 16 > bytes.length) throw new Uncleanable('broken', 'box');
    const length =
      told === 0 ? bytes.length - at : wide ? Number(bytes.readBigUInt64BE(at + 8)) : told;
    if (length < (wide ? 16 : 8) || at + length > bytes.length)
      throw new Uncleanable('broken', 'box');
    const name = bytes.toString('latin1', at + 4, at + 8);
    const body = bytes.subarray(at + (wide ? 16 : 8), at + length);
    const inner = holders.has(name) ? boxesIn(body, depth + 1) : [];
    found.push({ name, body, inner });
    at += length;
  }
  return found;
}

export const box = (name: string, body: Buffer): Box => ({ name, body, inner: [] });

export function written({ name, body, inner }: Box): Buffer {
  const content = holders.has(name) ? Buffer.concat(inner.map(written)) : body;
  const head = Buffer.alloc(8);
  if (content.length + 8 > 0xffffffff) throw new Uncleanable('too_large');
  head.writeUInt32BE(content.length + 8, 0);
  head.write(name, 4, 'latin1');
  return Buffer.concat([head, content]);
}

/** The first box of that name. @throws Uncleanable where there is none */
export function needed(boxes: readonly Box[], name: string): Box {
  const found = boxes.find((one) => one.name === name);
  if (found === undefined) throw new Uncleanable('broken', name);
  return found;
}
