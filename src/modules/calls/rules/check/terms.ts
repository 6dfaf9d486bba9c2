import { partsOf } from '../../../../kernel/day.ts';
import { type Issue, issue } from '../../../../kernel/issue.ts';
import { matchKey } from '../../../../kernel/vietnamese/fold.ts';
import type { EditionContent } from '../content/index.ts';
import { isSeries } from '../receipt.ts';

export const codePattern = /^[a-z][a-z0-9_-]{0,39}$/;

/** An issue for each name that stands in the list before; keys are compared letter by letter. */
export function repeats<T>(
  items: readonly T[],
  nameOf: (item: T) => string,
  path: (at: number) => string,
  code: string,
  compared: 'names' | 'keys' = 'names',
): Issue[] {
  const names = items.map((item) => (compared === 'keys' ? nameOf(item) : matchKey(nameOf(item))));
  return items.flatMap((item, at) =>
    names[at] !== '' && names.indexOf(names[at]!) < at
      ? [issue(path(at), code, { name: nameOf(item) })]
      : [],
  );
}

/** Name, years, fields, kinds of entrants, committee and organisers. */
export function aboutIssues(content: EditionContent): Issue[] {
  const { name, ordinal, years, fields, entrants, committee, organisers } = content;
  return [
    ...(name.trim() === '' ? [issue('name', 'edition_name_missing')] : []),
    ...(ordinal !== null && ordinal < 1 ? [issue('ordinal', 'ordinal_wrong', { ordinal })] : []),
    ...(years.first > years.last ? [issue('years', 'years_turned', { ...years })] : []),
    ...fields.flatMap(({ code, name: own }, at) => [
      ...(codePattern.test(code) ? [] : [issue(`fields.${at}.code`, 'key_wrong', { typed: code })]),
      ...(own.trim() === '' ? [issue(`fields.${at}.name`, 'field_name_missing', { code })] : []),
    ]),
    ...repeats(
      fields,
      ({ code }) => code,
      (at) => `fields.${at}.code`,
      'field_code_twice',
      'keys',
    ),
    ...repeats(
      fields,
      (one) => one.name,
      (at) => `fields.${at}.name`,
      'field_name_twice',
    ),
    ...(entrants.length === 0 ? [issue('entrants', 'no_entrants')] : []),
    ...(isSeries(committee.receipts)
      ? []
      : [issue('committee.receipts', 'series_wrong', { typed: committee.receipts })]),
    ...repeats(
      organisers,
      (one) => one.name,
      (at) => `organisers.${at}.name`,
      'organiser_twice',
    ),
  ];
}

/** Windows that nobody fits, rules that the form asks nothing for. */
export function eligibilityIssues(content: EditionContent): Issue[] {
  const { eligibility, entrants, years } = content;
  const { born, made, worked, group, awarded } = eligibility;
  const at = (name: string) => `eligibility.${name}`;
  const bornTurned =
    born !== null && born.first !== null && born.last !== null && born.first > born.last;
  const madeTurned = made !== null && made.from !== null && made.to !== null && made.from > made.to;
  const madeLater = made?.from !== null && made !== null && made.from > years.last;
  const groupTurned =
    group !== null && group.min !== null && group.max !== null && group.min > group.max;
  const unborn = born?.first !== null && born !== null && partsOf(born.first).year > years.last;
  const marks = awarded.map((one) => ({ name: `${one.level} ${one.contests}` }));
  return [
    ...(bornTurned ? [issue(at('born'), 'born_turned', { ...born })] : []),
    ...(unborn ? [issue(at('born'), 'born_later', { first: born.first, year: years.last })] : []),
    ...(madeTurned ? [issue(at('made'), 'made_turned', { ...made })] : []),
    ...(madeLater && !madeTurned
      ? [issue(at('made'), 'made_later', { from: made.from, year: years.last })]
      : []),
    ...(worked !== null && (worked < 1 || worked > 60)
      ? [issue(at('worked'), 'worked_wrong', { years: worked })]
      : []),
    ...(groupTurned ? [issue(at('group'), 'group_turned', { ...group })] : []),
    ...(group !== null && (group.min ?? 2) < 2 ? [issue(at('group'), 'group_of_one')] : []),
    ...(group !== null && !entrants.includes('group')
      ? [issue(at('group'), 'group_not_asked')]
      : []),
    ...repeats(
      marks,
      (one) => one.name,
      (n) => `${at('awarded')}.${n}`,
      'award_twice',
      'keys',
    ),
  ];
}
