import type { FormView } from '../../../platform/forms/returned.ts';
import {
  Button,
  ErrorSummary,
  Form,
  FormActions,
  type HiddenValues,
  Radios,
  TextArea,
  TextInput,
  Trap,
} from '../../../ui/index.ts';
import { feedbackTopics } from '../rules/index.ts';
import { mostFeedback } from '../schema/index.ts';
import { commentWords, topicNames, feedbackWords as words } from '../vi/index.ts';

/** The form by which a reader writes to the office. */
export function FeedbackForm(props: {
  readonly form: FormView;
  readonly action: string;
  readonly hidden: HiddenValues;
  readonly office: string;
}) {
  const { values, errors, summary } = props.form;
  return (
    <>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead(props.office)}</p>
      <Form action={props.action} hidden={props.hidden}>
        <ErrorSummary errors={summary} order={['name', 'email', 'topic', 'body']} />
        <TextInput
          name="name"
          label={words.name}
          value={values.name}
          error={errors.name}
          maxLength={100}
          autocomplete="name"
          width="m"
        />
        <TextInput
          name="email"
          label={words.email}
          help={words.emailHelp}
          type="email"
          value={values.email}
          error={errors.email}
          maxLength={254}
          autocomplete="email"
          width="m"
          optional
        />
        <Radios
          name="topic"
          label={words.topic}
          value={values.topic}
          error={errors.topic}
          options={feedbackTopics.map((value) => ({ value, label: topicNames[value] }))}
        />
        <TextArea
          name="body"
          label={words.body}
          help={words.bodyHelp}
          value={values.body}
          error={errors.body}
          rows={7}
          maxLength={mostFeedback}
        />
        <Trap name="website" label={commentWords.trap} />
        <FormActions note={words.consent}>
          <Button kind="primary" busy={words.sending}>
            {words.send}
          </Button>
        </FormActions>
      </Form>
    </>
  );
}
