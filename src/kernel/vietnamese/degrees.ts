import { foldForSearch, matchKey } from './fold.ts';
import { TITLES } from './titles.ts';

// What a person has learnt or was awarded, the highest first. Forms of address are no degrees.
const RANKS = [
  'VS GS PGS TSKH TS BSCKII DSCKII NCS ThS BSCKI DSCKI BSNT BS DS KTS KS LS CN ĐH CĐ TC',
  'AHLĐ AHLLVTND NGND NGƯT TTND TTƯT NSND NSƯT NNND NNƯT CVCC CVC GVCC GVC',
];

// Levels as rosters write them where the degree itself is not told, and further spellings.
const LEVELS: Readonly<Record<string, readonly string[]>> = {
  ĐH: ['đại học', 'ĐH', 'tốt nghiệp đại học', 'trình độ đại học'],
  CĐ: ['cao đẳng', 'CĐ'],
  TC: ['trung cấp', 'TC', 'trung học chuyên nghiệp', 'THCN'],
  ThS: ['cao học', 'sau đại học'],
  BSCKI: ['bác sĩ chuyên khoa 1'],
  BSCKII: ['bác sĩ chuyên khoa 2'],
  DSCKI: ['dược sĩ chuyên khoa 1'],
  DSCKII: ['dược sĩ chuyên khoa 2'],
};

const NAMES: Readonly<Record<string, string>> = {
  ĐH: 'đại học',
  CĐ: 'cao đẳng',
  TC: 'trung cấp',
  BSCKI: 'bác sĩ chuyên khoa I',
  BSCKII: 'bác sĩ chuyên khoa II',
  DSCKI: 'dược sĩ chuyên khoa I',
  DSCKII: 'dược sĩ chuyên khoa II',
  CVCC: 'chuyên viên cao cấp',
  CVC: 'chuyên viên chính',
  GVCC: 'giảng viên cao cấp',
  GVC: 'giảng viên chính',
};

/** Codes of all degrees, levels and honours that are known, the highest first: 'GS', 'TS', 'KS' … */
export const degreeCodes: readonly string[] = RANKS.join(' ').split(' ');

const rank = new Map(degreeCodes.map((code, at) => [code, at]));

/** The words of a code: 'tiến sĩ'; the code itself where it is not known. */
export function degreeName(code: string): string {
  return NAMES[code] ?? TITLES[code]?.[1] ?? code;
}

/** Known codes, each once, the highest first. */
export function sortDegrees(codes: readonly string[]): string[] {
  const known = [...new Set(codes)].filter((code) => rank.has(code));
  return known.sort((a, b) => rank.get(a)! - rank.get(b)!);
}

const squash = (text: string): string => matchKey(text).replaceAll(' ', '');

const FORMS = new Map<string, readonly string[]>();
for (const [code, forms] of [...Object.entries(TITLES), ...Object.entries(LEVELS)]) {
  if (!rank.has(code)) continue;
  for (const form of [code, degreeName(code), ...forms]) FORMS.set(squash(form), [code]);
}
// Typed without dấu, where that leaves no doubt.
const FOLDED = new Map<string, readonly string[]>();
for (const [key, codes] of FORMS) {
  const folded = foldForSearch(key);
  if (FORMS.has(folded) || folded.length < 4) continue;
  FOLDED.set(folded, FOLDED.has(folded) ? [] : codes);
}

const MOST_WORDS = 8;

/**
 * Reads a cell or a form's field of degrees: 'PGS.TS', 'Thạc sĩ, bác sĩ', 'tien si'. Codes the
 * highest first; `rest` is what was not understood ('Kinh tế' of 'Thạc sĩ Kinh tế').
 */
export function readDegrees(text: string): { readonly codes: string[]; readonly rest: string } {
  const words = text.normalize('NFC').match(/[^\s.,;:/&–()-]+/gu) ?? [];
  const codes: string[] = [];
  const rest: string[] = [];
  for (let at = 0; at < words.length; ) {
    const taken = longestForm(words, at);
    if (taken === null) rest.push(words[at++]!);
    else {
      codes.push(...taken.codes);
      at += taken.count;
    }
  }
  return { codes: sortDegrees(codes), rest: rest.join(' ') };
}

function longestForm(words: readonly string[], at: number) {
  for (let count = Math.min(MOST_WORDS, words.length - at); count > 0; count--) {
    const typed = words.slice(at, at + count).join(' ');
    const codes = FORMS.get(squash(typed)) ?? FOLDED.get(squash(typed)) ?? glued(typed);
    if (codes !== undefined && codes.length > 0) return { codes, count };
  }
  return null;
}

// 'PGSTS', 'GSTSKH'
function glued(word: string): readonly string[] | undefined {
  const upper = word.toUpperCase();
  return /^(PGS|GS|VS|TSKH|TS|BS|ThS){2,}$/i.test(upper)
    ? (upper.match(/PGS|GS|VS|TSKH|TS|BS/g) ?? []).filter((code) => rank.has(code))
    : undefined;
}
