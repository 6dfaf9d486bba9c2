import { isKnownFamilyName } from './family-names.ts';
import { takeTitles } from './titles.ts';

/** A name as it is kept. What a person does not have is the empty text. */
export interface NameParts {
  readonly family: string;
  readonly middle: string;
  readonly given: string;
}

export interface SplitName extends NameParts {
  /** Codes of the degrees and forms of address before the name, in order: 'PGS', 'TS', 'ông'. */
  readonly titles: string[];
}

/**
 * Splits a name as written in one field: titles taken off the front, then the first word is the
 * family name, the last the given name, all between the middle name. One word is a given name. A
 * guess for people whose names are built otherwise (Tôn Nữ …, Y Moan Ênuôl, foreigners): the
 * explicit fields overrule it. NFC, white space collapsed.
 */
export function splitName(text: string): SplitName {
  const { titles, rest } = takeTitles(tidy(text), isKnownFamilyName);
  const words = rest.split(' ').filter((word) => word !== '');
  const given = words.pop() ?? '';
  const family = words.shift() ?? '';
  return { family, middle: words.join(' '), given, titles };
}

/** 'Nguyễn Văn A': family, middle, given, those that there are. */
export function joinName(name: NameParts): string {
  return [name.family, name.middle, name.given].filter((part) => part !== '').join(' ');
}

/**
 * 'NGUYỄN VĂN A' and 'nguyễn văn a' become 'Nguyễn Văn A'; a name with both kinds of letters is
 * left as it is. For names without titles (use `splitName` first).
 */
export function capitalizeName(text: string): string {
  const name = tidy(text);
  const lower = name.toLocaleLowerCase('vi');
  if (name !== lower && name !== name.toLocaleUpperCase('vi')) return name;
  return lower.replace(/\p{L}[\p{L}\p{M}]*/gu, (word) => {
    return word.charAt(0).toLocaleUpperCase('vi') + word.slice(1);
  });
}

function tidy(text: string): string {
  return text
    .replace(/\p{Cf}/gu, '')
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .replace(/[\s,;]+$/, '')
    .trim();
}
