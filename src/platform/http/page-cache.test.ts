import assert from 'node:assert/strict';
import { createServer, request } from 'node:http';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { PageCache } from './page-cache.ts';

let day = '2026-01-05';
const small = 20_000;
const soon = 300;
const cache = new PageCache({ limit: small, today: () => day, soon });

let made = 0;
const page = (body: string, more: Record<string, string> = {}) =>
  new Response(body, {
    headers: { 'content-type': 'text/html; charset=utf-8', 'x-request-id': 'one', ...more },
  });

/** What the making of pages waits for, if anything. */
let gate: Promise<void> | null = null;

/** Makes a page as the application would, unless it is kept. */
const server = createServer((incoming, outgoing) => {
  cache.serve(incoming, outgoing, () => {
    made += 1;
    const mine = made;
    const url = `http://${incoming.headers.host}${incoming.url}`;
    const headers = new Headers(incoming.headers as Record<string, string>);
    const method = incoming.method ?? 'GET';
    const { searchParams } = new URL(url);
    const size = Number(searchParams.get('size') ?? 10);
    const more = searchParams.has('own') ? { 'set-cookie': 'a=b' } : {};
    void cache
      .make(new Request(url, { method, headers }), {}, async () => {
        await gate;
        if (searchParams.has('broken')) throw new Error('broken');
        return method === 'HEAD'
          ? new Response(null, page(''))
          : page(`${'đ'.repeat(size)}${mine}`, more);
      })
      .then(async (answer) => {
        outgoing.writeHead(answer.status, Object.fromEntries(answer.headers));
        outgoing.end(Buffer.from(await answer.arrayBuffer()));
      })
      .catch(() => outgoing.writeHead(500).end());
  });
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
after(() => server.close());
const { port } = server.address() as { port: number };

interface Got {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
  /** True when the page had to be made. */
  readonly fresh: boolean;
}

function get(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Got> {
  const before = made;
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, method, headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () =>
        resolve({
          status: answer.statusCode ?? 0,
          headers: answer.headers,
          body: Buffer.concat(chunks),
          fresh: made > before,
        }),
      );
    })
      .on('error', reject)
      .end();
  });
}

/** Has an answer made for a request as the server hands it on, without one on the line. */
const make = (path: string, maker: () => Response): Promise<Response> => {
  const host = `127.0.0.1:${port}`;
  return cache.make(new Request(`http://${host}${path}`, { headers: { host } }), {}, maker);
};

test('a page is made once and then sent from memory, until something is written', async () => {
  const first = await get('/a');
  assert.ok(first.fresh);
  const second = await get('/a');
  assert.ok(!second.fresh);
  assert.deepEqual(second.body, first.body);
  assert.equal(second.headers['x-request-id'], undefined);
  assert.equal(second.headers['content-type'], 'text/html; charset=utf-8');
  cache.clear();
  assert.ok((await get('/a')).fresh);
});

test('each takes the encoding that it can read', async () => {
  const plain = (await get('/b')).body;
  const form = async (accept: string) => {
    const got = await get('/b', { 'accept-encoding': accept });
    assert.ok(!got.fresh);
    assert.equal(Number(got.headers['content-length']), got.body.length);
    return got;
  };
  const br = await form('gzip, deflate, br');
  assert.equal(br.headers['content-encoding'], 'br');
  assert.deepEqual(brotliDecompressSync(br.body), plain);
  const gzip = await form('br;q=0, gzip');
  assert.equal(gzip.headers['content-encoding'], 'gzip');
  assert.deepEqual(gunzipSync(gzip.body), plain);
  const none = await form('identity');
  assert.equal(none.headers['content-encoding'], undefined);
  assert.match(String(none.headers.vary), /Cookie/);
});

test('who is signed in, or sends a token, is never given a kept page', async () => {
  await get('/c');
  for (const headers of [
    { cookie: 'lientri.session_token=x' },
    { cookie: 'a=b; __Secure-lientri.session_token=x' },
    { authorization: 'Bearer x' },
  ]) {
    assert.ok((await get('/c', headers)).fresh);
    assert.ok((await get('/c', headers)).fresh, 'it was kept for another');
  }
  assert.ok(!(await get('/c', { cookie: 'other=1' })).fresh);
  assert.ok((await get('/c', {}, 'POST')).fresh);
});

test('another host, another question, another page', async () => {
  await get('/d');
  assert.ok((await get('/d?x=1')).fresh);
  assert.ok((await get('/d', { host: 'other.example' })).fresh);
});

