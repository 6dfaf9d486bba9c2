import { kindsOfPlace } from '../vi/index.ts';

/**
 * The symbol of an organisation's reports: 'BC-LHHSL' of the union of Sơn La. Words in capitals stay as
 * they are; of the others the first letter counts, and what kind of place it is does not.
 */
export function reportSymbol(shortName: string, type = 'BC'): string {
  const initials = shortName
    .normalize('NFC')
    .replace(kindsOfPlace, ' ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => (isAbbreviation(word) ? word : word.slice(0, 1)))
    .map(plainCapitals)
    .join('')
    .slice(0, 20);
  return initials === '' ? type : `${type}-${initials}`;
}

const isAbbreviation = (word: string): boolean =>
  word.length > 1 && word === word.toLocaleUpperCase('vi') && word !== word.toLocaleLowerCase('vi');

// Marks go, the letter đ stays: it is a letter of its own.
const plainCapitals = (text: string): string =>
  text.toLocaleUpperCase('vi').normalize('NFD').replace(/\p{M}/gu, '');

/** A symbol as it is printed after the number: letters, digits, strokes, points and slashes. */
export const symbolPattern = /^[\p{L}\p{N}]+([./-][\p{L}\p{N}]+)*$/u;

/** '05/BC-LHHSL': numbers under 10 have two digits. */
export function fullNumber(number: number, symbol: string): string {
  return `${String(number).padStart(2, '0')}/${symbol}`;
}
