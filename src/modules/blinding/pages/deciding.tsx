import type { FormView } from '../../../platform/forms/returned.ts';
import type { DoorState } from '../../../platform/records/form-door.ts';
import {
  Alert,
  Button,
  ButtonLink,
  ErrorSummary,
  FileInput,
  Form,
  FormActions,
  TextArea,
} from '../../../ui/index.ts';
import { labels, words } from '../vi/index.ts';

const { acts } = words;

/** A copy that tells nothing, to be sent in the place of a file. */
export function ReplaceForm(props: {
  readonly action: string;
  readonly form: FormView;
  readonly version: number;
  readonly backHref: string;
}) {
  const { form } = props;
  return (
    <>
      <ErrorSummary errors={form.summary} order={['file']} />
      <Form action={props.action} hidden={{ version: props.version }} files>
        <FileInput
          name="file"
          label={labels.file ?? ''}
          help={acts.replaceHelp}
          error={form.errors.file}
        />
        <FormActions>
          <Button kind="primary" busy={acts.replacing}>
            {acts.replace}
          </Button>
          <ButtonLink kind="text" href={props.backHref}>
            {acts.back}
          </ButtonLink>
        </FormActions>
      </Form>
    </>
  );
}

/** Giving judges the file as it was sent, with the reason. */
export function ReleaseForm(props: { readonly state: DoorState; readonly backHref: string }) {
  const { form, hidden, action } = props.state;
  return (
    <>
      <Alert tone="warn">{acts.releaseWarn}</Alert>
      <ErrorSummary errors={form.summary} order={['reason']} />
      <Form action={action} hidden={hidden}>
        <TextArea
          name="reason"
          label={labels.reason ?? ''}
          help={acts.releaseHelp}
          value={form.values.reason}
          error={form.errors.reason}
          rows={3}
          maxLength={2000}
        />
        <FormActions>
          <Button kind="primary">{acts.release}</Button>
          <ButtonLink kind="text" href={props.backHref}>
            {acts.back}
          </ButtonLink>
        </FormActions>
      </Form>
    </>
  );
}
