import { wordWeight } from './common.ts';

/**
 * 'found': not decoded. 'doubtful' and 'likely': decoded, by a table under which other words of
 * Unicode (Niê) easily become nonsense, or hardly.
 */
export type ReadingMode = 'found' | 'doubtful' | 'likely';

const SOFT_HYPHEN = /\u00ad/g;
const EDGES = /^[^\p{L}]+|[^\p{L}]+$/gu;
const ASCII = /^[A-Za-z]*$/;
const VOWEL = /^[aeiouyàáâãèéêìíòóôõùúýăĩũơưạ-ỹ]$/;
const CASED = /^(?:\p{Lu}?[\p{Ll}ªº]*|\p{Lu}+)$/u;

/**
 * How well a word reads: one that rosters use 3, another syllable 2, a single vowel ½, what is no
 * Vietnamese syllable 0 (−½ when 'doubtful'), symbols or capitals inside a word −2.
 */
export function wordPoints(word: string, mode: ReadingMode): number {
  return mode === 'found' ? pointsOf(word.replace(SOFT_HYPHEN, ''), mode) : pointsOf(word, mode);
}

function pointsOf(word: string, mode: ReadingMode): number {
  const core = word.replace(EDGES, '');
  if (core === '') return 0;
  if (core !== word) return ASCII.test(core) || mode !== 'found' ? -1 : pointsOf(core, mode) - 1;
  if (ASCII.test(core)) return 0;
  const lower = core.toLowerCase();
  const weight = wordWeight(lower);
  if (core.length === 1) return VOWEL.test(lower) ? (weight === 3 ? 1 : 0.5) : 0;
  if (!CASED.test(core)) return weight > 0 ? 0.5 : -2;
  if (weight > 0) return weight;
  if (mode === 'found') return /[ªºµ]/.test(core) ? -1 : 0;
  if (lower.endsWith('đ')) return -2;
  return mode === 'likely' ? 0 : -0.5;
}

/** True for what a word is made of in any encoding: letters, and the symbols that TCVN3 draws as letters. */
export function isWordCode(code: number): boolean {
  if (code < 0x80) return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
  return code > 0xa0 && !(code >= 0x2000 && code <= 0x206f);
}
