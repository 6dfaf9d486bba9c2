import type { FormView } from '../../../platform/forms/returned.ts';
import {
  DateInput,
  ErrorSummary,
  Form,
  FormFiles,
  type HiddenValues,
  type KeptFile,
  NewerSaved,
  Radios,
  SaveActions,
  SelectOrSuggest,
  TextArea,
  TextInput,
} from '../../../ui/index.ts';
import { roles } from '../rules.ts';
import type { ActivityKind } from '../schema/index.ts';
import { labels, roleNames, words } from '../vi.ts';
import { OwnFields } from './own-fields.tsx';

export interface ActivityFormProps {
  readonly kind: ActivityKind;
  readonly state: FormView;
  readonly action: string;
  readonly hidden: HiddenValues;
  readonly backHref: string;
  /** The choices when they are few; otherwise the address that suggests. */
  readonly organisations: readonly { readonly value: string; readonly label: string }[];
  readonly suggestHref: string | null;
  /** Files received with a form that came back. */
  readonly kept: readonly KeptFile[];
  /** Somebody saved meanwhile: the address of what stands now. */
  readonly newerHref?: string | undefined;
}

/** Names of the fields in the order of the page. */
export function fieldOrder(kind: ActivityKind): readonly string[] {
  const own = kind.fields.map((field) => `data.${field.key}`);
  const first = ['title', 'starts_on', 'ends_on', 'organisation', 'role'];
  return [...first, ...own, 'place', 'partners', 'summary', 'files'];
}

/** One page for one record: what is common first, then what the kind asks. */
export function ActivityForm(props: ActivityFormProps) {
  const { kind, state } = props;
  const { values, errors } = state;
  const label = labels(kind.noun);
  const field = (name: string) => ({
    name,
    label: label[name] ?? name,
    value: values[name],
    error: errors[name],
  });
  return (
    <Form action={props.action} hidden={props.hidden} files>
      <ErrorSummary errors={state.summary} order={fieldOrder(kind)} />
      <NewerSaved href={props.newerHref} />
      <TextInput {...field('title')} />
      <DateInput {...field('starts_on')} />
      <DateInput {...field('ends_on')} optional help={words.endHelp} />
      <SelectOrSuggest
        {...field('organisation')}
        help={words.organisationHelp(kind.noun)}
        options={props.organisations}
        suggestHref={props.suggestHref}
        empty={words.chooseOrganisation}
        placeholder={words.organisationExample}
        width="l"
      />
      <Radios
        {...field('role')}
        options={roles.map((value) => ({ value, label: roleNames[value] }))}
      />
      <OwnFields fields={kind.fields} state={state} />
      <TextInput {...field('place')} optional />
      <TextInput {...field('partners')} optional />
      <TextArea {...field('summary')} optional />
      <FormFiles label={label.files ?? ''} error={errors.files} kept={props.kept} />
      <SaveActions save={words.save(kind.noun)} backHref={props.backHref} />
    </Form>
  );
}
