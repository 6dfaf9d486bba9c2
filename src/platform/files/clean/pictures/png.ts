import { crc32, deflateSync, inflateSync } from 'node:zlib';
import { type Clean, Uncleanable } from '../types.ts';
import { orientationBlock, orientationIn } from './exif.ts';
import { cleanProfile } from './icc.ts';

const MARK = Buffer.from('89504e470d0a1a0a', 'hex');
const LARGEST_PROFILE = 4 * 1024 ** 2;

// What the picture looks like; texts, times and everything of other programs are left out.
const kept = new Set(
  'IHDR PLTE tRNS gAMA cHRM sRGB sBIT cICP mDCV cLLI bKGD acTL fcTL fdAT'.split(' '),
);

/** A PNG picture with its pixels as they were coded, without texts, times and what other programs put in. */
export function cleanPng(bytes: Buffer): Clean {
  if (!bytes.subarray(0, 8).equals(MARK)) throw new Uncleanable('broken');
  const parts: Buffer[] = [MARK];
  let pixels: Buffer[] = [];
  let ended = false;
  for (const { name, body } of chunks(bytes)) {
    if (name === 'IDAT') {
      pixels.push(body);
      continue;
    }
    if (pixels.length > 0) parts.push(chunk('IDAT', Buffer.concat(pixels)));
    pixels = [];
    if (name === 'IEND') {
      parts.push(chunk('IEND', Buffer.alloc(0)));
      ended = true;
      break;
    }
    const written = rewritten(name, body);
    if (written !== null) parts.push(written);
  }
  if (!ended) throw new Uncleanable('broken', 'no end');
  return { bytes: Buffer.concat(parts), text: '' };
}

function* chunks(bytes: Buffer): Generator<{ name: string; body: Buffer }> {
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    const end = at + 12 + length;
    if (end > bytes.length) throw new Uncleanable('broken', 'length');
    const sum = crc32(bytes.subarray(at + 4, end - 4));
    if (sum !== bytes.readUInt32BE(end - 4)) throw new Uncleanable('broken', 'checksum');
    yield { name: bytes.toString('latin1', at + 4, at + 8), body: bytes.subarray(at + 8, end - 4) };
    at = end;
  }
}

function rewritten(name: string, body: Buffer): Buffer | null {
  if (kept.has(name)) return chunk(name, body);
  if (name === 'iCCP') return profile(body);
  if (name !== 'eXIf') return null;
  const orientation = orientationIn(body);
  return orientation === 1 ? null : chunk('eXIf', orientationBlock(orientation));
}

// A name of up to 79 letters, the kind of packing, then the packed profile.
function profile(body: Buffer): Buffer | null {
  const end = body.indexOf(0);
  if (end < 0) return null;
  try {
    const plain = inflateSync(body.subarray(end + 2), { maxOutputLength: LARGEST_PROFILE });
    const clean = cleanProfile(plain);
    if (clean === null) return null;
    return chunk('iCCP', Buffer.concat([Buffer.from('c\0\0', 'latin1'), deflateSync(clean)]));
  } catch {
    return null;
  }
}

function chunk(name: string, body: Buffer): Buffer {
  const whole = Buffer.alloc(body.length + 12);
  whole.writeUInt32BE(body.length, 0);
  whole.write(name, 4, 'latin1');
  body.copy(whole, 8);
  whole.writeUInt32BE(crc32(whole.subarray(4, body.length + 8)), body.length + 8);
  return whole;
}
