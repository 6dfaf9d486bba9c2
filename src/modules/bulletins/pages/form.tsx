import type { FormView } from '../../../platform/forms/returned.ts';
import {
  type Content,
  ErrorSummary,
  Form,
  fieldOf,
  type HiddenValues,
  SaveActions,
  TextArea,
  TextInput,
} from '../../../ui/index.ts';
import { help, labels, words } from '../vi.ts';

/** What an issue is called, its words, and its cover. */
export function IssueForm(props: {
  readonly state: {
    readonly form: FormView;
    readonly hidden: HiddenValues;
    readonly action: string;
  };
  /** The field by which the cover is chosen. */
  readonly cover: Content;
  readonly backHref: string;
}) {
  const { form, hidden, action } = props.state;
  const field = fieldOf({ form });
  return (
    <Form action={action} hidden={hidden} files>
      <ErrorSummary errors={form.summary} />
      <TextInput {...field('number', labels.number!)} width="xs" numeric />
      <TextInput {...field('year', labels.year!)} width="xs" numeric />
      <TextInput {...field('title', labels.title!)} help={help.title} />
      {props.cover}
      <TextArea
        {...field('editorial', labels.editorial!)}
        help={help.editorial}
        rows={8}
        maxLength={6000}
        optional
      />
      <TextArea
        {...field('imprint', labels.imprint!)}
        help={help.imprint}
        rows={4}
        maxLength={2000}
        optional
      />
      <SaveActions save={words.save} backHref={props.backHref} />
    </Form>
  );
}
