import type { FormView } from '../../../../platform/forms/returned.ts';
import {
  DateInput,
  ErrorSummary,
  Form,
  type HiddenValues,
  SaveActions,
  TextInput,
} from '../../../../ui/index.ts';
import { EnterKey } from '../../../calls/index.ts';
import { words } from '../../vi/index.ts';
import { type CarriedFiles, FileFields } from '../files.tsx';
import { fieldOf, SaidFields, WhoFields } from '../said-fields.tsx';

export interface LetterFormProps extends Omit<CarriedFiles, 'error'> {
  readonly form: FormView;
  readonly action: string;
  readonly hidden: HiddenValues;
  readonly backHref: string;
}

const order = ['received_on', 'complainant', 'address', 'phone', 'email', 'topic', 'about'];

/** A letter on paper being taken in. */
export function LetterForm(props: LetterFormProps) {
  const { form } = props;
  const field = fieldOf(form);
  const { letterHelp } = words;
  return (
    <Form action={props.action} hidden={props.hidden} files>
      <EnterKey />
      <ErrorSummary errors={form.summary} order={[...order, 'body', 'asks', 'files']} />
      <DateInput {...field('received_on')} help={letterHelp.received} />
      <WhoFields form={form} />
      <TextInput {...field('email')} help={letterHelp.email} type="email" width="m" optional />
      <SaidFields form={form} aboutHelp={letterHelp.about} bodyHelp={letterHelp.body} />
      <FileFields {...props} error={form.errors.files} />
      <SaveActions save={words.letterSave} backHref={props.backHref} />
    </Form>
  );
}
