import { rootCode } from '../../../platform/http/addresses.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { redirectFor } from '../queries/index.ts';
import { oldAddress } from '../rules/index.ts';
import { linkOf } from './frame.ts';

/**
 * Where an address that has no page, or the home with a question, leads by the redirects of the site whose pages were
 * asked; null: nowhere. What has a page is never led away, so that a redirect can close no page.
 */
export async function onwardOf(c: WebContext): Promise<string | null> {
  const { cx, place } = c.var;
  if (c.req.method !== 'GET' && c.req.method !== 'HEAD') return null;
  const { search } = new URL(c.req.url);
  const below = `/${place.code}`;
  const inside =
    place.code !== rootCode() && (c.req.path === below || c.req.path.startsWith(`${below}/`));
  const path = inside ? c.req.path.slice(below.length) : c.req.path;
  const asked = `${path === '' ? '/' : path}${search}`;
  const target = await redirectFor(cx.db, place.organisationId, asked);
  if (target === null) return null;
  // A redirect to itself would never end: what leads to the address that was asked leads nowhere.
  if (target.startsWith('/') && oldAddress(target) === oldAddress(asked)) return null;
  return linkOf(place.code, target);
}
