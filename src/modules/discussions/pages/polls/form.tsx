import type { FormView } from '../../../../platform/forms/returned.ts';
import {
  Button,
  ButtonLink,
  DateInput,
  ErrorSummary,
  Form,
  FormActions,
  type HiddenValues,
  Radios,
  TextArea,
  TextInput,
} from '../../../../ui/index.ts';
import { pollShowings } from '../../rules/index.ts';
import { queueWords, showingNames, pollOffice as words } from '../../vi/index.ts';

export interface PollFormProps {
  readonly form: FormView;
  readonly action: string;
  readonly hidden: HiddenValues;
  readonly backHref: string;
}

/** Making or changing a poll. */
export function PollFields({ form, action, hidden, backHref }: PollFormProps) {
  const { values, errors, summary } = form;
  const field = (name: string) => ({ name, value: values[name], error: errors[name] });
  return (
    <Form action={action} hidden={hidden}>
      <ErrorSummary
        errors={summary}
        order={['question', 'note', 'options', 'most', 'opens_on', 'closes_on', 'shown']}
      />
      <TextInput {...field('question')} label={words.question} maxLength={300} />
      <TextArea {...field('note')} label={words.note} rows={2} maxLength={1000} optional />
      <TextArea {...field('options')} label={words.options} help={words.optionsHelp} rows={7} />
      <TextInput {...field('most')} label={words.most} help={words.mostHelp} width="xs" numeric />
      <DateInput {...field('opens_on')} label={words.opensOn} help={words.opensHelp} optional />
      <DateInput {...field('closes_on')} label={words.closesOn} help={words.closesHelp} optional />
      <Radios
        {...field('shown')}
        label={words.shown}
        options={pollShowings.map((value) => ({ value, label: showingNames[value] }))}
      />
      <FormActions>
        <Button kind="primary" busy={words.saving}>
          {words.save}
        </Button>
        <ButtonLink kind="text" href={backHref}>
          {queueWords.polls}
        </ButtonLink>
      </FormActions>
    </Form>
  );
}
