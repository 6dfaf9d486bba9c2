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
  Select,
  type SelectOption,
  SelectOrSuggest,
  TextArea,
  TextInput,
} from '../../../ui/index.ts';
import { levels, recipients } from '../rules.ts';
import { classes, labels, levelNames, recipientNames, words } from '../vi.ts';

export interface DistinctionFormProps {
  readonly state: FormView;
  readonly action: string;
  readonly hidden: HiddenValues;
  readonly backHref: string;
  readonly titles: readonly SelectOption[];
  /** The choices when they are few; otherwise the address that suggests. */
  readonly organisations: readonly SelectOption[];
  readonly suggestHref: string | null;
  readonly kept: readonly KeptFile[];
  /** Somebody saved meanwhile: the address of what stands now. */
  readonly newerHref?: string | undefined;
}

/** Names of the fields in the order of the page. */
export const fieldOrder: readonly string[] = [
  'title',
  'class',
  'level',
  'recipient',
  'recipient_person',
  'recipient_organisation',
  'organisation',
  'decided_on',
  'decision_no',
  'giver',
  'note',
  'files',
];

/** One page for one decision: what was given, to whom, by which decision. */
export function DistinctionForm(props: DistinctionFormProps) {
  const { state } = props;
  const { values, errors } = state;
  const field = fieldsOf(state);
  return (
    <Form action={props.action} hidden={props.hidden} files>
      <ErrorSummary errors={state.summary} order={fieldOrder} />
      <NewerSaved href={props.newerHref} />
      <Select {...field('title')} options={props.titles} empty={words.chooseTitle} width="l" />
      <Select
        {...field('class')}
        options={withOwn(values.class)}
        empty={words.noClass}
        help={words.classHelp}
        optional
        width="s"
      />
      <Select
        {...field('level')}
        options={levels.map((value) => ({ value, label: levelNames[value] }))}
        empty={words.chooseLevel}
      />
      <Recipient {...props} />
      <OrganisationField form={props} name="organisation" help={words.organisationHelp} />
      <DateInput {...field('decided_on')} />
      <TextInput {...field('decision_no')} width="m" optional />
      <TextInput {...field('giver')} help={words.giverHelp} optional />
      <TextArea {...field('note')} optional />
      <FormFiles
        label={labels.files ?? ''}
        help={words.filesHelp}
        error={errors.files}
        kept={props.kept}
      />
      <SaveActions save={words.save} backHref={props.backHref} />
    </Form>
  );
}

const fieldsOf = (state: FormView) => (name: string) => ({
  name,
  label: labels[name] ?? name,
  value: state.values[name],
  error: state.errors[name],
});

// A class that an import brought in other words stays a choice of its own.
function withOwn(typed = ''): SelectOption[] {
  const all = typed === '' || classes.includes(typed) ? classes : [...classes, typed];
  return all.map((value) => ({ value, label: value }));
}

function Recipient(props: DistinctionFormProps) {
  const field = fieldsOf(props.state);
  return (
    <>
      <Radios
        {...field('recipient')}
        options={recipients.map((value) => ({ value, label: recipientNames[value] }))}
      />
      <TextInput {...field('recipient_person')} help={words.personHelp} width="m" optional />
      <OrganisationField
        form={props}
        name="recipient_organisation"
        help={words.itselfHelp}
        empty={words.itself}
      />
    </>
  );
}

function OrganisationField(props: {
  form: DistinctionFormProps;
  name: 'organisation' | 'recipient_organisation';
  help: string;
  empty?: string;
}) {
  const { form, name, help, empty } = props;
  return (
    <SelectOrSuggest
      {...fieldsOf(form.state)(name)}
      help={help}
      optional={empty !== undefined}
      options={form.organisations}
      suggestHref={form.suggestHref}
      empty={empty ?? words.chooseOrganisation}
      placeholder={words.organisationExample}
      width="l"
    />
  );
}
