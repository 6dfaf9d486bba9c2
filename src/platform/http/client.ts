import { getConnInfo } from '@hono/node-server/conninfo';
import { domainAsked } from './addresses.ts';
import type { WebContext } from './env.ts';

/** The client's address, for rate limits; a proxy is believed only when the office says it has one. */
export function clientAddress(c: WebContext): string {
  const forwarded = c.var.services.trustProxy ? c.req.header('x-forwarded-for') : undefined;
  const last = lastForwarded(forwarded);
  if (last !== null) return last;
  try {
    return getConnInfo(c).remote.address ?? '0.0.0.0';
  } catch {
    // A request made inside the process (a test, a tool) has no socket.
    return '127.0.0.1';
  }
}

/** The address that the nearest proxy saw, of an `X-Forwarded-For`; null when it names none. */
export function lastForwarded(header: string | undefined): string | null {
  if (header === undefined) return null;
  const last = header.slice(header.lastIndexOf(',') + 1).trim();
  return last === '' ? null : last;
}

/** The address that readers use, without a slash at the end: for links in letters and on paper. */
export function siteOf(c: WebContext): string {
  const own = domainAsked();
  if (own !== null) return `https://${own.host}`;
  return c.var.services?.publicUrl ?? new URL(c.req.url).origin;
}

/** Nobody has said which address readers use: `siteOf` is the one by which this request came. */
export const isAssumed = (c: WebContext): boolean => (c.var.services?.publicUrl ?? null) === null;
