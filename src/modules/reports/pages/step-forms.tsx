import {
  DateInput,
  ErrorSummary,
  Form,
  SaveActions,
  Select,
  TextArea,
  TextInput,
} from '../../../ui/index.ts';
import { words } from '../vi/pages.ts';
import type { StepState } from './word-step.tsx';

interface StepFormProps {
  readonly state: StepState;
  readonly backHref: string;
}

const fieldsOf =
  ({ form }: StepState) =>
  (name: string, label: string) => ({
    name,
    label,
    value: form.values[name],
    error: form.errors[name],
  });

/** Until when and why an accepted report may be changed. */
export function ReopenForm({ state, backHref }: StepFormProps) {
  const field = fieldsOf(state);
  return (
    <Form action={state.action} hidden={state.hidden}>
      <ErrorSummary errors={state.form.summary} />
      <DateInput {...field('until', words.until)} />
      <TextArea {...field('reason', words.reopenReason)} maxLength={1000} />
      <SaveActions save={words.reopenSave} backHref={backHref} />
    </Form>
  );
}

/** Who signs a report, as what, when: with that it takes its number. */
export function NumberForm({ state, backHref }: StepFormProps) {
  const field = fieldsOf(state);
  return (
    <Form action={state.action} hidden={state.hidden}>
      <ErrorSummary errors={state.form.summary} />
      <DateInput {...field('signed_on', words.signedOn)} />
      <TextInput
        {...field('signer', words.signer)}
        help={words.signerHelp}
        width="m"
        maxLength={100}
      />
      <TextInput
        {...field('position', words.position)}
        help={words.positionHelp}
        width="m"
        maxLength={150}
      />
      <Select
        {...field('authority', words.authority)}
        options={Object.entries(words.authorities).map(([value, label]) => ({ value, label }))}
        empty={words.noAuthority}
        optional
      />
      <TextInput
        {...field('authority_of', words.authorityOf)}
        help={words.authorityHelp}
        width="m"
        maxLength={200}
        optional
      />
      <TextInput
        {...field('symbol', words.symbol)}
        help={words.symbolHelp}
        width="s"
        maxLength={30}
        optional
      />
      <SaveActions save={words.numberSave} backHref={backHref} />
    </Form>
  );
}
