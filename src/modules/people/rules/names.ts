import { foldForSearch } from '../../../kernel/vietnamese/fold.ts';
import { joinName, type NameParts } from '../../../kernel/vietnamese/names.ts';

// Eth, African D and retroflex d stand in old files where the Vietnamese letter should be.
const ETH = /[\u00d0\u0189]/g;
const SMALL_ETH = /[\u00f0\u0256]/g;

/** A part of a name as it is stored: NFC, one space, look-alikes of the Vietnamese letters replaced. */
export function cleanName(text: string): string {
  return text
    .replace(ETH, '\u0110')
    .replace(SMALL_ETH, '\u0111')
    .replace(/\p{Cf}/gu, '')
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The three parts as they are stored. */
export function cleanNameParts(name: NameParts): NameParts {
  return {
    family: cleanName(name.family),
    middle: cleanName(name.middle),
    given: cleanName(name.given),
  };
}

/** The folded full name that `person.search` holds. */
export function searchOf(name: NameParts): string {
  return foldForSearch(joinName(name));
}
