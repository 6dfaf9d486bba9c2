import type { Hono } from 'hono';
import type { Issue } from '../../../../kernel/issue.ts';
import { execute, once } from '../../../../platform/command.ts';
import { NotFound } from '../../../../platform/errors.ts';
import { freshForm, returnedForm } from '../../../../platform/forms/returned.ts';
import { formOf } from '../../../../platform/http/body.ts';
import type { Env, WebContext } from '../../../../platform/http/env.ts';
import { cancelRun, findRun } from '../../../../platform/jobs/index.ts';
import { sameQuestion } from '../../../../platform/records/narrowing.ts';
import type { Edition } from '../../../calls/index.ts';
import { LetterForm, LetterRun } from '../../pages/office/letters.tsx';
import { dossierByPid } from '../../queries/index.ts';
import { filled, reached, SEND_LETTERS, writeTo } from '../../service/index.ts';
import { jobMessages, bulkWords as words } from '../../vi/office/index.ts';
import { askedDossiers } from './asked.ts';
import { base, crumbsOf, issueWords, keptEdition, nameOf, pathOf } from './shared.tsx';

const refreshSeconds = 3;

/** One letter to the entrants that a filter finds. */
export function letterDoors(app: Hono<Env>): void {
  app.get(`${base}/thu`, async (c) => page(c, await keptEdition(c), { values: words.sample }));
  app.post(`${base}/thu`, order);
  app.get(`${base}/thu/:run`, runPage);
  app.post(`${base}/thu/:run/dung`, async (c) => {
    const edition = await keptEdition(c);
    const run = await runOf(c, edition);
    await cancelRun(c.var.cx, run.id);
    return c.redirect(pathOf(c, edition, `thu/${run.pid}`), 303);
  });
}

interface Shown {
  readonly values: Readonly<Record<string, string>>;
  readonly issues?: readonly Issue[];
  readonly looked?: boolean;
}

async function page(c: WebContext, edition: Edition, shown: Shown): Promise<Response> {
  const { cx, shell } = c.var;
  const path = pathOf(c, edition, 'thu');
  const asked = askedDossiers(c, path, edition.content);
  const pids = await reached(cx, edition, asked.filter);
  const issues = shown.issues ?? [];
  const first = pids[0];
  const letter = { subject: shown.values.subject ?? '', body: shown.values.body ?? '' };
  const sample = first === undefined ? null : await dossierByPid(cx, first);
  const { hash: _, search } = new URL(c.req.url);
  return shell.office(c, {
    title: words.title,
    lead: words.lead(pids.length),
    crumbs: crumbsOf(c, edition, { label: words.title }),
    ...(issues.length === 0 ? {} : { status: 422 as const, error: true }),
    body: (
      <LetterForm
        form={
          issues.length === 0
            ? freshForm(shown.values)
            : returnedForm(shown.values, issues, issueWords, words.labels)
        }
        action={`${path}${search}`}
        hidden={{ _key: cx.ids.pid() }}
        who={asked.chips.map(({ label }) => label)}
        many={pids.length}
        looked={shown.looked === true}
        preview={
          sample === null ? null : { title: nameOf(sample), ...(await filled(cx, sample, letter)) }
        }
        backHref={sameQuestion(asked.question, pathOf(c, edition))}
      />
    ),
  });
}

type Ordered = { readonly run: string } | { readonly issues: readonly Issue[] };

async function order(c: WebContext): Promise<Response> {
  const edition = await keptEdition(c);
  const { values, key } = await formOf(c);
  if (values.act === 'xem') return page(c, edition, { values, looked: true });
  const { filter } = askedDossiers(c, pathOf(c, edition), edition.content);
  const raw = { edition: edition.pid, filter, subject: values.subject, body: values.body };
  const answer = await once<Ordered>(c.var.cx, key, async (cx) => {
    const outcome = await execute(cx, writeTo, raw);
    return outcome.ok
      ? { keep: true, answer: { run: outcome.value.run } }
      : { keep: false, answer: { issues: outcome.issues } };
  });
  if ('issues' in answer) return page(c, edition, { values, issues: answer.issues });
  return c.redirect(pathOf(c, edition, `thu/${answer.run}`), 303);
}

async function runOf(c: WebContext, edition: Edition) {
  const run = await findRun(c.var.cx.db, c.req.param('run') ?? '');
  const ours = run?.name === SEND_LETTERS && run.organisationId === edition.organisation.id;
  if (run === null || !ours) throw new NotFound('job_run');
  return run;
}

async function runPage(c: WebContext): Promise<Response> {
  const edition = await keptEdition(c);
  const run = await runOf(c, edition);
  const under = run.state === 'waiting' || run.state === 'running';
  const title = under ? words.run.title : words.run.done;
  return c.var.shell.office(c, {
    title,
    crumbs: crumbsOf(c, edition, { label: title }),
    ...(under ? { refresh: refreshSeconds } : {}),
    body: (
      <LetterRun
        state={run.state}
        done={run.done}
        total={run.total}
        letters={(run.result as { letters?: number } | null)?.letters ?? run.done}
        problem={run.message === null ? null : (jobMessages[run.message] ?? null)}
        stopAction={pathOf(c, edition, `thu/${run.pid}/dung`)}
        backHref={pathOf(c, edition)}
      />
    ),
  });
}
