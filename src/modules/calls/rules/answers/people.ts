import type { Day } from '../../../../kernel/day.ts';
import { parseEmail } from '../../../../kernel/email.ts';
import { type Issue, issue } from '../../../../kernel/issue.ts';
import { daysOf, partialParts } from '../../../../kernel/partial-date.ts';
import { consentsDue } from '../consents.ts';
import type { PeopleField, PersonColumn } from '../content/index.ts';
import { unreadableDate } from './dates.ts';
import type { PersonAnswer } from './types.ts';

interface AboutPeople {
  readonly today: Day;
  readonly representative?: boolean;
}

/** What is wrong with the people of a table: how many, what is missing of each, their shares. */
export function peopleIssues(
  field: PeopleField,
  people: readonly PersonAnswer[],
  path: string,
  about: AboutPeople,
): Issue[] {
  const { label } = field;
  if (people.length === 0) return field.required ? [issue(path, 'answer_required', { label })] : [];
  const { min, max } = field.count;
  const count = people.length;
  const few =
    min !== null && count < min ? [issue(path, 'too_few_people', { label, min, count })] : [];
  const many =
    max !== null && count > max ? [issue(path, 'too_many_people', { label, max, count })] : [];
  return [
    ...few,
    ...many,
    ...people.flatMap((person, at) => personIssues(field, person, `${path}.${at}`, at, about)),
    ...(field.shares ? shareIssues(people, path, label) : []),
  ];
}

function personIssues(
  field: PeopleField,
  person: PersonAnswer,
  path: string,
  at: number,
  about: AboutPeople,
): Issue[] {
  const { label } = field;
  const named = { label, row: at + 1, person: person.name };
  const missing = (column: PersonColumn | 'name'): Issue =>
    issue(`${path}.${column}`, 'person_detail_missing', { ...named, column });
  const needed = neededOf(field, person, about);
  return [
    ...(person.name === '' ? [missing('name')] : []),
    ...needed.filter((column) => (person[column] ?? '') === '').map(missing),
    ...birthIssues(person, `${path}.birth`, label, about.today),
    ...(['email', 'representative_email'] as const).flatMap((column) => {
      const typed = person[column];
      if (!field.asks.includes(column) || typeof typed !== 'string' || typed === '') return [];
      const wrong = 'error' in parseEmail(typed);
      return wrong ? [issue(`${path}.${column}`, 'person_email_wrong', { ...named, typed })] : [];
    }),
  ];
}

/** What may not be left out of a person: of a minor the representative as well, where one is asked. */
function neededOf(
  { asks, needs }: PeopleField,
  person: PersonAnswer,
  { today, representative = true }: AboutPeople,
): PersonColumn[] {
  if (!asks.includes('representative') || needs.includes('representative')) return [...needs];
  const birth = typeof person.birth === 'string' ? person.birth : null;
  const minor = consentsDue(birth, today, { representative }).includes('representative');
  return minor ? [...needs, 'representative'] : [...needs];
}

function birthIssues(person: PersonAnswer, path: string, label: string, today: Day): Issue[] {
  const { birth } = person;
  if (typeof birth !== 'string' || birth === '') return [];
  if (partialParts(birth) === null) return [unreadableDate(birth, label, path)];
  return daysOf(birth).first > today
    ? [issue(path, 'answer_in_future', { label, date: birth, today })]
    : [];
}

// Shares are added up in millionths, so that 33,33 + 33,33 + 33,34 is 100.
const MILLION = 1_000_000;

function shareIssues(people: readonly PersonAnswer[], path: string, label: string): Issue[] {
  const wrong = people.flatMap(({ share, name }, at) => {
    const named = { label, row: at + 1, person: name };
    const here = `${path}.${at}.share`;
    if (share === undefined || share === '') return [issue(here, 'share_missing', named)];
    const fits = typeof share === 'number' && share > 0 && share <= 100;
    return fits ? [] : [issue(here, 'share_wrong', { ...named, typed: share })];
  });
  if (wrong.length > 0) return wrong;
  const sum = people.reduce((all, { share }) => all + Math.round(Number(share) * MILLION), 0);
  return sum === 100 * MILLION
    ? []
    : [issue(path, 'shares_not_100', { label, sum: sum / MILLION })];
}
