import { faultOf, remembered } from './cell.ts';
import type { Column, RowSetting, Writer } from './column.ts';
import { emailWriter, phonesWriter } from './contact-writers.ts';
import { type DateReading, type DateRules, readDate } from './dates.ts';
import { type Draft, say } from './draft.ts';
import { genderByCode } from './gender-codes.ts';
import { fullNameWriter, partNameWriter } from './name-writers.ts';
import { textWriter } from './text-writer.ts';
import { degreesOf, genderOf, isNo, isYes, kindOf, saysNothing } from './words.ts';

/** Puts the value of a cell of this column into the row, or says what is wrong with it. */
export function writerOf(
  column: Column,
  setting: RowSetting,
  toned: boolean,
  columns: readonly Column[],
): Writer {
  const write = makeWriter(column, setting, toned, columns);
  return (one, cell, text) => {
    if (text === '' && cell.kind !== 'error') {
      if (column.field === 'male' || column.field === 'female') write(one, cell, text);
      return;
    }
    const fault = faultOf(cell);
    if (fault === null) write(one, cell, text);
    else say(one, column, text, fault);
  };
}

function makeWriter(
  column: Column,
  setting: RowSetting,
  toned: boolean,
  columns: readonly Column[],
): Writer {
  const order = dateSettingOf(column.hint);
  switch (column.field) {
    case 'fullName':
      return fullNameWriter(column, toned);
    case 'familyMiddle':
    case 'family':
    case 'middle':
    case 'given':
      return partNameWriter(column, column.field, toned);
    case 'gender':
      return genderWriter(column);
    case 'male':
    case 'female':
      return sexWriter(column, column.field, setting, order, columns);
    case 'birthDate':
      return birthWriter(column, setting, order);
    case 'birthDay':
    case 'birthMonth':
    case 'birthYear':
      return partWriter(column, column.field);
    case 'joined':
      return joinedWriter(column, setting, order);
    case 'phones':
      return phonesWriter(column);
    case 'email':
      return emailWriter(column);
    case 'degrees':
      return degreesWriter(column);
    case 'kind':
      return kindWriter(column);
    case 'citizenId':
      return (one, _, text) => {
        if (saysNothing(text)) return;
        one.citizenPlace = column;
        one.citizenText = text;
      };
    case 'skip':
      return () => {};
    default:
      return textWriter(column, column.field);
  }
}

type DateSetting = Pick<DateRules, 'order' | 'swap'>;

function dateSettingOf(hint: string | undefined): DateSetting {
  if (hint === 'swapped' || hint === 'swap-doubt') return { order: 'day-first', swap: hint };
  return { order: hint === 'month-first' ? 'month-first' : 'day-first' };
}

function genderWriter(column: Column): Writer {
  return (one, _, text) => {
    const gender = genderByCode(column.hint, text) ?? genderOf(text);
    if (gender !== null) one.values.gender = gender;
    else if (!saysNothing(text)) say(one, column, text, 'gender_unknown');
  };
}

/** "Nam", "Nữ": a mark, the word, or the birth date of somebody of that sex. */
function sexWriter(
  column: Column,
  sex: 'male' | 'female',
  setting: RowSetting,
  order: DateSetting,
  columns: readonly Column[],
): Writer {
  const birth = birthWriter({ ...column, field: 'birthDate' }, setting, order);
  const other = sex === 'male' ? 'female' : 'male';
  const told = columns.some(({ field }) => field === other || field === 'gender');
  const mark = (one: Draft): void => {
    one[sex] = true;
  };
  return (one, cell, text) => {
    if (text === '' || isNo(text)) {
      // In a list with a column for the one sex alone, who is not marked is of the other.
      if (!told) one.unmarked = other;
    } else if (isYes(text)) mark(one);
    else if (genderOf(text) !== null) one[genderOf(text) === 'female' ? 'female' : 'male'] = true;
    else if (cell.kind === 'day' || /\d/.test(text)) {
      mark(one);
      birth(one, cell, text);
    } else if (!saysNothing(text)) say(one, column, text, 'gender_unknown');
  };
}

function birthWriter(column: Column, setting: RowSetting, order: DateSetting): Writer {
  const rules = { ...setting, ...order, use: 'birth' as const };
  return (one, cell, text) => {
    const read = readDate(cell, text, rules);
    one.values.birthDate = read.value;
    one.birthPlace = column;
    one.birthText = text;
    if (read.code === undefined) return;
    say(one, column, text, read.code, dataOf(read));
  };
}

const dataOf = (read: DateReading): Record<string, unknown> => ({
  ...read.data,
  ...(read.year === undefined ? {} : { year: read.year }),
});

function partWriter(column: Column, field: 'birthDay' | 'birthMonth' | 'birthYear'): Writer {
  return (one, _, text) => {
    if (saysNothing(text)) return;
    one[field] = text.replace(/\.0+$/, '');
    one.hasDateParts = true;
    one.birthPlace = column;
    one.birthText = text;
  };
}

function joinedWriter(column: Column, setting: RowSetting, order: DateSetting): Writer {
  const rules = { ...setting, ...order, use: 'past' as const };
  const quick = remembered((text) => readDate({ kind: 'text', text }, text, rules));
  return (one, cell, text) => {
    const read = cell.kind === 'day' ? readDate(cell, text, rules) : quick(text);
    one.values.joined = read.value;
    one.joinedPlace = column;
    one.joinedText = text;
    if (read.code !== undefined) say(one, column, text, joinedCode(read), dataOf(read));
  };
}

const joinedCode = (read: DateReading): string =>
  read.value === null ? `joined_${read.code}` : read.code!;

function degreesWriter(column: Column): Writer {
  const marked = { codes: column.hint?.split(',') ?? [], field: null, unknown: false };
  return (one, _, text) => {
    const isMark = column.hint !== undefined && (isYes(text) || isNo(text));
    if (isMark && isNo(text)) return;
    const { codes, field, unknown } = isMark ? marked : degreesOf(text);
    if (codes.length > 0) {
      const { degrees } = one.values;
      one.values.degrees = degrees.length === 0 ? codes : [...new Set([...degrees, ...codes])];
    }
    if (field !== null) one.degreeField = field;
    if (unknown) say(one, column, text, 'degree_unknown');
  };
}

function kindWriter(column: Column): Writer {
  return (one, _, text) => {
    const kind = kindOf(text);
    if (kind !== null) one.values.kind = kind;
    else if (!saysNothing(text)) say(one, column, text, 'kind_unknown');
  };
}
