import type { Day } from '../../../../kernel/day.ts';
import { type Issue, issue } from '../../../../kernel/issue.ts';
import { daysOf, partialParts } from '../../../../kernel/partial-date.ts';
import {
  type Bounds,
  type ChoiceField,
  type DateField,
  type EntrantKind,
  type FilesField,
  type FormField,
  fieldsFor,
  type LongTextField,
  type MoneyField,
  type NumberField,
  type TextField,
} from '../content/index.ts';
import { unreadableDate } from './dates.ts';
import { fileIssues } from './files.ts';
import { peopleIssues } from './people.ts';
import { readAnswer } from './read.ts';
import { charactersIn, wordsIn } from './text.ts';
import type { Answer, AnswerFile, Answers, MoneyAnswer, PersonAnswer } from './types.ts';

export interface About {
  readonly entrant: EntrantKind;
  /** In Vietnam, when it is submitted. */
  readonly today: Day;
  /** Whether the edition asks the representative of those of 16 and 17; yes unless told. */
  readonly representative?: boolean;
}

/**
 * What keeps a dossier from being submitted, in the order of the form. `path` is 'answers.KEY', with
 * the row and column of a people table ('answers.authors.1.birth') and the file of several
 * ('answers.photos.2'); `data.label` names the field.
 */
export function checkAnswers(
  form: readonly FormField[],
  answers: Answers,
  files: readonly AnswerFile[],
  about: About,
): Issue[] {
  return fieldsFor(form, about.entrant).flatMap((field) => {
    const path = `answers.${field.key}`;
    const own = files.filter((file) => file.field === field.key);
    return field.kind === 'files'
      ? fileIssues(field, own, path)
      : answerIssues(field, answers[field.key], path, about);
  });
}

function answerIssues(
  field: Exclude<FormField, FilesField>,
  kept: Answer | undefined,
  path: string,
  about: About,
): Issue[] {
  // What was kept for another kind of field is read as one of this kind.
  const answer = readAnswer(field, kept);
  switch (field.kind) {
    case 'text':
    case 'long_text':
      return textIssues(field, answer as string, path);
    case 'number':
      return numberIssues(field, answer as number | string, path);
    case 'money':
      return moneyIssues(field, answer as MoneyAnswer, path);
    case 'date':
      return dateIssues(field, answer as string, path, about.today);
    case 'choice':
      return choiceIssues(field, answer as readonly string[], path);
    case 'people':
      return peopleIssues(field, answer as readonly PersonAnswer[], path, about);
    case 'declaration':
      return answer === true || !field.required
        ? []
        : [issue(path, 'not_declared', { label: field.label })];
  }
}

const missing = (field: FormField, path: string): Issue[] =>
  field.required ? [issue(path, 'answer_required', { label: field.label })] : [];

// What nobody can see is no answer.
const VISIBLE = /[^\s\p{Cf}]/u;

function textIssues(field: TextField | LongTextField, text: string, path: string): Issue[] {
  if (!VISIBLE.test(text)) return missing(field, path);
  const { label } = field;
  const characters = field.kind === 'text' ? { min: null, max: field.max } : field.characters;
  const words = field.kind === 'text' ? { min: null, max: null } : field.words;
  return [
    ...lengthIssue(words, text, wordsIn, 'words', label, path),
    ...lengthIssue(characters, text, charactersIn, 'characters', label, path),
  ];
}

function lengthIssue(
  { min, max }: Bounds,
  text: string,
  measure: (text: string) => number,
  unit: 'words' | 'characters',
  label: string,
  path: string,
): Issue[] {
  if (min === null && (max === null || text.length <= max)) return [];
  const length = measure(text);
  if (max !== null && length > max)
    return [issue(path, `too_many_${unit}`, { label, max, length, over: length - max })];
  return min !== null && length < min
    ? [issue(path, `too_few_${unit}`, { label, min, length })]
    : [];
}

function boundsIssue(
  value: number,
  { min, max }: Bounds,
  label: string,
  path: string,
  unit: string | null,
): Issue[] {
  if (min !== null && value < min) return [issue(path, 'below_bounds', { label, min, unit })];
  return max !== null && value > max ? [issue(path, 'above_bounds', { label, max, unit })] : [];
}

function numberIssues(field: NumberField, value: number | string, path: string): Issue[] {
  const { label, decimals, bounds, unit } = field;
  if (value === '') return missing(field, path);
  if (typeof value === 'string') return [issue(path, 'answer_not_number', { label, typed: value })];
  if (Number(value.toFixed(decimals)) !== value)
    return [issue(path, 'too_many_decimals', { label, decimals })];
  return boundsIssue(value, bounds, label, path, unit);
}

function moneyIssues(field: MoneyField, { amount, words }: MoneyAnswer, path: string): Issue[] {
  const { label } = field;
  if (amount === null) return field.split && words !== '' ? [] : missing(field, path);
  if (typeof amount === 'string' || !Number.isSafeInteger(amount))
    return [issue(path, 'answer_not_money', { label, typed: amount })];
  const bounds = { ...field.bounds, min: field.bounds.min ?? 0 };
  return boundsIssue(amount, bounds, label, path, 'money');
}

const known = (text: string): 'year' | 'month' | 'day' =>
  text.length === 4 ? 'year' : text.length === 7 ? 'month' : 'day';
const enough = { year: ['year', 'month', 'day'], month: ['month', 'day'], day: ['day'] };

function dateIssues(field: DateField, text: string, path: string, today: Day): Issue[] {
  const { label, precision } = field;
  if (text === '') return missing(field, path);
  if (partialParts(text) === null) return [unreadableDate(text, label, path)];
  if (!enough[precision].includes(known(text)))
    return [issue(path, `date_needs_${precision}`, { label, date: text })];
  const early = !field.future && daysOf(text).first > today;
  return early ? [issue(path, 'answer_in_future', { label, date: text, today })] : [];
}

function choiceIssues(field: ChoiceField, chosen: readonly string[], path: string): Issue[] {
  const { label } = field;
  if (chosen.length === 0) return field.required ? [issue(path, 'answer_choose', { label })] : [];
  const unknown = chosen.find((value) => !field.options.some((option) => option.value === value));
  if (unknown !== undefined) return [issue(path, 'answer_not_in_list', { label, typed: unknown })];
  return !field.many && chosen.length > 1
    ? [issue(path, 'answer_choose_one', { label, count: chosen.length })]
    : [];
}
