import type { FieldProps } from './field.tsx';
import { type BoxWidth, Select, type SelectOption, TextInput } from './inputs.tsx';

export interface SelectOrSuggestProps extends FieldProps {
  readonly value?: string | undefined;
  readonly options: readonly SelectOption[];
  /** Address that suggests, where the choices are too many for a list; otherwise null. */
  readonly suggestHref: string | null;
  /** First entry of the list. */
  readonly empty: string;
  /** An example in the text field. */
  readonly placeholder?: string | undefined;
  readonly width?: BoxWidth | undefined;
}

/** A list to choose from or, where it would be too long, a text field with suggestions. */
export function SelectOrSuggest(props: SelectOrSuggestProps) {
  const { options, suggestHref, empty, placeholder, ...field } = props;
  if (suggestHref === null) return <Select {...field} options={options} empty={empty} />;
  return <TextInput {...field} suggest={suggestHref} placeholder={placeholder} />;
}
