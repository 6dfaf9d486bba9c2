import { readDegrees } from '../../../kernel/vietnamese/degrees.ts';
import { foldForSearch } from '../../../kernel/vietnamese/fold.ts';
import {
  addressParts,
  birthGroup,
  headerWords,
  male,
  ordinalWords,
  vagueWords,
  year,
} from '../vi/header-words.ts';
import { remembered } from './cell.ts';
import type { RosterField } from './fields.ts';

export interface TitleMatch {
  readonly field: RosterField;
  /** 0..1 */
  readonly weight: number;
  /** The known words, folded. */
  readonly phrase: string;
  readonly kind?: 'address-part' | 'ordinal';
}

/** Between the rows of a header that stands in several. */
export const LEVELS = ' · ';

const fields = new Map<string, RosterField>();
for (const [field, phrases] of Object.entries(headerWords)) {
  for (const phrase of phrases) if (!fields.has(phrase)) fields.set(phrase, field as RosterField);
}
const parts = new Set(addressParts);
const ordinals = new Set(ordinalWords);
const vague = new Set(vagueWords);
const births = new Set(birthGroup);
const phrases = [...fields.keys()]
  .filter((phrase) => phrase.includes(' ') || phrase.length >= 4)
  .sort((a, b) => b.length - a.length);

/** What a header names; null for words that nobody knows. */
export const matchTitle = remembered((title): TitleMatch | null => {
  const levels = title.split(LEVELS).filter((level) => level !== '');
  const own = levels.at(-1);
  if (own === undefined) return null;
  const above = levels.slice(0, -1).join(' ');
  if (above === '') return exactTitle(own) ?? contained(own);
  return grouped(above, own);
});

/** 'PGS,TS' for a title whose last level is nothing but degrees; '' for any other. */
export function degreesNamed(title: string): string {
  const { codes, rest } = readDegrees(title.split(LEVELS).at(-1)!);
  return rest === '' ? codes.join(',') : '';
}

/** Only headers that are known as a whole. */
export function exactTitle(text: string): TitleMatch | null {
  const bare = text
    .replace(/\([^)]*\)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const small = bare
    .normalize('NFC')
    .toLocaleLowerCase('vi')
    .replace(/[.:*]+$/, '');
  if (small === male) return { field: 'male', weight: 0.8, phrase: male };
  if (small === year) return { field: 'birthYear', weight: 0.9, phrase: 'nam' };
  const key = foldForSearch(bare) || foldForSearch(text);
  const field = fields.get(key) ?? fields.get(foldForSearch(text));
  if (field !== undefined) {
    const kind = ordinals.has(key) ? { kind: 'ordinal' as const } : {};
    return { field, weight: vague.has(key) ? 0.75 : 0.97, phrase: key, ...kind };
  }
  if (parts.has(key)) return { field: 'address', weight: 0.92, phrase: key, kind: 'address-part' };
  return null;
}

function contained(text: string): TitleMatch | null {
  const folded = foldForSearch(text);
  if (folded === '' || folded.length > 120) return null;
  const key = ` ${folded} `;
  const phrase = phrases.find((known) => key.includes(` ${known} `));
  if (phrase === undefined) return null;
  const weight = 0.5 + 0.4 * Math.min(1, phrase.length / folded.length);
  const field = fields.get(phrase)!;
  return { field, weight: vague.has(phrase) ? weight - 0.2 : weight, phrase };
}

// The lower word alone may say too little: "Số" under "CCCD", "Nam" under "Năm sinh".
function grouped(above: string, own: string): TitleMatch | null {
  const group = foldForSearch(above);
  const last = exactTitle(own);
  const whole = exactTitle(`${above} ${own}`);
  if (whole !== null) return whole;
  const isBirth = group.split(' ').some((word) => births.has(word));
  if (last !== null && (last.field === 'male' || last.field === 'female')) return last;
  const upper = exactTitle(above) ?? contained(above);
  if (last?.field === 'birthYear' || last?.field === 'birthDay' || last?.field === 'birthMonth') {
    return isBirth || upper === null ? { ...last, weight: 0.97 } : { ...upper, weight: 0.9 };
  }
  if (last !== null && !vague.has(last.phrase)) return last;
  if (last?.field === 'given' || last?.field === 'family') return { ...last, weight: 0.95 };
  return upper ?? last ?? contained(own);
}
