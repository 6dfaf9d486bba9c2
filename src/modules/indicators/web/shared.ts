import type { Cx } from '../../../platform/command.ts';
import { NotFound } from '../../../platform/errors.ts';
import { office } from '../../../platform/http/addresses.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { may } from '../../../platform/policy.ts';
import { defineIndicators, readIndicators } from '../policy.ts';
import { rootOrganisation } from '../queries/index.ts';
import { vi } from '../vi.ts';

/** @throws NotFound for one who may not read indicators here */
export async function requireRead(c: WebContext): Promise<void> {
  const { cx, place } = c.var;
  if (!(await may(cx, readIndicators, place.organisationId))) throw new NotFound('indicators');
}

/** True when the actor may say what indicators mean, for the whole installation. */
export async function mayDefine(cx: Cx): Promise<boolean> {
  const root = await rootOrganisation(cx.db);
  return root !== null && may(cx, defineIndicators, root.id);
}

export const listPath = (c: WebContext) => office(c.var.place.code, 'bao-cao/chi-tieu');
export const reports = (c: WebContext) => ({
  label: vi.reports,
  href: office(c.var.place.code, 'bao-cao'),
});
export const crumbs = (c: WebContext, last: string) => [
  reports(c),
  { label: vi.title, href: listPath(c) },
  { label: last },
];
