import type { FormView } from '../../../platform/forms/returned.ts';
import {
  Alert,
  Button,
  Buttons,
  Checkbox,
  DefinitionList,
  ErrorSummary,
  Form,
  FormActions,
  InlineLinks,
  Radios,
  Section,
  TextArea,
  TextInput,
} from '../../../ui/index.ts';
import type { CommentAct } from '../rules/index.ts';
import type { Comment, Report } from '../schema/index.ts';
import { causeNames, queueWords, voiceNames, oneWords as words } from '../vi/index.ts';
import { ActButtons, findingText, StateBadge } from './queue.tsx';
import { Said } from './said.tsx';

export interface OneProps {
  readonly comment: Comment;
  readonly reports: readonly Report[];
  /** null: may look and change nothing. */
  readonly action: string | null;
  readonly acts: readonly CommentAct[];
  readonly replies: boolean;
  readonly office: string;
  readonly form: FormView;
  readonly answer: FormView;
  readonly erase: FormView;
  readonly said: string | undefined;
  readonly listHref: string;
}

/** A comment in the office: all that is known of it, deciding on it, answering it. */
export function OneComment(props: OneProps) {
  const { comment, said, reports, action, acts } = props;
  return (
    <>
      {said === undefined ? null : <Alert tone="ok" title={said} live />}
      <div class="card">
        <Said text={comment.body} />
      </div>
      <DefinitionList items={termsOf(comment)} />
      {reports.length === 0 ? null : <Reports reports={reports} />}
      {action === null || acts.length === 0 ? null : <Decide {...props} action={action} />}
      {action !== null && props.replies ? <Answer {...props} action={action} /> : null}
      {action === null || comment.voice === 'office' ? null : <Erase {...props} action={action} />}
      <InlineLinks
        items={[
          { href: props.listHref, label: queueWords.title },
          ...(comment.state === 'published'
            ? [{ href: `${comment.subject.href}#bl-${comment.pid}`, label: words.seePublic }]
            : []),
        ]}
      />
    </>
  );
}

function termsOf(comment: Comment) {
  const { subject, parent, reason, decidedBy, decidedAt, origin, voice } = comment;
  return [
    {
      term: words.state,
      value: (
        <>
          <StateBadge state={comment.state} />
          {voice === 'reader' ? null : ` ${voiceNames[voice]}`}
        </>
      ),
    },
    { term: words.posted, value: queueWords.at(comment.postedAt) },
    { term: words.subject, value: <a href={subject.href}>{subject.title}</a> },
    ...(parent === null
      ? []
      : [{ term: words.parent, value: `${parent.name}: ${parent.body.slice(0, 200)}` }]),
    { term: words.email, value: comment.email ?? words.noEmail },
    { term: words.findings, value: findingText(comment) || words.noFindings },
    ...(reason === null ? [] : [{ term: words.reason, value: reason }]),
    ...(decidedBy === null || decidedAt === null
      ? []
      : [{ term: words.decided, value: queueWords.decided(decidedBy, decidedAt) }]),
    ...(origin === null ? [] : [{ term: words.origin, value: origin }]),
  ];
}

function Reports({ reports }: { readonly reports: readonly Report[] }) {
  return (
    <Section title={words.reports}>
      <ul>
        {reports.map(({ cause, note, at, settledAt }) => (
          <li>
            {causeNames[cause]}
            {note === null ? '' : `: ${note}`} ({queueWords.at(at)}
            {settledAt === null ? '' : `, ${words.settled}`})
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Decide({ comment, acts, form, action }: OneProps & { readonly action: string }) {
  return (
    <Section title={words.act} id="xu-ly">
      <Form action={action} hidden={{ version: comment.version }}>
        <ErrorSummary errors={form.summary} />
        {acts.includes('approve') && comment.voice === 'reader' ? (
          <Checkbox
            name="by_author"
            label={words.byAuthor}
            checked={form.values.by_author !== undefined}
          />
        ) : null}
        {acts.includes('hide') || acts.includes('refuse') ? (
          <TextInput
            name="reason"
            label={queueWords.reason}
            help={queueWords.reasonHelp}
            value={form.values.reason}
            error={form.errors.reason}
            maxLength={1000}
            optional
          />
        ) : null}
        <ActButtons acts={acts} />
      </Form>
    </Section>
  );
}

function Answer({ answer, action, office }: OneProps & { readonly action: string }) {
  const { values, errors } = answer;
  return (
    <Section title={words.answer} id="tra-loi">
      <Form action={`${action}/tra-loi`}>
        <ErrorSummary errors={answer.summary} order={['voice', 'name', 'body']} />
        <p class="help">{words.answerHelp}</p>
        <Radios
          name="voice"
          label={words.voice}
          value={values.voice ?? 'office'}
          error={errors.voice}
          options={[
            { value: 'office', label: words.office(office) },
            { value: 'author', label: words.author },
          ]}
        />
        <TextInput
          name="name"
          label={words.authorName}
          value={values.name}
          error={errors.name}
          maxLength={100}
          width="m"
          optional
        />
        <TextArea
          name="body"
          label={words.body}
          value={values.body}
          error={errors.body}
          rows={4}
          maxLength={4000}
        />
        <FormActions>
          <Button>{words.send}</Button>
        </FormActions>
      </Form>
    </Section>
  );
}

function Erase({ comment, erase, action }: OneProps & { readonly action: string }) {
  const { values, errors } = erase;
  return (
    <Section title={words.erase} id="xoa-thong-tin">
      <Form action={`${action}/xoa-thong-tin`} hidden={{ version: comment.version }}>
        <ErrorSummary errors={erase.summary} order={['text', 'sure']} />
        <p class="help">{words.eraseHelp}</p>
        <Checkbox name="text" label={words.eraseText} checked={values.text !== undefined} />
        <Checkbox
          name="sure"
          label={words.eraseSure}
          checked={values.sure !== undefined}
          error={errors.sure}
        />
        <Buttons>
          <Button kind="dangerOutline">{words.eraseVerb}</Button>
        </Buttons>
      </Form>
    </Section>
  );
}
