import type { FormView } from '../../../platform/forms/returned.ts';
import {
  Checkbox,
  DateInput,
  type FieldProps,
  Radios,
  Select,
  TextArea,
  TextInput,
} from '../../../ui/index.ts';
import type { KindField } from '../rules.ts';
import { words } from '../vi.ts';

/** The fields that a kind has of its own, each in the control of its type. */
export function OwnFields(props: { fields: readonly KindField[]; state: FormView }) {
  return (
    <>
      {props.fields.map((field) => (
        <OwnField field={field} state={props.state} />
      ))}
    </>
  );
}

function OwnField({ field, state }: { field: KindField; state: FormView }) {
  const name = `data.${field.key}`;
  const value = state.values[name];
  const common: FieldProps = {
    name,
    label: field.label,
    help: field.help,
    error: state.errors[name],
    optional: !field.required,
  };
  switch (field.type) {
    case 'long_text':
      return <TextArea {...common} value={value} />;
    case 'day':
      return <DateInput {...common} value={value} />;
    case 'yes_no':
      return <Checkbox {...common} checked={value !== undefined && value !== ''} />;
    case 'choice':
      return <ChoiceField field={field} common={common} value={value ?? ''} />;
    case 'text':
      return <TextInput {...common} value={value} />;
    default:
      return <TextInput {...common} value={value} width="s" numeric suffix={field.unit} />;
  }
}

function ChoiceField(props: { field: KindField; common: FieldProps; value: string }) {
  const { field, common, value } = props;
  const options = field.options ?? [];
  if (options.length > 7) {
    return <Select {...common} options={options} value={value} empty={words.notSaid} />;
  }
  const unsaid = field.required ? [] : [{ value: '', label: words.notSaid }];
  // Nothing is chosen beforehand where something must be; "not said" where nothing need be.
  return <Radios {...common} options={[...options, ...unsaid]} value={value} />;
}
