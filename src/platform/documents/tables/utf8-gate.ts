import { isAscii, isUtf8 } from 'node:buffer';

/** Checks a stream of bytes for valid UTF-8; a letter may be cut between two chunks. */
export class Utf8Gate {
  /** A letter of several bytes has been seen. */
  sawLetters = false;
  #tail: Buffer = Buffer.alloc(0);

  /** False from the first chunk on that cannot be UTF-8. */
  accepts(chunk: Buffer): boolean {
    if (chunk.length === 0) return true;
    const { head, rest } = this.#joined(chunk);
    const cut = rest.length - incompleteTail(rest);
    this.#tail = Buffer.from(rest.subarray(cut));
    const whole = rest.subarray(0, cut);
    this.sawLetters ||= head !== null || !isAscii(whole);
    return (head === null || isUtf8(head)) && isUtf8(whole);
  }

  /** True when the stream ended in the middle of a letter. */
  get cut(): boolean {
    return this.#tail.length > 0;
  }

  // The letter that was cut is completed from the first bytes, so that the chunk is not copied.
  #joined(chunk: Buffer): { head: Buffer | null; rest: Buffer } {
    if (this.#tail.length === 0) return { head: null, rest: chunk };
    const wanted = lengthOf(this.#tail[0] ?? 0) - this.#tail.length;
    const head = Buffer.concat([this.#tail, chunk.subarray(0, wanted)]);
    if (chunk.length < wanted) return { head: null, rest: head };
    return { head, rest: chunk.subarray(wanted) };
  }
}

function lengthOf(lead: number): number {
  if (lead >= 0xf0) return 4;
  if (lead >= 0xe0) return 3;
  return lead >= 0xc0 ? 2 : 1;
}

/** Bytes at the end that begin a letter and do not finish it, 0 to 3. */
export function incompleteTail(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return lengthOf(byte) > back ? back : 0;
  }
  return 0;
}
