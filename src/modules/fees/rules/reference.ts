// The words that a payer writes with a transfer: "HP26 7K3M9Q". HP, the year, five characters that stand
// for a number, one that checks the rest. Banks put signs, spaces and other words around it, drop spaces,
// change case: it is found all the same.

// Crockford's: what could be taken for 0, 1 or V is not in it.
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const BITS = 25;
const SIZE = 2 ** BITS;
/** The largest number that a reference can stand for; the smallest is 1. */
export const largestNumber = SIZE - 1;

// Neighbouring numbers get references that do not look alike. Odd, so that every number has its own.
const FACTOR = 22_695_477;
const INVERSE = inverseOf(FACTOR);

/** What a reference stands for: the year (four digits) and a number of that year. */
export interface Reference {
  readonly year: number;
  readonly number: number;
}

/** 'HP26 7K3M9Q'. */
export function writeReference({ year, number }: Reference): string {
  const body = letters((number * FACTOR) % SIZE);
  const prefix = `HP${String(year % 100).padStart(2, '0')}`;
  return `${prefix} ${body}${check(prefix.slice(2) + body)}`;
}

/**
 * All references in a text, each once, in their order. A year of two digits is one of this century.
 * Whatever stands between the characters is left out; O is read as 0, I and L as 1.
 */
export function findReferences(text: string): readonly Reference[] {
  const signs = plain(text);
  const found: Reference[] = [];
  for (let at = signs.indexOf('HP'); at >= 0; at = signs.indexOf('HP', at + 1)) {
    const one = readAt(signs, at + 2);
    if (one !== null && !found.some((f) => f.year === one.year && f.number === one.number))
      found.push(one);
  }
  return found;
}

/** The one reference that a text is, also without its 'HP' and year when `year` is given; else null. */
export function parseReference(text: string, year?: number): Reference | null {
  const signs = plain(text);
  if (signs.length === 10 && signs.startsWith('HP')) return readAt(signs, 2);
  if (signs.length !== 6 || year === undefined) return null;
  return readAt(String(year % 100).padStart(2, '0') + signs, 0);
}

function readAt(signs: string, at: number): Reference | null {
  const digits = signs.slice(at, at + 2);
  const body = signs.slice(at + 2, at + 7);
  if (!/^\d\d$/.test(digits) || body.length < 5) return null;
  if ([...body].some((sign) => !ALPHABET.includes(sign))) return null;
  if (check(digits + body) !== signs[at + 7]) return null;
  const number = Number((BigInt(bodyValue(body)) * BigInt(INVERSE)) % BigInt(SIZE));
  return number === 0 ? null : { year: 2000 + Number(digits), number };
}

function plain(text: string): string {
  return text
    .normalize('NFKD')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
}

function letters(value: number): string {
  let rest = value;
  let text = '';
  for (let i = 0; i < 5; i++) {
    text = ALPHABET[rest % 32] + text;
    rest = Math.floor(rest / 32);
  }
  return text;
}

function bodyValue(body: string): number {
  return [...body].reduce((value, sign) => value * 32 + ALPHABET.indexOf(sign), 0);
}

// A polynomial over the field of 32 elements: any one character that is wrong, and any two that
// changed places, give another check character.
function check(text: string): string {
  let sum = 0;
  for (const sign of text) sum = twice(sum) ^ ALPHABET.indexOf(sign);
  return ALPHABET[twice(sum)] ?? '';
}

const twice = (value: number): number => (value & 16 ? (value << 1) ^ 0b100101 : value << 1);

function inverseOf(odd: number): number {
  let inverse = 1n;
  // Newton's step doubles the number of right bits each time.
  for (let i = 0; i < 6; i++) inverse = (inverse * (2n - BigInt(odd) * inverse)) % BigInt(SIZE);
  return Number(((inverse % BigInt(SIZE)) + BigInt(SIZE)) % BigInt(SIZE));
}
