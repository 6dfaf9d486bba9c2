import type { Hono } from 'hono';
import type { z } from 'zod';
import { Forbidden, NotFound } from '../../../platform/errors.ts';
import { office } from '../../../platform/http/addresses.ts';
import type { Crumb, Env, WebContext } from '../../../platform/http/env.ts';
import type { Permission } from '../../../platform/policy.ts';
import { type DoorState, type FormDoor, formDoor } from '../../../platform/records/form-door.ts';
import { findOrganisation } from '../queries/index.ts';
import type { Organisation } from '../schema/index.ts';
import { mayAt } from '../service/index.ts';
import { organisationIssues, vi } from '../vi.ts';

/** Addresses of an organisation's pages inside the office that the request is in. */
export function pathOf(c: WebContext, code: string, rest = ''): string {
  return office(c.var.place.code, `to-chuc/${code}${rest === '' ? '' : `/${rest}`}`);
}

export function listPath(c: WebContext): string {
  return office(c.var.place.code, 'to-chuc');
}

/** The organisation of the address, for those who have the right there. @throws NotFound, Forbidden */
export async function subjectOf(c: WebContext, wanted: Permission): Promise<Organisation> {
  const { cx } = c.var;
  const found = await findOrganisation(cx.db, c.req.param('org') ?? '', cx.clock.today());
  if (found === null) throw new NotFound('organisation');
  if (!(await mayAt(cx, wanted, found.id))) throw new Forbidden(wanted.name);
  return found;
}

export function crumbsOf(c: WebContext, last: string, organisation?: Organisation): Crumb[] {
  const list = { label: vi.list.title, href: listPath(c) };
  if (organisation === undefined) return [list, { label: last }];
  const own = { label: organisation.shortName, href: pathOf(c, organisation.code) };
  return [list, own, { label: last }];
}

export type { DoorState };

/** Hangs a form on the office's router, with the words of organisations. */
export function door<S, I extends z.ZodObject, L, R>(
  app: Hono<Env>,
  spec: Omit<FormDoor<S, I, L, R>, 'words'>,
): void {
  formDoor(app, { ...spec, words: organisationIssues });
}
