import type { Hono } from 'hono';
import { issue } from '../../../kernel/issue.ts';
import { type Cx, execute, type Outcome, once } from '../../../platform/command.ts';
import { Forbidden } from '../../../platform/errors.ts';
import { issuesOf } from '../../../platform/forms/issues.ts';
import { type FormView, freshForm, returnedForm } from '../../../platform/forms/returned.ts';
import { formOf } from '../../../platform/http/body.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { may } from '../../../platform/policy.ts';
import { MakingForm } from '../pages/making.tsx';
import { callManage } from '../policy.ts';
import { listEditions } from '../queries/index.ts';
import { editionInput } from '../schema/index.ts';
import { copyEdition, createEdition } from '../service/index.ts';
import { callsIssues, samples } from '../vi/index.ts';
import { pageWords } from '../vi/pages.ts';
import { base, pathOf, section } from './shared.tsx';

const words = pageWords.make;
/** How many earlier editions are offered to go on from. */
const mostOffered = 12;
const labels = { from: words.from, code: words.code[0] };

/** Doors that make an edition, from a sample or from an earlier one. */
export function makingDoors(app: Hono<Env>): void {
  app.get(`${base}/moi`, async (c) => {
    await needMaking(c);
    return show(c, freshForm({ from: c.req.query('tu') ?? '' }));
  });
  app.post(`${base}/moi`, async (c) => {
    await needMaking(c);
    const { values, key } = await formOf(c);
    const outcome = await once(c.var.cx, key, async (cx) => {
      const answer = await make(cx, c.var.place.code, values);
      return { keep: answer.ok, answer };
    });
    if (outcome.ok) return c.redirect(`${pathOf(c, outcome.value.pid)}?da-lap=1`, 303);
    return show(c, returnedForm(values, outcome.issues, callsIssues, labels), 422);
  });
}

async function needMaking(c: WebContext): Promise<void> {
  const { cx, place } = c.var;
  if (!(await may(cx, callManage, place.organisationId))) throw new Forbidden(callManage.name);
}

async function make(
  cx: Cx,
  organisation: string,
  { from = '', code }: Readonly<Record<string, string>>,
): Promise<Outcome<{ pid: string }>> {
  const [what, which = ''] = from.split(':');
  if (what === 'lan') return execute(cx, copyEdition, { pid: which, code, organisation });
  if (samples.some((sample) => sample.code === which))
    return execute(cx, createEdition, { organisation, code, sample: which });
  // All that is wrong is told at once.
  const { error } = editionInput.safeParse({ organisation, code });
  const more = error === undefined ? [] : issuesOf(error);
  return { ok: false, issues: [issue('from', 'edition_sample_unknown'), ...more] };
}

async function show(c: WebContext, form: FormView, status?: 422) {
  const { cx, place, shell } = c.var;
  const { rows } = await listEditions(cx, {
    organisation: place.organisationId,
    page: 1,
    size: mostOffered,
  });
  return shell.office(c, {
    title: words.title,
    lead: words.lead,
    crumbs: section.crumbsTo(c, { label: words.title }),
    ...(status === undefined ? {} : { status, error: true }),
    body: (
      <MakingForm
        form={form}
        action={pathOf(c, 'moi')}
        hidden={{ _key: cx.ids.pid() }}
        options={[
          ...samples.map((sample) => ({
            value: `mau:${sample.code}`,
            label: sample.content.name,
            help: sample.note,
          })),
          ...rows.map((row) => ({
            value: `lan:${row.pid}`,
            label: words.again(`${row.name}, ${pageWords.years(row.years.first, row.years.last)}`),
            help: words.againNote,
          })),
        ]}
        backHref={pathOf(c)}
      />
    ),
  });
}
