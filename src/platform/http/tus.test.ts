import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { after, before, beforeEach, describe, it } from 'node:test';
import { sql } from 'kysely';
import { Upload as Sender } from 'tus-js-client';
import { issue } from '../../kernel/issue.ts';
import type { Cx } from '../command.ts';
import type { Database } from '../database/index.ts';
import { all, one } from '../database/query.ts';
import { testDatabase } from '../database/testing.ts';
import { findFile, openFile } from '../files.ts';
import { eventually, type TestClock, testClock, testCx } from '../testing.ts';
import {
  findUpload,
  finishUpload,
  localUploads,
  sweepUploads,
  type UploadFolder,
  unfinishedLimits,
} from '../uploads.ts';
import { serveUploads, type UploadServer } from './testing-tus.ts';

const MB = 1_048_576;
const HOUR = 3_600_000;
const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
/** A file that is what its name says, and longer than a piece. */
const pdf = (size: number) =>
  Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(size - 15), Buffer.from('\n%%EOF')]);

describe('a file that arrives in pieces', () => {
  let database: Database;
  let folder: string;
  let uploads: UploadFolder;
  let cx: Cx;
  let clock: TestClock;
  let server: UploadServer;
  let home: string;
  const taken: string[] = [];
  const refuse = { next: false, throws: false };
  const free = { bytes: Number.POSITIVE_INFINITY };

  before(async () => {
    database = await testDatabase();
    folder = mkdtempSync(path.join(os.tmpdir(), 'lientri-uploads-'));
    uploads = { ...localUploads(folder), room: async () => free.bytes };
    clock = testClock();
    cx = testCx(database.db, { clock });
    server = await serveUploads({
      cx,
      uploads,
      doors: {
        done: async (_c, upload, file, inner) => {
          await sql`select 1`.execute(inner.db);
          if (refuse.throws) throw new Error('no place for it');
          if (refuse.next) return { ok: false, issues: [issue('file', 'too_late')] };
          taken.push(file.pid);
          return { ok: true, value: { field: upload.told.field } };
        },
        words: { too_late: () => 'Hồ sơ đã nộp nên không nhận thêm tệp.' },
      },
    });
    home = `${server.base}/kho/s-an/tep`;
  });
  after(async () => {
    await server.close();
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  });
  beforeEach(async () => {
    taken.length = 0;
    Object.assign(refuse, { next: false, throws: false });
    await sql`delete from upload`.execute(database.db);
    for (const name of readdirSync(folder)) rmSync(path.join(folder, name));
  });

  const version = { 'tus-resumable': '1.0.0' };
  const told = (meta: Record<string, string>) =>
    Object.entries(meta)
      .map(([key, text]) => `${key} ${Buffer.from(text).toString('base64')}`)
      .join(',');
  const declare = (size: number | string, name = 'thuyết minh.pdf', to = home, more = {}) =>
    fetch(to, {
      method: 'POST',
      headers: {
        ...version,
        'upload-length': String(size),
        'upload-metadata': told({ filename: name, field: 'report' }),
        ...more,
      },
    });
  const begin = async (size: number, name?: string): Promise<string> => {
    const answer = await declare(size, name);
    assert.equal(answer.status, 201, await answer.text());
    return server.base + answer.headers.get('location');
  };
  const send = (to: string, offset: number, bytes: Buffer, more = {}) =>
    fetch(to, {
      method: 'PATCH',
      headers: {
        ...version,
        'content-type': 'application/offset+octet-stream',
        'upload-offset': String(offset),
        ...more,
      },
      body: bytes as Buffer<ArrayBuffer>,
    });
  const head = (to: string) => fetch(to, { method: 'HEAD', headers: version });
  const offsetAt = async (to: string) => Number((await head(to)).headers.get('upload-offset'));
  const pidOf = (to: string) => to.split('/').at(-1)!;
  interface Ended {
    readonly file: { readonly pid: string; readonly name: string; readonly size: number };
    readonly told: unknown;
    readonly issues: readonly { code: string; message: string }[];
  }
  const bodyOf = async (answer: Response) => (await answer.json()) as Ended;
  const contentOf = async (pid: string) => {
    const found = await findFile(database.db, pid);
    const content = await openFile(cx, found!.file);
    const hash = createHash('sha256');
    for (let at = 0; at < content.size; at += MB) hash.update(await content.read(at, MB));
    await content.close();
    return hash.digest('hex');
  };
  /** Sends so many bytes of a longer piece and then nothing; `cut` breaks the line. */
  const stuck = async (to: string, offset: number, bytes: Buffer, length: number) => {
    const sent = httpRequest(to, {
      method: 'PATCH',
      headers: {
        ...version,
        'content-type': 'application/offset+octet-stream',
        'upload-offset': String(offset),
        'content-length': String(length),
      },
    });
    sent.on('error', () => {});
    sent.on('response', (answer) => answer.resume());
    sent.write(bytes);
    await eventually(async () => (await uploads.size(pidOf(to))) >= offset + bytes.length);
    return { cut: () => sent.destroy() };
  };

  it('is whole after its last piece, and told the same again', async () => {
    const bytes = pdf(700_000);
    const to = await begin(bytes.length);
    assert.equal(
      (await send(to, 0, bytes.subarray(0, 300_000))).headers.get('upload-offset'),
      '300000',
    );
    const asked = await head(to);
    assert.deepEqual(
      ['upload-offset', 'upload-length', 'cache-control', 'tus-resumable'].map((n) =>
        asked.headers.get(n),
      ),
      ['300000', '700000', 'no-store', '1.0.0'],
    );
    assert.match(asked.headers.get('upload-metadata')!, /^filename \S+,field \S+$/);
    assert.ok(new Date(asked.headers.get('upload-expires')!) > clock.now());
    const last = await send(to, 300_000, bytes.subarray(300_000));
    assert.equal(last.status, 200);
    const ended = await bodyOf(last);
    assert.deepEqual(
      [ended.file.name, ended.file.size, ended.told],
      ['thuyết minh.pdf', 700_000, { field: 'report' }],
    );
    assert.equal(last.headers.get('upload-file'), ended.file.pid);
    assert.equal(await contentOf(ended.file.pid), hashOf(bytes));
    const again = await send(to, 700_000, Buffer.alloc(0));
    assert.deepEqual([again.status, await bodyOf(again)], [200, ended]);
    const read = await fetch(to);
    assert.deepEqual([read.status, await bodyOf(read)], [200, ended]);
    assert.equal((await head(to)).headers.get('upload-offset'), '700000');
    assert.deepEqual(taken, [ended.file.pid]);
    assert.deepEqual(readdirSync(folder), []);
  });

  it('goes by the standard client, in pieces and in one', async () => {
    for (const chunkSize of [100_000, Number.POSITIVE_INFINITY]) {
      const bytes = pdf(3 * MB);
      const sender = await new Promise<Sender>((resolve, reject) => {
        const made: Sender = new Sender(bytes, {
          endpoint: home,
          chunkSize,
          metadata: { filename: 'một.pdf', field: 'a' },
          onSuccess: () => resolve(made),
          onError: reject,
        });
        made.start();
      });
      assert.equal(
        await contentOf((await bodyOf(await fetch(sender.url!))).file.pid),
        hashOf(bytes),
      );
    }
    const terminated = await begin(10);
    await Sender.terminate(terminated);
    assert.equal((await head(terminated)).status, 404);
  });

  it('goes on where the line broke, with the standard client too', async () => {
    const bytes = pdf(2 * MB);
    const to = await begin(bytes.length);
    const { cut } = await stuck(to, 0, bytes.subarray(0, 150_000), bytes.length);
    cut();
    await eventually(async () => (await offsetAt(to)) === 150_000);
    const sender = await new Promise<Sender>((resolve, reject) => {
      const made: Sender = new Sender(bytes, {
        uploadUrl: to,
        onSuccess: () => resolve(made),
        onError: reject,
      });
      made.start();
    });
    assert.equal(await contentOf((await bodyOf(await fetch(sender.url!))).file.pid), hashOf(bytes));
  });

  it('takes no second sender at one time; who asks takes over from a line that is silent', async () => {
    const bytes = pdf(400_000);
    const to = await begin(bytes.length);
    await stuck(to, 0, bytes.subarray(0, 90_000), bytes.length);
    const second = await send(to, 0, bytes);
    assert.equal(second.status, 423);
    assert.equal(await offsetAt(to), 90_000);
    const rest = await send(to, 90_000, bytes.subarray(90_000));
    assert.equal(rest.status, 200);
    assert.equal(await contentOf((await bodyOf(rest)).file.pid), hashOf(bytes));
    const both = await begin(bytes.length);
    const answers = await Promise.all([send(both, 0, bytes), send(both, 0, bytes)]);
    const statuses = answers.map(({ status }) => status).sort();
    assert.equal(statuses[0], 200);
    assert.ok([200, 409, 423].includes(statuses[1]!), String(statuses));
    assert.equal(taken.length, 2);
  });

  it('refuses what does not follow, is no piece, or is longer than it was said to be', async () => {
    const to = await begin(1000);
    await send(to, 0, Buffer.alloc(400));
    for (const wrong of [0, 399, 401, 1000]) {
      const answer = await send(to, wrong, Buffer.alloc(10));
      assert.deepEqual([answer.status, answer.headers.get('upload-offset')], [409, '400']);
    }
    assert.equal((await send(to, 400, Buffer.alloc(601))).status, 413);
    const endless = new ReadableStream({
      pull: (at) => at.enqueue(new Uint8Array(500)),
    });
    const chunked = await fetch(to, {
      method: 'PATCH',
      headers: {
        ...version,
        'content-type': 'application/offset+octet-stream',
        'upload-offset': '400',
      },
      body: endless,
      duplex: 'half',
    } as RequestInit).then(
      ({ status }) => status,
      () => 413,
    );
    assert.equal(chunked, 413);
    const now = await offsetAt(to);
    assert.equal(now, 900, 'what fitted is kept');
    for (const [name, value, status] of [
      ['content-type', 'application/octet-stream', 415],
      ['upload-offset', '-1', 400],
      ['upload-offset', 'x', 400],
      ['tus-resumable', '0.2.0', 412],
    ] as const)
      assert.equal((await send(to, now, Buffer.alloc(1), { [name]: value })).status, status, value);
    assert.equal(await offsetAt(to), now);
  });

  it('tells what it can, to whoever asks', async () => {
    const answer = await fetch(home, { method: 'OPTIONS' });
    assert.equal(answer.status, 204);
    assert.equal(answer.headers.get('tus-version'), '1.0.0');
    assert.equal(answer.headers.get('tus-extension'), 'creation,termination,expiration');
    const to = await begin(10);
    const override = {
      'x-http-method-override': 'PATCH',
      'content-type': 'application/offset+octet-stream',
    };
    const sent = await fetch(to, {
      method: 'POST',
      headers: { ...version, ...override, 'upload-offset': '0' },
      body: 'abc',
    });
    assert.deepEqual([sent.status, await offsetAt(to)], [204, 3]);
    assert.equal((await fetch(to, { method: 'POST', headers: version })).status, 404);
  });

  it('is refused before its first byte where that is known', async () => {
    const large = await declare(600 * MB);
    assert.equal(large.status, 413);
    assert.match((await bodyOf(large)).issues[0]!.message, /^Tệp lớn quá 500 MB\./);
    assert.equal(large.headers.get('tus-max-size'), String(500 * MB));
    const runs = await declare(10, 'cài đặt.exe');
    assert.deepEqual([runs.status, (await bodyOf(runs)).issues[0]!.code], [422, 'file_runnable']);
    assert.equal((await bodyOf(await declare(0))).issues[0]!.code, 'file_empty');
    for (const size of ['-1', 'x', '1e3', ''])
      assert.equal((await declare(size)).status, 400, size);
    for (const meta of [
      'filename @@@',
      'ten file x',
      'tên eA==',
      `a ${'A'.repeat(9000)}`,
      `a ${Buffer.from('\0').toString('base64')}`,
      'a /w==',
    ])
      assert.equal(
        (await declare(5, 'x', home, { 'upload-metadata': Buffer.from(meta).toString('latin1') }))
          .status,
        400,
        meta.slice(0, 20),
      );
    assert.deepEqual(await all(database.db, sql`select 1 from upload`), []);
  });

  it('is refused in words when it is not what its name says, and again when asked again', async () => {
    const bytes = Buffer.from('<html><script>alert(1)</script>'.repeat(50));
    const to = await begin(bytes.length, 'báo cáo.pdf');
    const answer = await send(to, 0, bytes);
    const { issues } = await bodyOf(answer);
    assert.equal(answer.status, 422);
    assert.match(issues[0]!.message, /^Không nhận trang web/);
    const again = await send(to, bytes.length, Buffer.alloc(0));
    assert.deepEqual([again.status, (await bodyOf(again)).issues], [422, issues]);
    assert.equal((await head(to)).status, 422);
    assert.deepEqual([taken, readdirSync(folder)], [[], []]);
  });

  it('may be refused by the module in its own words; what fails there is done again', async () => {
    const bytes = pdf(5000);
    const failing = await begin(bytes.length);
    refuse.throws = true;
    const silenced = process.stderr.write;
    process.stderr.write = () => true;
    assert.equal((await send(failing, 0, bytes)).status, 500);
    process.stderr.write = silenced;
    refuse.throws = false;
    const done = await head(failing);
    assert.deepEqual([done.status, done.headers.get('upload-file')], [200, taken[0]]);
    refuse.next = true;
    const answer = await send(await begin(bytes.length), 0, bytes);
    assert.equal(answer.status, 422);
    assert.equal(
      (await bodyOf(answer)).issues[0]!.message,
      'Hồ sơ đã nộp nên không nhận thêm tệp.',
    );
    assert.equal(taken.length, 1);
  });

  it('ends once, also when two find it whole at one time', async () => {
    const bytes = pdf(5000);
    const to = await begin(bytes.length);
    refuse.throws = true;
    const silenced = process.stderr.write;
    process.stderr.write = () => true;
    await send(to, 0, bytes);
    process.stderr.write = silenced;
    const upload = (await findUpload(database.db, pidOf(to)))!;
    const places: string[] = [];
    const end = () =>
      finishUpload(cx, uploads, upload, async (_inner, file) => {
        places.push(file.pid);
        return { ok: true, value: undefined };
      });
    const [first, second] = await Promise.all([end(), end()]);
    assert.deepEqual(first, second);
    assert.equal(places.length, 1);
    assert.ok(first.ok && first.file.pid === places[0]);
  });

  it('is nobody else’s, and no other site’s page sends it', async () => {
    const to = await begin(100);
    const other = to.replace('s-an', 's-binh');
    const unknown = `${home}/0123456789abcdef`;
    for (const address of [other, unknown, to.replace('s-an', 'nobody'), `${home}/..%2f..%2fx`]) {
      assert.equal((await head(address)).status, 404);
      assert.equal((await send(address, 0, Buffer.alloc(5))).status, 404);
      assert.equal((await fetch(address, { method: 'DELETE', headers: version })).status, 404);
    }
    assert.equal((await declare(5, 'x.pdf', home.replace('s-an', 'nobody'))).status, 404);
    const foreign = { 'sec-fetch-site': 'cross-site' };
    assert.equal((await send(to, 0, Buffer.alloc(5), foreign)).status, 403);
    assert.equal((await declare(5, 'x.pdf', home, foreign)).status, 403);
    const ours = { 'sec-fetch-site': 'same-origin' };
    assert.equal((await send(to, 0, Buffer.alloc(5), ours)).status, 204);
  });

  it('does not fill the disk: an owner has few on the way, and silent ones make room', async () => {
    for (let n = 0; n < unfinishedLimits.uploads; n += 1) await begin(10);
    const many = await declare(10);
    assert.deepEqual([many.status, (await bodyOf(many)).issues[0]!.code], [422, 'upload_too_many']);
    assert.equal((await declare(10, 'x.pdf', home.replace('s-an', 's-binh'))).status, 201);
    const first = await one(
      database.db,
      sql<{
        pid: string;
      }>`select pid from upload where owner = 'test:s-an' order by created_at, id limit 1`,
    );
    await send(`${home}/${first.pid}`, 0, Buffer.alloc(5));
    clock.move(HOUR + 1000);
    await begin(10);
    const left = await all(database.db, sql`select 1 from upload where owner = 'test:s-an'`);
    assert.equal(left.length, unfinishedLimits.uploads);
    await sql`delete from upload`.execute(database.db);
    for (let n = 0; n < 2; n += 1) await begin(500 * MB);
    const room = await declare(10);
    assert.deepEqual([room.status, (await bodyOf(room)).issues[0]!.code], [422, 'upload_no_room']);
    assert.match((await bodyOf(await declare(10))).issues[0]!.message, /quá 1\.000 MB/);
    await sql`delete from upload`.execute(database.db);
    free.bytes = 513 * MB;
    const disk = await declare(MB);
    assert.deepEqual(
      [disk.status, (await bodyOf(disk)).issues[0]!.code],
      [422, 'upload_disk_full'],
    );
    assert.equal((await declare(MB / 2)).status, 201);
    free.bytes = Number.POSITIVE_INFINITY;
  });

  it('is cancelled, also while it arrives', async () => {
    const bytes = pdf(300_000);
    const to = await begin(bytes.length);
    await stuck(to, 0, bytes.subarray(0, 90_000), bytes.length);
    assert.equal((await fetch(to, { method: 'DELETE', headers: version })).status, 204);
    assert.equal((await head(to)).status, 404);
    assert.deepEqual(readdirSync(folder), []);
  });

  it('waits a day for its next piece, then goes; nothing that is needed is swept', async () => {
    const bytes = pdf(1000);
    const [left, going, done] = [await begin(1000), await begin(1000), await begin(1000)];
    for (const to of [left, going]) await send(to, 0, bytes.subarray(0, 100));
    const ended = await bodyOf(await send(done, 0, bytes));
    clock.move(20 * HOUR);
    await send(going, 100, bytes.subarray(100, 200));
    clock.move(5 * HOUR);
    const old = new Date(clock.now().getTime() - 25 * HOUR);
    writeFileSync(path.join(folder, '0123456789abcdef'), 'lost');
    for (const name of [...readdirSync(folder)]) utimesSync(path.join(folder, name), old, old);
    assert.equal((await head(left)).status, 410);
    assert.deepEqual(await sweepUploads(database.db, uploads, clock), { rows: 2, contents: 1 });
    assert.deepEqual(readdirSync(folder), [pidOf(going)]);
    assert.equal((await head(left)).status, 404);
    assert.equal(await offsetAt(going), 200);
    assert.ok(await findFile(database.db, ended.file.pid));
  });

  it('begins again at what is there, when the folder has less than the row', async () => {
    const bytes = pdf(500_000);
    const to = await begin(bytes.length);
    await send(to, 0, bytes.subarray(0, 200_000));
    await uploads.delete(pidOf(to));
    assert.equal(await offsetAt(to), 0);
    // More than the row knows of: what was never told is written over.
    const more = Buffer.concat([bytes.subarray(0, 50), randomBytes(400_000)]);
    writeFileSync(path.join(folder, pidOf(to)), more);
    await sql`update upload set received = 50`.execute(database.db);
    const { file } = await bodyOf(await send(to, 50, bytes.subarray(50)));
    assert.equal(await contentOf(file.pid), hashOf(bytes));
  });

  it('holds little of 300 MB that arrive in one piece', async () => {
    const size = 300 * MB;
    const piece = randomBytes(MB);
    let sent = 0;
    let peak = 0;
    globalThis.gc?.();
    const { arrayBuffers, heapUsed } = process.memoryUsage();
    const bytes = new ReadableStream<Uint8Array>({
      pull(at) {
        const usage = process.memoryUsage();
        peak = Math.max(peak, usage.arrayBuffers + usage.heapUsed);
        at.enqueue(
          sent === 0 ? Buffer.concat([Buffer.from('%PDF-1.7\n'), piece.subarray(9)]) : piece,
        );
        sent += MB;
        if (sent === size) at.close();
      },
    });
    const to = await begin(size);
    const answer = await fetch(to, {
      method: 'PATCH',
      headers: {
        ...version,
        'content-type': 'application/offset+octet-stream',
        'upload-offset': '0',
      },
      body: bytes,
      duplex: 'half',
    } as RequestInit);
    assert.equal(answer.status, 200, await answer.clone().text());
    assert.equal((await bodyOf(answer)).file.size, size);
    assert.ok(
      peak - arrayBuffers - heapUsed < 100 * MB,
      `${(peak - arrayBuffers - heapUsed) / MB} MB`,
    );
  });
});
