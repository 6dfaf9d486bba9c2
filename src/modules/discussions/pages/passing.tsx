import type { FormView } from '../../../platform/forms/returned.ts';
import {
  Alert,
  Button,
  ButtonLink,
  ErrorSummary,
  Form,
  FormActions,
  type HiddenValues,
  TextInput,
  Trap,
} from '../../../ui/index.ts';
import { commentWords, passWords as words } from '../vi/index.ts';

/** The form by which a reader passes something on by e-mail. */
export function PassForm(props: {
  readonly form: FormView;
  readonly action: string;
  readonly hidden: HiddenValues;
  readonly title: string;
  readonly backHref: string;
}) {
  const { values, errors, summary } = props.form;
  return (
    <>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead(props.title)}</p>
      <Form action={props.action} hidden={props.hidden}>
        <ErrorSummary errors={summary} order={['to', 'name']} />
        <TextInput
          name="to"
          label={words.to}
          help={words.toHelp}
          type="email"
          value={values.to}
          error={errors.to}
          maxLength={254}
          autocomplete="off"
          width="m"
        />
        <TextInput
          name="name"
          label={words.name}
          help={words.nameHelp}
          value={values.name}
          error={errors.name}
          maxLength={100}
          autocomplete="name"
          width="m"
        />
        <Trap name="website" label={commentWords.trap} />
        <FormActions note={words.consent}>
          <Button kind="primary" busy={words.sending}>
            {words.send}
          </Button>
          <ButtonLink kind="text" href={props.backHref}>
            {words.back}
          </ButtonLink>
        </FormActions>
      </Form>
    </>
  );
}

/** The page behind the link of such a letter: opening it changes nothing. */
export function RefusePage(props: { readonly action: string; readonly refused: boolean }) {
  if (props.refused)
    return (
      <Alert tone="ok" title={words.refused} live>
        {words.refusedBody}
      </Alert>
    );
  return (
    <Form action={props.action}>
      <p>{words.refuseBody}</p>
      <FormActions>
        <Button kind="primary">{words.refuse}</Button>
      </FormActions>
    </Form>
  );
}
