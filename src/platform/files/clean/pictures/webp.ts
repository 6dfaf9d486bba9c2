import { type Clean, Uncleanable } from '../types.ts';
import { orientationBlock, orientationIn } from './exif.ts';
import { cleanProfile } from './icc.ts';

interface Chunk {
  readonly name: string;
  readonly body: Buffer;
}

const PROFILE = 0x20;
const ALPHA = 0x10;
const EXIF = 0x08;
const MOVES = 0x02;

/** A WebP picture with its pixels as they were coded; of the rest only how it lies and its colours stay. */
export function cleanWebp(bytes: Buffer): Clean {
  if (bytes.toString('latin1', 8, 12) !== 'WEBP') throw new Uncleanable('broken');
  const found = [...chunks(bytes.subarray(12, 8 + bytes.readUInt32LE(4)))];
  const one = (name: string) => found.find((chunk) => chunk.name === name)?.body ?? null;
  const head = one('VP8X');
  const own = found.filter(
    ({ name }) => name === 'ALPH' || (name.startsWith('VP8') && name !== 'VP8X'),
  );
  const frames = found.filter(({ name }) => name === 'ANMF').map(frame);
  const icc = one('ICCP');
  const profile = icc === null ? null : cleanProfile(icc);
  const lies = orientationOf(one('EXIF'));
  const moves = one('ANIM');
  const alpha = head !== null && (head[0]! & ALPHA) !== 0;
  const pictures = moves === null ? own : frames;
  if (pictures.length === 0) throw new Uncleanable('broken', 'no picture');
  const flags =
    (profile === null ? 0 : PROFILE) |
    (alpha ? ALPHA : 0) |
    (lies === 1 ? 0 : EXIF) |
    (moves === null ? 0 : MOVES);
  const plain = moves === null && profile === null && lies === 1 && pictures.length === 1;
  if (plain) return { bytes: riff(pictures), text: '' };
  if (head === null || head.length < 10) throw new Uncleanable('broken', 'no head');
  const extended = Buffer.alloc(10);
  extended[0] = flags;
  head.copy(extended, 4, 4, 10);
  const parts: Chunk[] = [
    { name: 'VP8X', body: extended },
    ...(profile === null ? [] : [{ name: 'ICCP', body: profile }]),
    ...(moves === null ? [] : [{ name: 'ANIM', body: moves }]),
    ...pictures,
    ...(lies === 1 ? [] : [{ name: 'EXIF', body: orientationBlock(lies) }]),
  ];
  return { bytes: riff(parts), text: '' };
}

// Some programs write the mark of JPEG's block before it.
function orientationOf(exif: Buffer | null): number {
  if (exif === null) return 1;
  return orientationIn(exif.toString('latin1', 0, 4) === 'Exif' ? exif.subarray(6) : exif);
}

function frame({ name, body }: Chunk): Chunk {
  const inner = [...chunks(body.subarray(16))].filter(
    (chunk) => chunk.name === 'ALPH' || chunk.name.startsWith('VP8'),
  );
  return { name, body: Buffer.concat([body.subarray(0, 16), ...inner.map(written)]) };
}

function* chunks(bytes: Buffer): Generator<Chunk> {
  for (let at = 0; at + 8 <= bytes.length; ) {
    const length = bytes.readUInt32LE(at + 4);
    const end = at + 8 + length;
    if (end > bytes.length) throw new Uncleanable('broken', 'length');
    yield { name: bytes.toString('latin1', at, at + 4), body: bytes.subarray(at + 8, end) };
    at = end + (length % 2);
  }
}

function written({ name, body }: Chunk): Buffer {
  const whole = Buffer.alloc(8 + body.length + (body.length % 2));
  whole.write(name, 0, 'latin1');
  whole.writeUInt32LE(body.length, 4);
  body.copy(whole, 8);
  return whole;
}

function riff(parts: readonly Chunk[]): Buffer {
  const body = Buffer.concat([Buffer.from('WEBP'), ...parts.map(written)]);
  const head = Buffer.from('RIFF\0\0\0\0', 'latin1');
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body]);
}
