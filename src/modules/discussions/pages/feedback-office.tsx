import type { ListQuestion } from '../../../platform/forms/list.ts';
import type { FormView } from '../../../platform/forms/returned.ts';
import {
  Alert,
  Button,
  type Column,
  DefinitionList,
  Empty,
  ErrorSummary,
  FilterBar,
  Form,
  FormActions,
  InlineLinks,
  Pager,
  Section,
  Table,
  Tabs,
  TextArea,
  TextInput,
} from '../../../ui/index.ts';
import { brief } from '../rules/index.ts';
import type { Feedback } from '../schema/index.ts';
import {
  feedbackStateNames,
  queueWords,
  topicNames,
  feedbackOffice as words,
} from '../vi/index.ts';
import { Said } from './said.tsx';

export interface FeedbackListProps {
  readonly rows: readonly { readonly feedback: Feedback; readonly href: string }[];
  readonly total: number;
  readonly size: number;
  readonly question: ListQuestion;
  readonly path: string;
  readonly view: keyof typeof words.views;
  readonly tabs: readonly {
    readonly view: keyof typeof words.views;
    readonly href: string;
    readonly count: number;
  }[];
}

/** What readers wrote to the office. */
export function FeedbackList(props: FeedbackListProps) {
  const { rows, question, view } = props;
  return (
    <>
      <Tabs
        label={words.viewLabel}
        items={props.tabs.map((tab) => ({
          href: tab.href,
          label: words.views[tab.view],
          count: tab.count,
          current: tab.view === view,
        }))}
      />
      <FilterBar action={props.path} hidden={{ xem: view === 'new' ? null : view }}>
        <TextInput
          name="q"
          label={words.search}
          value={question.values.q}
          type="search"
          width="m"
        />
      </FilterBar>
      {rows.length === 0 ? (
        <Empty kind={question.values.q === '' ? 'first' : 'filtered'} title={words.none}>
          {words.noneBody}
        </Empty>
      ) : (
        <Table caption={words.title} columns={columns} rows={rows} />
      )}
      <Pager page={question.page} size={props.size} total={props.total} href={question.pageHref} />
    </>
  );
}

type Row = FeedbackListProps['rows'][number];
const { columns: label } = words;
const columns: readonly Column<Row>[] = [
  {
    key: 'name',
    label: label.name,
    header: true,
    cell: ({ feedback, href }) => <a href={href}>{feedback.name ?? words.forgotten}</a>,
  },
  {
    key: 'body',
    label: label.body,
    roomy: true,
    cell: ({ feedback }) => brief(feedback.body, 160),
  },
  { key: 'topic', label: label.topic, cell: ({ feedback }) => topicNames[feedback.topic] },
  {
    key: 'sent',
    label: label.sent,
    nowrap: true,
    cell: ({ feedback }) => queueWords.at(feedback.sentAt),
  },
];

export interface OneFeedbackProps {
  readonly feedback: Feedback;
  /** null for those who may not. */
  readonly action: string | null;
  readonly answer: FormView;
  readonly close: FormView;
  readonly said: string | undefined;
  readonly listHref: string;
}

/** One of them, with the answer. */
export function OneFeedback(props: OneFeedbackProps) {
  const { feedback, action, said } = props;
  return (
    <>
      {said === undefined ? null : <Alert tone="ok" title={said} live />}
      <div class="card">
        <Said text={feedback.body} />
      </div>
      <DefinitionList items={termsOf(feedback)} />
      {feedback.answer === null ? null : (
        <Section title={words.given}>
          <Said text={feedback.answer} />
        </Section>
      )}
      {action !== null && feedback.state === 'new' ? <Answer {...props} action={action} /> : null}
      {action !== null && feedback.state === 'closed' ? (
        <Form action={`${action}/mo-lai`} hidden={{ version: feedback.version }}>
          <Button>{words.reopen}</Button>
        </Form>
      ) : null}
      <InlineLinks items={[{ href: props.listHref, label: words.title }]} />
    </>
  );
}

function termsOf(feedback: Feedback) {
  const { doneBy, doneAt, reason, findings, state } = feedback;
  return [
    { term: label.state, value: feedbackStateNames[state] },
    { term: label.topic, value: topicNames[feedback.topic] },
    { term: label.sent, value: queueWords.at(feedback.sentAt) },
    { term: words.email, value: feedback.email ?? words.noEmail },
    ...(findings.length === 0
      ? []
      : [
          {
            term: queueWords.findings.replace(/:$/, ''),
            value: findings.map((one) => queueWords.finding(one)).join('; '),
          },
        ]),
    ...(doneBy === null || doneAt === null
      ? []
      : [{ term: feedbackStateNames[state], value: words.by(doneBy, doneAt) }]),
    ...(reason === null ? [] : [{ term: words.reason, value: reason }]),
  ];
}

function Answer(props: OneFeedbackProps & { readonly action: string }) {
  const { feedback, action, answer, close } = props;
  const hidden = { version: feedback.version };
  return (
    <>
      {feedback.email === null ? null : (
        <Section title={words.answer} id="tra-loi">
          <Form action={`${action}/tra-loi`} hidden={hidden}>
            <ErrorSummary errors={answer.summary} />
            <TextArea
              name="answer"
              label={words.answerLabel}
              help={words.answerHelp(feedback.email)}
              value={answer.values.answer}
              error={answer.errors.answer}
              rows={8}
              maxLength={8000}
            />
            <FormActions>
              <Button kind="primary">{words.send}</Button>
            </FormActions>
          </Form>
        </Section>
      )}
      <Section title={words.close} id="dong">
        <Form action={`${action}/dong`} hidden={hidden}>
          <ErrorSummary errors={close.summary} />
          <TextInput
            name="reason"
            label={words.closeReason}
            value={close.values.reason}
            error={close.errors.reason}
            maxLength={1000}
            optional
          />
          <FormActions>
            <Button>{words.closeVerb}</Button>
          </FormActions>
        </Form>
      </Section>
    </>
  );
}
