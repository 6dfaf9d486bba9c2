import { type Clean, Uncleanable } from '../types.ts';

// Kilobits a second of layer III, by the number in the frame's head.
const rates1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
const rates2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
const samplings = [44_100, 48_000, 32_000];

/** An MP3 as its frames alone: all tags, pictures and texts before, between and behind are gone. */
export function cleanMp3(bytes: Buffer): Clean {
  const parts: Buffer[] = [];
  let at = 0;
  let sure = false;
  while (at + 4 <= bytes.length) {
    const tag = tagLength(bytes, at);
    const length = tag > 0 ? 0 : frameLength(bytes, at);
    // After something else two frames in a row tell that it is sound again.
    const whole = length > 0 && at + length <= bytes.length;
    if (whole && (sure || frameLength(bytes, at + length) > 0 || parts.length === 0)) {
      parts.push(bytes.subarray(at, at + length));
      sure = true;
      at += length;
    } else {
      sure = false;
      at += Math.max(1, tag);
    }
  }
  if (parts.length === 0) throw new Uncleanable('broken');
  return { bytes: Buffer.concat(parts), text: '' };
}

/** Bytes of a known tag that begins here: what looks like sound in its pictures is none. */
function tagLength(bytes: Buffer, at: number): number {
  if (bytes.toString('latin1', at, at + 3) === 'ID3' && at + 10 <= bytes.length) {
    const size = [6, 7, 8, 9].reduce((sum, n) => sum * 128 + (bytes[at + n]! & 0x7f), 0);
    return size + 10 + ((bytes[at + 5]! & 0x10) === 0 ? 0 : 10);
  }
  if (bytes.toString('latin1', at, at + 8) === 'APETAGEX' && at + 32 <= bytes.length) {
    return (bytes[at + 23]! & 0x20) === 0 ? 32 : 32 + bytes.readUInt32LE(at + 12);
  }
  return bytes.toString('latin1', at, at + 3) === 'TAG' && at + 128 === bytes.length ? 128 : 0;
}

/** Bytes of the frame that begins here; 0: none does. */
function frameLength(bytes: Buffer, at: number): number {
  if (at + 4 > bytes.length || bytes[at] !== 0xff) return 0;
  const [second, third] = [bytes[at + 1]!, bytes[at + 2]!];
  const version = (second >> 3) & 3;
  if ((second & 0xe6) !== 0xe2 || version === 1) return 0;
  const rate = (version === 3 ? rates1 : rates2)[third >> 4] ?? 0;
  const sampling = samplings[(third >> 2) & 3];
  if (rate === 0 || sampling === undefined) return 0;
  const hertz = version === 3 ? sampling : version === 2 ? sampling / 2 : sampling / 4;
  return Math.floor(((version === 3 ? 144 : 72) * rate * 1000) / hertz) + ((third >> 1) & 1);
}
