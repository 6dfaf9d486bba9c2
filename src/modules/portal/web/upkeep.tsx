import { NotFound } from '../../../platform/errors.ts';
import { listQuestion } from '../../../platform/forms/list.ts';
import { office } from '../../../platform/http/addresses.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { cancelRun, findRun, type JobRun } from '../../../platform/jobs/index.ts';
import { may } from '../../../platform/policy.ts';
import type { Term } from '../../../ui/index.ts';
import { outboxRead } from '../../accounts/index.ts';
import { JobPage, LetterPage, Letters } from '../pages/upkeep.tsx';
import { jobRead, jobStop } from '../policy.ts';
import { findLetter, listLetters } from '../queries/index.ts';
import type { Letter } from '../schema.ts';
import { jobWords, letterWords as words } from '../vi/index.ts';
import { atRoot, needs } from './shared.ts';

const pageSize = 50;
const refreshSeconds = 4;

/** Letters are the installation's, so they are read in the root's office only. */
async function needsLetters(c: WebContext): Promise<void> {
  if (!atRoot(c)) throw new NotFound('letters');
  await needs(c, outboxRead);
}

export async function letters(c: WebContext) {
  await needsLetters(c);
  const { cx, place, shell } = c.var;
  const path = office(place.code, 'thu-di');
  const question = listQuestion(path, c.req.query(), { filters: [], sorts: ['luc'], sort: '-luc' });
  const found = await listLetters(cx.db, question.page, pageSize);
  return shell.office(c, {
    title: words.title,
    lead: words.lead(found.waiting),
    body: (
      <Letters
        rows={found.items.map((letter) => ({
          href: `${path}/${letter.pid}`,
          subject: letter.subject,
          to: letter.to,
          created: words.moment(letter.createdAt),
          ...stateOf(letter),
        }))}
        pager={{
          page: question.page,
          size: pageSize,
          total: found.total,
          href: question.pageHref,
        }}
      />
    ),
  });
}

function stateOf(letter: Letter): { state: string; tone: 'ok' | 'info' | 'warn' } {
  if (letter.sentAt !== null) return { state: words.sent(letter.sentAt), tone: 'ok' };
  if (letter.attempts > 0) return { state: words.failed(letter.attempts), tone: 'warn' };
  return { state: words.waiting, tone: 'info' };
}

export async function letter(c: WebContext) {
  await needsLetters(c);
  const { cx, place, shell } = c.var;
  const found = await findLetter(cx.db, c.req.param('pid') ?? '');
  if (found === null) throw new NotFound('letter');
  const terms: Term[] = [
    { term: words.recipient, value: found.to },
    { term: words.created, value: words.moment(found.createdAt) },
    { term: words.state, value: stateOf(found).state },
  ];
  if (found.error !== null) terms.push({ term: words.error, value: found.error });
  return shell.office(c, {
    title: found.subject,
    crumbs: [{ label: words.title, href: office(place.code, 'thu-di') }, { label: found.subject }],
    body: <LetterPage terms={terms} paragraphs={found.text.trim().split(/\n{2,}/)} />,
  });
}

/** A run that the person may see: their own, or one of this office for its staff. */
async function runOf(c: WebContext): Promise<{ run: JobRun; own: boolean }> {
  const { cx, place } = c.var;
  const run = await findRun(cx.db, c.req.param('pid') ?? '');
  if (run === null) throw new NotFound('job');
  const own = cx.actor.kind === 'account' && cx.actor.accountId === run.requestedBy;
  const here =
    run.organisationId === null
      ? atRoot(c)
      : await cx.coverage.covers(
          cx.db,
          [place.organisationId],
          run.organisationId,
          cx.clock.today(),
        );
  const at = run.organisationId ?? place.organisationId;
  if (!own && !(here && (await may(cx, jobRead, at)))) throw new NotFound('job');
  return { run, own };
}

async function mayStop(c: WebContext, run: JobRun, own: boolean): Promise<boolean> {
  return own || may(c.var.cx, jobStop, run.organisationId ?? c.var.place.organisationId);
}

export async function job(c: WebContext) {
  const { run, own } = await runOf(c);
  const open = run.state === 'waiting' || run.state === 'running';
  const stoppable = open && !run.cancelRequested && (await mayStop(c, run, own));
  return c.var.shell.office(c, {
    title: jobWords.name(run.name),
    lead: jobWords.states[run.state],
    ...(open ? { refresh: refreshSeconds } : {}),
    body: (
      <JobPage
        state={run.state}
        done={run.done}
        total={run.total}
        message={run.message === null ? null : (jobWords.messages[run.message] ?? null)}
        stopping={open && run.cancelRequested}
        stopHref={stoppable ? `${office(c.var.place.code, `viec/${run.pid}`)}/dung` : null}
        resultHref={run.state === 'done' ? hrefIn(run.result) : null}
        backHref={open || run.state === 'done' ? null : hrefIn(run.payload)}
        terms={jobTerms(run)}
      />
    ),
  });
}

/** A job may be ordered from an address of this site, and leave one where its result opens: `href`. */
function hrefIn(told: unknown): string | null {
  if (typeof told !== 'object' || told === null || !('href' in told)) return null;
  const { href } = told;
  return typeof href === 'string' && /^\/(?![/\\])/.test(href) ? href : null;
}

function jobTerms(run: JobRun): Term[] {
  const terms: Term[] = [{ term: jobWords.created, value: jobWords.moment(run.createdAt) }];
  if (run.startedAt !== null) {
    terms.push({ term: jobWords.started, value: jobWords.moment(run.startedAt) });
  }
  if (run.finishedAt !== null) {
    terms.push({ term: jobWords.finished, value: jobWords.moment(run.finishedAt) });
    terms.push({ term: jobWords.count, value: jobWords.of(run.done, run.total) });
  }
  return terms;
}

export async function stopJob(c: WebContext) {
  const { run, own } = await runOf(c);
  if (!(await mayStop(c, run, own))) throw new NotFound('job');
  await cancelRun(c.var.cx, run.id);
  return c.redirect(office(c.var.place.code, `viec/${run.pid}`), 303);
}
