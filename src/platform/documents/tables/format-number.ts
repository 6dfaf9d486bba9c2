/** A piece of a number format: a digit place ('0', '#', '?') or letters that stand as they are. */
export type Place = { readonly digit: '0' | '#' | '?' } | { readonly text: string };

export interface NumberSection {
  readonly whole: readonly Place[];
  readonly decimals: readonly Place[];
  readonly tail: readonly Place[];
  readonly point: boolean;
  readonly thousands: boolean;
  /** Times a hundred for each '%', by a thousand less for each comma behind the last digit. */
  readonly percents: number;
  readonly scale: number;
  /** Digit places of the exponent, and whether a plus is shown; null without one. */
  readonly exponent: { readonly places: number; readonly plus: boolean } | null;
}

type Digit = Extract<Place, { digit: string }>;

const isDigit = (place: Place): place is Digit => 'digit' in place;
const countDigits = (places: readonly Place[]): number => places.filter(isDigit).length;

/** Excel computes and shows 15 digits: 0.1 + 0.2 is 0.3 there. */
export function fifteenDigits(value: number): number {
  return Number.isSafeInteger(value) && Math.abs(value) < 1e15
    ? value
    : Number(value.toPrecision(15));
}

/** As the formula bar shows a number: all digits, no grouping, an exponent from 1e21 and below 1e-6. */
export function showGeneral(value: number): string {
  const shown = fifteenDigits(value);
  const text = String(shown === 0 ? 0 : shown);
  return text.includes('e') ? text.replace('e', 'E') : text;
}

/** A value of either sign by one section; the minus is the caller's. */
export function showNumber(section: NumberSection, value: number): string {
  if (section.exponent !== null) return scientific(section, value);
  const scaled = Math.abs(value) * 100 ** section.percents;
  const places = countDigits(section.decimals);
  const [whole, fraction] = fixed(fifteenDigits(scaled / 1000 ** section.scale), places);
  return dressed(section, whole, fraction);
}

function dressed(section: NumberSection, whole: string, fraction: string): string {
  const front = placeWhole(section, whole);
  const point = section.point ? '.' : '';
  return front + point + placeDecimals(section.decimals, fraction) + letters(section.tail);
}

/** True when nothing but zeros would be shown: a minus before them is not. */
export function roundsToZero(section: NumberSection, value: number): boolean {
  if (section.exponent !== null) return value === 0;
  const scaled = fifteenDigits((Math.abs(value) * 100 ** section.percents) / 1000 ** section.scale);
  const [whole, fraction] = fixed(scaled, countDigits(section.decimals));
  return !/[1-9]/.test(whole + fraction);
}

// Half goes away from zero on the decimal digits: 1.005 is 1.01, though its binary is below.
function fixed(value: number, places: number): [string, string] {
  if (value >= 1e21) return [BigInt(value).toString(), '0'.repeat(places)];
  const shown = String(value);
  const rounded =
    shown.includes('e') || value >= 1e15
      ? value.toFixed(Math.min(places, 100))
      : decimalRound(shown, places);
  const [whole = '0', fraction = ''] = rounded.split('.');
  return [whole === '0' ? '' : whole, fraction.padEnd(places, '0')];
}

function decimalRound(shown: string, places: number): string {
  const [whole = '0', fraction = ''] = shown.split('.');
  if (fraction.length <= places) return shown;
  const kept = whole + fraction.slice(0, places);
  const up = (fraction[places] ?? '0') >= '5' ? 1n : 0n;
  const digits = (BigInt(kept) + up).toString().padStart(places + 1, '0');
  const cut = digits.length - places;
  return `${digits.slice(0, cut)}.${digits.slice(cut)}`;
}

function placeWhole(section: NumberSection, whole: string): string {
  const { whole: places } = section;
  let left = whole.length;
  let shown = 0;
  let text = '';
  let remaining = countDigits(places);
  const put = (digit: string): void => {
    text = (section.thousands && shown > 0 && shown % 3 === 0 ? `${digit},` : digit) + text;
    shown++;
  };
  for (let at = places.length - 1; at >= 0; at--) {
    const place = places[at]!;
    if (!isDigit(place)) {
      text = place.text + text;
      continue;
    }
    remaining--;
    if (left > 0) put(whole[--left]!);
    else if (place.digit === '0') put('0');
    else if (place.digit === '?') text = ` ${text}`;
    while (remaining === 0 && left > 0) put(whole[--left]!);
  }
  while (left > 0) put(whole[--left]!);
  return text;
}

function placeDecimals(places: readonly Place[], fraction: string): string {
  let text = '';
  let at = 0;
  const rest = fraction.replace(/0+$/, '').length;
  for (const place of places) {
    if (!isDigit(place)) {
      text += place.text;
      continue;
    }
    if (at < rest || place.digit === '0') text += fraction[at] ?? '0';
    else if (place.digit === '?') text += ' ';
    at++;
  }
  return text;
}

function letters(places: readonly Place[]): string {
  return places.map((place) => (isDigit(place) ? '' : place.text)).join('');
}

function scientific(section: NumberSection, value: number): string {
  const step = Math.max(1, countDigits(section.whole));
  const places = countDigits(section.decimals);
  const magnitude = Math.abs(value);
  let power = magnitude === 0 ? 0 : Math.floor(Math.log10(magnitude) + 1e-12);
  power -= ((power % step) + step) % step;
  let parts = fixed(fifteenDigits(magnitude / 10 ** power), places);
  if (parts[0].length > step) {
    power += step;
    parts = fixed(fifteenDigits(magnitude / 10 ** power), places);
  }
  const exponent = section.exponent ?? { places: 2, plus: true };
  const sign = power < 0 ? '-' : exponent.plus ? '+' : '';
  const front = dressed({ ...section, tail: [] }, parts[0] === '' ? '0' : parts[0], parts[1]);
  const digits = String(Math.abs(power)).padStart(exponent.places, '0');
  return `${front}E${sign}${digits}${letters(section.tail)}`;
}
