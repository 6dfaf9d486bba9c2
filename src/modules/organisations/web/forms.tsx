import type { Hono } from 'hono';
import { lastDay } from '../../../kernel/date-range.ts';
import { issue } from '../../../kernel/issue.ts';
import { formatDate } from '../../../kernel/vietnamese/dates.ts';
import { Forbidden } from '../../../platform/errors.ts';
import { withQuery } from '../../../platform/http/addresses.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { may } from '../../../platform/policy.ts';
import { accents, uiVi } from '../../../ui/index.ts';
import {
  AskForm,
  CloseForm,
  CodeForm,
  CreateForm,
  closeLabels,
  codeLabels,
  createLabels,
  EditForm,
  editLabels,
  RenameForm,
  renameLabels,
} from '../pages/forms.tsx';
import { organisationClose, organisationEdit } from '../policy.ts';
import { childrenOn, findOrganisation } from '../queries/index.ts';
import { affiliationKinds, organisationKinds } from '../rules.ts';
import type { Organisation } from '../schema.ts';
import {
  changeOrganisationCode,
  closeOrganisation,
  createOrganisation,
  deleteOrganisation,
  editOrganisation,
  renameOrganisation,
  reopenOrganisation,
} from '../service/index.ts';
import { vi } from '../vi.ts';
import { crumbsOf, door, listPath, pathOf, subjectOf } from './door.tsx';
import { asTyped, meantOrganisation } from './parents.ts';

const kindOptions = organisationKinds
  .filter((value) => value !== 'national_union')
  .map((value) => ({ value, label: vi.kinds[value] }));
export const affiliationOptions = affiliationKinds.map((value) => ({
  value,
  label: vi.affiliations[value],
  help: vi.affiliationHelp[value],
}));
const accentOptions = Object.keys(accents).map((value) => ({
  value,
  label: uiVi.accents[value as keyof typeof uiVi.accents],
}));

export const suggestHref = (c: WebContext) => `${listPath(c)}/goi-y`;
export const saved = (c: WebContext, code: string, word: string, rest = '') =>
  withQuery(pathOf(c, code, rest), { 'da-luu': word });

// What a form of an organisation as a whole has in common.
const ofOrganisation = (wanted: typeof organisationEdit, title: string) => ({
  title: () => title,
  open: (c: WebContext) => subjectOf(c, wanted),
  crumbs: (c: WebContext, organisation: Organisation) => crumbsOf(c, title, organisation),
  fixed: async (_c: WebContext, { code }: Organisation) => ({ values: { organisation: code } }),
  version: ({ version }: Organisation) => version,
});

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
  lifeDoors(app);
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

function lifeDoors(app: Hono<Env>): void {
  door(app, {
    ...ofOrganisation(organisationClose, vi.close.verb),
    path: '/to-chuc/:org/cham-dut',
    command: closeOrganisation,
    labels: closeLabels,
    title: ({ shortName }) => vi.close.title(shortName),
    initial: () => ({}),
    fixed: async (_c, { code }, typed) => {
      const confirmed = (typed.confirm_code ?? '').trim() === code;
      const issues = confirmed ? [] : [issue('confirm_code', 'wrong_code', { code })];
      return { values: { organisation: code }, issues };
    },
    after: (c, _s, { code }) => saved(c, code, 'cham-dut'),
    view: async (c, organisation, state) => {
      const { cx } = c.var;
      const members = await childrenOn(cx.db, organisation.id, cx.clock.today());
      return (
        <CloseForm
          {...state}
          code={organisation.code}
          members={members.length}
          backHref={pathOf(c, organisation.code)}
        />
      );
    },
  });
  door(app, {
    ...ofOrganisation(organisationClose, vi.close.reopenVerb),
    path: '/to-chuc/:org/mo-lai',
    command: reopenOrganisation,
    labels: {},
    title: ({ shortName }) => vi.close.reopenQuestion(shortName),
    initial: () => ({}),
    after: (c, _s, { code }) => saved(c, code, 'mo-lai'),
    view: (c, { code, during }, state) => (
      <AskForm
        {...state}
        body={vi.close.reopenBody(during.until === null ? '' : (lastDay(during) ?? ''))}
        save={vi.close.reopenVerb}
        backHref={pathOf(c, code)}
      />
    ),
  });
  door(app, {
    ...ofOrganisation(organisationClose, vi.remove.verb),
    path: '/to-chuc/:org/xoa',
    command: deleteOrganisation,
    labels: {},
    title: ({ name }) => vi.remove.question(name),
    initial: () => ({}),
    after: (c, { code, name }) => withQuery(listPath(c), { 'da-xoa': code, ten: name }),
    view: (c, { code }, state) => (
      <AskForm
        {...state}
        body={vi.remove.body}
        save={vi.remove.verb}
        backHref={pathOf(c, code)}
        danger
      />
    ),
  });
}
