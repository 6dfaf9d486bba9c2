// Follows the links of every page as a person would, one request at a time, and notes which patterns of the
// application answer with a page. Nothing is sent that could change anything.
import type { DemoProduct } from '../../src/testing.ts';
import { linksOf } from './html.ts';

/** A page that somebody was shown. */
export interface SeenPage {
  readonly pattern: string;
  readonly address: string;
  readonly persona: string;
  /** Characters of its markup. */
  readonly length: number;
}

/** What an address answered. */
export interface Answer {
  readonly status: number;
  /** Null where it is no page: a file, a picture, a step to another address. */
  readonly html: string | null;
  readonly location: string | null;
}

export type Ask = (persona: string, address: string) => Promise<Answer>;

export const nobody = 'anonymous';

/** Asks the product as one of its personas. */
export function asking(product: DemoProduct): Ask {
  return async (persona, address) => {
    const headers = persona === nobody ? undefined : await product.signIn(persona);
    const answer = await product.get(address, headers);
    const text = await answer.text();
    const page = /^text\/html/.test(answer.headers.get('content-type') ?? '');
    const location = answer.headers.get('location');
    return { status: answer.status, html: page && location === null ? text : null, location };
  };
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** One part of a pattern, such as `:name{.+\.css}` or `tin`. */
function partSource(part: string): string {
  const own = /^:\w+(?:\{(.+)\})?$/.exec(part);
  if (own === null) return escaped(part);
  return own[1] === undefined ? '[^/]+' : `(?:${own[1]})`;
}

const bare = (path: string): string => path.replace(/\/$/, '') || '/';

/** The pattern that answers a GET of a path: the first that fits, as the application itself chooses. */
export function patternFinder(product: DemoProduct): (path: string) => string | null {
  const known = product.app.routes
    .filter((route) => route.method === 'GET' && !route.path.includes('*'))
    .map(({ path }) => ({
      pattern: bare(path),
      fits: new RegExp(`^${bare(path).split('/').map(partSource).join('/')}$`),
    }));
  return (path) => known.find(({ fits }) => fits.test(bare(path)))?.pattern ?? null;
}

// Two pages of a pattern may lead to different ones: an article that waits, an article that is public. What one
// persona has seen so often the others look at once.
const mostOfAll = 4;

/** Every page that each persona comes to by links from where it starts. */
export async function crawl(
  product: DemoProduct,
  starts: Readonly<Record<string, readonly string[]>>,
): Promise<SeenPage[]> {
  const ask = asking(product);
  const patternOf = patternFinder(product);
  const all = new Map<string, number>();
  const seen: SeenPage[] = [];
  const walk = async (persona: string, from: readonly string[]): Promise<void> => {
    const own = new Set<string>();
    const waiting = [...from];
    const known = new Set(waiting);
    for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
      const pattern = patternOf(address.split('?')[0]!);
      if (pattern === null) continue;
      const before = all.get(pattern) ?? 0;
      if (own.has(pattern) && before >= mostOfAll) continue;
      const { status, html, location } = await ask(persona, address);
      const more = location === null ? [] : [location.split('#')[0]!];
      if (status === 200) {
        own.add(pattern);
        all.set(pattern, before + 1);
      }
      if (status === 200 && html !== null) {
        seen.push({ pattern, address, persona, length: html.length });
        more.push(...linksOf(html));
      }
      for (const next of more.filter((one) => one.startsWith('/') && !known.has(one))) {
        known.add(next);
        waiting.push(next);
      }
    }
  };
  await Promise.all(Object.entries(starts).map(([persona, from]) => walk(persona, from)));
  return seen;
}
