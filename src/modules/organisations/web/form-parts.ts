import { withQuery } from '../../../platform/http/addresses.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import type { Permission } from '../../../platform/policy.ts';
import { affiliationKinds } from '../rules/index.ts';
import type { Organisation } from '../schema/index.ts';
import { vi } from '../vi.ts';
import { crumbsOf, listPath, pathOf, subjectOf } from './door.tsx';

export const affiliationOptions = affiliationKinds.map((value) => ({
  value,
  label: vi.affiliations[value],
  help: vi.affiliationHelp[value],
}));

export const suggestHref = (c: WebContext) => `${listPath(c)}/goi-y`;
export const saved = (c: WebContext, code: string, word: string, rest = '') =>
  withQuery(pathOf(c, code, rest), { 'da-luu': word });

// What a form of an organisation as a whole has in common.
export const ofOrganisation = (wanted: Permission, title: string) => ({
  title: () => title,
  open: (c: WebContext) => subjectOf(c, wanted),
  crumbs: (c: WebContext, organisation: Organisation) => crumbsOf(c, title, organisation),
  fixed: async (_c: WebContext, { code }: Organisation) => ({ values: { organisation: code } }),
  version: ({ version }: Organisation) => version,
});
