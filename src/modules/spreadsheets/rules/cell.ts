/** A cell as the rules need it; the cells of read tables have this shape. */
export interface CellLike {
  readonly text: string;
  readonly kind: 'empty' | 'text' | 'number' | 'boolean' | 'day' | 'error';
  /** ISO day of a date cell. */
  readonly day?: string;
  readonly number?: number;
  readonly font?: string;
  readonly runs?: readonly { readonly text: string; readonly font?: string }[];
}

export interface RowLike {
  /** As Excel counts, from 1. */
  readonly number: number;
  readonly cells: readonly (CellLike | undefined)[];
}

/** Rows counted from 1, columns from 0. */
export interface MergeLike {
  readonly from: { readonly row: number; readonly column: number };
  readonly to: { readonly row: number; readonly column: number };
}

/** 0 is 'A', 26 is 'AA'. */
export function letterOf(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : letterOf(Math.floor(index / 26) - 1) + last;
}

const PLAIN = 0;
const SPACE = 1;
const DIRTY = 2;

// What a text may hold and stay as it is: one pass tells most cells of a clean file from the others.
const KINDS = new Uint8Array(0x10000).fill(DIRTY);
KINDS.fill(PLAIN, 0x21, 0x7f);
KINDS[0x20] = SPACE;
KINDS.fill(PLAIN, 0xa1, 0x300);
for (const code of [0xad, 0xd0, 0xf0, 0x189, 0x256]) KINDS[code] = DIRTY;
KINDS.fill(PLAIN, 0x1ea0, 0x1efa);
KINDS.fill(PLAIN, 0x2010, 0x2028);

/** NFC, eth as the Vietnamese letter, no invisible characters, single spaces. */
export function cleanText(text: string): string {
  let before = SPACE;
  for (let at = 0; at < text.length; at++) {
    const kind = KINDS[text.charCodeAt(at)]!;
    if (kind === DIRTY || (kind === SPACE && before === SPACE)) return scrub(text);
    before = kind;
  }
  return before === SPACE && text !== '' ? scrub(text) : text;
}

function scrub(text: string): string {
  return text
    .replace(/[\s\u0085]+/gu, ' ')
    .replace(/[\p{Cf}\p{Cc}]/gu, '')
    .normalize('NFC')
    .replace(/[\u00d0\u0189]/g, '\u0110')
    .replace(/[\u00f0\u0256]/g, '\u0111')
    .replace(/ {2,}/g, ' ')
    .trim();
}

const ERROR =
  /^#(?:REF!|N\/A|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|SPILL!|CALC!|BLOCKED!|FIELD!|BUSY!)$/i;
const HASHES = /^#{2,}$/;

/** Codes of issues of a cell that holds no value at all; null for others. */
export function faultOf(cell: CellLike): 'formula_error' | 'value_hidden' | null {
  if (cell.kind === 'error') return 'formula_error';
  if (cell.text.charCodeAt(0) !== 35) return null;
  if (ERROR.test(cell.text.trim())) return 'formula_error';
  return HASHES.test(cell.text.trim()) ? 'value_hidden' : null;
}

/** Remembers what a function made of a text; forgets all when there are too many. */
export function remembered<T>(make: (text: string) => T, most = 20_000): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    if (known.size >= most) known.clear();
    const own = ownCopy(text);
    const made = make(own);
    known.set(own, made);
    return made;
  };
}

// A text cut out of a line keeps the whole line, or a block of the file, in memory.
function ownCopy(text: string): string {
  return text.length < 13 ? text : ` ${text}`.slice(1);
}
