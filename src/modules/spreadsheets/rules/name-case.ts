import { nameCase as capitalsBack } from '../../../kernel/vietnamese/encodings/index.ts';
import { capitalizeName } from '../../../kernel/vietnamese/names.ts';
import { remembered } from './cell.ts';

/** Bits of what the letters of a name are. */
export const NAME = { small: 1, capital: 2, other: 4, hyphen: 8 } as const;

const KINDS = new Uint8Array(0x10000).fill(NAME.other);
for (let code = 0x41; code < 0x1f00; code++) {
  const letter = String.fromCharCode(code);
  if (/\p{Ll}/u.test(letter)) KINDS[code] = NAME.small;
  else if (/\p{Lu}/u.test(letter)) KINDS[code] = NAME.capital;
  else if (/\p{L}|\p{M}/u.test(letter)) KINDS[code] = 0;
}
for (const code of [0x20, 0x27, 0x2019]) KINDS[code] = 0;
KINDS[0x2d] = NAME.hyphen;

/** Which of the `NAME` bits a name has: 'other' is anything but letters, spaces, ' and -. */
export function lettersOf(text: string): number {
  let seen = 0;
  for (let at = 0; at < text.length; at++) seen |= KINDS[text.charCodeAt(at)]!;
  return seen;
}

const proper = remembered((word) => {
  return capitalizeName(word.toLocaleLowerCase('vi'));
}, 50_000);

/** Each word with one capital: 'H'HEN NIÊ' is 'H'Hen Niê'. */
export function properCase(text: string): string {
  return text.includes(' ') ? text.split(' ').map(proper).join(' ') : proper(text);
}

/**
 * The letters of a name as they are kept. All capitals or all small become one capital a word; with
 * both kinds a name stays as typed. `toned`: the encoding has no toned capitals, so each word gets
 * its own back ('ánh' was typed 'Ánh'; in 'NGUYễN' the small letter is a capital too).
 */
export function nameCase(text: string, letters: number, toned: boolean): string {
  if ((letters & (NAME.small | NAME.capital)) !== (NAME.small | NAME.capital)) {
    return letters & (NAME.small | NAME.capital) ? properCase(text) : text;
  }
  return toned ? text.split(' ').map(tonedWord).join(' ') : text;
}

const tonedWord = remembered(capitalsBack, 50_000);
