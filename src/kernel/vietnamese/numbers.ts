import { type Decimal, roundDecimal, toDecimal } from '../decimal.ts';
import { NBSP } from './spaces.ts';

/**
 * '1.234,5'. With `decimals` rounded half away from zero to exactly so many places; without, as
 * many as the value has. Takes database numerics and bigints as they are.
 */
export function formatNumber(value: number | bigint | string, decimals?: number): string {
  const text = decimals === undefined ? toDecimal(value) : roundDecimal(value, decimals);
  const sign = text.startsWith('-') ? '-' : '';
  const [whole = '', fraction] = text.replace('-', '').split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '.');
  return sign + grouped + (fraction === undefined ? '' : `,${fraction}`);
}

/** Points in hundredths, always with two decimals, so that a column has the same: 8650 is '86,50'. */
export const formatPoints = (hundredths: number): string => formatNumber(hundredths / 100, 2);

/** '27,4 %' with a non-breaking space; the value is already in hundredths. */
export function formatPercent(value: number | string, decimals = 1): string {
  return `${formatNumber(value, decimals)}${NBSP}%`;
}

/** '12.500.000 đồng' with a non-breaking space. */
export function formatMoney(dong: bigint): string {
  return `${formatNumber(dong)}${NBSP}đồng`;
}

const SPACES = /[\s\u00a0\u2009\u202f]+/g;
const PLAIN = /^(-?)(\d+)(?:,(\d+))?$/;
const GROUPED = /^(-?)([1-9]\d{0,2}(?:([. ])\d{3})(?:\3\d{3})*)(?:,(\d+))?$/;

/**
 * A number as people type it, without loss: '1.234', '1 234,5', '12,5', '-3'. Null for everything
 * else, also where one could only guess: 'khoảng 120', '12.5', '1.23', '1,234,567', '0.123'.
 */
export function parseVietnameseDecimal(text: string): Decimal | null {
  const typed = text.trim().replace(SPACES, ' ').replace(/^[−–]/, '-');
  const plain = PLAIN.exec(typed);
  const grouped = plain ? null : GROUPED.exec(typed);
  const match = plain ?? grouped;
  if (!match) return null;
  const whole = match[2]!.replace(/[. ]/g, '').replace(/^0+(?=\d)/, '');
  const fraction = plain ? plain[3] : grouped![4];
  const value = fraction === undefined ? whole : `${whole}.${fraction}`;
  return match[1] === '-' && /[1-9]/.test(value) ? `-${value}` : value;
}

/** Like `parseVietnameseDecimal`, as a number; for points and money keep the decimal or bigint. */
export function parseVietnameseNumber(text: string): number | null {
  const decimal = parseVietnameseDecimal(text);
  if (decimal === null) return null;
  const value = Number(decimal);
  return Number.isFinite(value) ? value : null;
}

/** Whole đồng from '12.500.000', '12500000đ', '12.500.000 đồng', '… VND', '… VNĐ'; else null. */
export function parseMoney(text: string): bigint | null {
  const bare = text.normalize('NFC').replace(/\s*(đồng|đ|₫|vnđ|vnd)\.?\s*$/iu, '');
  const decimal = parseVietnameseDecimal(bare);
  return decimal === null || decimal.includes('.') ? null : BigInt(decimal);
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

/** Roman numeral of a whole number from 1 to 3999. Throws RangeError outside. */
export function toRoman(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 3999) {
    throw new RangeError(`no Roman numeral for ${value}`);
  }
  let rest = value;
  let text = '';
  for (const [worth, letters] of ROMAN) {
    for (; rest >= worth; rest -= worth) text += letters;
  }
  return text;
}

/** The value of a Roman numeral in its one correct spelling, upper case; null for anything else. */
export function parseRoman(text: string): number | null {
  let rest = text;
  let value = 0;
  for (const [worth, letters] of ROMAN) {
    for (; rest.startsWith(letters); rest = rest.slice(letters.length)) value += worth;
  }
  return rest === '' && value >= 1 && value <= 3999 && toRoman(value) === text ? value : null;
}
