import type { Hono } from 'hono';
import { lastDay } from '../../../kernel/date-range.ts';
import { issue } from '../../../kernel/issue.ts';
import { NotFound } from '../../../platform/errors.ts';
import { withQuery } from '../../../platform/http/addresses.ts';
import type { Env } from '../../../platform/http/env.ts';
import { AskForm, CloseForm, closeLabels } from '../pages/life-forms.tsx';
import { organisationClose } from '../policy.ts';
import { childrenOn } from '../queries/index.ts';
import { closeOrganisation, deleteOrganisation, reopenOrganisation } from '../service/index.ts';
import { vi } from '../vi.ts';
import { door, listPath, pathOf } from './door.tsx';
import { ofOrganisation, saved } from './form-parts.ts';

/** Forms that close, reopen and delete an organisation. */
export function lifeDoors(app: Hono<Env>): void {
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
    view: (c, { code, during }, state) => {
      const last = lastDay(during);
      // What was never closed has nothing to take back.
      if (last === null) throw new NotFound('closed organisation');
      return (
        <AskForm
          {...state}
          body={vi.close.reopenBody(last)}
          save={vi.close.reopenVerb}
          backHref={pathOf(c, code)}
        />
      );
    },
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
