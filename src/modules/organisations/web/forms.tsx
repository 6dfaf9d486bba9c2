import type { Hono } from 'hono';
import { formatDate } from '../../../kernel/vietnamese/dates.ts';
import { Forbidden } from '../../../platform/errors.ts';
import type { Env } from '../../../platform/http/env.ts';
import { may } from '../../../platform/policy.ts';
import { accents, uiVi } from '../../../ui/index.ts';
import {
  CodeForm,
  CreateForm,
  codeLabels,
  createLabels,
  EditForm,
  editLabels,
  RenameForm,
  renameLabels,
} from '../pages/organisation-forms.tsx';
import { organisationEdit } from '../policy.ts';
import { findOrganisation } from '../queries/index.ts';
import { organisationKinds } from '../rules/index.ts';
import {
  changeOrganisationCode,
  createOrganisation,
  editOrganisation,
  renameOrganisation,
} from '../service/index.ts';
import { vi } from '../vi.ts';
import { crumbsOf, door, listPath, pathOf } from './door.tsx';
import { affiliationOptions, ofOrganisation, saved, suggestHref } from './form-parts.ts';
import { asTyped, meantOrganisation } from './parents.ts';

const kindOptions = organisationKinds
  .filter((value) => value !== 'national_union')
  .map((value) => ({ value, label: vi.kinds[value] }));
const accentOptions = Object.keys(accents).map((value) => ({
  value,
  label: uiVi.accents[value as keyof typeof uiVi.accents],
}));

/** Forms that record, change, close and delete organisations. */
export function organisationForms(app: Hono<Env>): void {
  createDoor(app);
  door(app, {
    ...ofOrganisation(organisationEdit, vi.edit.title),
    path: '/to-chuc/:org/sua',
    command: editOrganisation,
    labels: editLabels,
    initial: (_c, { during, accent, seal }) => ({
      founded_on: during.from === null ? '' : formatDate(during.from),
      accent: accent ?? '',
      seal: seal?.join('\n') ?? '',
    }),
    after: (c, _s, { code }) => saved(c, code, 'sua'),
    view: (c, organisation, state) => (
      <EditForm
        {...state}
        accents={withOwn(organisation.accent)}
        backHref={pathOf(c, organisation.code)}
      />
    ),
  });
  door(app, {
    ...ofOrganisation(organisationEdit, vi.rename.title),
    path: '/to-chuc/:org/doi-ten',
    command: renameOrganisation,
    labels: renameLabels,
    lead: () => vi.rename.lead,
    initial: (_c, { name, shortName }) => ({ name, short_name: shortName }),
    after: (c, _s, { code }) => saved(c, code, 'doi-ten'),
    view: (c, { code }, state) => <RenameForm {...state} backHref={pathOf(c, code)} />,
  });
  door(app, {
    ...ofOrganisation(organisationEdit, vi.changeCode.title),
    path: '/to-chuc/:org/doi-ma',
    command: changeOrganisationCode,
    labels: codeLabels,
    lead: ({ code }) => vi.changeCode.lead(code),
    initial: (_c, { code }) => ({ code }),
    after: (c, _s, { code }) => saved(c, code, 'doi-ma'),
    view: (c, { code }, state) => <CodeForm {...state} backHref={pathOf(c, code)} />,
  });
}

// A colour that was entered by its number stays choosable.
function withOwn(accent: string | null) {
  if (accent === null || Object.hasOwn(accents, accent)) return accentOptions;
  return [...accentOptions, { value: accent, label: `${vi.edit.accentOwn} ${accent}` }];
}

function createDoor(app: Hono<Env>): void {
  door(app, {
    path: '/to-chuc/moi',
    command: createOrganisation,
    labels: createLabels,
    title: () => vi.create.title,
    lead: () => vi.create.lead,
    open: async (c) => {
      const { cx, place } = c.var;
      const code = c.req.query('thuoc') ?? place.code;
      const parent = await findOrganisation(cx.db, code, cx.clock.today());
      const allowed = await may(cx, organisationEdit, place.organisationId);
      if (!allowed) throw new Forbidden(organisationEdit.name);
      return parent ?? { name: place.name, code: place.code };
    },
    crumbs: (c) => crumbsOf(c, vi.create.title),
    initial: (_c, parent) => ({ kind: 'member_association', parent: asTyped(parent) }),
    fixed: async (c, _s, typed) => {
      const meant = await meantOrganisation(c.var.cx, 'parent', typed.parent ?? '');
      return 'code' in meant ? { values: { parent: meant.code } } : { issues: [meant.issue] };
    },
    after: (c, _s, { code }) => saved(c, code, 'tao'),
    view: (c, _s, state) => (
      <CreateForm
        {...state}
        kinds={kindOptions}
        affiliations={affiliationOptions}
        suggestHref={suggestHref(c)}
        backHref={listPath(c)}
      />
    ),
  });
}
