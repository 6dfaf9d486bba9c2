import type { FormErrors } from '../../../platform/forms/state.ts';
import {
  Button,
  ButtonLink,
  ConfirmPage,
  DateInput,
  ErrorSummary,
  Form,
  FormActions,
  type HiddenValues,
  TextArea,
  TextInput,
} from '../../../ui/index.ts';
import { vi } from '../vi.ts';

export interface ValueFormProps {
  readonly action: string;
  readonly keepHref: string;
  readonly values: Readonly<Record<string, string>>;
  readonly errors: FormErrors;
  readonly hidden: HiddenValues;
}

/** The remark beside the union's own figure. */
export function NoteForm(props: ValueFormProps) {
  const { values, errors } = props;
  const words = vi.note;
  return (
    <>
      <ErrorSummary errors={errors.list} order={['words', 'from']} />
      <Form action={props.action} hidden={props.hidden}>
        <TextArea
          name="words"
          label={words.words}
          help={words.wordsHelp}
          value={values.words}
          error={errors.of('words')}
          rows={3}
          optional
        />
        <DateInput
          name="from"
          label={words.from}
          help={words.fromHelp}
          value={values.from}
          error={errors.of('from')}
          optional
        />
        <Actions {...props} verb={words.save} />
      </Form>
    </>
  );
}

/** A value that cannot be computed from records. */
export function EntryForm(props: ValueFormProps & { readonly unit: string | null }) {
  const { values, errors } = props;
  const words = vi.entry;
  return (
    <>
      <ErrorSummary errors={errors.list} order={['value', 'from', 'note']} />
      <Form action={props.action} hidden={props.hidden}>
        <TextInput
          name="value"
          label={words.value}
          value={values.value}
          error={errors.of('value')}
          suffix={props.unit ?? undefined}
          width="s"
          numeric
        />
        <DateInput
          name="from"
          label={words.from}
          help={vi.note.fromHelp}
          value={values.from}
          error={errors.of('from')}
          optional
        />
        <TextArea
          name="note"
          label={words.note}
          help={words.noteHelp}
          value={values.note}
          error={errors.of('note')}
          rows={2}
          optional
        />
        <Actions {...props} verb={words.save} />
      </Form>
    </>
  );
}

function Actions(props: { readonly verb: string; readonly keepHref: string }) {
  return (
    <FormActions>
      <Button kind="primary">{props.verb}</Button>
      <ButtonLink href={props.keepHref}>{vi.keep}</ButtonLink>
    </FormActions>
  );
}

/** One entered value, and taking it away. */
export function EntryRemoval(props: {
  readonly action: string;
  readonly keepHref: string;
  readonly question: string;
  readonly words: string;
  readonly hidden: HiddenValues;
}) {
  return (
    <ConfirmPage
      question={props.question}
      action={props.action}
      hidden={props.hidden}
      verb={vi.entry.remove}
      keepHref={props.keepHref}
    >
      <p>{props.words}</p>
    </ConfirmPage>
  );
}
