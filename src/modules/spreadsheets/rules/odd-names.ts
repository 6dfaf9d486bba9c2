import { readDegrees } from '../../../kernel/vietnamese/degrees.ts';
import { isKnownFamilyName } from '../../../kernel/vietnamese/family-names.ts';
import { splitName } from '../../../kernel/vietnamese/names.ts';
import { takeTitles } from '../../../kernel/vietnamese/titles.ts';
import {
  addressForms,
  andBetween,
  callings,
  deceased,
  familyOng,
  femaleAddress,
  genderWords,
  maleAddress,
  monkName,
} from '../vi/value-words.ts';
import { remembered } from './cell.ts';

export type NameCode =
  | 'name_no_letters'
  | 'name_two_people'
  | 'name_too_long'
  | 'name_letters_lost'
  | 'name_extra'
  | 'name_deceased'
  | 'name_many_words';

/** A name cell while it is taken apart. */
export interface NameDraft {
  text: string;
  degrees: string[];
  gender: 'male' | 'female' | null;
  year: string | null;
  extra: string[];
  codes: NameCode[];
}

const NO_DEGREES: readonly string[] = [];
/** Signs of programs and addresses, which no name holds. */
const NO_NAME = /[<>{}=@#$%^\\|]/;
const addresses = new Set(addressForms);

/** Degrees that a last word names, only such as no name ends in. */
export const degreeAtEnd = remembered((word) =>
  word.length > 1 &&
  /^(?:GS|PGS|TS|TSKH|ThS|THS|KS|KTS|CN|BS|DS|NCS|BSCKI|BSCKII|CKI|CKII)$/.test(word)
    ? readDegrees(word).codes
    : NO_DEGREES,
);

/** Takes titles, brackets, marks and numbers off a name; a code where no name is left. */
export function takeApart(typed: string): NameDraft | NameCode {
  const draft: NameDraft = {
    text: typed,
    degrees: [],
    gender: null,
    year: null,
    extra: [],
    codes: [],
  };
  takeMarks(draft);
  takeBrackets(draft);
  takeMarks(draft);
  if (!/\p{L}/u.test(draft.text)) return 'name_no_letters';
  takeCalling(draft);
  takeFront(draft);
  takeCalling(draft);
  takeBack(draft);
  if (twoPeople(draft.text)) return 'name_two_people';
  takeMarks(draft);
  if (NO_NAME.test(draft.text)) return 'name_no_letters';
  if (/[\ufffd\u25a1]|\p{L}\?|\?\p{L}/u.test(draft.text)) draft.codes.push('name_letters_lost');
  if (/\d/.test(draft.text)) takeDigits(draft);
  if (draft.extra.length > 0) {
    const dead = draft.extra.some((extra) => deceased.test(extra));
    draft.codes.push(dead ? 'name_deceased' : 'name_extra');
  }
  return draft;
}

// '12. ', '- ', '• ' before a name; '*', '(1)', '.', ' 2' behind it.
function takeMarks(draft: NameDraft): void {
  draft.text = draft.text
    .replace(/^(?:\d{1,6}\s*[.):/-]\s*|[-–+*•·=@>.,;:_'"`]+\s*)+/u, '')
    .replace(
      /(?:\s*\(\s*(?:\d{1,2}|\*+)?\s*\)|\s*[*.,;:†_"`´=+/\\-]+|\s+\d{1,3}|[\u00b9\u00b2\u00b3⁴-⁹]+)+$/u,
      '',
    )
    .trim();
}

function takeBrackets(draft: NameDraft): void {
  draft.text = draft.text
    .replace(/[([{]([^()[\]{}]*)[)\]}]?/g, (_, inside: string) => {
      note(draft, inside.trim());
      return ' ';
    })
    .replace(/[)\]}]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

// What stands beside a name: degrees, a gender, a year; anything else is told as left out.
function note(draft: NameDraft, words: string): void {
  if (words === '' || /^[\d*]{1,2}$/.test(words)) return;
  const gender = genderWords[words.toLowerCase()];
  if (gender === 'male' || gender === 'female') {
    draft.gender = gender;
    return;
  }
  const year = /^(?:\D{0,10}\s)?((?:19|20)\d{2})$/.exec(words);
  if (year && !deceased.test(words)) {
    draft.year = year[1]!;
    return;
  }
  const { codes, rest } = readDegrees(words);
  draft.degrees.push(...codes);
  if (rest !== '') draft.extra.push(codes.length > 0 ? rest : words);
}

// 'Đại tá Trần Văn Ích', 'Lương y Lò Thị Pản'
function takeCalling(draft: NameDraft): void {
  const found = callings.exec(draft.text);
  if (found === null) return;
  const rest = draft.text.slice(found[0].length);
  const [first = ''] = takeTitles(rest, isKnownFamilyName).rest.split(' ');
  if (!isKnownFamilyName(first) && first.toLocaleLowerCase('vi') !== monkName) return;
  const address = found[1] ?? '';
  draft.extra.push(found[0].slice(address.length).replace(/[\s.:,]+$/, ''));
  draft.text = address + rest;
}

function takeFront(draft: NameDraft): void {
  if (familyOng.test(draft.text)) return;
  const { titles, family, middle, given } = splitName(draft.text);
  if (titles.length === 0) {
    const doctor = /^(?:mr|mrs|ms|dr|prof)\.?\s+(?=\p{L})/iu.exec(draft.text);
    if (doctor === null) return;
    draft.text = draft.text.slice(doctor[0].length);
    if (/^mr\b/i.test(doctor[0])) draft.gender = 'male';
    else if (/^m/i.test(doctor[0])) draft.gender = 'female';
    else draft.degrees.push(/^dr/i.test(doctor[0]) ? 'TS' : 'GS');
    return;
  }
  draft.text = [family, middle, given].filter((part) => part !== '').join(' ');
  for (const title of titles) {
    if (maleAddress.includes(title)) draft.gender ??= 'male';
    else if (femaleAddress.includes(title)) draft.gender ??= 'female';
    else if (!addresses.has(title)) draft.degrees.push(title);
  }
}

// 'Nguyễn Văn A, Thạc sĩ', 'Nguyễn Văn A - ThS', 'Nguyễn Văn A ThS'
function takeBack(draft: NameDraft): void {
  const parts = draft.text.split(/\s+[-–]+\s+|\s*[,;|/]\s*/);
  const name = parts.shift() ?? '';
  const behind = parts.map((part) => part.trim()).filter((part) => part !== '');
  const known = behind.every((part) => readDegrees(part).codes.length > 0);
  const looksWhole = name.includes(' ') && behind.every((part) => !isName(part));
  if (behind.length > 0 && (known || looksWhole)) {
    for (const part of behind) note(draft, part);
    draft.text = name;
  }
  for (;;) {
    const at = draft.text.lastIndexOf(' ');
    const taken = at < 0 ? NO_DEGREES : degreeAtEnd(draft.text.slice(at + 1).replaceAll('.', ''));
    if (taken.length === 0) return;
    draft.degrees.push(...taken);
    draft.text = draft.text.slice(0, at).replace(/[\s,.;–-]+$/u, '');
  }
}

function twoPeople(text: string): boolean {
  const parts = text.split(andBetween);
  return parts.length > 1 && parts.filter(isName).length > 1;
}

function isName(text: string): boolean {
  const words = text.split(' ');
  return words.length > 1 && words.length < 7 && isKnownFamilyName(words[0]!);
}

function takeDigits(draft: NameDraft): void {
  draft.extra.push(draft.text.match(/\S*\d\S*/g)!.join(' '));
  draft.text = draft.text
    .replace(/\S*\d\S*/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
