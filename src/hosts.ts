import { plainHost } from './kernel/host.ts';
import { type HostedSite, siteOfHost } from './modules/sites/index.ts';
import type { Db } from './platform/database/query.ts';
import {
  atDomain,
  domainAsked,
  mainAddress,
  mainHost,
  rootCode,
} from './platform/http/addresses.ts';

// Whose site a host shows. A union's own domain has its site at `/`; what belongs to no site (signing in, the office,
// REST, links of letters) lies at the main address only. A host that nobody has proved to be theirs shows the root.

type Answer = Response | Promise<Response>;

// Served at every host: what pages load, the proof of a domain, whether the server is well.
const everywhere = ['assets', 'health', '.well-known'];

/** The path that routes see: below the code of the site whose own domain was asked. */
export function routedPath(path: string): string {
  const own = domainAsked();
  if (own === null || own.code === rootCode()) return path;
  const first = firstWord(path);
  if (everywhere.includes(first) || first === own.code) return path;
  return path === '/' ? `/${own.code}` : `/${own.code}${path}`;
}

const firstWord = (path: string): string => path.split('/')[1] ?? '';

/** Answers a request as its host wants it. `words`: first words of addresses that belong to no site. */
export async function atHost(
  db: Db,
  request: Request,
  words: ReadonlySet<string>,
  answer: () => Answer,
): Promise<Response> {
  const main = mainAddress();
  if (main === null) return answer();
  const url = new URL(request.url);
  const host = plainHost(request.headers.get('host') ?? url.host);
  if (host === null || host === mainHost()) return answer();
  const hosted = await siteOfHost(db, host);
  if (hosted === null) return answer();
  const asks = request.method === 'GET' || request.method === 'HEAD';
  const away = asks ? elsewhere(hosted, host, main, url, words) : null;
  if (away !== null) return moved(away);
  if (!asks && words.has(firstWord(url.pathname))) return new Response(null, { status: 421 });
  return atDomain({ code: hosted.code, host: hosted.home }, answer);
}

/** Where a reader is sent on to; null: the page is here. */
function elsewhere(
  { code, home }: HostedSite,
  host: string,
  main: string,
  { pathname, search }: URL,
  words: ReadonlySet<string>,
): string | null {
  const first = firstWord(pathname);
  if (everywhere.includes(first)) return null;
  // One slash only: `//elsewhere.example` would be another site's address.
  const path = pathname.replace(/^\/+/, '/');
  if (words.has(first)) return `${main}${path}${search}`;
  if (host !== home) return `https://${home}${path}${search}`;
  if (first !== code || code === rootCode()) return null;
  return `https://${home}${path.slice(code.length + 1).replace(/^\/*/, '/')}${search}`;
}

const moved = (href: string): Response =>
  new Response(null, { status: 301, headers: { location: href, 'cache-control': 'no-cache' } });

/** First words of the addresses that no site has: the office, REST, and what modules serve for everybody. */
export function wordsOfNoSite(
  web: readonly { readonly path: string }[],
  sites: readonly { readonly path: string }[],
): ReadonlySet<string> {
  const fixed = (routes: readonly { readonly path: string }[]) =>
    routes.map((route) => firstWord(route.path)).filter((word) => /^[a-z]/.test(word));
  const ofSites = new Set(fixed(sites));
  return new Set(['vp', 'api', ...fixed(web).filter((word) => !ofSites.has(word))]);
}
