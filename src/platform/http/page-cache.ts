import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

// Public pages are the same for everybody who is not signed in. They are kept as bytes, ready to be
// sent, until anything is written: a read of the database's news costs nothing per request.

const gzipped = promisify(gzip);
const brotlied = promisify(brotliCompress);

interface Kept {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly etag: string;
  readonly plain: Buffer;
  readonly gzip: Buffer;
  readonly brotli: Buffer;
}

export interface PageCacheOptions {
  /** Bytes of bodies kept in all; the longest unused go first. */
  readonly limit: number;
  /** Changes at midnight: pages show the day. */
  readonly today: () => string;
}

/** Answers of public pages, kept until the next write. One for each process. */
export class PageCache {
  readonly #options: PageCacheOptions;
  readonly #pages = new Map<string, Kept>();
  #size = 0;
  #generation = 0;
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
    if (!asksForPublic(request.method, request.headers.cookie, request.headers.authorization))
      return false;
    this.#newDay();
    const key = keyOf(request.headers.host, request.url);
    const kept = this.#pages.get(key);
    if (kept === undefined) return false;
    this.#pages.delete(key);
    this.#pages.set(key, kept);
    if (request.headers['if-none-match'] === kept.etag) {
      response
        .writeHead(304, { etag: kept.etag, vary: kept.headers.vary ?? 'Accept-Encoding' })
        .end();
      return true;
    }
    const { body, encoding } = choose(kept, String(request.headers['accept-encoding'] ?? ''));
    const headers: Record<string, string | number> = {
      ...kept.headers,
      'content-length': body.length,
    };
    if (encoding !== null) headers['content-encoding'] = encoding;
    response.writeHead(kept.status, headers);
    response.end(request.method === 'HEAD' ? undefined : body);
    return true;
  }

  /**
   * Keeps an answer when it may be kept, and gives the answer to send. `generation` is the one that
   * stood before the page was made.
   */
  async keep(request: Request, answer: Response, generation: number): Promise<Response> {
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
      answer.headers.has('content-encoding')
    )
      return answer;
    const plain = Buffer.from(await answer.arrayBuffer());
    const kept = await this.#pack(answer, plain);
    const url = new URL(request.url);
    if (generation === this.#generation)
      this.#store(keyOf(headers.get('host') ?? undefined, `${url.pathname}${url.search}`), kept);
    return new Response(plain, { status: answer.status, headers: kept.headers });
  }

  async #pack(answer: Response, plain: Buffer): Promise<Kept> {
    const etag = `W/"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`;
    const headers = Object.fromEntries(
      [...answer.headers].filter(([name]) => name !== 'x-request-id'),
    );
    headers.etag = etag;
    headers.vary = 'Cookie, Accept-Encoding';
    const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };
    return {
      status: answer.status,
      headers,
      etag,
      plain,
      gzip: await gzipped(plain),
      brotli: await brotlied(plain, quality),
    };
  }

  #store(key: string, kept: Kept): void {
    this.#pages.set(key, kept);
    this.#size += weight(kept);
    for (const [oldest, page] of this.#pages) {
      if (this.#size <= this.#options.limit) break;
      this.#pages.delete(oldest);
      this.#size -= weight(page);
    }
  }

  #newDay(): void {
    const today = this.#options.today();
    if (today === this.#day) return;
    this.#day = today;
    this.clear();
  }
}

const weight = (kept: Kept): number =>
  kept.plain.length + kept.gzip.length + kept.brotli.length + 1_000;

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

function choose(kept: Kept, accept: string): { body: Buffer; encoding: 'br' | 'gzip' | null } {
  if (/\bbr\b/.test(accept)) return { body: kept.brotli, encoding: 'br' };
  if (/\bgzip\b/.test(accept)) return { body: kept.gzip, encoding: 'gzip' };
  return { body: kept.plain, encoding: null };
}
