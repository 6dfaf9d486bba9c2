import { NotFound } from '../../../platform/errors.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { sectionOf } from '../../../platform/records/section.ts';
import { liveBulletin } from '../queries/index.ts';
import type { Bulletin } from '../schema.ts';
import { words } from '../vi.ts';

export const base = '/ban-tin';
export const one = `${base}/:pid{[0-9a-z]{16}}`;
export const section = sectionOf('ban-tin', words.list);
export const { pathOf, crumbsTo } = section;

/** The issue of the address, which is of the office that is open. @throws NotFound */
export async function bulletinOf(c: WebContext): Promise<Bulletin> {
  const bulletin = await liveBulletin(c.var.cx, c.req.param('pid') ?? '');
  if (bulletin.organisationId !== c.var.place.organisationId) throw new NotFound('bulletin');
  return bulletin;
}

/** The page that an address asks for, from 1. */
export function pageNumber(c: WebContext): number {
  const asked = Number(c.req.query('trang') ?? '1');
  return Number.isSafeInteger(asked) && asked >= 1 && asked < 100_000 ? asked : 1;
}
