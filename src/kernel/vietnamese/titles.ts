import { matchKey } from './fold.ts';

export interface TakenTitles {
  readonly titles: string[];
  readonly rest: string;
}

/** Written forms by code; matched without case, dots or spaces, i and y alike. */
export const TITLES: Readonly<Record<string, readonly string[]>> = {
  GS: ['GS', 'giáo sư'],
  PGS: ['PGS', 'phó giáo sư'],
  VS: ['VS', 'viện sĩ'],
  TSKH: ['TSKH', 'tiến sĩ khoa học'],
  TS: ['TS', 'tiến sĩ'],
  ThS: ['ThS', 'thạc sĩ'],
  NCS: ['NCS', 'nghiên cứu sinh'],
  KS: ['KS', 'kỹ sư'],
  KTS: ['KTS', 'kiến trúc sư'],
  CN: ['CN', 'cử nhân'],
  LS: ['LS', 'luật sư'],
  BS: ['BS', 'bác sĩ'],
  BSNT: ['BSNT', 'bác sĩ nội trú'],
  BSCKI: ['BSCKI', 'BSCK1', 'bác sĩ CKI', 'bác sĩ CK1', 'bác sĩ chuyên khoa I'],
  BSCKII: ['BSCKII', 'BSCK2', 'bác sĩ CKII', 'bác sĩ CK2', 'bác sĩ chuyên khoa II'],
  DS: ['DS', 'dược sĩ'],
  DSCKI: ['DSCKI', 'DSCK1'],
  DSCKII: ['DSCKII', 'DSCK2'],
  NGND: ['NGND', 'nhà giáo nhân dân'],
  NGƯT: ['NGƯT', 'nhà giáo ưu tú'],
  TTND: ['TTND', 'thầy thuốc nhân dân'],
  TTƯT: ['TTƯT', 'thầy thuốc ưu tú'],
  NSND: ['NSND', 'nghệ sĩ nhân dân'],
  NSƯT: ['NSƯT', 'nghệ sĩ ưu tú'],
  NNND: ['NNND', 'nghệ nhân nhân dân'],
  NNƯT: ['NNƯT', 'nghệ nhân ưu tú'],
  AHLĐ: ['AHLĐ', 'anh hùng lao động'],
  AHLLVTND: ['AHLLVTND', 'anh hùng lực lượng vũ trang nhân dân'],
  CVCC: ['CVCC'],
  CVC: ['CVC'],
  GVCC: ['GVCC'],
  GVC: ['GVC'],
  'đ/c': ['đ/c', 'đồng chí'],
};

const GLUED = ['GSTS', 'GSTSKH', 'PGSTS', 'PGSTSKH', 'GSVS', 'GSVSTSKH', 'GSVSTS'];

// Each is also a word that may begin a name.
const ADDRESS = ['ông', 'bà', 'anh', 'chị', 'em', 'cháu', 'cụ', 'cô', 'thầy'];

const CODES = new Map<string, readonly string[]>();
for (const [code, forms] of Object.entries(TITLES)) {
  for (const form of forms) CODES.set(squash(form), [code]);
}
for (const word of GLUED) CODES.set(squash(word), word.match(/PGS|GS|VS|TSKH|TS/g)!);

const MOST_PIECES = 8;
const SEPARATORS = '[\\s.,;:/&–-]';
const PIECE = /[^\s.,;:/&–-]+/gu;
const LEADING = new RegExp(`^${SEPARATORS}+`, 'u');

/**
 * Takes degrees, honours and forms of address off the front of a name. Never takes all of it: text
 * that is nothing but a title stays as the name. `isFamily` decides where a word could be either.
 */
export function takeTitles(text: string, isFamily: (word: string) => boolean): TakenTitles {
  const titles: string[] = [];
  let rest = text;
  for (;;) {
    const taken = takeDegree(rest, isFamily) ?? takeAddress(rest, isFamily);
    if (taken === null) return { titles, rest };
    titles.push(...taken.titles);
    rest = taken.rest;
  }
}

function takeDegree(text: string, isFamily: (word: string) => boolean): TakenTitles | null {
  const pieces = [...text.matchAll(PIECE)].slice(0, MOST_PIECES);
  for (let count = pieces.length; count > 0; count--) {
    const words = pieces.slice(0, count).map((piece) => piece[0]);
    const codes = CODES.get(squash(words.join(' ')));
    if (codes === undefined) continue;
    const last = pieces[count - 1]!;
    const rest = text.slice(last.index + last[0].length).replace(LEADING, '');
    if (rest === '') continue;
    // 'T.S. Eliot', 'V.S. Naipaul': letters apart are initials unless a Vietnamese name follows.
    const initials = words.length > 1 && words.every((word) => word.length === 1);
    if (initials && codes[0] !== 'đ/c' && !isFamily(firstWord(rest))) continue;
    return { titles: [...codes], rest };
  }
  return null;
}

function takeAddress(text: string, isFamily: (word: string) => boolean): TakenTitles | null {
  const first = firstWord(text);
  const word = first.toLocaleLowerCase('vi');
  if (!ADDRESS.includes(word)) return null;
  const after = text.slice(first.length);
  const rest = after.replace(LEADING, '');
  if (rest === '') return null;
  const marked = /^\s?[:./]/.test(after);
  const small = first === word && text !== text.toLocaleLowerCase('vi');
  const next = firstWord(rest);
  const nameFollows = rest.includes(' ') && (isFamily(next) || isTitle(next));
  return marked || small || nameFollows ? { titles: [word], rest } : null;
}

function isTitle(word: string): boolean {
  return CODES.has(squash(word)) || ADDRESS.includes(word.toLocaleLowerCase('vi'));
}

function firstWord(text: string): string {
  return text.match(PIECE)?.[0] ?? '';
}

function squash(text: string): string {
  return matchKey(text).replaceAll(' ', '');
}
