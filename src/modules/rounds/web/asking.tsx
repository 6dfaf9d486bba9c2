import type { Hono } from 'hono';
import { formatDate } from '../../../kernel/vietnamese/dates.ts';
import { execute } from '../../../platform/command.ts';
import { NotFound } from '../../../platform/errors.ts';
import { type FormView, freshForm } from '../../../platform/forms/returned.ts';
import { formOf } from '../../../platform/http/body.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { organisationKindWords } from '../../organisations/index.ts';
import { AddForm, AskForm, DropForm } from '../pages/asking.tsx';
import { kindsBelow, notAsked, obligationByPid } from '../queries/index.ts';
import { dueBelow } from '../rules/index.ts';
import type { Obligation, Round } from '../schema.ts';
import { addObligation, askBelow, removeObligation } from '../service/index.ts';
import { words } from '../vi.ts';
import { base, collectorOf, needManaging, pathOf, roundOf } from './shared.tsx';
import { again, shown } from './shown.ts';

/** Asking those below, one more, one less. */
export function askingDoors(app: Hono<Env>): void {
  app.get(`${base}/:round/them`, (c) => addPage(c, freshForm()));
  app.post(`${base}/:round/them`, add);
  app.get(`${base}/:round/don-vi/:obligation/giao`, (c) => askPage(c, null));
  app.post(`${base}/:round/don-vi/:obligation/giao`, ask);
  app.get(`${base}/:round/don-vi/:obligation/bo`, (c) => dropPage(c, freshForm()));
  app.post(`${base}/:round/don-vi/:obligation/bo`, drop);
}

const selfPath = (c: WebContext): string => {
  const { pathname, search } = new URL(c.req.url);
  return `${pathname}${search}`;
};

async function throughOf(c: WebContext, round: Round): Promise<Obligation | null> {
  const through = c.req.query('thu');
  if (through === undefined) return null;
  const own = await obligationByPid(c.var.cx, through);
  if (own.round.id !== round.id) throw new NotFound('report_obligation');
  return own;
}

async function addPage(c: WebContext, state: FormView): Promise<Response> {
  const round = await roundOf(c);
  const view = collectorOf(c, round, await throughOf(c, round));
  await needManaging(c, view);
  const { db, clock } = c.var.cx;
  const free = await notAsked(db, round.id, view.organisation.id, clock.today());
  return shown(c, {
    round,
    title: words.addTitle,
    state,
    body: (
      <AddForm
        state={state}
        action={selfPath(c)}
        hidden={{}}
        backHref={view.path}
        organisations={free.map((one) => ({ value: one.code, label: one.name }))}
      />
    ),
  });
}

async function add(c: WebContext): Promise<Response> {
  const { values } = await formOf(c);
  const round = await roundOf(c);
  const through = c.req.query('thu') ?? null;
  const { organisation, due_on, reason } = values;
  const input = { round: round.pid, collector: through, organisation, due_on, reason };
  const outcome = await execute(c.var.cx, addObligation, input);
  if (!outcome.ok) return addPage(c, again(values, outcome.issues));
  const page = through === null ? round.pid : `${round.pid}/don-vi/${through}`;
  return c.redirect(`${pathOf(c, page)}?da-them=1`, 303);
}

async function owedOf(c: WebContext): Promise<Obligation> {
  const own = await obligationByPid(c.var.cx, c.req.param('obligation') ?? '');
  if (own.round.pid !== c.req.param('round')) throw new NotFound('report_obligation');
  return own;
}

const ownPath = (c: WebContext, own: Obligation): string =>
  pathOf(c, `${own.round.pid}/don-vi/${own.pid}`);

async function askPage(
  c: WebContext,
  sent: { readonly state: FormView; readonly chosen: readonly string[] } | null,
): Promise<Response> {
  const own = await owedOf(c);
  const { round } = own;
  await needManaging(c, own);
  const { db, clock } = c.var.cx;
  const kinds = await kindsBelow(db, own.organisation.id, round.opensOn);
  const due = dueBelow(own.dueOn, round.opensOn, clock.today());
  const state = sent?.state ?? freshForm({ due_on: formatDate(due) });
  return shown(c, {
    round,
    title: words.askTitle,
    lead: words.askLead(own.organisation.shortName),
    crumbs: [{ label: own.organisation.shortName, href: ownPath(c, own) }],
    state,
    body: (
      <AskForm
        state={state}
        action={c.req.path}
        hidden={{}}
        backHref={ownPath(c, own)}
        kinds={kinds.map(({ kind, many }) => ({
          value: kind,
          label: words.kindCount(organisationKindWords[kind] ?? kind, many),
        }))}
        chosen={sent?.chosen ?? kinds.map((one) => one.kind)}
        dueHelp={words.askDueHelp(own.dueOn)}
      />
    ),
  });
}

async function ask(c: WebContext): Promise<Response> {
  const { values, lists } = await formOf(c);
  const own = await owedOf(c);
  const kinds = lists.kinds ?? [];
  const input = { obligations: [own.pid], kinds, due_on: values.due_on };
  const outcome = await execute(c.var.cx, askBelow, input);
  if (outcome.ok) return c.redirect(`${ownPath(c, own)}?da-giao=1`, 303);
  return askPage(c, { state: again(values, outcome.issues), chosen: kinds });
}

async function dropPage(c: WebContext, state: FormView): Promise<Response> {
  const own = await owedOf(c);
  await needManaging(c, { organisation: own.collector });
  return shown(c, {
    round: own.round,
    title: words.dropTitle,
    crumbs: [{ label: own.organisation.shortName, href: ownPath(c, own) }],
    state,
    body: (
      <DropForm
        state={state}
        action={c.req.path}
        hidden={{}}
        backHref={ownPath(c, own)}
        text={words.dropBody(own.organisation.name)}
      />
    ),
  });
}

async function drop(c: WebContext): Promise<Response> {
  const { values } = await formOf(c);
  const own = await owedOf(c);
  const outcome = await execute(c.var.cx, removeObligation, {
    pid: own.pid,
    reason: values.reason,
  });
  if (outcome.ok) return c.redirect(`${pathOf(c, own.round.pid)}?da-bo=1`, 303);
  return dropPage(c, again(values, outcome.issues));
}
