import type { FormView } from '../../../platform/forms/returned.ts';
import {
  ErrorSummary,
  Fieldset,
  Form,
  type HiddenValues,
  InlineLinks,
  type LinkItem,
  NewerSaved,
  Radios,
  SaveActions,
  Section,
  Select,
  type SelectOption,
  SelectOrSuggest,
  TextArea,
  TextInput,
} from '../../../ui/index.ts';
import { dueStateNames } from '../../fees/index.ts';
import { genderNames, membershipKindNames } from '../../people/index.ts';
import { letterFields, mailingKinds } from '../rules.ts';
import { fieldNames, hasNames, kindHelp, kindNames, labels, words } from '../vi.ts';

const optionsOf = (names: Readonly<Record<string, string>>): SelectOption[] =>
  Object.entries(names).map(([value, label]) => ({ value, label }));

export const fieldsOf = (state: FormView) => (name: string) => ({
  name,
  label: labels[name] ?? name,
  value: state.values[name],
  error: state.errors[name],
});

/** Which words in braces a letter may hold, and what stands for them. */
export function FieldsHelp() {
  return (
    <>
      {words.fieldsHelp}{' '}
      {letterFields.map((field, i) => (
        <>
          {i > 0 ? ', ' : null}
          <code>{`{${field}}`}</code> {fieldNames[field]}
        </>
      ))}
      .
    </>
  );
}

/** Subject and text, the same in a template and in a mailing. */
export function LetterFields(props: { readonly state: FormView }) {
  const field = fieldsOf(props.state);
  return (
    <>
      <TextInput {...field('subject')} maxLength={200} />
      <TextArea {...field('body')} help={<FieldsHelp />} rows={14} />
    </>
  );
}

export interface MailingFormProps {
  readonly state: FormView;
  readonly action: string;
  readonly hidden: HiddenValues;
  readonly backHref: string;
  /** Null when the sender stands already. */
  readonly senders: readonly SelectOption[] | null;
  readonly associations: readonly SelectOption[];
  /** Fee periods that the recipients can be narrowed to. */
  readonly periods: readonly SelectOption[];
  /** Set when they are too many to choose from. */
  readonly suggestHref: string | null;
  readonly newerHref?: string | undefined;
}

const order: readonly string[] = [
  'organisation',
  'kind',
  'subject',
  'body',
  'filter.association',
  'filter.branch',
  'filter.gender',
  'filter.degree',
  'filter.kind',
  'filter.field',
  'filter.q',
  'filter.born_from',
  'filter.born_to',
  'filter.joined_from',
  'filter.joined_to',
  'filter.has_phone',
  'filter.fee_period',
  'filter.fee_state',
];

/** One page for one mailing: who writes what, to whom. */
export function MailingForm(props: MailingFormProps) {
  const field = fieldsOf(props.state);
  return (
    <Form action={props.action} hidden={props.hidden}>
      <ErrorSummary errors={props.state.summary} order={order} />
      <NewerSaved href={props.newerHref} />
      <Fieldset legend={words.content}>
        {props.senders === null ? null : (
          <SelectOrSuggest
            {...field('organisation')}
            options={props.senders}
            suggestHref={props.suggestHref}
            empty={words.chooseOrganisation}
            placeholder={words.association}
            width="l"
          />
        )}
        <Radios
          {...field('kind')}
          options={mailingKinds.map((value) => ({
            value,
            label: kindNames[value],
            help: kindHelp[value],
          }))}
        />
        <LetterFields state={props.state} />
      </Fieldset>
      <Fieldset legend={words.whom} note={words.whomHelp}>
        <Whom {...props} />
      </Fieldset>
      <SaveActions save={words.save} backHref={props.backHref} />
    </Form>
  );
}

function Whom(props: MailingFormProps) {
  const field = fieldsOf(props.state);
  return (
    <>
      <SelectOrSuggest
        {...field('filter.association')}
        options={props.associations}
        suggestHref={props.suggestHref}
        empty={words.anyAssociation}
        placeholder={words.association}
        width="l"
        optional
      />
      <TextInput {...field('filter.branch')} help={words.branchHelp} width="m" optional />
      <Select
        {...field('filter.gender')}
        options={optionsOf(genderNames)}
        empty={words.anyGender}
        width="s"
        optional
      />
      <TextInput {...field('filter.degree')} help={words.degreeHelp} width="s" optional />
      <Select
        {...field('filter.kind')}
        options={optionsOf(membershipKindNames)}
        empty={words.anyKind}
        optional
      />
      <TextInput {...field('filter.field')} help={words.fieldHelp} width="m" optional />
      <MoreFilters {...props} />
    </>
  );
}

const rare = ['q', 'born_from', 'born_to', 'joined_from', 'joined_to', 'has_phone', 'fee_period'];

function MoreFilters({ state, periods }: MailingFormProps) {
  const field = fieldsOf(state);
  const open = rare.some(
    (name) => (state.values[`filter.${name}`] ?? '') !== '' || state.errors[`filter.${name}`],
  );
  return (
    <details open={open}>
      <summary>{words.more}</summary>
      <div class="form">
        <TextInput {...field('filter.q')} width="m" optional />
        {rare.slice(1, 5).map((name) => (
          <TextInput {...field(`filter.${name}`)} width="xs" numeric optional />
        ))}
        <Select
          {...field('filter.has_phone')}
          options={optionsOf(hasNames)}
          empty={words.anyPhone}
          optional
        />
        {periods.length > 0 ? (
          <>
            <Select
              {...field('filter.fee_period')}
              options={periods}
              empty={words.anyPeriod}
              optional
            />
            <Select
              {...field('filter.fee_state')}
              help={words.feeStateHelp}
              options={optionsOf(dueStateNames)}
              empty={dueStateNames.owing ?? ''}
              optional
            />
          </>
        ) : null}
      </div>
    </details>
  );
}

/** Templates and samples that a new letter can begin with. */
export function StartFrom(props: {
  readonly own: readonly LinkItem[];
  readonly samples: readonly LinkItem[];
}) {
  return (
    <Section title={words.startFrom}>
      {props.own.length === 0 ? null : (
        <>
          <p>{words.ownTemplates}</p>
          <InlineLinks items={props.own} />
        </>
      )}
      <p>{words.samples}</p>
      <InlineLinks items={props.samples} />
    </Section>
  );
}
