import type { Day } from '../../kernel/day.ts';
import { type Issue, issue } from '../../kernel/issue.ts';

export const fieldTypes = [
  'text',
  'long_text',
  'number',
  'integer',
  'money',
  'day',
  'choice',
  'yes_no',
] as const;
export type FieldType = (typeof fieldTypes)[number];

/** A field of one kind's own: data that the union may add to. */
export interface KindField {
  readonly key: string;
  readonly label: string;
  readonly type: FieldType;
  readonly required: boolean;
  readonly unit?: string;
  readonly help?: string;
  /** Only of a choice. */
  readonly options?: readonly { readonly value: string; readonly label: string }[];
}

export const roles = ['host', 'co_host', 'participant'] as const;
export type ActivityRole = (typeof roles)[number];

/** Under which heading a kind stands where one chooses. */
export const topics = [
  'research',
  'communication',
  'contest',
  'honour',
  'consultation',
  'social',
  'coordination',
  'organisation',
] as const;
export type Topic = (typeof topics)[number];

export type FieldValue = string | number | boolean;
export type ActivityData = Readonly<Record<string, FieldValue>>;

/** The last day may be the first one; it may not be before it. */
export function dateIssues(startsOn: Day | null, endsOn: Day | null): readonly Issue[] {
  if (startsOn === null || endsOn === null || endsOn >= startsOn) return [];
  return [issue('ends_on', 'end_before_start', { start: startsOn, end: endsOn })];
}

const KEY = /^[a-z][a-z0-9]*(_[a-z0-9]+)*$/;
export const mostFields = 40;

/** Keys of fields and codes of kinds: lower case, digits, single underscores between; at most 40. */
export function keyIssues(path: string, key: string): readonly Issue[] {
  return KEY.test(key) && key.length <= 40 ? [] : [issue(path, 'not_a_key')];
}

/** A kind may be given one more field when its key is new and a choice has something to choose. */
export function newFieldIssues(fields: readonly KindField[], added: KindField): readonly Issue[] {
  const issues: Issue[] = [];
  issues.push(...keyIssues('key', added.key));
  if (fields.some((field) => field.key === added.key)) issues.push(issue('key', 'key_taken'));
  if (fields.some((field) => field.label === added.label))
    issues.push(issue('label', 'label_taken'));
  if (fields.length >= mostFields) issues.push(issue('', 'too_many_fields', { max: mostFields }));
  const options = added.options ?? [];
  if (added.type === 'choice' && options.length < 2) issues.push(issue('options', 'few_options'));
  if (added.type !== 'choice' && options.length > 0)
    issues.push(issue('options', 'options_unused'));
  if (new Set(options.map((option) => option.value)).size < options.length) {
    issues.push(issue('options', 'option_twice'));
  }
  return issues;
}

/** A key made of a label that was folded to plain letters: 'so nguoi du' gives 'so_nguoi_du'. */
export function keyOf(folded: string): string {
  const key = folded.split(' ').join('_').slice(0, 40).replace(/_+$/, '');
  return /^[a-z]/.test(key) ? key : `x_${key}`.slice(0, 40).replace(/_+$/, '');
}

/** Left out of storage: what was not filled in. A box that was not ticked is a plain no. */
export function storedData(values: Readonly<Record<string, FieldValue | null>>): ActivityData {
  return Object.fromEntries(
    Object.entries(values).filter((entry): entry is [string, FieldValue] => entry[1] !== null),
  );
}
