const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'];
const GROUPS = ['', ' nghìn', ' triệu'];
const BILLION = 1_000_000_000n;

/**
 * A whole number in words, northern standard (linh, mốt, tư, lăm, nghìn, tỷ). Groups of three zeros
 * are left out: 1.000.005 is 'một triệu không trăm linh năm'. Throws RangeError for a fraction.
 */
export function numberInWords(value: number | bigint): string {
  if (typeof value === 'number' && !Number.isSafeInteger(value)) {
    throw new RangeError(`not a whole number: ${value}`);
  }
  const whole = BigInt(value);
  if (whole === 0n) return DIGITS[0]!;
  return whole < 0n ? `âm ${positive(-whole)}` : positive(whole);
}

/** For a line "Bằng chữ": 'Mười hai triệu năm trăm nghìn đồng'. */
export function moneyInWords(dong: bigint): string {
  const words = `${numberInWords(dong)} đồng`;
  return words.charAt(0).toLocaleUpperCase('vi') + words.slice(1);
}

function positive(value: bigint): string {
  const billions = value / BILLION;
  const rest = Number(value % BILLION);
  const parts: string[] = [];
  if (billions > 0n) parts.push(`${positive(billions)} tỷ`);
  for (let group = 2; group >= 0; group--) {
    const hundreds = Math.floor(rest / 1000 ** group) % 1000;
    if (hundreds === 0) continue;
    parts.push(threeDigits(hundreds, parts.length > 0) + GROUPS[group]);
  }
  return parts.join(' ');
}

// `after`: something stands before it, so that hundreds are said even when there are none.
function threeDigits(value: number, after: boolean): string {
  const hundreds = Math.floor(value / 100);
  const tens = Math.floor(value / 10) % 10;
  const ones = value % 10;
  const parts: string[] = [];
  if (hundreds > 0 || after) parts.push(`${DIGITS[hundreds]} trăm`);
  if (tens === 1) parts.push('mười');
  else if (tens > 1) parts.push(`${DIGITS[tens]} mươi`);
  else if (ones > 0 && parts.length > 0) parts.push('linh');
  if (ones > 0) parts.push(lastDigit(ones, tens));
  return parts.join(' ');
}

function lastDigit(ones: number, tens: number): string {
  if (ones === 1 && tens > 1) return 'mốt';
  if (ones === 4 && tens > 1) return 'tư';
  if (ones === 5 && tens > 0) return 'lăm';
  return DIGITS[ones]!;
}

const WORTH: ReadonlyMap<string, number> = new Map([
  ...DIGITS.map((word, value) => [word, value] as const),
  ['mốt', 1],
  ['tư', 4],
  ['lăm', 5],
  ['nhăm', 5],
  ['bẩy', 7],
]);
const SCALES: readonly (readonly [RegExp, number])[] = [
  [/^(?:tỷ|tỉ)$/, 1e9],
  [/^triệu$/, 1e6],
  [/^(?:nghìn|ngàn)$/, 1e3],
];

/**
 * The number that words say, northern or southern: 'mười hai triệu năm trăm nghìn', 'một trăm lẻ
 * năm'. Null for words that are no whole number, also when only some of them are.
 */
export function parseNumberWords(text: string): number | null {
  const words = text.normalize('NFC').toLocaleLowerCase('vi').trim().split(/\s+/);
  const value = scaled(words, 0);
  return value !== null && Number.isSafeInteger(value) ? value : null;
}

function scaled(words: readonly string[], from: number): number | null {
  if (words.length === 0) return null;
  for (let at = from; at < SCALES.length; at++) {
    const [pattern, worth] = SCALES[at]!;
    const place = words.findIndex((word) => pattern.test(word));
    if (place < 0) continue;
    const before = scaled(words.slice(0, place), at + 1);
    const rest = words.slice(place + 1);
    const after = rest.length === 0 ? 0 : scaled(rest, at + 1);
    return before === null || after === null || after >= worth ? null : before * worth + after;
  }
  return hundreds(words);
}

function hundreds(words: readonly string[]): number | null {
  if (words[1] !== 'trăm') return tens(words);
  const value = WORTH.get(words[0]!);
  if (value === undefined) return null;
  if (words.length === 2) return value * 100;
  const rest = /^(?:linh|lẻ)$/.test(words[2]!) ? unit(words.slice(3)) : tens(words.slice(2));
  return rest === null ? null : value * 100 + rest;
}

function tens(words: readonly string[]): number | null {
  const ten = words[0] === 'mười' ? 10 : words[1] === 'mươi' ? (WORTH.get(words[0]!) ?? 0) * 10 : 0;
  if (ten === 0) return unit(words);
  const rest = words.slice(ten === 10 ? 1 : 2);
  if (rest.length === 0) return ten;
  const value = unit(rest);
  return value === null || value === 0 ? null : ten + value;
}

function unit(words: readonly string[]): number | null {
  return words.length === 1 ? (WORTH.get(words[0]!) ?? null) : null;
}
