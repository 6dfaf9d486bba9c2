/** What the head of a film tells: its length, and the size of its picture where it has one. */
export interface Film {
  readonly seconds: number | null;
  readonly width: number | null;
  readonly height: number | null;
}

const nothing: Film = { seconds: null, width: null, height: null };

/** Reads the `moov` box of an MP4 file (its content, without the head of the box). Never throws. */
export function filmOf(moov: Uint8Array): Film {
  const view = new DataView(moov.buffer, moov.byteOffset, moov.byteLength);
  try {
    const film = { ...nothing } as { -readonly [key in keyof Film]: Film[key] };
    for (const box of boxesIn(view, 0, view.byteLength)) {
      if (box.type === 'mvhd') film.seconds = lengthIn(view, box.at);
      if (box.type !== 'trak') continue;
      for (const inner of boxesIn(view, box.at, box.end)) {
        if (inner.type !== 'tkhd') continue;
        // The last eight bytes: width and height as 16.16 numbers; sound has none.
        const width = Math.round(view.getUint32(inner.end - 8) / 65_536);
        const height = Math.round(view.getUint32(inner.end - 4) / 65_536);
        if (width > 0 && height > 0) Object.assign(film, { width, height });
      }
    }
    return film;
  } catch {
    return nothing;
  }
}

interface Box {
  readonly type: string;
  /** Where its content begins and ends. */
  readonly at: number;
  readonly end: number;
}

function* boxesIn(view: DataView, from: number, to: number): Generator<Box> {
  let at = from;
  while (at + 8 <= to) {
    const size = view.getUint32(at);
    if (size < 8 || at + size > to) return;
    const letters = [4, 5, 6, 7].map((n) => view.getUint8(at + n));
    yield { type: String.fromCharCode(...letters), at: at + 8, end: at + size };
    at += size;
  }
}

function lengthIn(view: DataView, at: number): number | null {
  const long = view.getUint8(at) === 1;
  const scale = view.getUint32(at + (long ? 20 : 12));
  const length = long ? Number(view.getBigUint64(at + 24)) : view.getUint32(at + 16);
  const seconds = Math.round(length / scale);
  return scale > 0 && seconds <= 1_000_000 ? seconds : null;
}
