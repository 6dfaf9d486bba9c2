import { type Issue, issue } from '../../../kernel/issue.ts';
import { type RosterField, sensitiveFields } from './fields.ts';

const nameFields = new Set(['fullName', 'familyMiddle', 'family', 'middle', 'given']);
const fatalCodes = new Set([
  'no_name',
  'name_no_letters',
  'name_two_people',
  'name_too_long',
  'day_not_in_month',
  'month_out_of_range',
  'date_in_future',
  'date_too_early',
]);

/** With such an issue nobody knows who is meant: the row cannot be taken. */
export function isFatal({ path, code }: Issue): boolean {
  if (code === 'formula_error' || code === 'value_hidden') return nameFields.has(path);
  return fatalCodes.has(code);
}

const LONGEST_VALUE = 120;

/** The issue of a cell: `cell` is 'C118', or '' for a value that stands in no cell. */
export function cellIssue(
  place: { readonly field: RosterField; readonly letter: string },
  row: number,
  code: string,
  value: string,
  data: Readonly<Record<string, unknown>> = {},
): Issue {
  const cell = place.letter === '' ? '' : `${place.letter}${row}`;
  // Issues are stored in the open.
  const shown = sensitiveFields.includes(place.field)
    ? {}
    : { value: value.slice(0, LONGEST_VALUE) };
  return issue(place.field, code, { cell, ...shown, ...data });
}
