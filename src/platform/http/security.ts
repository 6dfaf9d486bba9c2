import type { MiddlewareHandler } from 'hono';
import { embedHosts, holdsEmbed, type Prose } from '../../kernel/prose/index.ts';
import { NotFound } from '../errors.ts';
import type { Env, WebContext } from './env.ts';
import { CrossSite } from './problems.ts';

const policy = [
  "default-src 'none'",
  "img-src 'self' data:",
  "media-src 'self'",
  "style-src 'self'",
  "script-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

/** Lets the page of a text show its films of other sites in frames, where the text holds any. */
export function allowEmbeds(c: WebContext, ...texts: readonly Prose[]): void {
  if (texts.some(holdsEmbed))
    c.header('content-security-policy', `${policy}; frame-src ${embedHosts.join(' ')}`);
}

// What `newToken` makes: the link of a letter opens by what stands in its address.
const secret = /\/[0-9a-f]{40}(?=\/|$)/;

/** Whether whoever knows an address needs nothing else: the secret of a link is part of it. */
export const holdsSecret = (path: string): boolean => secret.test(path);

/**
 * Headers of every answer: nothing inline, nothing framed, nothing guessed, nothing told to others. A page may
 * set a policy of content or referrer of its own; an address that holds a secret is named to nobody.
 */
export const securityHeaders: MiddlewareHandler<Env> = async (c, next) => {
  await next();
  const headers = c.res.headers;
  if (!headers.has('content-security-policy')) headers.set('content-security-policy', policy);
  // What REST answers depends on who asks; nothing on the way keeps it.
  if (c.req.path.startsWith('/api/') && !headers.has('cache-control'))
    headers.set('cache-control', 'private, no-store');
  headers.set('x-content-type-options', 'nosniff');
  if (!headers.has('referrer-policy'))
    headers.set('referrer-policy', holdsSecret(c.req.path) ? 'no-referrer' : 'same-origin');
  headers.set('cross-origin-opener-policy', 'same-origin');
  headers.set('permissions-policy', 'camera=(), microphone=(), geolocation=()');
  headers.set('x-frame-options', 'DENY');
  headers.set('x-request-id', c.var.requestId);
  // A proxy that ends TLS asks us by http: what readers use is the configured address.
  const address = c.var.services.publicUrl ?? c.req.url;
  if (address.startsWith('https:')) {
    headers.set('strict-transport-security', 'max-age=31536000');
  }
};

/** No address of ours holds a NUL or half a character; the database could not even look for one. */
export const readableAddress: MiddlewareHandler<Env> = async (c, next) => {
  const { pathname, search } = new URL(c.req.url);
  if (!readable(pathname) || !readable(search)) throw new NotFound();
  await next();
};

function readable(part: string): boolean {
  try {
    return !decodeURIComponent(part).includes('\0');
  } catch {
    return false;
  }
}

/**
 * Refuses a change asked by another site's page. A browser says where a request comes from
 * (`Sec-Fetch-Site`, `Origin`); a request with a bearer token carries no cookie to be abused.
 */
export const sameSiteOnly: MiddlewareHandler<Env> = async (c, next) => {
  const safe = c.req.method === 'GET' || c.req.method === 'HEAD' || c.req.method === 'OPTIONS';
  if (!safe && c.req.header('authorization') === undefined && !fromHere(c.req.raw)) {
    throw new CrossSite();
  }
  await next();
};

function fromHere(request: Request): boolean {
  const site = request.headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin' || site === 'none';
  const origin = request.headers.get('origin');
  // A form of a page without referrer names no origin. Another site's page would have to know the secret.
  if (origin === 'null') return holdsSecret(new URL(request.url).pathname);
  if (origin === null) return request.headers.get('cookie') === null;
  return URL.canParse(origin) && new URL(origin).host === (request.headers.get('host') ?? '');
}
