import { type Bounds, type EditionContent, type FormField, tellsWho } from '../content/index.ts';
import { change, type EditionChange, same } from './changes.ts';

/** What answers that are there already, or are still to come, feel of another form. */
export function formChanges(before: EditionContent, after: EditionContent): EditionChange[] {
  const older = new Map(before.form.map((field) => [field.key, field]));
  const newer = new Set(after.form.map(({ key }) => key));
  const removed = before.form.flatMap((field, at) =>
    newer.has(field.key) ? [] : [change(`form.${at}`, 'answers_kept', about(field))],
  );
  return [
    ...removed,
    ...after.form.flatMap((field, at) => {
      const path = `form.${at}`;
      const old = older.get(field.key);
      if (old === undefined)
        return [change(path, field.required ? 'answer_due' : 'answer_asked', about(field))];
      return same(old, field) ? [] : fieldChanges(old, field, path);
    }),
  ];
}

const about = ({ key, label }: FormField) => ({ key, label });

function fieldChanges(old: FormField, field: FormField, path: string): EditionChange[] {
  const own = about(field);
  const due = field.required && !old.required;
  const words = !same(
    { label: old.label, help: old.help, public: old.public },
    { label: field.label, help: field.help, public: field.public },
  );
  const asked =
    field.for.length === 0 ? old.for.length > 0 : field.for.some((one) => !old.for.includes(one));
  const more = old.for.length > 0 && asked;
  const fewer = !more && !same(old.for, field.for);
  return [
    ...(due || (more && field.required) ? [change(`${path}.required`, 'answer_due', own)] : []),
    ...(more && !field.required ? [change(`${path}.for`, 'answer_asked', own)] : []),
    ...(fewer ? [change(`${path}.for`, 'answers_kept', own)] : []),
    ...(words ? [change(path, 'words_changed', own)] : []),
    ...(tellsWho(old) === tellsWho(field)
      ? []
      : [change(`${path}.identifies`, 'identifies_changed', { ...own, after: tellsWho(field) })]),
    ...(old.kind === field.kind
      ? limitChanges(old, field, path)
      : [change(`${path}.kind`, 'kind_changed', { ...own, before: old.kind, after: field.kind })]),
  ];
}

function limitChanges(old: FormField, field: FormField, path: string): EditionChange[] {
  const own = about(field);
  const [left, right] = [limitsOf(old), limitsOf(field)];
  const tighter = Object.keys(right).flatMap((unit) => {
    const [a, b] = [left[unit]!, right[unit]!];
    const higher = b.min !== null && (a.min === null || b.min > a.min);
    const lower = b.max !== null && (a.max === null || b.max < a.max);
    return [
      ...(higher
        ? [change(path, 'limit_exceeded', { ...own, unit, least: b.min, was: a.min })]
        : []),
      ...(lower ? [change(path, 'limit_exceeded', { ...own, unit, most: b.max, was: a.max })] : []),
    ];
  });
  return [...tighter, ...listChanges(old, field, path)];
}

const fewer = (max: number): Bounds => ({ min: null, max });
const precisions = { year: 1, month: 2, day: 3 };

/** Everything of a field that an answer can lie outside of. */
function limitsOf(field: FormField): Readonly<Record<string, Bounds>> {
  switch (field.kind) {
    case 'text':
      return { characters: fewer(field.max) };
    case 'long_text':
      return { words: field.words, characters: field.characters };
    case 'number':
      return { value: field.bounds, decimals: fewer(field.decimals) };
    case 'money':
      return { value: field.bounds };
    case 'date':
      return { precision: { min: precisions[field.precision], max: null } };
    case 'choice':
      return { choices: field.many ? { min: null, max: null } : fewer(1) };
    case 'people':
      return { people: field.count };
    case 'files':
      return { files: field.count, bytes: fewer(field.size) };
    case 'declaration':
      return {};
  }
}

function listChanges(old: FormField, field: FormField, path: string): EditionChange[] {
  const own = about(field);
  if (old.kind === 'choice' && field.kind === 'choice')
    return old.options
      .filter(({ value }) => !field.options.some((option) => option.value === value))
      .map(({ value, label: option }) =>
        change(`${path}.options`, 'option_removed', { ...own, value, option }),
      );
  if (old.kind === 'files' && field.kind === 'files') {
    const types = old.types.filter((type) => !field.types.includes(type));
    return types.length === 0
      ? []
      : [change(`${path}.types`, 'file_types_removed', { ...own, types })];
  }
  if (old.kind === 'people' && field.kind === 'people') {
    const needs = field.needs.filter((column) => !old.needs.includes(column));
    const shares = field.shares && !old.shares;
    return needs.length > 0 || shares
      ? [change(path, 'answer_due', { ...own, columns: shares ? [...needs, 'share'] : needs })]
      : [];
  }
  const declared = old.kind === 'declaration' && field.kind === 'declaration';
  return declared && old.words !== field.words ? [change(path, 'answer_due', own)] : [];
}
