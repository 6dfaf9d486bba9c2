import type { Content } from '../../files/store.ts';
import { utf16Of } from './csv-split.ts';
import { damaged, type Table, TableFault } from './types.ts';
import { Utf8Gate } from './utf8-gate.ts';

export type CsvBytes = NonNullable<Table['bytes']>;

type Decoder = InstanceType<typeof TextDecoder>;

const CHUNK = 262_144;

// What the bytes 80 to 9F are in windows-1252; the five that it leaves open become C1 characters.
const HIGH =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';
const CP1252 = Uint16Array.from({ length: 256 }, (_, byte) =>
  byte >= 0x80 && byte < 0xa0 ? HIGH.charCodeAt(byte - 0x80) : byte,
);

/** Pieces of a file, one after the other; `onRead` hears how many bytes each had. */
export async function* filePieces(
  file: Content,
  onRead: (bytes: number) => void = () => {},
): AsyncGenerator<Buffer> {
  for (let at = 0; ; ) {
    const piece = await file.read(at, CHUNK);
    if (piece.length === 0) return;
    at += piece.length;
    onRead(piece.length);
    yield piece;
  }
}

/** Decides over the whole file how its bytes are letters. Throws TableFault for what is no text. */
export async function findCsvBytes(file: Content): Promise<CsvBytes> {
  const gate = new Utf8Gate();
  let first: Buffer | null = null;
  let isUtf8 = true;
  for await (const piece of filePieces(file)) {
    if (first === null) {
      first = piece;
      const wide = utf16Of(piece);
      if (wide !== null) return wide;
    }
    if (piece.includes(0)) throw new TableFault('table.not_text');
    isUtf8 = isUtf8 && gate.accepts(piece);
  }
  const marked = first !== null && hasUtf8Mark(first);
  if (isUtf8 && !gate.cut) return 'utf-8';
  if (marked) throw isUtf8 ? damaged('cut off') : new TableFault('table.encoding_broken');
  // Whole letters of several bytes and then half a one: the end of the file is missing.
  if (isUtf8 && gate.sawLetters) throw damaged('cut off');
  return 'windows-1252';
}

export function hasUtf8Mark(head: Uint8Array): boolean {
  return head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf;
}

/** Turns the pieces of a file into letters; a letter may be cut between two pieces. */
export class CsvDecoder {
  readonly #decoder: Decoder | null;

  constructor(bytes: CsvBytes) {
    this.#decoder = bytes === 'windows-1252' ? null : new TextDecoder(bytes, { fatal: true });
  }

  /** Null at the end. Throws TableFault where the file changed under the reading or is not whole. */
  decode(piece: Buffer | null): string {
    if (this.#decoder === null) return piece === null ? '' : decodeCp1252(piece);
    try {
      const text =
        piece === null ? this.#decoder.decode() : this.#decoder.decode(piece, { stream: true });
      if (text.includes('\u0000')) throw new TableFault('table.not_text');
      return text;
    } catch (error) {
      throw error instanceof TableFault ? error : damaged('cut off');
    }
  }
}

function decodeCp1252(piece: Buffer): string {
  const wide = new Uint16Array(piece.length);
  for (let at = 0; at < piece.length; at++) wide[at] = CP1252[piece[at]!]!;
  return Buffer.from(wide.buffer).toString('utf16le');
}
