import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Asked, askedIn } from './asked.ts';
import { choose, type Kept, pack } from './packed.ts';
import type { PageNotes, Shown } from './shown.ts';

// Public pages are the same for everybody who is not signed in. They are kept as bytes, ready to be
// sent, until anything is written: a read of the database's news costs nothing per request.

/** What a reader does is seen by other readers within this time; milliseconds. */
const usualSoon = 1_000;

export interface PageCacheOptions {
  /** Bytes of bodies kept in all; the longest unused go first. */
  readonly limit: number;
  /** Changes at midnight: pages show the day. */
  readonly today: () => string;
  /** Hears of each kept page that is read; called on the way of every request, so it may cost next to nothing. */
  readonly sent?: (request: IncomingMessage, asked: Asked, shown: Shown) => void;
  /** Milliseconds after which `clearSoon` takes effect. */
  readonly soon?: number;
}

/** A page that is being made, and those who asked for it meanwhile. */
interface Making {
  readonly generation: number;
  readonly waiting: ((kept: Kept | undefined) => void)[];
}

/** Answers of public pages, kept until the next write. One for each process. */
export class PageCache {
  readonly #options: PageCacheOptions;
  readonly #pages = new Map<string, Kept>();
  readonly #making = new Map<string, Making>();
  #size = 0;
  #generation = 0;
  #turn = 0;
  #day = '';
  #soon: NodeJS.Timeout | undefined;

  constructor(options: PageCacheOptions) {
    this.#options = options;
  }

  /** Forgets everything; called after each write, here or in another process. */
  clear(): void {
    clearTimeout(this.#soon);
    this.#soon = undefined;
    this.#generation += 1;
    this.#pages.clear();
    this.#size = 0;
  }

  /** Forgets everything within a second, once for all who wrote meanwhile: readers who like and vote are many. */
  clearSoon(): void {
    this.#soon ??= setTimeout(() => this.clear(), this.#options.soon ?? usualSoon).unref();
  }

  /**
   * Sends a kept page, or the one that is just being made for somebody who asked since the last write; where there
   * is neither, `make` is called. So a page that everybody reads is made once after a write, not once for each
   * of those who wait for it.
   */
  serve(request: IncomingMessage, response: ServerResponse, make: () => void): void {
    const asked = askedIn(request.rawHeaders);
    const key = keyOf(asked.host, request.url);
    const open = asksForPublic(request.method, asked.cookie, asked.authorization);
    const kept = open ? this.#fresh(key) : undefined;
    const making = open ? this.#making.get(key) : undefined;
    if (kept !== undefined) this.#send(kept, asked, request, response);
    else if (making?.generation !== this.#generation) make();
    else
      making.waiting.push((made) => {
        if (response.closed) return;
        if (made === undefined) make();
        else this.#send(made, asked, request, response);
      });
  }

  #fresh(key: string): Kept | undefined {
    this.#newDay();
    const kept = this.#pages.get(key);
    return kept?.until === undefined || kept.until > Date.now() ? kept : undefined;
  }

  #send(kept: Kept, asked: Asked, request: IncomingMessage, response: ServerResponse): void {
    this.#turn += 1;
    kept.used = this.#turn;
    if (kept.shown !== undefined && request.method === 'GET')
      this.#options.sent?.(request, asked, kept.shown);
    if (asked['if-none-match'] === kept.etag) {
      response
        .writeHead(304, { etag: kept.etag, vary: kept.headers.vary ?? 'Accept-Encoding' })
        .end();
      return;
    }
    const { body, head } = choose(kept, asked['accept-encoding']);
    response.writeHead(kept.status, head as string[]);
    response.end(request.method === 'HEAD' ? undefined : body);
  }

  /**
   * Has an answer made and keeps it when it may be kept; gives the answer to send. `notes` is what its maker says
   * about it on the way.
   */
  async make(
    request: Request,
    notes: PageNotes,
    maker: () => Response | Promise<Response>,
  ): Promise<Response> {
    const { headers, method } = request;
    const open = asksForPublic(
      method,
      headers.get('cookie') ?? undefined,
      headers.get('authorization') ?? undefined,
    );
    // The answer to HEAD is the page without its body.
    if (!open || method === 'HEAD') return maker();
    const url = new URL(request.url);
    const key = keyOf(headers.get('host') ?? undefined, `${url.pathname}${url.search}`);
    const making: Making = { generation: this.#generation, waiting: [] };
    if (this.#making.get(key)?.generation !== making.generation) this.#making.set(key, making);
    let kept: Kept | undefined;
    try {
      const answer = await maker();
      if (!mayBeKept(answer)) return answer;
      kept = await pack(answer, Buffer.from(await answer.arrayBuffer()), notes);
      if (making.generation === this.#generation) this.#store(key, kept);
      const { body, head } = choose(kept, headers.get('accept-encoding') ?? undefined);
      return new Response(new Uint8Array(body), { status: kept.status, headers: pairs(head) });
    } finally {
      if (this.#making.get(key) === making) this.#making.delete(key);
      for (const answer of making.waiting) answer(kept);
    }
  }

  #store(key: string, kept: Kept): void {
    this.#size += kept.weight - (this.#pages.get(key)?.weight ?? 0);
    this.#pages.set(key, kept);
    this.#turn += 1;
    kept.used = this.#turn;
    if (this.#size <= this.#options.limit) return;
    // A good part at once, so that a full cache does not sort itself at every page.
    const byAge = [...this.#pages].sort(([, a], [, b]) => a.used - b.used);
    for (const [oldest, page] of byAge) {
      if (this.#size <= this.#options.limit * 0.9) break;
      this.#pages.delete(oldest);
      this.#size -= page.weight;
    }
  }

  #newDay(): void {
    const today = this.#options.today();
    if (today === this.#day) return;
    this.#day = today;
    this.clear();
  }
}

function asksForPublic(
  method: string | undefined,
  cookie: string | undefined,
  authorization: string | undefined,
): boolean {
  if (method !== 'GET' && method !== 'HEAD') return false;
  return authorization === undefined && !(cookie ?? '').includes('lientri.');
}

const mayBeKept = ({ status, headers }: Response): boolean =>
  status === 200 &&
  (headers.get('content-type') ?? '').startsWith('text/html') &&
  !headers.has('set-cookie') &&
  !/\bno-store\b/i.test(headers.get('cache-control') ?? '') &&
  !headers.has('content-encoding');

const keyOf = (host: string | undefined, url: string | undefined): string =>
  `${host ?? ''} ${url ?? ''}`;

const pairs = (head: readonly string[]): [string, string][] =>
  head.flatMap((name, at): [string, string][] => (at % 2 === 0 ? [[name, head[at + 1]!]] : []));
