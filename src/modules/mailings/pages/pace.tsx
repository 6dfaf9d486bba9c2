import type { FormView } from '../../../platform/forms/returned.ts';
import { ErrorSummary, Form, SaveActions, TextInput } from '../../../ui/index.ts';
import { labels, words } from '../vi.ts';

export function PaceForm(props: {
  readonly state: FormView;
  readonly action: string;
  readonly backHref: string;
}) {
  const { values, errors, summary } = props.state;
  return (
    <Form action={props.action}>
      <ErrorSummary errors={summary} />
      <TextInput
        name="per_hour"
        label={labels.per_hour ?? ''}
        help={words.paceHelp}
        value={values.per_hour}
        error={errors.per_hour}
        width="xs"
        numeric
      />
      <SaveActions save={words.paceSave} backHref={props.backHref} />
    </Form>
  );
}
