import { foldForSearch } from '../../../kernel/vietnamese/fold.ts';
import { and, titleHeads } from '../vi/value-words.ts';
import { remembered } from './cell.ts';
import { lettersOf, NAME, nameCase } from './name-case.ts';
import { degreeAtEnd, type NameCode, takeApart } from './odd-names.ts';

export interface NameReading {
  readonly family: string;
  readonly middle: string;
  readonly given: string;
  readonly degrees: readonly string[];
  /** From a form of address or a word in brackets. */
  readonly gender: 'male' | 'female' | null;
  /** A year of birth in brackets: 'Nguyễn Văn A (1968)'. */
  readonly year: string | null;
  readonly codes: readonly NameCode[];
  /** What was left out of the name. */
  readonly extra: string;
}

const NO_DEGREES: readonly string[] = [];
const NO_CODES: readonly NameCode[] = [];
const LONGEST = { family: 60, middle: 80, given: 60 };
const heads = new Set(titleHeads);
const mayBeTitle = remembered((word) => heads.has(foldForSearch(word)));
const LOOSE_HYPHEN = /(?:^|\s)-|-(?:\s|$)/;

/** A clean text of one name cell. `toned`: see `nameCase`. */
export function readName(text: string, toned: boolean): NameReading {
  const letters = lettersOf(text);
  const loose = letters & NAME.hyphen && LOOSE_HYPHEN.test(text);
  if (!(letters & NAME.other) && !loose && !text.includes(and)) {
    const at = text.indexOf(' ');
    if (at < 0) return split(nameCase(text, letters, toned));
    const last = text.lastIndexOf(' ');
    const simple = !mayBeTitle(text.slice(0, at)) && degreeAtEnd(text.slice(last + 1)).length === 0;
    if (simple) return split(nameCase(text, letters, toned));
  }
  return readOddName(text, toned);
}

function split(name: string): NameReading {
  const first = name.indexOf(' ');
  const last = name.lastIndexOf(' ');
  const family = first < 0 ? '' : name.slice(0, first);
  const middle = last > first ? name.slice(first + 1, last) : '';
  const given = name.slice(last + 1);
  const codes = codesOf(name, family, middle, given);
  return { family, middle, given, degrees: NO_DEGREES, gender: null, year: null, codes, extra: '' };
}

function codesOf(name: string, family: string, middle: string, given: string): readonly NameCode[] {
  if (name.length < 40) return NO_CODES;
  const tooLong =
    family.length > LONGEST.family ||
    middle.length > LONGEST.middle ||
    given.length > LONGEST.given;
  if (tooLong) return ['name_too_long'];
  return name.split(' ').length > 8 ? ['name_many_words'] : NO_CODES;
}

function readOddName(typed: string, toned: boolean): NameReading {
  const apart = takeApart(typed);
  if (typeof apart === 'string') return unread(apart, typed);
  const name = split(nameCase(apart.text, lettersOf(apart.text), toned));
  return {
    ...name,
    degrees: apart.degrees,
    gender: apart.gender,
    year: apart.year,
    codes: [...name.codes, ...apart.codes],
    extra: apart.extra.join('; '),
  };
}

function unread(code: NameCode, extra: string): NameReading {
  const nobody = { family: '', middle: '', given: '', degrees: [], gender: null, year: null };
  return { ...nobody, codes: [code], extra };
}
