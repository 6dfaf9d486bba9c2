import type { Issue } from '../../../kernel/issue.ts';
import { parseCitizenId } from '../../../kernel/vietnamese/citizen-id.ts';
import { sortDegrees } from '../../../kernel/vietnamese/degrees.ts';
import { foldForSearch } from '../../../kernel/vietnamese/fold.ts';
import type { RosterReading } from '../schema.ts';
import { societyName } from '../vi/value-words.ts';
import { remembered } from './cell.ts';
import type { RowSetting } from './column.ts';
import { fromParts } from './dates.ts';
import { type Draft, type Place, say } from './draft.ts';
import { isFatal } from './issues.ts';
import { assembleName } from './name-writers.ts';

/** What can only be said when all cells of a row are read. */
export function finish(one: Draft, section: string | null, setting: RowSetting): RosterReading {
  const { values } = one;
  if (one.hasParts) assembleName(one);
  if (section !== null && isSociety(section)) values.association ??= section;
  else if (section !== null && values.branch === null) values.branch = section;
  joinDate(one, setting);
  gender(one);
  if (one.degreeField !== null && values.field === null) values.field = one.degreeField;
  if (values.degrees.length > 1) values.degrees = sortDegrees(values.degrees);
  ages(one, setting);
  if (one.citizenPlace !== null) citizen(one, one.citizenPlace);
  if (values.given === '' && !one.issues.some(isFatal)) {
    say(one, one.namePlace ?? one.empty, one.namePlace === null ? '' : one.nameText, 'no_name');
  }
  const state = stateOf(one.issues);
  return { rowNumber: one.row, state, values, issues: one.issues };
}

// A heading or a sheet may stand for an association of a union.
const isSociety = remembered((section) => societyName.test(foldForSearch(section)));

function stateOf(issues: readonly Issue[]): RosterReading['state'] {
  if (issues.length === 0) return 'ready';
  return issues.some(isFatal) ? 'rejected' : 'review';
}

// Day, month and year of separate columns.
function joinDate(one: Draft, setting: RowSetting): void {
  const { birthPlace: place } = one;
  if (!one.hasDateParts || place === null || one.values.birthDate !== null) return;
  const [day, month, year] = [one.birthDay, one.birthMonth, one.birthYear].map(Number);
  const typed = [one.birthDay, one.birthMonth, one.birthYear]
    .filter((part) => part !== '')
    .join('/');
  if (![day, month, year].every((part) => Number.isInteger(part)) || year! < 100) {
    say(one, place, typed, 'date_unreadable');
    return;
  }
  const rules = { ...setting, order: 'day-first' as const, use: 'birth' as const };
  const read = fromParts(day!, month!, year!, rules);
  one.values.birthDate = read.value;
  if (read.code === undefined) return;
  say(one, place, typed, read.code, {
    ...read.data,
    ...(read.year === undefined ? {} : { year: read.year }),
  });
}

function gender(one: Draft): void {
  const { values } = one;
  if (one.male !== one.female) values.gender ??= one.male ? 'male' : 'female';
  else if (one.male && one.female && one.namePlace !== null) {
    say(one, { ...one.namePlace, field: 'gender' }, one.nameText, 'gender_both');
  } else if (one.unmarked !== null) values.gender ??= one.unmarked;
  values.gender ??= one.name?.gender ?? null;
  if (one.name?.year && values.birthDate === null) values.birthDate = one.name.year;
}

const noBirthColumn: Place = { field: 'birthDate', letter: '' };

function ages(one: Draft, { thisYear }: RowSetting): void {
  const { birthDate, joined } = one.values;
  if (birthDate === null || one.issues.some(({ path }) => path === 'birthDate')) return;
  const age = thisYear - Number(birthDate.slice(0, 4));
  const place = one.birthPlace ?? noBirthColumn;
  const text = one.birthPlace === null ? birthDate : one.birthText;
  if (age > 110) say(one, place, text, 'age_too_old', { age });
  else if (age < 14) say(one, place, text, 'age_too_young', { age });
  if (joined !== null && one.joinedPlace !== null && joined < birthDate.slice(0, joined.length)) {
    say(one, one.joinedPlace, one.joinedText, 'joined_before_birth');
    one.values.joined = null;
  }
}

// The structure is compared with what the row says of the person: last of all.
function citizen(one: Draft, place: Place): void {
  const { gender: known, birthDate } = one.values;
  const read = parseCitizenId(one.citizenText, { gender: known, birthDate });
  if ('error' in read) {
    say(one, place, one.citizenText, read.error, read.data);
    return;
  }
  one.values.citizenId = read.ok;
  for (const { code } of read.warnings) {
    if (code !== 'citizen_id_zero_lost') say(one, place, one.citizenText, code);
  }
}
