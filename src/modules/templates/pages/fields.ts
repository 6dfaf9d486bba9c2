import type { FormView } from '../../../platform/forms/returned.ts';

/** Label, then what is expected, if anything is to be said. */
type Words = readonly (string | undefined)[];

/** What a control of a form needs of it, by the name of the field and its words. */
export const fieldsOf =
  (form: FormView) =>
  <Name extends string>(name: Name, [label = '', help]: Words) => ({
    name,
    label,
    help,
    value: form.values[name],
    error: form.errors[name],
  });

/** Options of a select from words by value. */
export const optionsOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));
