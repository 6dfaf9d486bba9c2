import type { FormView } from '../../../platform/forms/returned.ts';
import {
  type Choice,
  ErrorSummary,
  Form,
  type HiddenValues,
  Radios,
  SaveActions,
  TextInput,
} from '../../../ui/index.ts';
import { pageWords } from '../vi/pages.ts';
import { fieldsOf } from './parts/state.ts';

const words = pageWords.make;

/** What a new edition begins from, and its address. */
export function MakingForm(props: {
  readonly form: FormView;
  readonly action: string;
  readonly hidden: HiddenValues;
  readonly options: readonly Choice[];
  readonly backHref: string;
}) {
  const field = fieldsOf(props);
  return (
    <>
      <ErrorSummary errors={props.form.summary} order={['from', 'code']} />
      <Form action={props.action} hidden={props.hidden}>
        <Radios {...field('from', [words.from])} options={props.options} />
        <TextInput {...field('code', words.code)} width="m" autocomplete="off" />
        <SaveActions save={words.save} backHref={props.backHref} />
      </Form>
    </>
  );
}
