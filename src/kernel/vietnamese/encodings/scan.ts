/** What a text holds, as bits; 0 is pure ASCII. */
export const SEEN = {
  beyondAscii: 1,
  /** A letter or mark of Vietnamese that no single-byte text read as windows-1252 can hold. */
  vietnamese: 2,
  /** A space or invisible character that is not kept as it is. */
  unclean: 4,
  /** May change under NFC. */
  composable: 8,
  /** Icelandic ð or African ɖ, which old converters left in place of đ. */
  eth: 16,
  letter: 32,
  /** A letter that NFD takes apart; đ is none. */
  composed: 64,
} as const;

const KINDS = new Uint8Array(0x10000).fill(SEEN.beyondAscii);
KINDS.fill(0, 0, 0x80);
// No letter or mark of Vietnamese beyond windows-1252 lies outside these.
for (const code of [0x102, 0x103, 0x110, 0x111, 0x128, 0x129, 0x168, 0x169]) mark(code);
for (const code of [0x1a0, 0x1a1, 0x1af, 0x1b0]) mark(code);
for (let code = 0x1ea0; code <= 0x1ef9; code++) mark(code);
for (const code of [0x300, 0x301, 0x303, 0x309, 0x323, 0x340, 0x341]) mark(code);
for (const code of [0x302, 0x306, 0x31b]) mark(code);
for (let code = 0x300; code <= 0x36f; code++) KINDS[code]! |= SEEN.composable;
for (let code = 0x370; code < 0x10000; code++) KINDS[code]! |= SEEN.composable;
for (let code = 0x1ea0; code <= 0x1ef9; code++) KINDS[code]! &= ~SEEN.composable;
for (let code = 0x2010; code <= 0x2027; code++) KINDS[code]! &= ~SEEN.composable;
for (let code = 0xc0; code <= 0x24f; code++) if (code !== 0xd7 && code !== 0xf7) letter(code);
for (let code = 0x1e00; code <= 0x1eff; code++) letter(code);
for (const code of [0xd0, 0xf0, 0x189, 0x256]) KINDS[code]! |= SEEN.eth;
for (const code of [0xa0, 0xad, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000, 0xfeff]) unclean(code);
for (let code = 0x2000; code <= 0x200f; code++) unclean(code);
for (let code = 0x202a; code <= 0x202e; code++) unclean(code);
for (let code = 0x2060; code <= 0x206f; code++) unclean(code);

function mark(code: number): void {
  KINDS[code]! |= SEEN.vietnamese;
}

function letter(code: number): void {
  KINDS[code]! |= SEEN.letter;
  const char = String.fromCharCode(code);
  if (char.normalize('NFD') !== char) KINDS[code]! |= SEEN.composed;
}

function unclean(code: number): void {
  KINDS[code]! |= SEEN.unclean;
}

/** The bits of `SEEN` that a text holds. One pass, no allocation. */
export function scan(text: string): number {
  let seen = 0;
  for (let at = 0; at < text.length; at++) seen |= KINDS[text.charCodeAt(at)]!;
  return seen;
}
