import type { FormView } from '../../../platform/forms/returned.ts';
import {
  Alert,
  Button,
  ButtonLink,
  ErrorSummary,
  Form,
  FormActions,
  type HiddenValues,
  InlineLinks,
  TextArea,
  TextInput,
  Trap,
} from '../../../ui/index.ts';
import { transferWords as words } from '../vi/index.ts';

export interface TransferProps {
  readonly solution: string;
  readonly form: FormView;
  readonly action: string;
  readonly hidden: HiddenValues;
  readonly backHref: string;
}

/** The form by which a reader asks for a solution. No address of an author stands anywhere on it. */
export function TransferForm({ solution, form, action, hidden, backHref }: TransferProps) {
  const { values, errors } = form;
  return (
    <>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead(solution)}</p>
      <Form action={action} hidden={hidden}>
        <ErrorSummary errors={form.summary} order={['name', 'contact', 'message']} />
        <TextInput
          name="name"
          label={words.name}
          value={values.name}
          error={errors.name}
          maxLength={200}
          autocomplete="name"
          width="m"
        />
        <TextInput
          name="contact"
          label={words.contact}
          help={words.contactHelp}
          value={values.contact}
          error={errors.contact}
          maxLength={200}
          width="m"
        />
        <TextArea
          name="message"
          label={words.message}
          help={words.messageHelp}
          value={values.message}
          error={errors.message}
          rows={6}
          maxLength={4000}
        />
        <Trap name="website" label={words.trap} />
        <FormActions note={words.privacy}>
          <Button kind="primary" busy={words.sending}>
            {words.send}
          </Button>
          <ButtonLink kind="text" href={backHref}>
            {words.back}
          </ButtonLink>
        </FormActions>
      </Form>
    </>
  );
}

export function TransferSent(props: { readonly union: string; readonly backHref: string }) {
  return (
    <>
      <h1>{words.title}</h1>
      <Alert tone="ok" title={words.sentTitle} live>
        {words.sent(props.union)}
      </Alert>
      <InlineLinks items={[{ href: props.backHref, label: words.back }]} />
    </>
  );
}
