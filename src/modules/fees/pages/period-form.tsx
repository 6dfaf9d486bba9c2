import type { FormView } from '../../../platform/forms/returned.ts';
import {
  Checkbox,
  DateInput,
  ErrorSummary,
  Form,
  type HiddenValues,
  NewerSaved,
  SaveActions,
  Section,
  Select,
  type SelectOption,
  SelectOrSuggest,
  TextArea,
  TextInput,
} from '../../../ui/index.ts';
import { labels, words } from '../vi.ts';

export interface PeriodFormProps {
  readonly state: FormView;
  readonly action: string;
  readonly hidden: HiddenValues;
  readonly backHref: string;
  readonly organisations: readonly SelectOption[];
  readonly suggestHref: string | null;
  readonly banks: readonly SelectOption[];
  readonly newerHref?: string | undefined;
  /** Who collects is fixed once the period stands. */
  readonly fixed: string | null;
}

export const periodFieldOrder: readonly string[] = [
  'organisation',
  'name',
  'first_day',
  'last_day',
  'due_on',
  'below',
  'amount_full',
  'amount_associate',
  'amount_honorary',
  'bank',
  'account_number',
  'account_holder',
  'note',
];

/** One page for a period: when and for whom, how much, to which account. */
export function PeriodForm(props: PeriodFormProps) {
  const { state } = props;
  const field = fieldsOf(state);
  return (
    <Form action={props.action} hidden={props.hidden}>
      <ErrorSummary errors={state.summary} order={periodFieldOrder} />
      <NewerSaved href={props.newerHref} />
      <Section title={words.periodSection}>
        <Collector {...props} />
        <TextInput {...field('name')} placeholder={words.nameExample} />
        <DateInput {...field('first_day')} />
        <DateInput {...field('last_day')} help={words.daysHelp} />
        <DateInput {...field('due_on')} />
        <Checkbox
          name="below"
          label={labels.below ?? ''}
          help={words.belowHelp}
          checked={(state.values.below ?? '') !== ''}
        />
      </Section>
      <Section title={words.amountSection}>
        {['amount_full', 'amount_associate', 'amount_honorary'].map((name) => (
          <TextInput
            {...field(name)}
            width="s"
            suffix={words.dong}
            numeric
            help={name === 'amount_full' ? words.amountHelp : undefined}
          />
        ))}
      </Section>
      <Section title={words.accountSection}>
        <Select
          {...field('bank')}
          options={props.banks}
          empty={words.noBank}
          help={words.accountHelp}
          width="l"
          optional
        />
        <TextInput {...field('account_number')} width="m" optional />
        <TextInput {...field('account_holder')} width="m" optional />
        <TextArea {...field('note')} rows={2} optional />
      </Section>
      <SaveActions save={words.savePeriod} backHref={props.backHref} />
    </Form>
  );
}

const fieldsOf = (state: FormView) => (name: string) => ({
  name,
  label: labels[name] ?? name,
  value: state.values[name],
  error: state.errors[name],
});

function Collector(props: PeriodFormProps) {
  if (props.fixed !== null)
    return (
      <p>
        {labels.organisation}: <strong>{props.fixed}</strong>
      </p>
    );
  return (
    <SelectOrSuggest
      {...fieldsOf(props.state)('organisation')}
      options={props.organisations}
      suggestHref={props.suggestHref}
      empty={words.chooseOrganisation}
      placeholder={words.organisationExample}
      width="l"
    />
  );
}
