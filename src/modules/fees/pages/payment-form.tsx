import type { FormView } from '../../../platform/forms/returned.ts';
import {
  Button,
  ButtonLink,
  Checkbox,
  DateInput,
  ErrorSummary,
  Form,
  FormActions,
  type HiddenValues,
  Radios,
  SaveActions,
  TextArea,
  TextInput,
} from '../../../ui/index.ts';
import { methods } from '../rules/index.ts';
import { labels, methodNames, words } from '../vi.ts';

export interface MoneyFormProps {
  readonly state: FormView;
  readonly action: string;
  readonly hidden: HiddenValues;
  readonly backHref: string;
}

const fieldsOf = (state: FormView) => (name: string) => ({
  name,
  label: labels[name] ?? name,
  value: state.values[name],
  error: state.errors[name],
});

const methodOptions = methods.map((value) => ({ value, label: methodNames[value] }));

/** Money that came in. */
export function PaymentForm({ state, action, hidden, backHref }: MoneyFormProps) {
  const field = fieldsOf(state);
  return (
    <Form action={action} hidden={hidden}>
      <ErrorSummary
        errors={state.summary}
        order={['amount', 'method', 'paid_on', 'bank_reference', 'note']}
      />
      <TextInput {...field('amount')} width="s" suffix={words.dong} numeric />
      <Radios {...field('method')} options={methodOptions} />
      <DateInput {...field('paid_on')} />
      <TextInput {...field('bank_reference')} help={words.bankReferenceHelp} width="m" optional />
      <TextArea {...field('note')} help={words.paymentNoteHelp} rows={2} optional />
      <Checkbox
        name="receipt"
        label={labels.receipt ?? ''}
        checked={(state.values.receipt ?? '') !== ''}
      />
      <SaveActions save={words.savePayment} backHref={backHref} />
    </Form>
  );
}

/** Money given back. */
export function RefundForm({ state, action, hidden, backHref }: MoneyFormProps) {
  const field = fieldsOf(state);
  return (
    <Form action={action} hidden={hidden}>
      <ErrorSummary errors={state.summary} order={['amount', 'method', 'paid_on', 'reason']} />
      <TextInput
        {...field('amount')}
        label={words.refundAmount}
        width="s"
        suffix={words.dong}
        numeric
      />
      <Radios {...field('method')} options={methodOptions} />
      <DateInput {...field('paid_on')} label={words.refundDay} />
      <TextArea {...field('reason')} rows={2} />
      <SaveActions save={words.saveRefund} backHref={backHref} />
    </Form>
  );
}

export interface ReasonFormProps extends MoneyFormProps {
  /** What follows from it. */
  readonly text: string;
  readonly help?: string | undefined;
  readonly verb: string;
  readonly keep: string;
  /** Something is taken back: the button is red. */
  readonly danger?: boolean | undefined;
}

/** An act that needs a reason: to exempt somebody, to void a payment, to cancel a receipt. */
export function ReasonForm(props: ReasonFormProps) {
  const { state } = props;
  return (
    <Form action={props.action} hidden={props.hidden}>
      <ErrorSummary errors={state.summary} order={['reason']} />
      <p>{props.text}</p>
      <TextArea {...fieldsOf(state)('reason')} help={props.help} rows={2} />
      <FormActions>
        <Button kind={props.danger === true ? 'danger' : 'primary'}>{props.verb}</Button>
        <ButtonLink href={props.backHref}>{props.keep}</ButtonLink>
      </FormActions>
    </Form>
  );
}
