const letters = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

/** Bytes in base58 of Bitcoin, with the 'z' of multibase before them. */
export function base58(bytes: Uint8Array): string {
  let number = 0n;
  for (const byte of bytes) number = number * 256n + BigInt(byte);
  let text = '';
  for (; number > 0n; number /= 58n) text = letters[Number(number % 58n)] + text;
  const zeros = bytes.findIndex((byte) => byte !== 0);
  return `z${'1'.repeat(zeros === -1 ? bytes.length : zeros)}${text}`;
}

/** The bytes of such a text; null for another one. */
export function fromBase58(text: string): Uint8Array | null {
  if (!/^z[1-9A-HJ-NP-Za-km-z]*$/.test(text)) return null;
  let number = 0n;
  for (const letter of text.slice(1)) number = number * 58n + BigInt(letters.indexOf(letter));
  const hex = number === 0n ? '' : number.toString(16);
  const zeros = /^1*/.exec(text.slice(1))?.[0].length ?? 0;
  return Uint8Array.from([
    ...Array<number>(zeros).fill(0),
    ...Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex'),
  ]);
}

// Multicodec: 0xed as a varint is an Ed25519 public key.
const ed25519 = [0xed, 0x01];

/** The 32 bytes of an Ed25519 public key as a Multikey: 'z6Mk…'. */
export const multikey = (key: Uint8Array): string => base58(Uint8Array.from([...ed25519, ...key]));

/** The 32 bytes of such a key; null for another text. */
export function fromMultikey(text: string): Uint8Array | null {
  const bytes = fromBase58(text);
  const known = bytes?.length === 34 && ed25519.every((byte, at) => bytes[at] === byte);
  return known ? bytes.subarray(2) : null;
}
