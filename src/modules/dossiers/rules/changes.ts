import type { AnswerFile, Answers, FormField } from '../../calls/index.ts';

/** What is compared of a version that was submitted. */
export interface Compared {
  readonly form: readonly FormField[];
  readonly answers: Answers;
  readonly files: readonly Pick<AnswerFile, 'field' | 'name' | 'sha256'>[];
}

const textOf = (value: unknown): string => JSON.stringify(value ?? null, sorted);

const sorted = (_key: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

const filesOf = ({ files }: Compared, key: string): string =>
  files
    .filter(({ field }) => field === key)
    .map(({ name, sha256 }) => `${name} ${sha256}`)
    .sort()
    .join('\n');

/** Keys of the fields whose answers or files differ, in the order of the newer form. */
export function changedFields(older: Compared, newer: Compared): string[] {
  const keys = [...newer.form, ...older.form].map(({ key }) => key);
  return [...new Set(keys)].filter(
    (key) =>
      textOf(older.answers[key]) !== textOf(newer.answers[key]) ||
      filesOf(older, key) !== filesOf(newer, key),
  );
}
