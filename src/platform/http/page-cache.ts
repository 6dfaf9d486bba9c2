import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { type Asked, askedIn } from './asked.ts';
import { takes } from './encoding.ts';
import type { PageNotes, Shown } from './shown.ts';

// Public pages are the same for everybody who is not signed in. They are kept as bytes, ready to be
// sent, until anything is written: a read of the database's news costs nothing per request.

const gzipped = promisify(gzip);
const brotlied = promisify(brotliCompress);

/** A body in one encoding with all its headers, as they go over the line. */
interface Packed {
  readonly body: Buffer;
  /** Names and values in turn. */
  readonly head: readonly string[];
}

interface Kept {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly etag: string;
  readonly plain: Packed;
  readonly gzip: Packed;
  readonly brotli: Packed;
  readonly weight: number;
  readonly shown: Shown | undefined;
  /** When it has to be made again (milliseconds since 1970); undefined: not before something is written. */
  readonly until: number | undefined;
  /** The turn in which it was last asked for. */
  used: number;
}

export interface PageCacheOptions {
  /** Bytes of bodies kept in all; the longest unused go first. */
  readonly limit: number;
  /** Changes at midnight: pages show the day. */
  readonly today: () => string;
  /** Hears of each kept page that is read; called on the way of every request, so it may cost next to nothing. */
  readonly sent?: (request: IncomingMessage, asked: Asked, shown: Shown) => void;
}

/** Answers of public pages, kept until the next write. One for each process. */
export class PageCache {
  readonly #options: PageCacheOptions;
  readonly #pages = new Map<string, Kept>();
  #size = 0;
  #generation = 0;
  #turn = 0;
  #day = '';

  constructor(options: PageCacheOptions) {
    this.#options = options;
  }

  /** Forgets everything; called after each write, here or in another process. */
  clear(): void {
    this.#generation += 1;
    this.#pages.clear();
    this.#size = 0;
  }

  /** A number that is another one after each write; pages made before it are not kept. */
  get generation(): number {
    return this.#generation;
  }

  /** Sends a kept page; false when there is none for this request. */
  send(request: IncomingMessage, response: ServerResponse): boolean {
    const { method } = request;
    const asked = askedIn(request.rawHeaders);
    if (!asksForPublic(method, asked.cookie, asked.authorization)) return false;
    this.#newDay();
    const kept = this.#pages.get(keyOf(asked.host, request.url));
    if (kept === undefined || (kept.until !== undefined && kept.until <= Date.now())) return false;
    this.#turn += 1;
    kept.used = this.#turn;
    if (kept.shown !== undefined && method === 'GET')
      this.#options.sent?.(request, asked, kept.shown);
    if (asked['if-none-match'] === kept.etag) {
      response
        .writeHead(304, { etag: kept.etag, vary: kept.headers.vary ?? 'Accept-Encoding' })
        .end();
      return true;
    }
    const { body, head } = choose(kept, asked['accept-encoding']);
    response.writeHead(kept.status, head as string[]);
    response.end(method === 'HEAD' ? undefined : body);
    return true;
  }

  /**
   * Keeps an answer when it may be kept, and gives the answer to send. `generation` is the one that
   * stood before the page was made; `notes` what its maker said about it.
   */
  async keep(
    request: Request,
    answer: Response,
    generation: number,
    notes: PageNotes = {},
  ): Promise<Response> {
    const type = answer.headers.get('content-type') ?? '';
    const { headers } = request;
    const open = asksForPublic(
      request.method,
      headers.get('cookie') ?? undefined,
      headers.get('authorization') ?? undefined,
    );
    if (
      !open ||
      answer.status !== 200 ||
      !type.startsWith('text/html') ||
      answer.headers.has('set-cookie') ||
      /\bno-store\b/i.test(answer.headers.get('cache-control') ?? '') ||
      answer.headers.has('content-encoding')
    )
      return answer;
    const plain = Buffer.from(await answer.arrayBuffer());
    const kept = await pack(answer, plain, notes);
    const url = new URL(request.url);
    if (generation === this.#generation)
      this.#store(keyOf(headers.get('host') ?? undefined, `${url.pathname}${url.search}`), kept);
    return new Response(plain, { status: answer.status, headers: kept.headers });
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

async function pack(answer: Response, plain: Buffer, notes: PageNotes): Promise<Kept> {
  const etag = `W/"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`;
  const headers = Object.fromEntries(
    [...answer.headers].filter(([name]) => name !== 'x-request-id'),
  );
  headers.etag = etag;
  headers.vary = 'Cookie, Accept-Encoding';
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };
  const form = (body: Buffer, encoding: string | null): Packed => ({
    body,
    head: [
      ...Object.entries(headers).flat(),
      'content-length',
      String(body.length),
      ...(encoding === null ? [] : ['content-encoding', encoding]),
    ],
  });
  const forms = {
    plain: form(plain, null),
    gzip: form(await gzipped(plain), 'gzip'),
    brotli: form(await brotlied(plain, quality), 'br'),
  };
  const bytes = Object.values(forms).reduce((sum, { body }) => sum + body.length, 1_000);
  return {
    status: answer.status,
    headers,
    etag,
    ...forms,
    weight: bytes,
    shown: notes.shown,
    until: notes.keepFor === undefined ? undefined : Date.now() + notes.keepFor,
    used: 0,
  };
}

function asksForPublic(
  method: string | undefined,
  cookie: string | undefined,
  authorization: string | undefined,
): boolean {
  if (method !== 'GET' && method !== 'HEAD') return false;
  return authorization === undefined && !(cookie ?? '').includes('lientri.');
}

const keyOf = (host: string | undefined, url: string | undefined): string =>
  `${host ?? ''} ${url ?? ''}`;

function choose(kept: Kept, accept: string | undefined): Packed {
  if (takes(accept, 'br')) return kept.brotli;
  return takes(accept, 'gzip') ? kept.gzip : kept.plain;
}
