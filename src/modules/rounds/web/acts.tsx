import type { Hono } from 'hono';
import { execute } from '../../../platform/command.ts';
import { settled } from '../../../platform/http/api.ts';
import { formOf } from '../../../platform/http/body.ts';
import { siteOf } from '../../../platform/http/client.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { Alert, ConfirmPage } from '../../../ui/index.ts';
import { countObligations, obligationByPid, targetsBelow } from '../queries/index.ts';
import type { Round } from '../schema.ts';
import {
  closeRound,
  openRound,
  remindRound,
  reopenRound,
  roundDeletion,
} from '../service/index.ts';
import { words } from '../vi.ts';
import { collected, sentOf } from './overview.tsx';
import {
  base,
  collectorOf,
  issueWords,
  needManaging,
  pathOf,
  roundCrumbs,
  roundOf,
  told,
} from './shared.tsx';
import { silentGroup, silentOf } from './silent.tsx';

/** Opening, closing, reminding, deleting: each asks first. */
export function actDoors(app: Hono<Env>): void {
  act(app, 'mo', { page: openPage, run: open });
  act(app, 'dong', { page: closePage, run: close });
  act(app, 'xoa', { page: removePage, run: remove });
  act(app, 'nhac', { page: remindPage, run: remind });
  app.post(`${base}/:round/mo-lai`, async (c) => {
    const { values } = await formOf(c);
    const input = { pid: c.req.param('round'), version: values.version };
    settled(await execute(c.var.cx, reopenRound, input), issueWords);
    return c.redirect(`${pathOf(c, input.pid)}?da-mo-lai=1`, 303);
  });
  app.post(`${base}/:round/khoi-phuc`, async (c) => {
    const pid = c.req.param('round');
    settled(await execute(c.var.cx, roundDeletion.restore, { pid }), issueWords);
    return c.redirect(`${pathOf(c, pid)}?da-khoi-phuc=1`, 303);
  });
}

interface Act {
  readonly page: (c: WebContext, round: Round, problem?: string) => Promise<Response>;
  /** Where it leads, or what is wrong in words. */
  readonly run: (
    c: WebContext,
    round: Round,
    values: Readonly<Record<string, string>>,
  ) => Promise<{ readonly href: string } | { readonly problem: string }>;
}

function act(app: Hono<Env>, word: string, { page, run }: Act): void {
  app.get(`${base}/:round/${word}`, async (c) => page(c, await roundOf(c)));
  app.post(`${base}/:round/${word}`, async (c) => {
    const { values } = await formOf(c);
    const round = await roundOf(c);
    const done = await run(c, round, values);
    return 'href' in done ? c.redirect(done.href, 303) : page(c, round, done.problem);
  });
}

interface Asked {
  readonly title: string;
  readonly question: string;
  readonly text: string;
  readonly verb: string;
  readonly keep: string;
  readonly back: string;
  readonly harmless?: boolean;
}

function confirm(c: WebContext, round: Round, asked: Asked, problem: string | undefined) {
  const { pathname, search } = new URL(c.req.url);
  return c.var.shell.office(c, {
    title: asked.title,
    error: problem !== undefined,
    status: problem === undefined ? 200 : 422,
    crumbs: roundCrumbs(c, round, { label: asked.title }),
    before: problem === undefined ? undefined : <Alert tone="bad">{problem}</Alert>,
    body: (
      <ConfirmPage
        question={asked.question}
        action={`${pathname}${search}`}
        hidden={{ version: round.version }}
        verb={asked.verb}
        keepHref={asked.back}
        keepLabel={asked.keep}
        harmless={asked.harmless}
      >
        {asked.text}
      </ConfirmPage>
    ),
  });
}

