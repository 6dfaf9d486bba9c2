import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, request as httpRequest, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { limitBody } from './body.ts';
import type { Env } from './env.ts';
import { problemOf } from './problems.ts';
import { type Arriving, streamedForm } from './upload.ts';

const MB = 1_048_576;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** What is held, and not what merely was not collected yet. */
function held(): number {
  collectGarbage();
  const { arrayBuffers, heapUsed } = process.memoryUsage();
  return arrayBuffers + heapUsed;
}
const boundary = '----lientri';
const head = (name: string, file?: string) =>
  `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${
    file === undefined ? '' : `; filename="${file}"\r\nContent-Type: text/csv`
  }\r\n\r\n`;
const type = `multipart/form-data; boundary=${boundary}`;

describe('a form whose file is read while it arrives', () => {
  let server: Server;
  let base: string;
  /** What the last receiver saw, and the most memory that was held meanwhile. */
  const seen = { bytes: 0, name: '', peak: 0, ended: '', limit: Number.POSITIVE_INFINITY };

  async function receive({ name, bytes }: Arriving): Promise<string> {
    Object.assign(seen, { bytes: 0, name, peak: 0, ended: '' });
    try {
      for await (const chunk of bytes) {
        const before = Math.floor(seen.bytes / (20 * MB));
        seen.bytes += chunk.byteLength;
        if (Math.floor(seen.bytes / (20 * MB)) > before) seen.peak = Math.max(seen.peak, held());
        if (seen.bytes > seen.limit) return 'too large';
      }
    } catch (error) {
      seen.ended = 'broken';
      throw error;
    }
    seen.ended = 'whole';
    return 'kept';
  }

  before(async () => {
    const app = new Hono<Env>();
    app.onError((error, c) => c.json({ problem: problemOf(error).type }, problemOf(error).status));
    app.use(async (c, next) => {
      await limitBody(c, [/^\/stream$/]);
      await next();
    });
    app.post('/stream', async (c) => c.json(await streamedForm(c, 'file', receive)));
    app.post('/other', async (c) =>
      c.json({ size: (await c.req.formData()).getAll('file').length }),
    );
    app.get('/alive', (c) => c.text('yes'));
    const listener = getRequestListener(app.fetch, { overrideGlobalObjects: false });
    server = createServer((incoming, outgoing) => void listener(incoming, outgoing));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  after(() => {
    server.closeAllConnections();
    server.close();
  });

  interface Answered {
    readonly status: number;
    readonly file?: string | null;
    readonly values?: Readonly<Record<string, string>>;
  }
  const send = async (
    body: NonNullable<RequestInit['body']>,
    headers: Record<string, string> = {},
  ): Promise<Answered> => {
    const init = { method: 'POST', body, headers, duplex: 'half' } as RequestInit;
    const answer = await fetch(`${base}/stream`, init);
    return { status: answer.status, ...((await answer.json()) as object) };
  };
  const alive = async () => (await fetch(`${base}/alive`)).text();
  /** A file of so many megabytes that is never whole anywhere, with a field after it. */
  function long(megabytes: number): ReadableStream<Uint8Array> {
    const piece = new Uint8Array(MB).fill(97);
    const encoder = new TextEncoder();
    let sent = 0;
    return new ReadableStream({
      pull(to) {
        if (sent === 0) to.enqueue(encoder.encode(head('file', 'long.csv')));
        if (sent < megabytes) to.enqueue(piece);
        else {
          to.enqueue(encoder.encode(`\r\n${head('after')}x\r\n--${boundary}--\r\n`));
          to.close();
        }
        sent += 1;
      },
    });
  }

  it('gives its texts, before and after the file, and what became of the file', async () => {
    const form = new FormData();
    form.append('_key', '0123456789abcdef');
    form.append('a', '1');
    form.append('file', new File(['họ và tên\r\n--\r\n'], 'danh sách hội viên.csv'));
    form.append('a', '2');
    form.append('file', new File(['second'], 'b.csv'));
    form.append('other', new File(['other'], 'c.csv'));
    assert.deepEqual(await send(form), {
      status: 200,
      values: { _key: '0123456789abcdef', a: '2' },
      lists: { _key: ['0123456789abcdef'], a: ['1', '2'] },
      key: '0123456789abcdef',
      file: 'kept',
    });
    assert.deepEqual(
      [seen.name, seen.bytes],
      ['danh sách hội viên.csv', Buffer.byteLength('họ và tên\r\n--\r\n')],
    );
  });

  it('may be without a file, or no multipart at all', async () => {
    const form = new FormData();
    form.append('file', new File([], ''));
    form.append('a', '1');
    assert.equal((await send(form)).file, null);
    const headers = { 'content-type': type };
    const empty = `${head('file', '')}\r\n--${boundary}--\r\n`;
    assert.equal((await send(empty, headers)).file, null, 'as browsers send it');
    const plain = await send(new URLSearchParams({ a: '1' }));
    assert.deepEqual([plain.file, plain.values], [null, { a: '1' }]);
  });

  it('holds little of a file of 300 MB, whatever becomes of it', async () => {
    const idle = held();
    const kept = await send(long(300), { 'content-type': type });
    assert.deepEqual([kept.file, kept.values], ['kept', { after: 'x' }]);
    assert.equal(seen.bytes, 300 * MB);
    assert.ok(seen.peak > 0 && seen.peak - idle < 50 * MB, `${(seen.peak - idle) / MB} MB`);
    seen.limit = 2 * MB;
    const refused = await send(long(300), { 'content-type': type });
    seen.limit = Number.POSITIVE_INFINITY;
    assert.deepEqual(
      [refused.status, refused.file, refused.values],
      [200, 'too large', { after: 'x' }],
    );
    assert.ok(seen.bytes < 4 * MB, 'the rest flows by');
    assert.equal(await alive(), 'yes');
  });

  it('is only so large where it says so: other forms keep their limit', async () => {
    const refused = await new Promise<number>((resolve, reject) => {
      const headers = { 'content-type': type, 'content-length': String(300 * MB) };
      const sent = httpRequest(`${base}/other`, { method: 'POST', headers }, (answer) => {
        resolve(answer.statusCode ?? 0);
        sent.destroy();
      });
      sent.on('error', reject);
      sent.write(head('file', 'long.csv'));
    });
    assert.equal(refused, 413);
    assert.equal(await alive(), 'yes');
  });

  it('that breaks off is told to the receiver; the server goes on', async () => {
    seen.ended = '';
    seen.bytes = 0;
    const sent = httpRequest(`${base}/stream`, {
      method: 'POST',
      headers: { 'content-type': type },
    });
    sent.on('error', () => {});
    sent.write(`${head('file', 'a.csv')}${'a'.repeat(200_000)}`);
    while (seen.bytes === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    sent.destroy();
    while (seen.ended === '') await new Promise((resolve) => setTimeout(resolve, 5));
    assert.equal(seen.ended, 'broken');
    assert.equal(await alive(), 'yes');
  });

  it('that is none, is cut off or has too long texts is refused', async () => {
    const headers = { 'content-type': type };
    assert.equal((await send('no form at all', headers)).status, 400);
    assert.equal((await send(`${head('file', 'a.csv')}abc`, headers)).status, 400);
    assert.equal((await send('x', { 'content-type': 'multipart/form-data' })).status, 400);
    const text = (size: number) => `${head('a')}${'x'.repeat(size)}\r\n`;
    const end = `--${boundary}--\r\n`;
    assert.equal((await send(`${text(1_900_000)}${end}`, headers)).status, 200);
    assert.equal((await send(`${text(2_100_000)}${end}`, headers)).status, 413);
    assert.equal((await send(`${text(1_100_000)}${text(1_100_000)}${end}`, headers)).status, 413);
  });
});
