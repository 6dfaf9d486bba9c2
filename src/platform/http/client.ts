import { getConnInfo } from '@hono/node-server/conninfo';
import type { WebContext } from './env.ts';

/** The client's address, for rate limits; a proxy is believed only when the office says it has one. */
export function clientAddress(c: WebContext): string {
  const forwarded = c.var.services.trustProxy ? c.req.header('x-forwarded-for') : undefined;
  const last = forwarded?.split(',').at(-1)?.trim();
  if (last !== undefined && last !== '') return last;
  try {
    return getConnInfo(c).remote.address ?? '0.0.0.0';
  } catch {
    // A request made inside the process (a test, a tool) has no socket.
    return '127.0.0.1';
  }
}

/** The address that readers use, without a slash at the end: for links in letters and on paper. */
export function siteOf(c: WebContext): string {
  return c.var.services?.publicUrl ?? new URL(c.req.url).origin;
}

/** Nobody has said which address readers use: `siteOf` is the one by which this request came. */
export const isAssumed = (c: WebContext): boolean => (c.var.services?.publicUrl ?? null) === null;
