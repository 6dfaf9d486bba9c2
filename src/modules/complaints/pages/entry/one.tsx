import {
  Alert,
  Button,
  ButtonLink,
  Buttons,
  Card,
  DefinitionList,
  Form,
  FormActions,
  Section,
  type Term,
  TextArea,
  Timeline,
  type TimelineItem,
} from '../../../../ui/index.ts';
import { labels, entryWords as words } from '../../vi/index.ts';
import { FileList, type ShownFile } from '../files.tsx';
import { Written } from '../state.tsx';

export interface OnePageProps {
  readonly title: string;
  /** What was just done. */
  readonly notice: { readonly title: string; readonly body: string } | null;
  readonly receipt: readonly Term[];
  readonly frozenHref: string;
  readonly content: readonly Term[];
  readonly files: readonly ShownFile[];
  readonly answer: {
    readonly outcome: string;
    readonly document: string;
    readonly text: string;
  } | null;
  readonly steps: readonly TimelineItem[];
  readonly withdrawHref: string | null;
  readonly listHref: string;
}

/** How a complaint stands, for whoever wrote it. */
export function OnePage(props: OnePageProps) {
  const { notice, answer } = props;
  return (
    <>
      <h1>{props.title}</h1>
      {notice === null ? null : (
        <Alert tone="ok" title={`${notice.title.replace(/\.$/, '')}.`} live>
          {notice.body}
        </Alert>
      )}
      {answer === null ? null : (
        <Section title={words.one.answer}>
          <p>
            <strong>{answer.outcome}.</strong> {answer.document}.
          </p>
          <Written text={answer.text} />
        </Section>
      )}
      <Card title={words.one.receipt}>
        <DefinitionList items={props.receipt} />
        <p>
          <a href={props.frozenHref}>{words.one.frozen}</a>
        </p>
      </Card>
      <Section title={words.one.history}>
        <Timeline items={props.steps} />
      </Section>
      <Section title={words.one.content}>
        <DefinitionList items={props.content} />
        {props.files.length === 0 ? null : (
          <>
            <h3>{labels.files}</h3>
            <FileList files={props.files} />
          </>
        )}
      </Section>
      <Buttons>
        {props.withdrawHref === null ? null : (
          <ButtonLink kind="dangerOutline" href={props.withdrawHref}>
            {`${words.one.withdraw}…`}
          </ButtonLink>
        )}
        <ButtonLink kind="text" href={props.listHref}>
          {words.one.back}
        </ButtonLink>
      </Buttons>
    </>
  );
}

export interface WithdrawProps {
  readonly question: string;
  readonly action: string;
  readonly version: number;
  readonly reason: string | undefined;
  readonly error: string | undefined;
  readonly keepHref: string;
}

/** Taking a complaint back, with the reason. */
export function WithdrawForm(props: WithdrawProps) {
  const { withdraw } = words;
  return (
    <section class="confirm">
      <h1>{props.question}</h1>
      <p>{withdraw.body}</p>
      <Form action={props.action} hidden={{ version: props.version }}>
        <TextArea
          name="reason"
          label={withdraw.reason}
          value={props.reason}
          error={props.error}
          rows={3}
          maxLength={2000}
        />
        <FormActions>
          <Button kind="danger">{words.one.withdraw}</Button>
          <ButtonLink href={props.keepHref}>{withdraw.keep}</ButtonLink>
        </FormActions>
      </Form>
    </section>
  );
}