test('an unchanged page is not sent again; HEAD has no body', async () => {
  await get('/e');
  const { headers } = await get('/e');
  const again = await get('/e', { 'if-none-match': String(headers.etag) });
  assert.equal(again.status, 304);
  assert.equal(again.body.length, 0);
  const head = await get('/e', {}, 'HEAD');
  assert.deepEqual([head.status, head.body.length, head.fresh], [200, 0, false]);
});

test('a page that was begun before a write is not kept after it', async () => {
  await make('/f', () => {
    cache.clear();
    return page('old');
  });
  assert.ok((await get('/f')).fresh);
});

test('what is not a public page is not kept', async () => {
  for (const answer of [
    page('x', { 'set-cookie': 'a=b' }),
    page('x', { 'content-encoding': 'br' }),
    page('x', { 'cache-control': 'private, no-store' }),
    page('x', { 'cache-control': 'No-Store' }),
    new Response('{}', { headers: { 'content-type': 'application/json' } }),
    new Response('x', { status: 404, headers: { 'content-type': 'text/html' } }),
  ])
    await make('/g', () => answer);
  assert.ok((await get('/g')).fresh);
});

test('a page that browsers are to ask for again is kept: writes are known here', async () => {
  await make('/g2', () => page('x', { 'cache-control': 'no-cache' }));
  assert.ok(!(await get('/g2')).fresh);
});

test('at midnight all pages are made anew: they show the day', async () => {
  await get('/h');
  assert.ok(!(await get('/h')).fresh);
  day = '2026-01-06';
  assert.ok((await get('/h')).fresh);
});

test('beyond the limit the longest unused go first', async () => {
  cache.clear();
  const size = 2_000;
  const pages = ['i', 'j', 'k', 'l'].map((name) => `/${name}?size=${size}`);
  await get(pages[0]!);
  await get(pages[1]!);
  await get(pages[0]!);
  await get(pages[2]!);
  await get(pages[3]!);
  assert.ok(!(await get(pages[3]!)).fresh);
  assert.ok(!(await get(pages[0]!)).fresh, 'the one that was asked for again is gone');
  assert.ok((await get(pages[1]!)).fresh, 'nothing was taken away');
});

/** Asks for a page by so many at once, and lets it be made only when all of them wait. */
async function together(path: string, many: number, meanwhile = () => {}): Promise<readonly Got[]> {
  let open = () => {};
  gate = new Promise((resolve) => {
    open = resolve;
  });
  const all = Array.from({ length: many }, () => get(path));
  await sleep(soon);
  meanwhile();
  open();
  gate = null;
  return Promise.all(all);
}

test('many who ask at once for a page that is not kept have it made once', async () => {
  const before = made;
  const got = await together('/m', 20);
  assert.equal(made - before, 1);
  assert.equal(new Set(got.map(({ body }) => body.toString())).size, 1);
  assert.deepEqual([...new Set(got.map(({ status }) => status))], [200]);
});

test('who asks after a write does not wait for a page that was begun before it', async () => {
  const before = made;
  let late: Promise<Got> | undefined;
  const early = await together('/n', 3, () => {
    cache.clear();
    late = get('/n');
  });
  assert.equal(new Set(early.map(({ body }) => body.toString())).size, 1);
  assert.notDeepEqual((await late!).body, early[0]!.body);
  assert.equal(made - before, 2);
});

test('a page that may not be shared, or that fails, is made for each', async () => {
  for (const [path, status] of [
    ['/o?own=1', 200],
    ['/o?broken=1', 500],
  ] as const) {
    const before = made;
    const got = await together(path, 5);
    assert.equal(made - before, 5, path);
    assert.deepEqual([...new Set(got.map((one) => one.status))], [status]);
  }
});

test('a page that was asked for by HEAD alone is not kept without its body', async () => {
  assert.equal((await get('/p', {}, 'HEAD')).body.length, 0);
  const got = await get('/p');
  assert.ok(got.fresh);
  assert.ok(got.body.length > 0);
});

test('who has a page made gets it in the encoding that it can read, too', async () => {
  const got = await get('/q', { 'accept-encoding': 'gzip' });
  assert.ok(got.fresh);
  assert.equal(got.headers['content-encoding'], 'gzip');
  assert.match(gunzipSync(got.body).toString(), /^đ+\d+$/);
});

test('what readers do is seen within a moment, once for all of them', async () => {
  await get('/r');
  cache.clearSoon();
  assert.ok(!(await get('/r')).fresh);
  await sleep(soon / 2);
  cache.clearSoon();
  await sleep(soon);
  assert.ok((await get('/r')).fresh);
  await sleep(soon);
  assert.ok(!(await get('/r')).fresh, 'the second of them emptied it once more');
});
