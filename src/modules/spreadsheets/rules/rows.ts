import { foldForSearch } from '../../../kernel/vietnamese/fold.ts';
import {
  placeAndDay,
  plainSections,
  plainSignatures,
  plainTitles,
  plainTotals,
  sectionCount,
  sectionNumber,
  sectionWords,
  signatureWords,
  titleWords,
  totalWords,
} from '../vi/row-words.ts';
import { branchStarts, societyName } from '../vi/value-words.ts';
import { cleanText, remembered } from './cell.ts';

/** What the first words of a row say that it is, if not a member. */
export type Opening = 'total' | 'signature' | 'title' | 'section';

interface Start {
  readonly words: string;
  readonly means: Opening;
}

const exact: readonly Start[] = [
  ...totalWords.map((words): Start => ({ words, means: 'total' })),
  ...signatureWords.map((words): Start => ({ words, means: 'signature' })),
  ...titleWords.map((words): Start => ({ words, means: 'title' })),
  ...sectionWords.map((words): Start => ({ words, means: 'section' })),
].sort((a, b) => b.words.length - a.words.length);

const plain: readonly Start[] = [
  ...plainTotals.map((words): Start => ({ words, means: 'total' })),
  ...plainSignatures.map((words): Start => ({ words, means: 'signature' })),
  ...plainTitles.map((words): Start => ({ words, means: 'title' })),
  ...plainSections.map((words): Start => ({ words, means: 'section' })),
];

const firstWord = (text: string): string => /^[\p{L}\p{M}]+/u.exec(text)?.[0] ?? '';
const firstWords = new Set([...exact, ...plain].map(({ words }) => firstWord(words)));

const opens = remembered((word) => {
  const small = word.toLocaleLowerCase('vi');
  const letters = firstWord(small);
  // A numeral or a sign may stand before the word.
  return letters !== small || letters.length < 2 || firstWords.has(letters);
});

/** False for most names, quickly: no words of `openingOf` begin like that. */
export function mayOpen(text: string): boolean {
  const at = text.indexOf(' ');
  return opens(at < 0 ? text : text.slice(0, at));
}

/** What the text of a cell announces; null for what could be a name or a value. */
export function openingOf(text: string): Opening | null {
  if (placeAndDay.test(text)) return 'signature';
  const bare = text.replace(sectionNumber, '');
  const small = bare.toLocaleLowerCase('vi').replace(/^[*\s-]+/, '');
  for (const { words, means } of exact) if (begins(small, words)) return means;
  if (small.startsWith('(')) return openingOf(bare.trim().slice(1).trim());
  if (/[^\x00-\x7f]/.test(small)) return null;
  const folded = small.trim();
  for (const { words, means } of plain) if (begins(folded, words)) return means;
  return null;
}

function begins(text: string, words: string): boolean {
  if (!text.startsWith(words)) return false;
  const next = text.charAt(words.length);
  return next === '' || /[^\p{L}]$/u.test(words) || !/\p{L}/u.test(next);
}

/** 'II. Chi hội Chiềng Sinh (25 hội viên)' names 'Chi hội Chiềng Sinh'. */
export function sectionName(text: string): string {
  return text
    .replace(sectionNumber, '')
    .replace(sectionCount, '')
    .replace(/^[-–*+•\s]+|[\s:.,;–-]+$/g, '')
    .trim();
}

/**
 * The branch that a sheet is named after ('Chi hội Mường La'), or one of several sheets ('Hội Làm vườn');
 * null for 'Sheet1', 'Hội viên 2024'.
 */
export function branchOfSheet(name: string, several = false): string | null {
  const text = cleanText(name);
  const folded = foldForSearch(text);
  if (several && societyName.test(folded)) return sectionName(text);
  return branchStarts.some((start) => folded.startsWith(`${start} `)) ? sectionName(text) : null;
}

/** '(1) (2) (3)', '1 2 3', 'A B 1 2': numbers of columns, which count up cell by cell. */
export function isColumnNumbers(texts: readonly string[]): boolean {
  const filled = texts.filter((text) => text !== '');
  if (filled.length < 3) return false;
  const numbers = filled.map((text) => /^[([]?(\d{1,2})[)\]]?(?:\s*=.*)?$/.exec(text)?.[1]);
  const letters = numbers.findIndex((number) => number !== undefined);
  if (letters < 0 || letters > 2) return false;
  const before = filled.slice(0, letters).every((text) => /^\(?[A-D]\)?$/i.test(text));
  const counted = numbers.slice(letters).map(Number);
  return (
    before && counted.length > 1 && counted.every((n, at) => at === 0 || n === counted[at - 1]! + 1)
  );
}

/** Two texts of headers are the same whatever dấu, case and signs. */
export const headerKey = (text: string): string => foldForSearch(text);
