import {
  Button,
  ButtonLink,
  ErrorSummary,
  Form,
  FormActions,
  HiddenFields,
  Section,
  TextInput,
  Trap,
  uiVi,
} from '../../../../ui/index.ts';
import { callWords } from '../../vi/entry/index.ts';

const words = callWords.startPage;

export interface AddressFormProps {
  readonly lead: string;
  readonly action: string;
  readonly backHref: string;
  readonly send: string;
  readonly email: string;
  readonly error: string | undefined;
  /** What concerns the whole form. */
  readonly refused: string | undefined;
  /** One-time key of the form. */
  readonly formKey: string;
}

/** Asks for the address that links go to. */
export function AddressForm(props: AddressFormProps) {
  const errors = [
    ...(props.refused === undefined ? [] : [{ field: '', text: props.refused }]),
    ...(props.error === undefined ? [] : [{ field: 'email', text: props.error }]),
  ];
  return (
    <>
      <ErrorSummary errors={errors} title={words.notSent} note={uiVi.errorKept} />
      <p>{props.lead}</p>
      <Form action={props.action}>
        <HiddenFields values={{ _key: props.formKey }} />
        <TextInput
          name="email"
          label={words.email}
          help={words.emailHelp}
          type="email"
          width="m"
          autocomplete="email"
          value={props.email}
          error={props.error}
        />
        <Trap name="trang_web" label={words.trap} />
        <FormActions>
          <Button kind="primary">{props.send}</Button>
          <ButtonLink href={props.backHref}>{words.back}</ButtonLink>
        </FormActions>
      </Form>
      <Section title={words.privacyTitle}>
        <p>{words.privacy}</p>
      </Section>
    </>
  );
}

/** What happens next; the link itself is only in the letter. */
export function LetterSent(props: {
  readonly said: string;
  readonly formHref: string;
  readonly backHref: string;
}) {
  return (
    <>
      <p>
        <strong>{props.said}</strong>
      </p>
      <p>{words.sentNext}</p>
      <p class="help">{words.sentMissing}</p>
      <div class="buttons">
        <ButtonLink href={props.formHref}>{words.otherAddress}</ButtonLink>
        <ButtonLink href={props.backHref}>{words.back}</ButtonLink>
      </div>
    </>
  );
}