async function openPage(c: WebContext, round: Round, problem?: string): Promise<Response> {
  await needManaging(c, round);
  const { db, clock } = c.var.cx;
  const today = clock.today();
  const on = round.opensOn < today ? round.opensOn : today;
  const targets = await targetsBelow(db, [round.organisation.id], round.asked, on);
  const early = round.opensOn > today ? ` ${words.openEarly(round.opensOn)}` : '';
  return confirm(
    c,
    round,
    {
      title: words.openTitle,
      question: words.openQuestion(round.name, targets.length),
      text: `${words.openBody(round.dueOn)}${early}`,
      verb: words.openVerb,
      keep: words.keepDraft,
      back: pathOf(c, round.pid),
      harmless: true,
    },
    problem,
  );
}

const open: Act['run'] = async (c, { pid }, { version }) => {
  const outcome = await execute(c.var.cx, openRound, { pid, version, site: siteOf(c) });
  return outcome.ok ? { href: `${pathOf(c, pid)}?da-mo=1` } : { problem: told(outcome.issues) };
};

async function closePage(c: WebContext, round: Round, problem?: string): Promise<Response> {
  await needManaging(c, round);
  const counts = await countObligations(c.var.cx, collected(collectorOf(c, round, null)));
  return confirm(
    c,
    round,
    {
      title: words.closeTitle,
      question: words.closeQuestion(round.name),
      text: words.closeBody(counts.asked - sentOf(counts)),
      verb: words.closeVerb,
      keep: words.keepOpen,
      back: pathOf(c, round.pid),
    },
    problem,
  );
}

const close: Act['run'] = async (c, { pid }, { version }) => {
  const outcome = await execute(c.var.cx, closeRound, { pid, version });
  return outcome.ok ? { href: `${pathOf(c, pid)}?da-dong=1` } : { problem: told(outcome.issues) };
};

async function removePage(c: WebContext, round: Round, problem?: string): Promise<Response> {
  await needManaging(c, round);
  return confirm(
    c,
    round,
    {
      title: words.removeTitle,
      question: words.removeQuestion(round.name),
      text: words.removeBody,
      verb: words.removeTitle,
      keep: words.kept,
      back: pathOf(c, round.pid),
    },
    problem,
  );
}

const remove: Act['run'] = async (c, { pid }, { version }) => {
  const outcome = await execute(c.var.cx, roundDeletion.remove, { pid, version });
  return outcome.ok ? { href: `${pathOf(c)}?da-xoa=${pid}` } : { problem: told(outcome.issues) };
};

async function remindPage(c: WebContext, round: Round, problem?: string): Promise<Response> {
  const through = c.req.query('thu');
  const own = through === undefined ? null : await obligationByPid(c.var.cx, through);
  const view = collectorOf(c, round, own);
  await needManaging(c, view);
  const counts = await countObligations(c.var.cx, collected(view));
  const missing = counts.asked - sentOf(counts);
  return confirm(
    c,
    round,
    {
      title: words.remindTitle,
      question: missing === 0 ? words.remindNobody : words.remindQuestion(missing),
      text: words.remindBody,
      verb: words.remindVerb,
      keep: words.keepQuiet,
      back: view.path,
      harmless: true,
    },
    problem,
  );
}

const remind: Act['run'] = async (c, round, values) => {
  const through = c.req.query('thu') ?? null;
  const own = through === null ? null : await obligationByPid(c.var.cx, through);
  // Those whom the machine writes to no more, and nobody else.
  const only =
    values.nhom === silentGroup
      ? (await silentOf(c, collectorOf(c, round, own))).map(({ pid }) => pid)
      : undefined;
  const page = through === null ? round.pid : `${round.pid}/don-vi/${through}`;
  if (only?.length === 0) return { href: `${pathOf(c, page)}?da-nhac=0-0` };
  const asked = only === undefined ? {} : { obligations: only };
  const input = { round: round.pid, collector: through, site: siteOf(c), ...asked };
  const outcome = await execute(c.var.cx, remindRound, input);
  if (!outcome.ok) return { problem: told(outcome.issues) };
  const { forms, letters } = outcome.value;
  return { href: `${pathOf(c, page)}?da-nhac=${forms}-${letters}` };
};
