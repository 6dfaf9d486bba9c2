import { createHash } from 'node:crypto';
import { siteOf } from '../../../platform/http/client.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { stampOf } from '../queries/index.ts';

// Feeds and sitemaps are asked for again and again by programs that have them already. One short question tells
// whether anything that the site shows is another since; only then they are made anew.

interface Kept {
  readonly etag: string;
  readonly body: string;
}

// Of each running product its own: two in one process tell each other nothing, not even by what is asked anew.
const keptBy = new WeakMap<object, Map<string, Kept>>();
const alone = {};
const MOST = 300;
const SECOND = 1_000;

export interface Cached {
  readonly type: string;
  /** Whose changes make it another. */
  readonly siteId: string;
  /** What else makes it another: the day. */
  readonly also?: string;
  readonly make: () => Promise<string>;
}

/** An answer with ETag and Last-Modified, or 304 to who has it. */
export async function cached(
  c: WebContext,
  { type, siteId, also, make }: Cached,
): Promise<Response> {
  const { changes, changedAt } = await stampOf(c.var.cx, siteId);
  const address = `${siteOf(c)} ${c.req.path}`;
  const known = `${address} ${siteId} ${changes} ${changedAt.getTime()} ${also ?? ''}`;
  const etag = `"${createHash('sha256').update(known).digest('base64url').slice(0, 22)}"`;
  // Whole seconds, the next one: within the second of a change something else may have changed.
  const modified = new Date(Math.ceil(changedAt.getTime() / SECOND) * SECOND);
  const headers = {
    etag,
    'last-modified': modified.toUTCString(),
    'cache-control': 'no-cache',
    'content-type': `${type}; charset=utf-8`,
  };
  if (has(c, etag, modified)) return c.body(null, 304, headers);
  const kept = keptOf(c.var.services ?? alone);
  const before = kept.get(address);
  const body = before?.etag === etag ? before.body : await make();
  kept.delete(address);
  kept.set(address, { etag, body });
  const [oldest] = kept.keys();
  if (kept.size > MOST && oldest !== undefined) kept.delete(oldest);
  return c.body(body, 200, headers);
}

function keptOf(product: object): Map<string, Kept> {
  const kept = keptBy.get(product) ?? new Map<string, Kept>();
  keptBy.set(product, kept);
  return kept;
}

function has(c: WebContext, etag: string, modified: Date): boolean {
  const tags = c.req.header('if-none-match');
  if (tags !== undefined)
    return tags.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
  const since = Date.parse(c.req.header('if-modified-since') ?? '');
  // A change of this very second may not be in what was sent.
  return !Number.isNaN(since) && since >= modified.getTime();
}
