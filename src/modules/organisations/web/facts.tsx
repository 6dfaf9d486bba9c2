import type { Hono } from 'hono';
import { lastDay } from '../../../kernel/date-range.ts';
import { formatDate } from '../../../kernel/vietnamese/dates.ts';
import type { Cx } from '../../../platform/command.ts';
import { NotFound } from '../../../platform/errors.ts';
import { withQuery } from '../../../platform/http/addresses.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { AskForm } from '../pages/life-forms.tsx';
import { FactForm, FactKindForm, factLabels } from '../pages/record-forms.tsx';
import { factWords } from '../pages/words.ts';
import { factEdit } from '../policy.ts';
import { factKinds, findFact } from '../queries/index.ts';
import type { Fact, FactKind, Organisation } from '../schema/index.ts';
import { deleteFact, setFact } from '../service/index.ts';
import { vi } from '../vi.ts';
import { crumbsOf, door, pathOf, subjectOf } from './door.tsx';
import { saved } from './form-parts.ts';

interface OnFactKind {
  readonly organisation: Organisation;
  readonly kind: FactKind | null;
}

async function factKindOf(c: WebContext): Promise<OnFactKind> {
  const organisation = await subjectOf(c, factEdit);
  const asked = c.req.query('loai');
  return { organisation, kind: (await kindsOf(c.var.cx)).find((k) => k.code === asked) ?? null };
}

const kindsOf = (cx: Cx) => factKinds(cx.db);

async function factOf(c: WebContext): Promise<{ organisation: Organisation; fact: Fact }> {
  const organisation = await subjectOf(c, factEdit);
  const fact = await findFact(c.var.cx.db, c.req.param('pid') ?? '');
  if (fact === null || fact.organisationId !== organisation.id) throw new NotFound('fact');
  return { organisation, fact };
}

/** Forms of what an organisation declares of itself. */
export function factForms(app: Hono<Env>): void {
  door(app, {
    path: '/to-chuc/:org/so-lieu/moi',
    command: setFact,
    labels: factLabels,
    title: ({ kind }) =>
      kind === null ? vi.facts.newTitle : `${vi.facts.newTitle}: ${kind.label}`,
    lead: () => vi.facts.newLead,
    open: factKindOf,
    crumbs: (c, { organisation }) => crumbsOf(c, vi.facts.newTitle, organisation),
    initial: () => ({}),
    fixed: async (_c, { organisation, kind }) => ({
      values: { organisation: organisation.code, kind: kind?.code ?? '' },
    }),
    after: (c, { organisation }) => saved(c, organisation.code, 'so-lieu', 'so-lieu'),
    view: async (c, { organisation, kind }, state) => {
      const backHref = pathOf(c, organisation.code, 'so-lieu');
      if (kind !== null) return <FactForm {...state} {...kind} backHref={backHref} />;
      const kinds = (await kindsOf(c.var.cx)).map((k) => ({ value: k.code, label: k.label }));
      return <FactKindForm action={pathOf(c, organisation.code, 'so-lieu/moi')} kinds={kinds} />;
    },
  });
  door(app, {
    path: '/to-chuc/:org/so-lieu/:pid/xoa',
    command: deleteFact,
    labels: {},
    open: factOf,
    title: ({ fact }) => vi.facts.deleteQuestion(fact.label, factWords(fact)),
    crumbs: (c, { organisation }) => crumbsOf(c, vi.facts.deleteVerb, organisation),
    initial: () => ({}),
    version: ({ fact }) => fact.version,
    fixed: async (_c, { fact }) => ({ values: { fact: fact.pid } }),
    after: (c, { organisation, fact }) =>
      withQuery(pathOf(c, organisation.code, 'so-lieu'), { 'da-xoa-so-lieu': fact.pid }),
    view: (c, { organisation, fact }, state) => (
      <AskForm
        {...state}
        body={vi.facts.deleteBody(periodWords(fact))}
        save={vi.facts.deleteVerb}
        backHref={pathOf(c, organisation.code, 'so-lieu')}
        danger
      />
    ),
  });
}

function periodWords({ during }: Fact): string {
  const from = during.from === null ? '' : formatDate(during.from);
  const last = during.until === null ? null : lastDay(during);
  return last === null ? from : `${from} ${vi.page.until(last)}`;
}
