import { type Issue, issue } from '../../../../kernel/issue.ts';
import { execute } from '../../../../platform/command.ts';
import { NotFound } from '../../../../platform/errors.ts';
import { type FormView, returnedForm } from '../../../../platform/forms/returned.ts';
import { formOf } from '../../../../platform/http/body.ts';
import { siteOf } from '../../../../platform/http/client.ts';
import type { WebContext } from '../../../../platform/http/env.ts';
import { Answered, Next, WriteForm } from '../../pages/write.tsx';
import { type SeenComment, seenComment, settingsOf } from '../../queries/index.ts';
import { whyClosed } from '../../rules/index.ts';
import type { Subject, SubjectRef } from '../../schema/index.ts';
import { postComment } from '../../service/index.ts';
import { ownIssues, commentWords as words } from '../../vi/index.ts';
import { earlier, readerOf } from '../reader.ts';
import {
  discussionPath,
  type Found,
  mostAnHour,
  opened,
  openedIssue,
  ownPage,
  siteCrumbs,
  sitePath,
} from '../shared.ts';

/** The comment that is answered. @throws NotFound */
export async function answeredIn(
  c: WebContext,
  ref: SubjectRef,
  pid: string,
): Promise<SeenComment> {
  const found = await seenComment(c.var.cx.db, pid);
  if (found === null || found.subject.kind !== ref.kind || found.subject.pid !== ref.pid)
    throw new NotFound('comment');
  return found;
}

export const crumbsTo = (c: WebContext, { title, href }: Subject, label: string) =>
  siteCrumbs(c, { label: title.length > 60 ? `${title.slice(0, 59)}…` : title, href }, { label });

const labels = () => ({ name: words.name, email: words.email, body: words.body });

/** The form carries for what it is: a time signed for one subject is not good for another. */
export const formName = (ref: SubjectRef): string => `comment:${ref.kind}:${ref.pid}`;

interface Writing {
  readonly ref: SubjectRef;
  readonly subject: Subject;
  readonly form: FormView;
  readonly parent: SeenComment | null;
}

export async function writePage(
  c: WebContext,
  { ref, subject, form, parent }: Writing,
): Promise<Response> {
  const { cx } = c.var;
  const settings = await settingsOf(cx.db, subject.organisationId);
  const { open, since } = subject;
  const closed = whyClosed(settings, { open, since: since ?? null }, cx.clock.today());
  const bad = form.summary.length > 0;
  const title = parent === null ? words.write : words.answer;
  return ownPage(c, {
    title,
    crumbs: crumbsTo(c, subject, title),
    styles: ['discussion'],
    status: bad ? 422 : 200,
    error: bad,
    body: (
      <>
        <h1>{title}</h1>
        <p>
          <a href={subject.href}>{subject.title}</a>
        </p>
        {parent === null ? null : (
          <Answered name={parent.name} body={parent.body} lead={words.answering(parent.name)} />
        )}
        {closed !== null && !bad ? (
          <p>{words.closed[closed]}</p>
        ) : (
          <WriteForm
            form={form}
            action={sitePath(c, discussionPath(ref))}
            hidden={{ luc: opened(c, formName(ref)), parent: parent?.pid }}
            promiseDays={settings.promiseDays}
            before={settings.comments !== 'after'}
          />
        )}
      </>
    ),
  });
}

/** A comment as a reader sends it: what is refused comes back as it was typed. */
export async function posted(c: WebContext, { ref, subject }: Found): Promise<Response> {
  const { cx } = c.var;
  const { values } = await formOf(c);
  const parent = values.parent ? await answeredIn(c, ref, values.parent) : null;
  const again = (issues: readonly Issue[]) =>
    writePage(c, { ref, subject, parent, form: returnedForm(values, issues, ownIssues, labels()) });
  const wrong = openedIssue(c, formName(ref), values.luc);
  if (wrong !== null) return again([wrong]);
  const recent = await earlier(c, 'comment');
  if (recent >= mostAnHour.comment) return again([issue('', 'too_many')]);
  const { name, email, body } = values;
  const outcome = await execute(cx, postComment, {
    kind: ref.kind,
    subject: ref.pid,
    parent: parent?.pid ?? null,
    name,
    email,
    body,
    reader: readerOf(c),
    trapped: (values.website ?? '') !== '',
    recent,
    site: siteOf(c),
  });
  if (!outcome.ok) return again(outcome.issues);
  // Put aside or waiting: whoever sends what nobody wants is not told which.
  const shown = outcome.value.state === 'published' ? outcome.value.pid : null;
  return c.redirect(sitePath(c, discussionPath(ref, '/da-gui'), { hien: shown }), 303);
}

/** What happens next. */
export async function nextPage(c: WebContext, { ref, subject }: Found): Promise<Response> {
  const { cx } = c.var;
  const settings = await settingsOf(cx.db, subject.organisationId);
  const shown = await seenComment(cx.db, c.req.query('hien') ?? '');
  const here = shown !== null && shown.subject.pid === ref.pid;
  return ownPage(c, {
    title: here ? words.shownTitle : words.sentTitle,
    crumbs: crumbsTo(c, subject, words.sentTitle),
    styles: ['discussion'],
    body: (
      <Next
        heading={words.write}
        title={here ? words.shownTitle : words.sentTitle}
        next={here ? words.shownNext : words.heldNext(settings.promiseDays)}
        backHref={here ? `${subject.href}#bl-${shown.pid}` : `${subject.href}#binh-luan`}
        backLabel={here ? words.toComment : words.back}
      />
    ),
  });
}
