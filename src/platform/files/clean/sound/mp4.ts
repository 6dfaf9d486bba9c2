import { type Clean, Uncleanable } from '../types.ts';
import { type Box, box, boxesIn, needed, written } from './boxes.ts';
import { type Piece, piecesOf } from './samples.ts';

// What is seen, heard and read; tracks of places, of a camera's own data and of programs are left out.
const handlers = new Set(['vide', 'soun', 'text', 'sbtl', 'subt', 'clcp']);
const ofFile = new Set(['mvhd', 'trak']);
// Without references: those to tracks that are left out would lead nowhere.
const ofTrack = new Set(['tkhd', 'edts', 'mdia']);
const ofMedia = new Set(['mdhd', 'hdlr', 'minf']);
const ofTable = new Set(
  'stsd stts ctts cslg stsc stsz stz2 stco co64 stss stsh sdtp sbgp sgpd subs saiz saio'.split(' '),
);

/**
 * A video or sound file put together anew: what its tracks need and their samples. Names, places, times and
 * whatever else lay between the samples are gone. Files in fragments are not cleaned.
 */
export function cleanMp4(bytes: Buffer): Clean {
  try {
    return { bytes: rebuilt(bytes), text: '' };
  } catch (error) {
    // A table that is shorter than it says.
    throw error instanceof RangeError ? new Uncleanable('broken', error.message) : error;
  }
}

interface Track {
  readonly box: Box;
  readonly pieces: readonly Piece[];
}

function rebuilt(bytes: Buffer): Buffer {
  const boxes = boxesIn(bytes);
  if (boxes.some(({ name }) => name === 'moof')) throw new Uncleanable('inside', 'fragments');
  const moov = needed(boxes, 'moov');
  const tracks = moov.inner.filter(({ name }) => name === 'trak').flatMap((one) => trackOf(one));
  if (tracks.length === 0) throw new Uncleanable('broken', 'no tracks');
  const order = tracks
    .flatMap(({ pieces }) => pieces)
    .toSorted((a, b) => a.start - b.start || a.length - b.length);
  for (const { start, length } of order) {
    if (start + length > bytes.length) throw new Uncleanable('broken', 'cut off');
  }
  const type = written(box('ftyp', needed(boxes, 'ftyp').body));
  const made = (from: number): Buffer => {
    const places = new Map<Piece, number>();
    let at = from;
    for (const piece of order) {
      places.set(piece, at);
      at += piece.length;
    }
    return written(head(moov, tracks, places));
  };
  // The head comes first; its length does not depend on where it says that things lie.
  const first = made(0);
  const size = order.reduce((sum, { length }) => sum + length, 0);
  const start = type.length + first.length + 8;
  if (start + size > 0xffffffff) throw new Uncleanable('too_large');
  const data = Buffer.concat(
    order.map((piece) => bytes.subarray(piece.start, piece.start + piece.length)),
  );
  return Buffer.concat([type, made(start), written(box('mdat', data))]);
}

function trackOf(trak: Box): Track[] {
  const media = needed(trak.inner, 'mdia').inner;
  const handler = needed(media, 'hdlr').body.toString('latin1', 8, 12);
  if (!handlers.has(handler)) return [];
  const data = needed(media, 'minf').inner;
  const references = data
    .find(({ name }) => name === 'dinf')
    ?.inner.find(({ name }) => name === 'dref');
  // One reference, to this file itself.
  if (references !== undefined && references.body.readUInt32BE(4) !== 1) {
    throw new Uncleanable('inside', 'other files');
  }
  return [{ box: trak, pieces: piecesOf(needed(data, 'stbl').inner) }];
}

function head(moov: Box, tracks: readonly Track[], places: ReadonlyMap<Piece, number>): Box {
  const inner = moov.inner
    .filter(({ name }) => ofFile.has(name))
    .flatMap((one): Box[] => {
      if (one.name !== 'trak') return [timeless(one)];
      const track = tracks.find((known) => known.box === one);
      return track === undefined ? [] : [rewritten(track, places)];
    });
  return { name: 'moov', body: moov.body, inner };
}

function rewritten({ box: trak, pieces }: Track, places: ReadonlyMap<Piece, number>): Box {
  const inner = only(trak.inner, ofTrack).map((one) => {
    if (one.name === 'tkhd') return timeless(one);
    if (one.name !== 'mdia') return one;
    const media = only(one.inner, ofMedia).map((part) => {
      if (part.name === 'mdhd') return timeless(part);
      return part.name === 'hdlr' ? unnamed(part) : table(part, pieces, places);
    });
    return { ...one, inner: media };
  });
  return { ...trak, inner };
}

const only = (boxes: readonly Box[], names: ReadonlySet<string>): Box[] =>
  boxes.filter(({ name }) => names.has(name));

function table(minf: Box, pieces: readonly Piece[], places: ReadonlyMap<Piece, number>): Box {
  const inner = minf.inner
    .filter(({ name }) => !['udta', 'meta', 'uuid', 'free', 'skip'].includes(name))
    .map((one) => {
      if (one.name === 'dinf') return { ...one, inner: [box('dref', HERE)] };
      if (one.name !== 'stbl') return one;
      const parts = only(one.inner, ofTable).map((part) => {
        if (part.name !== 'stco' && part.name !== 'co64') return part;
        const body = Buffer.alloc(8 + pieces.length * 4);
        body.writeUInt32BE(pieces.length, 4);
        pieces.forEach((piece, n) => {
          body.writeUInt32BE(places.get(piece)!, 8 + n * 4);
        });
        return box('stco', body);
      });
      return { ...one, inner: parts };
    });
  return { ...minf, inner };
}

// One reference, of the kind that says: in this file.
const HERE = Buffer.from('000000000000000100' + '00000c75726c2000000001', 'hex');

// When it was made and changed stands behind the version, in four or in eight bytes each.
function timeless({ name, body }: Box): Box {
  const clean = Buffer.from(body);
  clean.fill(0, 4, clean[0] === 1 ? 20 : 12);
  return box(name, clean);
}

/** The kind of a track without the name that a program gave it. */
function unnamed({ body }: Box): Box {
  return box('hdlr', Buffer.concat([body.subarray(0, 24), Buffer.from([0])]));
}
