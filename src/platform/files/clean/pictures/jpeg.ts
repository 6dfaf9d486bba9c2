import { type Clean, Uncleanable } from '../types.ts';
import { orientationBlock, orientationIn } from './exif.ts';
import { cleanProfile } from './icc.ts';

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const APP = 0xe0;
const COMMENT = 0xfe;
const EXIF = 'Exif\0\0';
const ICC = 'ICC_PROFILE\0';
const ICC_PIECE = 65_519;

interface Segment {
  readonly marker: number;
  /** What stands after the length. */
  readonly body: Buffer;
}

/**
 * A JPEG picture with its coded data as it was, and none of its words: Exif, XMP, IPTC, comments, small
 * pictures and whatever hangs on behind are gone. How it lies and its colour profile stay, rewritten.
 */
export function cleanJpeg(bytes: Buffer): Clean {
  if (bytes.length < 4 || bytes[0] !== 0xff || bytes[1] !== SOI) throw new Uncleanable('broken');
  const told = new Told();
  const parts: Buffer[] = [];
  let at = 2;
  let scans = 0;
  for (;;) {
    const start = nextMarker(bytes, at);
    // Cut off: what came is shown by every viewer.
    if (start === null) break;
    const marker = bytes[start]!;
    if (marker === EOI) break;
    if (marker === SOI || marker === 0 || (marker >= 0xd0 && marker <= 0xd7)) {
      throw new Uncleanable('broken', 'marker');
    }
    const end = start + 1 + lengthAt(bytes, start + 1);
    const body = bytes.subarray(start + 3, end);
    at = end;
    if (told.takes({ marker, body })) continue;
    parts.push(segment(marker, body));
    if (marker !== SOS) continue;
    scans += 1;
    at = endOfScan(bytes, end);
    parts.push(bytes.subarray(end, at));
  }
  if (scans === 0) throw new Uncleanable('broken', 'no scan');
  const ends = Buffer.from([0xff, EOI]);
  return {
    bytes: Buffer.concat([Buffer.from([0xff, SOI]), ...told.kept(), ...parts, ends]),
    text: '',
  };
}

function lengthAt(bytes: Buffer, at: number): number {
  if (at + 2 > bytes.length) throw new Uncleanable('broken', 'cut off');
  const length = bytes.readUInt16BE(at);
  if (length < 2 || at + length > bytes.length) throw new Uncleanable('broken', 'length');
  return length;
}

/** The place of the byte that tells the kind, past the filling before it; null at the end. */
function nextMarker(bytes: Buffer, from: number): number | null {
  let at = from;
  if (at >= bytes.length) return null;
  if (bytes[at] !== 0xff) throw new Uncleanable('broken', 'no marker');
  while (at < bytes.length && bytes[at] === 0xff) at += 1;
  return at < bytes.length ? at : null;
}

/** Where the coded data ends: at the next marker that is neither a stuffed byte nor a restart. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = from; ; at += 2) {
    at = bytes.indexOf(0xff, at);
    if (at === -1 || at + 1 >= bytes.length) return bytes.length;
    const next = bytes[at + 1]!;
    // A byte of filling: the one after it is looked at again.
    if (next === 0xff) at -= 1;
    else if (next !== 0 && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
}

const segment = (marker: number, body: Buffer): Buffer => {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
};

/** What the segments of words told that is needed to show the picture as it was. */
class Told {
  #orientation = 1;
  #jfif = false;
  #adobe: number | null = null;
  #components = '';
  readonly #profile = new Map<number, Buffer>();

  /** Whether the segment is one of words, which do not stay as they are. */
  takes({ marker, body }: Segment): boolean {
    if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc) {
      this.#components = componentsOf(body);
    }
    if (marker === COMMENT) return true;
    if (marker < APP || marker > APP + 15) return false;
    if (marker === APP) this.#jfif ||= starts(body, 'JFIF\0');
    if (marker === APP + 1 && starts(body, EXIF))
      this.#orientation = orientationIn(body.subarray(6));
    if (marker === APP + 2 && starts(body, ICC))
      this.#profile.set(body[12] ?? 0, body.subarray(14));
    if (marker === APP + 14 && starts(body, 'Adobe')) this.#adobe = body[11] ?? 0;
    return true;
  }

  kept(): Buffer[] {
    const { length } = this.#components;
    // Three components that are called R, G, B are colours by themselves unless the mark says otherwise.
    const jfif = length === 1 || (length === 3 && (this.#components !== 'RGB' || this.#jfif));
    return [
      ...(jfif && this.#adobe === null ? [segment(APP, JFIF)] : []),
      ...(this.#orientation === 1
        ? []
        : [segment(APP + 1, Buffer.concat([latin(EXIF), orientationBlock(this.#orientation)]))]),
      ...this.#profileParts(),
      ...(this.#adobe === null ? [] : [segment(APP + 14, adobe(this.#adobe))]),
    ];
  }

  #profileParts(): Buffer[] {
    const pieces = [...this.#profile].sort(([a], [b]) => a - b).map(([, piece]) => piece);
    const profile = pieces.length === 0 ? null : cleanProfile(Buffer.concat(pieces));
    if (profile === null) return [];
    const many = Math.ceil(profile.length / ICC_PIECE);
    return Array.from({ length: many }, (_, n) => {
      const piece = profile.subarray(n * ICC_PIECE, (n + 1) * ICC_PIECE);
      return segment(APP + 2, Buffer.concat([latin(ICC), Buffer.from([n + 1, many]), piece]));
    });
  }
}

// Version 1.1, no unit, one to one, no small picture.
const JFIF = Buffer.from('4a46494600010100000100010000', 'hex');

const adobe = (transform: number): Buffer =>
  Buffer.concat([latin('Adobe'), Buffer.from([0, 100, 0, 0, 0, 0, transform])]);

const latin = (text: string): Buffer => Buffer.from(text, 'latin1');
const starts = (body: Buffer, text: string): boolean =>
  body.toString('latin1', 0, text.length) === text;

/** The ids of the components of a frame, as letters. */
function componentsOf(body: Buffer): string {
  const count = body[5] ?? 0;
  return Array.from({ length: count }, (_, n) => String.fromCharCode(body[6 + n * 3] ?? 0)).join(
    '',
  );
}
