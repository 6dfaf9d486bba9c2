import type { FormView } from '../../../../platform/forms/returned.ts';
import {
  Alert,
  Button,
  ButtonLink,
  ErrorSummary,
  Form,
  FormActions,
  type HiddenValues,
  uiVi,
} from '../../../../ui/index.ts';
import { EnterKey } from '../../../calls/index.ts';
import { entryWords } from '../../vi/index.ts';
import { type CarriedFiles, FileFields } from '../files.tsx';
import { SaidFields, WhoFields } from '../said-fields.tsx';

const words = entryWords.form;

export interface WriteFormProps extends Omit<CarriedFiles, 'error'> {
  readonly form: FormView;
  readonly action: string;
  readonly hidden: HiddenValues;
  /** In how many days it is accepted and answered. */
  readonly rules: string;
  /** Where letters go; null: nowhere. */
  readonly mailTo: string | null;
  /** A file was just received. */
  readonly added: boolean;
  readonly backHref: string;
}

const order = ['topic', 'about', 'body', 'asks', 'complainant', 'address', 'phone', 'files'];

/** A complaint being written, with its files. */
export function WriteForm(props: WriteFormProps) {
  const { form } = props;
  return (
    <>
      <h1>{words.title}</h1>
      {props.added ? (
        <Alert tone="ok" live>
          {words.added}
        </Alert>
      ) : null}
      <Form action={props.action} hidden={props.hidden} files>
        <EnterKey />
        <ErrorSummary errors={form.summary} order={order} />
        <p>{words.kept}</p>
        <SaidFields form={form} aboutHelp={words.aboutHelp} bodyHelp={words.bodyHelp} />
        <WhoFields form={form} />
        <FileFields {...props} error={form.errors.files} />
        <p class="help">{props.rules}</p>
        {props.mailTo === null ? null : <p class="help">{props.mailTo}</p>}
        <FormActions>
          <Button kind="primary" busy={uiVi.saving}>
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
