import { foldForSearch, matchKey } from '../../../kernel/vietnamese/fold.ts';
import { cleanName } from './names.ts';

/** What somebody typed to find a person, in the forms in which names are compared with it. */
export interface SoughtName {
  /** Folded words, each the beginning of a word of the name. */
  readonly words: readonly string[];
  /** The folded words as they follow each other. */
  readonly folded: string;
  /** Typed with marks of its own: then names with the very same ones are told from the others. */
  readonly marked: boolean;
  /** In lower case with the tone at either place: 'hoà' and 'hòa'. */
  readonly exact: readonly string[];
}

const mostWords = 8;

/** Null when nothing was typed; signs alone are in no name. */
export function soughtName(typed: string): SoughtName | null {
  if (cleanName(typed) === '') return null;
  // Folded names hold no sign: '-' finds nobody.
  const folded = foldForSearch(cleanName(typed)).slice(0, 120).trim() || '-';
  const lower = cleanName(typed).toLocaleLowerCase('vi').slice(0, 120);
  const late = lower.split(' ').map(lateTone).join(' ');
  const early = lower.split(' ').map(earlyTone).join(' ');
  return {
    words: [...new Set(folded.split(' '))].slice(0, mostWords),
    folded,
    marked: matchKey(lower) !== folded,
    exact: [...new Set([lower, late, early])],
  };
}

/**
 * The digits of a citizen ID where nothing else was typed: nine or twelve, perhaps in groups; else null.
 * A number that no citizen has is one as well, so that nothing is told about which there are.
 */
export function soughtNumber(typed: string): string | null {
  const digits = typed
    .normalize('NFKC')
    .trim()
    .slice(0, 40)
    .replace(/[\s.-]/g, '');
  return /^(\d{9}|\d{12})$/.test(digits) ? digits : null;
}

const TONE = /[\u0300\u0301\u0303\u0309\u0323]/u;
const OPEN = /^(.*[^q]|)(oa|oe|uy)$/u;

// 'hòa' becomes 'hoà': the tone stands on the last vowel.
function lateTone(word: string): string {
  return moved(word, (start, rhyme, tone) => start + rhyme + tone);
}

function earlyTone(word: string): string {
  return moved(word, (start, rhyme, tone) => start + rhyme.charAt(0) + tone + rhyme.slice(1));
}

function moved(word: string, put: (start: string, rhyme: string, tone: string) => string): string {
  const parts = word.normalize('NFD');
  const tone = TONE.exec(parts)?.[0];
  if (tone === undefined) return word;
  const match = OPEN.exec(parts.replace(TONE, ''));
  return match === null ? word : put(match[1]!, match[2]!, tone).normalize('NFC');
}
