import type { FormView } from '../../../../platform/forms/returned.ts';
import type { RunState } from '../../../../platform/jobs/index.ts';
import {
  Alert,
  Button,
  ButtonLink,
  DefinitionList,
  ErrorSummary,
  Form,
  FormActions,
  type HiddenValues,
  Progress,
  Section,
  TextArea,
  TextInput,
} from '../../../../ui/index.ts';
import { letterFields } from '../../rules/index.ts';
import { letterFieldNames, bulkWords as words } from '../../vi/office/index.ts';

export interface LetterFormProps {
  readonly form: FormView;
  readonly action: string;
  readonly hidden: HiddenValues;
  /** What the dossiers are chosen by. */
  readonly who: readonly string[];
  readonly many: number;
  /** Somebody looked at how it is; only then it can be sent. */
  readonly looked: boolean;
  readonly preview: {
    readonly title: string;
    readonly subject: string;
    readonly text: string;
  } | null;
  readonly backHref: string;
}

/** A letter to many: whom it goes to, its words, and how it looks to one of them. */
export function LetterForm(props: LetterFormProps) {
  const { form, action, hidden, who, many, preview, backHref } = props;
  const field = (name: 'subject' | 'body') => ({
    name,
    label: words.labels[name],
    value: form.values[name],
    error: form.errors[name],
  });
  return (
    <>
      <Form action={action} hidden={hidden}>
        <ErrorSummary errors={form.summary} />
        <DefinitionList
          items={[{ term: words.who, value: who.length === 0 ? words.everybody : who.join('; ') }]}
          compact
        />
        <TextInput {...field('subject')} maxLength={180} />
        <TextArea {...field('body')} help={<FieldsHelp />} rows={12} maxLength={8000} />
        <FormActions>
          {many === 0 || !props.looked ? null : (
            <Button kind="primary" name="act" value="gui">
              {words.send(many)}
            </Button>
          )}
          <Button kind={props.looked ? 'secondary' : 'primary'} name="act" value="xem">
            {words.preview}
          </Button>
          <ButtonLink kind="text" href={backHref}>
            {words.back}
          </ButtonLink>
        </FormActions>
      </Form>
      {preview === null ? null : (
        <Section title={words.previewOf(preview.title)}>
          <p>
            <strong>{preview.subject}</strong>
          </p>
          <p class="answer-text">{preview.text}</p>
        </Section>
      )}
    </>
  );
}

function FieldsHelp() {
  return (
    <>
      {words.help}{' '}
      {letterFields.map((name, at) => (
        <>
          {at > 0 ? ', ' : null}
          <code>{`{${name}}`}</code> {letterFieldNames[name]}
        </>
      ))}
      .
    </>
  );
}

/** How far the letters are. */
export function LetterRun(props: {
  readonly state: RunState;
  readonly done: number;
  readonly total: number | null;
  readonly letters: number;
  readonly problem: string | null;
  readonly stopAction: string;
  readonly backHref: string;
}) {
  const { state, done, total } = props;
  const { run } = words;
  return (
    <>
      {state === 'waiting' || state === 'running' ? (
        <Progress
          label={run.label}
          done={done}
          total={total ?? undefined}
          stop={{ action: props.stopAction, label: run.stop }}
        />
      ) : null}
      {state === 'done' ? <Alert tone="ok" title={run.result(props.letters)} live /> : null}
      {state === 'cancelled' ? <Alert tone="warn" title={run.cancelled} live /> : null}
      {state === 'failed' ? (
        <Alert tone="bad" title={run.failed}>
          {props.problem ?? undefined}
        </Alert>
      ) : null}
      <p>
        <a href={props.backHref}>{words.back}</a>
      </p>
    </>
  );
}
