import {
  ActForm,
  type ActState,
  Alert,
  ButtonLink,
  Checkbox,
  type Content,
  DateInput,
  FieldGroup,
  Fieldset,
  fieldId,
  fieldOf,
  Radios,
  Select,
  type SelectOption,
  TextArea,
  TextInput,
} from '../../../../ui/index.ts';
import { awardLevelNames, awardLevels } from '../../../calls/index.ts';
import { actWords as words } from '../../vi/office/index.ts';

/** Validate, refuse, reopen: one line of why. */
export function DecideForm(props: {
  readonly state: ActState;
  readonly act: 'validate' | 'invalidate' | 'reopen';
}) {
  const { state, act } = props;
  const { verb, help, reason } = words[act];
  return (
    <ActForm state={state} verb={verb} danger={act === 'invalidate'}>
      <TextArea
        {...fieldOf(state)('reason', reason)}
        help={help}
        rows={4}
        maxLength={2000}
        optional={act === 'validate'}
      />
    </ActForm>
  );
}

function Until({ state, help }: { readonly state: ActState; readonly help?: string }) {
  const field = fieldOf(state);
  const { until } = words.labels;
  return (
    <FieldGroup
      name="until-group"
      label={until}
      help={[help, words.back.timeHelp].filter(Boolean).join(' ')}
    >
      <div class="field-row">
        <DateInput
          {...field('until.day', words.back.day)}
          id={fieldId('until')}
          error={state.form.errors.until}
        />
        <TextInput {...field('until.time', words.back.time)} width="s" numeric optional />
      </div>
    </FieldGroup>
  );
}

export interface RemarkField {
  readonly key: string;
  readonly label: string;
}

/** Back to the entrant: until when, words for the whole, and for single fields. */
export function ReturnForm(props: {
  readonly state: ActState;
  readonly fields: readonly RemarkField[];
}) {
  const { state, fields } = props;
  const field = fieldOf(state);
  const { back } = words;
  return (
    <ActForm state={state} verb={back.verb}>
      <Until state={state} help={back.untilHelp} />
      <TextArea {...field('words', words.labels.words)} help={back.wordsHelp} rows={5} />
      <Fieldset legend={back.remarks}>
        <p class="help">{back.remarksHelp}</p>
        {fields.map(({ key, label }) => (
          <TextArea {...field(`remark.${key}`, label)} rows={1} maxLength={2000} optional />
        ))}
      </Fieldset>
    </ActForm>
  );
}

export function MoveForm(props: {
  readonly state: ActState;
  readonly now: string;
  readonly fields: readonly SelectOption[];
}) {
  const { state } = props;
  const field = fieldOf(state);
  return (
    <ActForm state={state} verb={words.move.verb} help={words.move.help}>
      <Select
        {...field('field', words.labels.field)}
        help={props.now}
        options={props.fields}
        empty={words.labels.field}
        width="l"
      />
      <TextArea {...field('reason', words.labels.reason)} rows={3} maxLength={2000} />
    </ActForm>
  );
}

export function LeaveForm({ state }: { readonly state: ActState }) {
  const field = fieldOf(state);
  const { leave, labels } = words;
  const { values, errors } = state.form;
  return (
    <ActForm state={state} verb={leave.verb} help={leave.help}>
      <Until state={state} />
      <FieldGroup name="acts" label={labels.acts} error={errors.acts}>
        {(['save', 'submit', 'withdraw'] as const).map((act) => (
          <Checkbox name={`act_${act}`} label={leave[act]} checked={values[`act_${act}`] === '1'} />
        ))}
      </FieldGroup>
      <TextArea {...field('reason', labels.reason)} rows={3} maxLength={2000} />
    </ActForm>
  );
}

export function ConsentForm(props: {
  readonly state: ActState;
  readonly authors: readonly SelectOption[];
  readonly parties: readonly SelectOption[];
  readonly purposes: readonly SelectOption[];
}) {
  const { state } = props;
  const field = fieldOf(state);
  const { consent, labels } = words;
  if (props.authors.length === 0) return <p>{consent.nobody}</p>;
  return (
    <ActForm state={state} verb={consent.verb} help={consent.help}>
      <Radios {...field('author', labels.author)} options={props.authors} />
      <Radios {...field('party', labels.party)} options={props.parties} />
      <Radios {...field('purpose', labels.purpose)} options={props.purposes} />
      <Radios
        {...field('given', labels.given)}
        options={[
          { value: '1', label: consent.yes },
          { value: '0', label: consent.no },
        ]}
      />
      <TextInput {...field('told_by', labels.told_by)} width="m" />
    </ActForm>
  );
}

export function AwardForm(props: {
  readonly state: ActState;
  readonly prizes: readonly SelectOption[];
}) {
  const { state, prizes } = props;
  const field = fieldOf(state);
  const { award, labels } = words;
  return (
    <ActForm state={state} verb={award.verb} help={award.help}>
      {prizes.length === 0 ? null : (
        <Select
          {...field('prize', labels.prize)}
          options={prizes}
          empty={award.noPrize}
          width="l"
          optional
        />
      )}
      <TextInput {...field('name', labels.name)} optional={prizes.length > 0} />
      <Select
        {...field('level', labels.level)}
        options={awardLevels.map((value) => ({ value, label: awardLevelNames[value] }))}
        empty={labels.level}
        width="m"
      />
      <div class="field-row">
        <TextInput
          {...field('year', labels.year)}
          help={award.yearHelp}
          width="xs"
          numeric
          optional
        />
        <DateInput {...field('decided_on', labels.decided_on)} help={award.dayHelp} optional />
      </div>
      <TextInput {...field('decision', labels.decision)} width="m" optional />
    </ActForm>
  );
}

export function ForwardForm(props: {
  readonly state: ActState;
  readonly editions: readonly SelectOption[];
}) {
  const { state, editions } = props;
  const { forward, labels } = words;
  if (editions.length === 0) return <NotNow backHref={state.backHref}>{forward.none}</NotNow>;
  return (
    <ActForm state={state} verb={forward.verb} help={forward.help}>
      <Radios {...fieldOf(state)('edition', labels.edition)} options={editions} />
    </ActForm>
  );
}

export function PaperForm({ state }: { readonly state: ActState }) {
  return (
    <ActForm state={state} verb={words.paper.verb}>
      <TextInput
        {...fieldOf(state)('email', words.labels.email)}
        help={words.paper.emailHelp}
        type="email"
        width="m"
        optional
      />
    </ActForm>
  );
}

/** In the place of a form that cannot be sent now: why, and the way back. */
export function NotNow(props: { readonly backHref: string; readonly children?: Content }) {
  return (
    <>
      <Alert tone="warn">{props.children}</Alert>
      <p>
        <ButtonLink href={props.backHref}>{words.back.toDossier}</ButtonLink>
      </p>
    </>
  );
}
