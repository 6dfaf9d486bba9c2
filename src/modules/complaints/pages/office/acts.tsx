import {
  ActForm,
  type ActState,
  Checkbox,
  DateInput,
  Radios,
  Section,
  TextArea,
  TextInput,
} from '../../../../ui/index.ts';
import { outcomes, refusals } from '../../rules/index.ts';
import { labels, outcomeNames, refusalNames, words } from '../../vi/index.ts';
import { fieldOf } from '../said-fields.tsx';
import { Written } from '../state.tsx';

interface Props {
  readonly state: ActState;
}

const { acts } = words;

export function AcceptForm({ state }: Props) {
  const field = fieldOf(state.form);
  const { verb, help, on, reason } = acts.accept;
  return (
    <ActForm state={state} verb={verb} help={help}>
      <DateInput {...field('on')} help={on} optional />
      <TextArea {...field('reason')} label={reason} rows={2} maxLength={2000} optional />
    </ActForm>
  );
}

export function RefuseForm({ state }: Props) {
  const field = fieldOf(state.form);
  const { verb, help } = acts.refuse;
  return (
    <ActForm state={state} verb={verb} danger>
      <Radios
        {...field('refusal')}
        options={refusals.map((value) => ({ value, label: refusalNames[value] }))}
      />
      <TextArea {...field('reason')} help={help} rows={4} maxLength={4000} />
    </ActForm>
  );
}

export function IdentifyForm({ state, aboutText }: Props & { readonly aboutText: string | null }) {
  const field = fieldOf(state.form);
  const { verb, help, said } = acts.identify;
  return (
    <ActForm state={state} verb={verb} {...(aboutText === null ? {} : { help: said(aboutText) })}>
      <TextInput {...field('about')} help={help} width="s" optional />
    </ActForm>
  );
}

export function AssignForm({ state }: Props) {
  const field = fieldOf(state.form);
  const { verb, help, reason } = acts.assign;
  return (
    <ActForm state={state} verb={verb}>
      <TextInput {...field('handler')} help={help} width="m" maxLength={200} />
      <TextArea {...field('reason')} label={reason} rows={2} maxLength={2000} optional />
    </ActForm>
  );
}

export function ConsultForm({ state }: Props) {
  const field = fieldOf(state.form);
  const { verb, help, reason, reopensHelp } = acts.consult;
  return (
    <ActForm state={state} verb={verb}>
      <TextArea {...field('reason')} label={reason} help={help} rows={5} maxLength={4000} />
      <Checkbox
        name="reopens"
        label={labels.reopens ?? ''}
        help={reopensHelp}
        checked={state.form.values.reopens !== undefined}
      />
    </ActForm>
  );
}

export function ExtendForm({ state, until }: Props & { readonly until: string }) {
  const field = fieldOf(state.form);
  const { verb, help, days } = acts.extend;
  return (
    <ActForm state={state} verb={verb} help={help(until)}>
      <TextInput {...field('days')} width="xs" numeric suffix={days} />
      <TextArea {...field('reason')} rows={3} maxLength={2000} />
    </ActForm>
  );
}

export function ProposeForm({ state }: Props) {
  const field = fieldOf(state.form);
  const { verb, help } = acts.propose;
  return (
    <ActForm state={state} verb={verb}>
      <Radios
        {...field('outcome')}
        options={outcomes.map((value) => ({ value, label: outcomeNames[value] }))}
      />
      <TextArea {...field('answer')} help={help} rows={12} maxLength={20_000} />
    </ActForm>
  );
}

export function AnswerForm(props: Props & { readonly outcome: string; readonly answer: string }) {
  const field = fieldOf(props.state.form);
  const { verb, help, document } = acts.answer;
  return (
    <ActForm state={props.state} verb={verb} help={help}>
      <Section title={words.one.draftTitle}>
        <p>
          <strong>{props.outcome}.</strong>
        </p>
        <Written text={props.answer} />
      </Section>
      <TextInput {...field('document')} help={document} width="s" maxLength={60} />
      <DateInput {...field('answered_on')} />
    </ActForm>
  );
}

/** An act that only asks why. */
export function ReasonForm({ state, act }: Props & { readonly act: 'close' | 'withdraw' }) {
  const field = fieldOf(state.form);
  const { verb, help } = acts[act];
  const label = act === 'close' ? acts.close.reason : (labels.reason ?? '');
  return (
    <ActForm state={state} verb={verb} help={help} danger={act === 'withdraw'}>
      <TextArea
        {...field('reason')}
        label={label}
        rows={3}
        maxLength={2000}
        optional={act === 'close'}
      />
    </ActForm>
  );
}
