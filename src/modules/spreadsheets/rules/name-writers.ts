import { joinName } from '../../../kernel/vietnamese/names.ts';
import { addressLead, familyOng, maleAddress } from '../vi/value-words.ts';
import type { Column, Writer } from './column.ts';
import { type Draft, type Place, say } from './draft.ts';
import { lettersOf, nameCase } from './name-case.ts';
import { type NameReading, readName } from './names.ts';

type Part = 'familyMiddle' | 'family' | 'middle' | 'given';

export function fullNameWriter(column: Column, toned: boolean): Writer {
  const addressed = column.hint === 'addressed';
  return (one, _, text) => {
    one.namePlace = column;
    one.nameText = text;
    take(one, addressed ? readAddressed(text, toned) : readName(text, toned), column);
  };
}

// In a list that says 'Ông', 'Bà' to everybody it is of no name, whatever family follows.
function readAddressed(text: string, toned: boolean): NameReading {
  const lead = addressLead.exec(text);
  if (lead === null || familyOng.test(text)) return readName(text, toned);
  const name = readName(text.slice(lead[0].length), toned);
  const gender = maleAddress.includes(lead[1]!.toLocaleLowerCase('vi')) ? 'male' : 'female';
  return { ...name, gender: name.gender ?? gender };
}

function take(one: Draft, name: NameReading, place: Place): void {
  const { values } = one;
  one.name = name;
  values.family = name.family;
  values.middle = name.middle;
  values.given = name.given;
  if (name.degrees.length > 0) values.degrees = [...new Set([...values.degrees, ...name.degrees])];
  for (const code of name.codes) {
    say(one, place, one.nameText, code, name.extra === '' ? {} : { extra: name.extra });
  }
}

/** A column of a part of the name; the parts are put together when the row is read. */
export function partNameWriter(column: Column, part: Part, toned: boolean): Writer {
  return (one, _, text) => {
    one[part] = text;
    one.hasParts = true;
    if (part === 'given' || one.namePlace === null) {
      one.namePlace = column;
      one.nameText = text;
    }
    one.toned ||= toned;
  };
}

/**
 * The name of several columns: titles may stand in the first, degrees behind the last, capitals in
 * all of them.
 */
export function assembleName(one: Draft): void {
  const place = one.namePlace!;
  const lead = [one.familyMiddle, one.family, one.middle]
    .filter((text) => text !== '')
    .map((text) => nameCase(text, lettersOf(text), one.toned))
    .join(' ');
  if (one.given === '') {
    take(one, readName(lead, one.toned), place);
    if (one.values.given !== '') say(one, place, one.nameText, 'given_missing');
    return;
  }
  const given = nameCase(one.given, lettersOf(one.given), one.toned);
  take(one, divide(one, readName(`${lead} ${given}`.trim(), one.toned)), place);
}

// The columns say where the name is divided: "Nguyễn" + "Bích Ngọc" has a given name of two words.
function divide(one: Draft, name: NameReading): NameReading {
  const words = joinName(name).split(' ');
  const own = one.given.includes(' ') ? wordsOf(joinName(readName(one.given, one.toned))) : 1;
  const last = Math.max(0, words.length - Math.max(1, own));
  const lead = words.slice(0, last);
  const family = one.family === '' ? 1 : Math.min(lead.length, wordsOf(one.family));
  return {
    ...name,
    family: lead.slice(0, family).join(' '),
    middle: lead.slice(family).join(' '),
    given: words.slice(last).join(' '),
  };
}

const wordsOf = (text: string): number => (text === '' ? 0 : text.split(' ').length);
