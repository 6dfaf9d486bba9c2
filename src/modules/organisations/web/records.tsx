import type { Hono } from 'hono';
import type { z } from 'zod';
import { type Command, execute } from '../../../platform/command.ts';
import { NotFound } from '../../../platform/errors.ts';
import { withQuery } from '../../../platform/http/addresses.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { Invalid } from '../../../platform/http/problems.ts';
import { AskForm } from '../pages/life-forms.tsx';
import { AffiliateForm, affiliateLabels, EndForm, endLabels } from '../pages/record-forms.tsx';
import { organisationEdit } from '../policy.ts';
import { findAffiliation } from '../queries/index.ts';
import type { Affiliation, Organisation } from '../schema/index.ts';
import {
  affiliate,
  deleteAffiliation,
  endAffiliation,
  restoreAffiliation,
  restoreFact,
  restoreOrganisation,
} from '../service/index.ts';
import { organisationIssues, vi } from '../vi.ts';
import { crumbsOf, door, pathOf, subjectOf } from './door.tsx';
import { affiliationOptions, saved, suggestHref } from './form-parts.ts';
import { meantOrganisation } from './parents.ts';

/** Forms of what belongs to an organisation: its affiliations and its facts; and taking back. */
export function recordForms(app: Hono<Env>): void {
  affiliationDoors(app);
  app.post('/to-chuc/:org/khoi-phuc', (c) => {
    const raw = { organisation: c.req.param('org') };
    return takeBack(c, restoreOrganisation, raw, ({ code }) => saved(c, code, 'khoi-phuc'));
  });
  app.post('/to-chuc/:org/truc-thuoc/:pid/khoi-phuc', (c) =>
    takeBack(c, restoreAffiliation, { affiliation: c.req.param('pid') }, ({ code }) =>
      saved(c, code, 'khoi-phuc-truc-thuoc'),
    ),
  );
  app.post('/to-chuc/:org/so-lieu/:pid/khoi-phuc', (c) =>
    takeBack(c, restoreFact, { fact: c.req.param('pid') }, ({ code }) =>
      saved(c, code, 'khoi-phuc-so-lieu', 'so-lieu'),
    ),
  );
}

// One press with no form of its own: what stands against it is shown as the page of the refusal.
async function takeBack<I extends z.ZodType, L, R>(
  c: WebContext,
  command: Command<I, L, R>,
  raw: unknown,
  href: (value: R) => string,
): Promise<Response> {
  const outcome = await execute(c.var.cx, command, raw);
  if (!outcome.ok) throw new Invalid(outcome.issues, organisationIssues);
  return c.redirect(href(outcome.value), 303);
}

interface OnAffiliation {
  readonly organisation: Organisation;
  readonly row: Affiliation;
}

async function affiliationOf(c: WebContext): Promise<OnAffiliation> {
  const organisation = await subjectOf(c, organisationEdit);
  const { cx } = c.var;
  const row = await findAffiliation(cx.db, c.req.param('pid') ?? '', cx.clock.today());
  if (row === null || ![row.childId, row.parentId].includes(organisation.id)) {
    throw new NotFound('affiliation');
  }
  return { organisation, row };
}

function affiliationDoors(app: Hono<Env>): void {
  door(app, {
    path: '/to-chuc/:org/truc-thuoc/moi',
    command: affiliate,
    labels: affiliateLabels,
    title: () => vi.affiliate.title,
    lead: () => vi.affiliate.lead,
    open: (c) => subjectOf(c, organisationEdit),
    crumbs: (c, organisation) => crumbsOf(c, vi.affiliate.title, organisation),
    initial: () => ({ kind: 'territorial' }),
    fixed: async (c, { code }, typed) => {
      const meant = await meantOrganisation(c.var.cx, 'parent', typed.parent ?? '');
      if ('code' in meant) return { values: { child: code, parent: meant.code } };
      return { values: { child: code }, issues: [meant.issue] };
    },
    after: (c, { code }) => saved(c, code, 'truc-thuoc'),
    view: (c, { code }, state) => (
      <AffiliateForm
        {...state}
        affiliations={affiliationOptions}
        suggestHref={suggestHref(c)}
        backHref={pathOf(c, code)}
      />
    ),
  });
  const common = {
    open: affiliationOf,
    fixed: async (_c: WebContext, { row }: OnAffiliation) => ({ values: { affiliation: row.pid } }),
    version: ({ row }: OnAffiliation) => row.version,
  };
  door(app, {
    ...common,
    path: '/to-chuc/:org/truc-thuoc/:pid/ket-thuc',
    command: endAffiliation,
    labels: endLabels,
    title: () => vi.affiliate.endTitle,
    lead: ({ row }) => vi.affiliate.endLead(row.childName, row.parentName),
    crumbs: (c, { organisation }) => crumbsOf(c, vi.affiliate.endTitle, organisation),
    initial: (_c, { row }) => ({ note: row.note ?? '' }),
    after: (c, { organisation }) => saved(c, organisation.code, 'ket-thuc'),
    view: (c, { organisation }, state) => (
      <EndForm {...state} backHref={pathOf(c, organisation.code)} />
    ),
  });
  door(app, {
    ...common,
    path: '/to-chuc/:org/truc-thuoc/:pid/xoa',
    command: deleteAffiliation,
    labels: {},
    title: ({ row }) => vi.affiliate.deleteQuestion(row.childName, row.parentName),
    crumbs: (c, { organisation }) => crumbsOf(c, vi.affiliate.deleteVerb, organisation),
    initial: () => ({}),
    after: (c, { organisation, row }) =>
      withQuery(pathOf(c, organisation.code), { 'da-xoa-truc-thuoc': row.pid }),
    view: (c, { organisation }, state) => (
      <AskForm
        {...state}
        body={vi.affiliate.deleteBody}
        save={vi.affiliate.deleteVerb}
        backHref={pathOf(c, organisation.code)}
        danger
      />
    ),
  });
}
