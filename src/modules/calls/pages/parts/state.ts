import type { FormView } from '../../../../platform/forms/returned.ts';
import type { HiddenValues } from '../../../../ui/index.ts';

/** The form of one part of an edition, as its page shows it. */
export interface PartState {
  readonly form: FormView;
  /** What is ticked in each group of boxes. */
  readonly lists: Readonly<Record<string, readonly string[]>>;
  /** How many rows of a group are filled in, and how many empty ones follow. */
  readonly rows: (name: string) => { readonly filled: number; readonly spare: number };
  readonly action: string;
  readonly hidden: HiddenValues;
  readonly backHref: string;
  /** It was opened: each change has its reason. */
  readonly revising: boolean;
}

/** Label, then what is expected, if anything is to be said. */
type Words = readonly [label: string, help?: string | undefined];

/** What a control of the form needs, by the name of the field and its words. */
export const fieldsOf =
  ({ form }: Pick<PartState, 'form'>) =>
  (name: string, [label, help]: Words) => ({
    name,
    label,
    help,
    value: form.values[name],
    error: form.errors[name],
  });

/** Options of a select from words by value. */
export const optionsOf = <V extends string>(
  names: Readonly<Record<V, string>>,
  values: readonly V[] = Object.keys(names) as V[],
) => values.map((value) => ({ value, label: names[value] }));

/** What a button of a row sends as `act`. */
export type RowWay = 'add' | 'drop' | 'up' | 'down';
export const rowAct = (way: RowWay, name: string, at = 0): string => `${way}:${name}:${at}`;
