import type { Hono } from 'hono';
import { type Issue, issue } from '../../../../kernel/issue.ts';
import { execute, once } from '../../../../platform/command.ts';
import { Conflict } from '../../../../platform/errors.ts';
import { type FormView, freshForm, returnedForm } from '../../../../platform/forms/returned.ts';
import { formOf } from '../../../../platform/http/body.ts';
import type { Env, WebContext } from '../../../../platform/http/env.ts';
import { offers, saidIn } from '../../../../platform/records/section.ts';
import { OneComment } from '../../pages/one.tsx';
import { commentModerate, commentRead } from '../../policy.ts';
import { commentByPid, reportsOf } from '../../queries/index.ts';
import { actsFor, commentActs } from '../../rules/index.ts';
import type { Comment } from '../../schema/index.ts';
import { eraseWriter, type hideComment, replyComment } from '../../service/index.ts';
import { oneWords, ownIssues, queueWords as words } from '../../vi/index.ts';
import { allow, officePath, ofOffice, commentsPath as path } from '../shared.ts';
import { actCommands } from './queue.tsx';

/** One comment in the office. */
export function oneDoors(app: Hono<Env>): void {
  app.get(`/${path}/:pid`, async (c) => show(c, await commentIn(c), {}));
  app.post(`/${path}/:pid`, decide);
  app.post(`/${path}/:pid/tra-loi`, reply);
  app.post(`/${path}/:pid/xoa-thong-tin`, erase);
}

async function commentIn(c: WebContext): Promise<Comment> {
  await allow(c, commentRead);
  return ofOffice(c, await commentByPid(c.var.cx, c.req.param('pid') ?? ''));
}

interface Forms {
  readonly form?: FormView;
  readonly answer?: FormView;
  readonly erase?: FormView;
  readonly status?: 409 | 422;
}

async function show(c: WebContext, comment: Comment, forms: Forms): Promise<Response> {
  const { cx, place, shell } = c.var;
  const reports = await reportsOf(cx.db, [comment.id]);
  const action = offers(c, commentModerate) ? officePath(c, `${path}/${comment.pid}`) : null;
  return shell.office(c, {
    title: oneWords.title(comment.name),
    crumbs: [{ label: words.title, href: officePath(c, path) }, { label: comment.name }],
    styles: ['discussion'],
    status: forms.status ?? 200,
    error: forms.status !== undefined,
    body: (
      <OneComment
        comment={comment}
        reports={reports}
        action={action}
        acts={actsFor(comment)}
        replies={comment.state === 'published' || comment.state === 'held'}
        office={place.shortName}
        form={forms.form ?? freshForm()}
        answer={forms.answer ?? freshForm()}
        erase={forms.erase ?? freshForm()}
        said={saidAt(c)}
        listHref={officePath(c, path)}
      />
    ),
  });
}

/** What the address tells of what was done. */
function saidAt(c: WebContext): string | undefined {
  const many = /^[1-9]\d{0,5}$/.exec(c.req.query('da-xoa') ?? '')?.[0];
  return many === undefined
    ? saidIn(c, { 'da-luu': oneWords.done, 'da-tra-loi': oneWords.replied })
    : oneWords.erased(Number(many));
}

async function decide(c: WebContext): Promise<Response> {
  const comment = await commentIn(c);
  await allow(c, commentRead, commentModerate);
  const { values } = await formOf(c);
  const act = commentActs.find((one) => one === values.act) ?? 'keep';
  const { by_author, reason, version } = values;
  const raw = {
    pid: comment.pid,
    reason,
    version,
    ...(act === 'approve' ? { by_author } : {}),
  };
  const again = async (issues: readonly Issue[], status: 409 | 422) =>
    show(c, await commentIn(c), {
      form: returnedForm(values, issues, ownIssues, { reason: words.reason }),
      status,
    });
  try {
    const outcome = await execute(c.var.cx, actCommands[act] as typeof hideComment, raw);
    if (!outcome.ok) return again(outcome.issues, 422);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return again([issue('', 'changed_meanwhile')], 409);
  }
  return c.redirect(officePath(c, `${path}/${comment.pid}?da-luu=1`), 303);
}

async function reply(c: WebContext): Promise<Response> {
  const comment = await commentIn(c);
  await allow(c, commentRead, commentModerate);
  const { values, key } = await formOf(c);
  const { voice, name, body } = values;
  const answer = await once(c.var.cx, key, async (cx) => {
    const outcome = await execute(cx, replyComment, { pid: comment.pid, voice, name, body });
    return { keep: outcome.ok, answer: outcome.ok ? [] : outcome.issues };
  });
  if (answer.length === 0)
    return c.redirect(officePath(c, `${path}/${comment.pid}?da-tra-loi=1`), 303);
  const labels = { voice: oneWords.voice, name: oneWords.authorName, body: oneWords.body };
  return show(c, comment, { answer: returnedForm(values, answer, ownIssues, labels), status: 422 });
}

async function erase(c: WebContext): Promise<Response> {
  const comment = await commentIn(c);
  await allow(c, commentRead, commentModerate);
  const { values } = await formOf(c);
  const again = async (issues: readonly Issue[], status: 409 | 422) =>
    show(c, await commentIn(c), { erase: returnedForm(values, issues, ownIssues, {}), status });
  if (values.sure === undefined) return again([issue('sure', 'erase_unsure')], 422);
  const { text, version } = values;
  try {
    const outcome = await execute(c.var.cx, eraseWriter, { pid: comment.pid, text, version });
    if (!outcome.ok) return again(outcome.issues, 422);
    return c.redirect(
      officePath(c, `${path}/${comment.pid}?da-xoa=${outcome.value.comments}`),
      303,
    );
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return again([issue('', 'changed_meanwhile')], 409);
  }
}
