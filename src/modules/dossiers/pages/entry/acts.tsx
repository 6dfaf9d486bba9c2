import {
  Alert,
  Button,
  ButtonLink,
  ErrorSummary,
  Form,
  FormActions,
  TextArea,
  TextInput,
} from '../../../../ui/index.ts';
import { dossierWords } from '../../vi/entry/index.ts';

const words = dossierWords.acts;

interface ActProps {
  readonly question: string;
  readonly action: string;
  readonly keepHref: string;
  readonly version: number;
  readonly typed?: string | undefined;
  readonly codeError?: string | undefined;
  /** Why it could not be done. */
  readonly refused?: string | undefined;
}

/** Taking a submitted dossier back, with the reason. */
export function WithdrawForm(
  props: ActProps & {
    readonly reason?: string | undefined;
    readonly reasonError?: string | undefined;
  },
) {
  const errors = [
    ...(props.reasonError === undefined ? [] : [{ field: 'reason', text: props.reasonError }]),
    ...(props.codeError === undefined ? [] : [{ field: 'confirm_code', text: props.codeError }]),
  ];
  return (
    <section class="confirm">
      <h1 class="anywhere">{props.question}</h1>
      <p>{words.withdrawWhat}</p>
      <Refusal text={props.refused} />
      <ErrorSummary errors={errors} title={words.notWithdrawn} />
      <Form action={props.action} hidden={{ version: props.version }}>
        <TextArea
          name="reason"
          label={words.reason}
          value={props.reason}
          error={props.reasonError}
          rows={3}
        />
        <Code {...props} label={words.type} />
        <FormActions>
          <Button kind="danger">{dossierWords.withdraw}</Button>
          <ButtonLink href={props.keepHref}>{words.keep}</ButtonLink>
        </FormActions>
      </Form>
    </section>
  );
}

/** Throwing a draft away that was never submitted. */
export function DiscardForm(props: ActProps) {
  return (
    <section class="confirm">
      <h1 class="anywhere">{props.question}</h1>
      <p>{words.discardWhat}</p>
      <Refusal text={props.refused} />
      <Form action={props.action} hidden={{ version: props.version }}>
        <Code {...props} label={words.discardType} />
        <FormActions>
          <Button kind="danger">{dossierWords.discard}</Button>
          <ButtonLink href={props.keepHref}>{words.keep}</ButtonLink>
        </FormActions>
      </Form>
    </section>
  );
}

const Code = ({ typed, codeError, label }: ActProps & { readonly label: string }) => (
  <TextInput
    name="confirm_code"
    label={label}
    value={typed}
    error={codeError}
    width="s"
    autocomplete="off"
  />
);

const Refusal = (props: { readonly text: string | undefined }) =>
  props.text === undefined ? null : (
    <Alert tone="bad" live>
      {props.text}
    </Alert>
  );
