import { type Issue, issue } from '../../../../kernel/issue.ts';
import {
  type Bounds,
  type EditionContent,
  type FieldKind,
  type FormField,
  fieldMeaning,
  type Meaning,
} from '../content/index.ts';
import { codePattern, repeats } from './terms.ts';

/** The platform takes no larger file. */
export const largestFile = 500 * 1024 * 1024;
const longestText = 1000;

/** The kinds of fields that can have a meaning. */
export const kindsMeaning: Readonly<Record<Meaning, readonly FieldKind[]>> = {
  title: ['text'],
  summary: ['text', 'long_text'],
  solution: ['text', 'long_text', 'files'],
  made: ['date'],
  authors: ['people'],
  worked: ['date'],
};
const meantOften: readonly Meaning[] = ['solution'];

/** What is wrong with the dossier form: keys, limits, choices, meanings. */
export function formIssues({ form, entrants }: EditionContent): Issue[] {
  const path = (at: number): string => `form.${at}`;
  return [
    ...form.flatMap((field, at) => [
      ...(codePattern.test(field.key)
        ? []
        : [issue(`${path(at)}.key`, 'key_wrong', { typed: field.key })]),
      ...(field.label.trim() === '' ? [issue(`${path(at)}.label`, 'label_missing')] : []),
      ...field.for
        .filter((entrant) => !entrants.includes(entrant))
        .map((entrant) =>
          issue(`${path(at)}.for`, 'asked_of_nobody', { label: field.label, entrant }),
        ),
      ...meaningIssues(field, form, path(at)),
      ...kindIssues(field, path(at)),
    ]),
    ...repeats(
      form,
      ({ key }) => key,
      (at) => `${path(at)}.key`,
      'form_key_twice',
      'keys',
    ),
    ...repeats(
      form,
      ({ label }) => label,
      (at) => `${path(at)}.label`,
      'label_twice',
    ),
  ];
}

function meaningIssues(field: FormField, form: readonly FormField[], path: string): Issue[] {
  const { means, label } = field;
  if (means === null) return [];
  if (!kindsMeaning[means].includes(field.kind))
    return [issue(`${path}.means`, 'meaning_of_other_kind', { label, means })];
  const first = fieldMeaning(form, means);
  return first === field || meantOften.includes(means)
    ? []
    : [issue(`${path}.means`, 'meaning_twice', { label, means, other: first?.label })];
}

function kindIssues(field: FormField, path: string): Issue[] {
  const { label } = field;
  const least = (bounds: Bounds, name: string, lowest: number | null) =>
    boundsIssues(bounds, `${path}.${name}`, label, lowest);
  switch (field.kind) {
    case 'text':
      return field.max >= 1 && field.max <= longestText
        ? []
        : [issue(`${path}.max`, 'limit_wrong', { label, least: 1, most: longestText })];
    case 'long_text':
      return [...least(field.words, 'words', 0), ...least(field.characters, 'characters', 0)];
    case 'number':
      return least(field.bounds, 'bounds', null);
    case 'money':
      return least(field.bounds, 'bounds', 0);
    case 'date':
      return [];
    case 'choice':
      return choiceIssues(field, path);
    case 'people':
      return [
        ...least(field.count, 'count', 0),
        ...field.needs
          .filter((column) => !field.asks.includes(column))
          .map((column) => issue(`${path}.needs`, 'needed_not_asked', { label, column })),
      ];
    case 'files':
      return [
        ...least(field.count, 'count', 0),
        ...(field.types.length === 0 ? [issue(`${path}.types`, 'no_file_types', { label })] : []),
        ...(field.size >= 1 && field.size <= largestFile
          ? []
          : [issue(`${path}.size`, 'file_limit_wrong', { label, most: largestFile })]),
      ];
    case 'declaration':
      return field.words.trim() === ''
        ? [issue(`${path}.words`, 'declaration_empty', { label })]
        : [];
  }
}

function boundsIssues(
  { min, max }: Bounds,
  path: string,
  label: string,
  lowest: number | null,
): Issue[] {
  if (min !== null && max !== null && min > max)
    return [issue(path, 'bounds_turned', { label, min, max })];
  const low =
    lowest !== null && ((min !== null && min < lowest) || (max !== null && max <= lowest));
  return low ? [issue(path, 'bounds_empty', { label })] : [];
}

function choiceIssues(field: FormField & { kind: 'choice' }, path: string): Issue[] {
  const { label, options } = field;
  return [
    ...(options.length < 2 ? [issue(`${path}.options`, 'too_few_options', { label })] : []),
    ...repeats(
      options,
      ({ value }) => value,
      (at) => `${path}.options.${at}.value`,
      'option_twice',
      'keys',
    ),
    ...repeats(
      options,
      (one) => one.label,
      (at) => `${path}.options.${at}.label`,
      'option_twice',
    ),
  ];
}
