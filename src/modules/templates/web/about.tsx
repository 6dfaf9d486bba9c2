import type { Hono } from 'hono';
import { type Issue, issue } from '../../../kernel/issue.ts';
import { execute, type Outcome, once } from '../../../platform/command.ts';
import { Conflict } from '../../../platform/errors.ts';
import { type FormView, freshForm, returnedForm } from '../../../platform/forms/returned.ts';
import { formOf } from '../../../platform/http/body.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { AboutForm } from '../pages/about.tsx';
import { liveTemplates, templateByPid } from '../queries.ts';
import type { Template } from '../schema.ts';
import { createTemplate, editTemplate } from '../service.ts';
import { labels, templateIssues, vi } from '../vi.ts';
import { base, crumbsOf, liveOf, pathOf, requireWrite, section } from './shared.tsx';

/** Doors that make a template, empty or from another one, and change what is said of it. */
export function aboutDoors(app: Hono<Env>): void {
  app.get(`${base}/moi`, async (c) => {
    await requireWrite(c);
    return show(c, null, freshForm(await firstValues(c)));
  });
  app.post(`${base}/moi`, (c) => sent(c, null));
  app.get(`${base}/:pid/sua`, async (c) => {
    await requireWrite(c);
    const template = await liveOf(c);
    return show(c, template, freshForm(valuesOf(template)));
  });
  app.post(`${base}/:pid/sua`, async (c) => {
    await requireWrite(c);
    return sent(c, await liveOf(c));
  });
}

const valuesOf = (template: Template): Record<string, string> => ({
  name: template.name,
  period_kind: template.periodKind,
  legal_basis: template.legalBasis ?? '',
});

async function firstValues(c: WebContext): Promise<Record<string, string>> {
  const source = await templateByPid(c.var.cx.db, c.req.query('tu') ?? '');
  if (source === null || source.deletedAt !== null) return { period_kind: 'year' };
  const { pid, periodKind, name } = source;
  return { from: pid, period_kind: periodKind, name: vi.copyName(name) };
}

async function show(
  c: WebContext,
  template: Template | null,
  form: FormView,
  more: { status?: 409 | 422; version?: number | string } = {},
) {
  const { cx, shell } = c.var;
  const title = template === null ? vi.form.newTitle : vi.form.editTitle(template.name);
  const sources = template === null ? await liveTemplates(cx.db) : [];
  return shell.office(c, {
    title,
    crumbs:
      template === null
        ? section.crumbsTo(c, { label: title })
        : crumbsOf(c, template, { label: vi.about }),
    ...(more.status === undefined ? {} : { status: more.status, error: true }),
    body: (
      <AboutForm
        form={form}
        action={pathOf(c, template === null ? 'moi' : `${template.pid}/sua`)}
        hidden={{ _key: cx.ids.pid(), version: more.version ?? template?.version }}
        sources={
          template === null ? sources.map(({ pid, name }) => ({ value: pid, label: name })) : null
        }
        backHref={pathOf(c, template?.pid ?? '')}
      />
    ),
  });
}

async function sent(c: WebContext, template: Template | null) {
  await requireWrite(c);
  const { values, key } = await formOf(c);
  const again = (issues: readonly Issue[], status: 409 | 422, version?: number | string) =>
    show(c, template, returnedForm(values, issues, templateIssues, labels), {
      status,
      ...(version === undefined ? {} : { version }),
    });
  const { name, period_kind, legal_basis } = values;
  const about = { name, period_kind, legal_basis };
  try {
    const outcome = await once<Outcome<{ pid: string }>>(c.var.cx, key, async (cx) => {
      const answer =
        template === null
          ? await execute(cx, createTemplate, {
              ...about,
              code: values.code,
              content: (await templateByPid(cx.db, values.from ?? ''))?.content,
            })
          : await execute(cx, editTemplate, {
              ...about,
              pid: template.pid,
              version: values.version,
            });
      return { keep: answer.ok, answer };
    });
    if (!outcome.ok) return again(outcome.issues, 422, values.version);
    return c.redirect(`${pathOf(c, outcome.value.pid)}?da-luu=1`, 303);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return again([issue('', 'changed_meanwhile')], 409, error.version);
  }
}
