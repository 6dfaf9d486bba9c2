import { readDegrees } from '../../../kernel/vietnamese/degrees.ts';
import { foldForSearch } from '../../../kernel/vietnamese/fold.ts';
import {
  degreeLinks,
  genderWords,
  kindWords,
  noMarks,
  nothingWords,
  partyMember,
  schooling,
  yesMarks,
} from '../vi/value-words.ts';
import { remembered } from './cell.ts';

const nothing = new Set(nothingWords);
const yes = new Set(yesMarks);
const no = new Set(noMarks);
const links = new Set(degreeLinks);

/** 'không', '-', 'n/a', '…': a cell with something in it that says nothing. */
export const saysNothing = remembered((text) => nothing.has(foldForSearch(text)));

/** 'x', '1', '✓'. */
export const isYes = remembered((text) => yes.has(text.toLowerCase()));
export const isNo = remembered((text) => no.has(text.toLowerCase()));

/** null where the word is none of a gender. */
export const genderOf = remembered((text) => {
  const word = text.toLowerCase().replace(/[.\s]+$/, '');
  return genderWords[word] ?? null;
});

export const kindOf = remembered((text) => kindWords[foldForSearch(text)] ?? null);

export interface DegreesReading {
  readonly codes: readonly string[];
  /** 'Kinh tế' of 'Thạc sĩ Kinh tế'. */
  readonly field: string | null;
  /** Nothing of the text was understood. */
  readonly unknown: boolean;
}

/** A cell of a column of degrees; schooling ('12/12', 'THPT') is no degree and no question. */
export const degreesOf = remembered((text): DegreesReading => {
  const bare = text.replace(schooling, ' ').trim();
  if (bare === '' || saysNothing(bare)) return { codes: [], field: null, unknown: false };
  const { codes, rest } = readDegrees(bare);
  if (codes.length === 0) return { codes, field: null, unknown: true };
  const words = rest.split(' ').filter((word) => word !== '');
  while (words.length > 0 && links.has(foldForSearch(words[0]!))) words.shift();
  const field = words.join(' ');
  return { codes, field: field.length > 1 ? field : null, unknown: false };
});

/** A mark in a column of party members says what it stands for. */
export const partyOf = remembered((text) => {
  if (isYes(text)) return partyMember;
  return isNo(text) || saysNothing(text) ? '' : text;
});
