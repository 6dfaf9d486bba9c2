import type { FormView } from '../../../platform/forms/returned.ts';
import {
  Button,
  Checkbox,
  ErrorSummary,
  Form,
  FormActions,
  type HiddenValues,
  Radios,
  TextArea,
  TextInput,
} from '../../../ui/index.ts';
import { moderations } from '../rules/index.ts';
import { moderationNames, settingWords as words } from '../vi/index.ts';

/** How a site takes what readers write. */
export function SettingsForm(props: {
  readonly form: FormView;
  readonly action: string;
  readonly hidden: HiddenValues;
}) {
  const { values, errors, summary } = props.form;
  return (
    <Form action={props.action} hidden={props.hidden}>
      <ErrorSummary
        errors={summary}
        order={['comments', 'open_days', 'promise_days', 'words', 'feedback', 'letters']}
      />
      <Radios
        name="comments"
        label={words.comments}
        value={values.comments}
        error={errors.comments}
        options={moderations.map((value) => ({ value, label: moderationNames[value] }))}
      />
      <TextInput
        name="open_days"
        label={words.openDays}
        help={words.openDaysHelp}
        value={values.open_days}
        error={errors.open_days}
        width="xs"
        suffix={words.days}
        numeric
        optional
      />
      <TextInput
        name="promise_days"
        label={words.promiseDays}
        help={words.promiseHelp}
        value={values.promise_days}
        error={errors.promise_days}
        width="xs"
        suffix={words.days}
        numeric
      />
      <TextArea
        name="words"
        label={words.words}
        help={words.wordsHelp}
        value={values.words}
        error={errors.words}
        rows={6}
        optional
      />
      <Checkbox name="feedback" label={words.feedback} checked={values.feedback === '1'} />
      <Checkbox name="letters" label={words.letters} checked={values.letters === '1'} />
      <FormActions>
        <Button kind="primary" busy={words.saving}>
          {words.save}
        </Button>
      </FormActions>
    </Form>
  );
}
