import { gunzipSync, gzipSync } from 'node:zlib';

// Bitstring Status List v1.0 (W3C): one bit for each credential, the first bit is the highest of the first byte.

/** Bits of one list: fewer would tell too much of whom is asked about. */
export const LIST_BITS = 131_072;

/** The text of a list whose bits at these places are set. */
export function encodeList(set: readonly number[]): string {
  const bytes = Buffer.alloc(LIST_BITS / 8);
  for (const at of set) bytes[at >> 3] = (bytes[at >> 3] ?? 0) | (0x80 >> (at & 7));
  return `u${gzipSync(bytes, { level: 9 }).toString('base64url')}`;
}

/** Whether a bit of such a text is set. @throws Error for another text */
export function isListed(encoded: string, at: number): boolean {
  const bytes = gunzipSync(Buffer.from(encoded.slice(1), 'base64url'));
  return ((bytes[at >> 3] ?? 0) & (0x80 >> (at & 7))) !== 0;
}
