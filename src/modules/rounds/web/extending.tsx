import type { Hono } from 'hono';
import { issue } from '../../../kernel/issue.ts';
import { execute } from '../../../platform/command.ts';
import { type FormView, freshForm } from '../../../platform/forms/returned.ts';
import { formOf } from '../../../platform/http/body.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { ExtendForm } from '../pages/asking.tsx';
import { obligationsByPid } from '../queries/index.ts';
import type { Obligation } from '../schema.ts';
import { extendObligation } from '../service/index.ts';
import { words } from '../vi.ts';
import { base, needManaging, pathOf, roundOf } from './shared.tsx';
import { again, shown } from './shown.ts';

/** More time for one or several. */
export function extendingDoors(app: Hono<Env>): void {
  app.get(`${base}/:round/gia-han`, async (c) =>
    extendPage(c, c.req.queries('chon') ?? [], freshForm()),
  );
  app.post(`${base}/:round/gia-han`, extend);
}

async function extendPage(
  c: WebContext,
  pids: readonly string[],
  state: FormView,
): Promise<Response> {
  const round = await roundOf(c);
  const found = await obligationsByPid(c.var.cx, pids.slice(0, 500));
  const chosen = found.filter((one) => one.round.id === round.id);
  for (const organisation of collectorsOf(chosen)) await needManaging(c, { organisation });
  const [first] = chosen;
  if (first === undefined) await needManaging(c, round);
  const back = first === undefined ? pathOf(c, round.pid) : backOf(c, first);
  const form = first === undefined ? again(state.values, [issue('chon', 'choose_some')]) : state;
  return shown(c, {
    round,
    title: words.extendTitle,
    lead: words.extendLead(chosen.length),
    state: form,
    body: (
      <ExtendForm
        state={form}
        action={pathOf(c, `${round.pid}/gia-han`)}
        hidden={{ _key: c.var.cx.ids.pid() }}
        backHref={back}
        chosen={chosen.map((one) => ({
          pid: one.pid,
          label: `${one.organisation.shortName} (${words.due(one.dueOn)})`,
        }))}
      />
    ),
  });
}

const collectorsOf = (obligations: readonly Obligation[]) => [
  ...new Map(obligations.map((one) => [one.collector.id, one.collector])).values(),
];

/** The page of whoever collects this one. */
const backOf = (c: WebContext, { round }: Obligation): string => pathOf(c, round.pid);

async function extend(c: WebContext): Promise<Response> {
  const { values, lists } = await formOf(c);
  const chosen = lists.chon ?? [];
  if (chosen.length === 0) return extendPage(c, [], freshForm(values));
  const input = { obligations: chosen, due_on: values.due_on, reason: values.reason };
  const outcome = await execute(c.var.cx, extendObligation, input);
  if (!outcome.ok) return extendPage(c, chosen, again(values, outcome.issues));
  const round = await roundOf(c);
  return c.redirect(`${pathOf(c, round.pid)}?da-gia-han=1`, 303);
}
