import type { Hono } from 'hono';
import { type Issue, issue } from '../../../../kernel/issue.ts';
import { language } from '../../../../kernel/language.ts';
import { execute } from '../../../../platform/command.ts';
import { NotFound } from '../../../../platform/errors.ts';
import { formOf } from '../../../../platform/http/body.ts';
import type { Env, WebContext } from '../../../../platform/http/env.ts';
import { inAsked, inLanguage } from '../../../../platform/http/language.ts';
import type { PollView } from '../../pages/poll.tsx';
import { PollPage, PollsPage } from '../../pages/poll-pages.tsx';
import { choicesOf, publicPoll, publicPolls } from '../../queries/index.ts';
import { brief, phaseOf, showsResult } from '../../rules/index.ts';
import type { Poll } from '../../schema/index.ts';
import { readerHash, votePoll } from '../../service/index.ts';
import { pollWords as words } from '../../vi/index.ts';
import { earlier, newReader, ownReader, readerOf, rememberReader } from '../reader.ts';
import {
  mostVotes,
  opened,
  openedIssue,
  ownPage,
  pollsPath as path,
  siteCrumbs,
  sitePath,
  told,
} from '../shared.ts';
import { backTo } from './agreeing.tsx';

const pageSize = 20;
const DAY = 86_400_000;

/** Polls of a site: all of them, one of them, voting. */
export function pollDoors(app: Hono<Env>): void {
  app.get(`/${path}`, (c) => inAsked(c, () => listPage(c)));
  app.get(`/${path}/:pid`, (c) => inAsked(c, async () => onePage(c, await pollIn(c), [])));
  app.post(`/${path}/:pid`, (c) => inAsked(c, () => voted(c)));
}

async function pollIn(c: WebContext): Promise<Poll> {
  const found = await publicPoll(c.var.cx.db, c.req.param('pid') ?? '');
  if (found === null || found.organisationId !== c.var.place.organisationId)
    throw new NotFound('poll');
  return found;
}

/** The pages of polls in the language of this one. */
const pollsHref = (c: WebContext, query = {}): string =>
  sitePath(c, path, { ...inLanguage(), ...query });
const pollHref = (c: WebContext, { pid }: Poll, query = {}): string =>
  sitePath(c, `${path}/${pid}`, { ...inLanguage(), ...query });

/** A poll as the reader of this page sees it. `back`: the page to come back to, where it is not the poll's own. */
export async function pollView(c: WebContext, poll: Poll, back?: string): Promise<PollView> {
  const { cx } = c.var;
  const reader = ownReader(c);
  const chosen =
    reader === null ? null : await choicesOf(cx.db, poll.id, readerHash(reader, poll.id));
  const phase = phaseOf(poll, cx.clock.today());
  const pageHref = pollHref(c, poll);
  return {
    poll,
    phase,
    chosen,
    result: showsResult(phase, poll.shown, chosen !== null),
    action: pageHref,
    hidden: { luc: opened(c, formName(poll)), ve: back },
    pageHref,
    changeHref: `${pollHref(c, poll, { doi: 1 })}#bo-phieu`,
  };
}

const formName = ({ pid }: Poll): string => `poll:${pid}`;

async function listPage(c: WebContext): Promise<Response> {
  const { cx, place, shell } = c.var;
  const page = Number(/^[1-9]\d{0,5}$/.exec(c.req.query('trang') ?? '')?.[0] ?? 1);
  const today = cx.clock.today();
  const { rows, total } = await publicPolls(cx.db, {
    organisationId: place.organisationId,
    today,
    page,
    size: pageSize,
  });
  return shell.portal(c, {
    title: words.title,
    description: words.lead,
    crumbs: siteCrumbs(c, { label: words.title }),
    styles: ['discussion'],
    body: (
      <PollsPage
        polls={rows.map((poll) => ({
          poll,
          phase: phaseOf(poll, today),
          href: pollHref(c, poll),
        }))}
        total={total}
        page={page}
        size={pageSize}
        pageHref={(to) => pollsHref(c, { trang: to === 1 ? null : to })}
      />
    ),
  });
}

const saidOf = (what: string | undefined): string | null =>
  what === 'moi' ? words.recorded : what === 'doi' ? words.changed : null;

async function onePage(
  c: WebContext,
  poll: Poll,
  issues: readonly Issue[],
  typed?: readonly number[],
): Promise<Response> {
  const view = await pollView(c, poll);
  const english = language() === 'en';
  const error = issues.length > 0 ? told(issues).join(' ') : null;
  const page = {
    // Polls are asked in Vietnamese: a page in English is called by what it is.
    title: english ? words.title : poll.question,
    description: english ? words.lead : (poll.note ?? words.title),
    crumbs: siteCrumbs(
      c,
      { label: words.title, href: pollsHref(c) },
      { label: brief(poll.question, 60), ...(english ? { lang: 'vi' } : {}) },
    ),
    styles: ['discussion'],
    error: error !== null,
    status: error === null ? 200 : 422,
    body: (
      <PollPage
        {...view}
        typed={typed}
        changing={c.req.query('doi') === '1' || typed !== undefined}
        said={saidOf(c.req.query('da-ghi'))}
        error={error}
        allHref={pollsHref(c)}
      />
    ),
  } as const;
  return error === null ? c.var.shell.portal(c, page) : ownPage(c, page);
}

async function voted(c: WebContext): Promise<Response> {
  const poll = await pollIn(c);
  const { cx } = c.var;
  const { values, lists } = await formOf(c);
  const choices = (lists.choices ?? []).map((typed) =>
    /^\d{1,3}$/.test(typed) ? Number(typed) : 0,
  );
  const again = (issues: readonly Issue[]) => onePage(c, poll, issues, choices);
  const wrong = openedIssue(c, formName(poll), values.luc);
  if (wrong !== null) return again([wrong]);
  const known = readerOf(c);
  const reader = known ?? newReader();
  const before = await choicesOf(cx.db, poll.id, readerHash(reader, poll.id));
  // Whoever changes the own choice adds no vote; others only so often from one place.
  const trapped = (values.website ?? '') !== '';
  if (before === null && (trapped || (await earlier(c, `poll:${poll.pid}`, DAY)) >= mostVotes))
    return again([issue('', 'no_cookie_many')]);
  const outcome = await execute(cx, votePoll, { pid: poll.pid, choices, reader });
  if (!outcome.ok) return again(outcome.issues);
  const own = sitePath(c, `${path}/${poll.pid}`);
  const back = backTo(c, values.ve, own);
  rememberReader(c, reader, own, back);
  const said = outcome.value.changed ? 'doi' : 'moi';
  return c.redirect(`${pollHref(c, poll, { 'da-ghi': said })}#ket-qua`, 303);
}
