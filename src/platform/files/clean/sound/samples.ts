import { Uncleanable } from '../types.ts';
import { type Box, needed } from './boxes.ts';

const MOST_SAMPLES = 20_000_000;

/** Where the pieces of a track lie in the file. */
export interface Piece {
  readonly start: number;
  readonly length: number;
}

/** The pieces of a track in the order of its table. @throws Uncleanable */
export function piecesOf(table: readonly Box[]): Piece[] {
  const starts = startsIn(table);
  const many = samplesPerPiece(needed(table, 'stsc').body, starts.length);
  const sizes = needed(table, 'stsz').body;
  const same = sizes.readUInt32BE(4);
  const count = sizes.readUInt32BE(8);
  if (count > MOST_SAMPLES || (same === 0 && 12 + count * 4 > sizes.length)) {
    throw new Uncleanable('broken', 'samples');
  }
  let sample = 0;
  return starts.map((start, at) => {
    let length = 0;
    for (let n = 0; n < many[at]! && sample < count; n += 1, sample += 1) {
      length += same === 0 ? sizes.readUInt32BE(12 + sample * 4) : same;
    }
    return { start, length };
  });
}

function startsIn(table: readonly Box[]): number[] {
  const wide = table.find(({ name }) => name === 'co64');
  const { body } = wide ?? needed(table, 'stco');
  const count = body.readUInt32BE(4);
  const each = wide === undefined ? 4 : 8;
  if (8 + count * each > body.length) throw new Uncleanable('broken', 'places');
  return Array.from({ length: count }, (_, n) =>
    wide === undefined ? body.readUInt32BE(8 + n * 4) : Number(body.readBigUInt64BE(8 + n * 8)),
  );
}

function samplesPerPiece(body: Buffer, pieces: number): number[] {
  const count = body.readUInt32BE(4);
  if (8 + count * 12 > body.length) throw new Uncleanable('broken', 'pieces');
  const many: number[] = [];
  for (let n = 0; n < count; n += 1) {
    const next = n + 1 < count ? body.readUInt32BE(8 + (n + 1) * 12) - 1 : pieces;
    const each = body.readUInt32BE(8 + n * 12 + 4);
    while (many.length < Math.min(next, pieces)) many.push(each);
  }
  if (many.length < pieces) throw new Uncleanable('broken', 'pieces');
  return many;
}
