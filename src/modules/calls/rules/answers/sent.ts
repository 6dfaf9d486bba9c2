import {
  type EntrantKind,
  type FormField,
  fieldsFor,
  type PeopleField,
  personColumns,
} from '../content/index.ts';

/** Texts of a posted form: the last one of each name, and all of each name. */
type Values = Readonly<Record<string, string>>;
type Lists = Readonly<Record<string, readonly string[]>>;

/**
 * The name of an input, which is also the path of its issues: 'answers.title', 'answers.authors.1.birth',
 * 'answers.benefit.amount'.
 */
export const answerName = (key: string, ...rest: readonly (string | number)[]): string =>
  ['answers', key, ...rest].join('.');

/** What the button that takes a person off sends as `act`. */
export const dropAct = (key: string, row: number): string => `drop.${answerName(key, row)}`;

/** What the button for one more person sends as `act`. */
export const addAct = (key: string): string => `add.${answerName(key)}`;

/** Whether a button of a people table was pressed: the form then comes back, however far it is. */
export const isRowAct = (act: string | undefined): boolean =>
  act !== undefined && /^(add|drop)\.answers\./.test(act);

/**
 * The record that `readAnswers` takes, from the posted names of the dossier form. Only fields of which
 * something was posted are in it, so that the others stay as they were kept; of choices and declarations
 * an empty text says that nothing is ticked. A person whom `values.act` takes off is left out.
 */
export function sentAnswers(
  form: readonly FormField[],
  values: Values,
  lists: Lists = {},
  entrant?: EntrantKind,
): Record<string, unknown> {
  const asked = entrant === undefined ? form : fieldsFor(form, entrant);
  const sent: Record<string, unknown> = {};
  for (const field of asked) {
    const answer = sentAnswer(field, values, lists);
    if (answer !== undefined) sent[field.key] = answer;
  }
  return sent;
}

function sentAnswer(field: FormField, values: Values, lists: Lists): unknown {
  const name = answerName(field.key);
  switch (field.kind) {
    case 'files':
      return undefined;
    case 'people':
      return sentPeople(field, values);
    case 'money': {
      const [amount, words] = [values[`${name}.amount`], values[`${name}.words`]];
      return amount === undefined && words === undefined
        ? undefined
        : { amount: amount ?? '', words: words ?? '' };
    }
    case 'choice':
      return lists[name] ?? (values[name] === undefined ? undefined : [values[name]]);
    default:
      return values[name];
  }
}

const columns: readonly string[] = ['name', 'share', ...personColumns];

/** Rows in the order of their numbers, which may have gaps; undefined when none was posted. */
function sentPeople({ key }: PeopleField, values: Values): unknown {
  const before = `${answerName(key)}.`;
  const rows = new Map<number, Record<string, string>>();
  for (const [name, value] of Object.entries(values)) {
    if (!name.startsWith(before)) continue;
    const match = /^(\d{1,4})\.([a-z_]+)$/.exec(name.slice(before.length));
    const [row, column] = [Number(match?.[1]), match?.[2] ?? ''];
    if (match === null || !columns.includes(column)) continue;
    rows.set(row, { ...rows.get(row), [column]: value });
  }
  if (rows.size === 0) return undefined;
  return [...rows.keys()]
    .sort((a, b) => a - b)
    .filter((row) => values.act !== dropAct(key, row))
    .map((row) => rows.get(row));
}
