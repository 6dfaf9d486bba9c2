import { type Clean, Uncleanable } from '../types.ts';

/** A Windows metafile (EMF) without the words in its head: the program and the name of the picture. */
export function cleanEmf(bytes: Buffer): Clean {
  if (!isEmf(bytes)) throw new Uncleanable('broken');
  const clean = Buffer.from(bytes);
  const length = clean.readUInt32LE(60);
  const at = clean.readUInt32LE(64);
  const headEnds = clean.readUInt32LE(4);
  if (length > 0 && at >= 88 && at + length * 2 <= headEnds && headEnds <= clean.length) {
    clean.fill(0, at, at + length * 2);
  }
  clean.writeUInt32LE(0, 60);
  clean.writeUInt32LE(0, 64);
  return { bytes: clean, text: '' };
}

export const isEmf = (bytes: Buffer): boolean =>
  bytes.length >= 88 && bytes.readUInt32LE(0) === 1 && bytes.toString('latin1', 40, 44) === ' EMF';

/** An old metafile (WMF) has no words about itself. */
export const isWmf = (bytes: Buffer): boolean =>
  bytes.length >= 18 &&
  (bytes.readUInt32LE(0) === 0x9ac6cdd7 || /^0[12]000900/.test(bytes.toString('hex', 0, 4)));

/** A bitmap, as long as its head says. */
export function cleanBmp(bytes: Buffer): Clean {
  const length = bytes.length >= 26 ? bytes.readUInt32LE(2) : 0;
  if (length < 26 || length > bytes.length) throw new Uncleanable('broken');
  return { bytes: bytes.subarray(0, length), text: '' };
}
