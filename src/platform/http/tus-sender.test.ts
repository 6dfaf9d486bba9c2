import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer, type Server, type Socket } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import { type Sending, sendFile } from '../../ui/islands/upload/sender.ts';
import { type Answer, ask, drop, Refused } from '../../ui/islands/upload/wire.ts';
import type { Database } from '../database/index.ts';
import { one } from '../database/query.ts';
import { testDatabase } from '../database/testing.ts';
import { testCx } from '../testing.ts';
import { localUploads } from '../uploads.ts';
import { serveUploads, type UploadServer } from './testing-tus.ts';

const MB = 1_048_576;

/** A line that breaks after so many bytes from the sender, as often as it is told to. */
async function badLine(to: number): Promise<{ server: Server; port: number; breaks: number[] }> {
  const breaks: number[] = [];
  const server = createServer((near) => {
    const far: Socket = connect(to, '127.0.0.1');
    near.on('data', (chunk: Buffer) => {
      const left = (breaks[0] ?? Number.POSITIVE_INFINITY) - chunk.length;
      if (breaks.length > 0) breaks[0] = left;
      far.write(left > 0 ? chunk : chunk.subarray(0, chunk.length + left));
      if (left > 0) return;
      breaks.shift();
      near.destroy();
    });
    far.on('data', (chunk) => near.write(chunk));
    near.on('close', () => far.end());
    far.on('close', () => near.end());
    near.on('error', () => {});
    far.on('error', () => {});
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, port: (server.address() as { port: number }).port, breaks };
}

describe('the sender of pages', () => {
  let database: Database;
  let folder: string;
  let server: UploadServer;
  let line: Awaited<ReturnType<typeof badLine>>;
  let address: string;

  before(async () => {
    database = await testDatabase();
    folder = mkdtempSync(path.join(os.tmpdir(), 'lientri-uploads-'));
    const cx = testCx(database.db);
    server = await serveUploads({ cx, uploads: localUploads(folder), limit: 20 * MB });
    line = await badLine(Number(new URL(server.base).port));
    address = `http://127.0.0.1:${line.port}/kho/s-an/tep`;
  });
  after(async () => {
    line.server.close();
    await server.close();
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const seen = { begun: null as string | null, sent: [] as number[], stages: [] as string[] };
  const send = (bytes: Buffer, more: Partial<Sending> = {}): Promise<Answer> => {
    Object.assign(seen, { sent: [], stages: [] });
    return sendFile({
      address,
      file: new Blob([bytes as Buffer<ArrayBuffer>]),
      name: 'thuyết minh.pdf',
      told: { field: 'mô tả' },
      begun: null,
      keep: (begun) => {
        seen.begun = begun;
      },
      progress: (sent) => seen.sent.push(sent),
      stage: (stage) => seen.stages.push(stage),
      // The line is back at once.
      online: async () => {},
      signal: new AbortController().signal,
      ...more,
    });
  };
  const pdf = (size: number) => Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(size - 9)]);
  const stored = async (pid: string) =>
    one(
      database.db,
      sql<{ sha256: string; name: string; told: unknown }>`select f.sha256, f.name, u.told
        from file f join upload u on u.file_id = f.id where f.pid = ${pid}`,
    );
  const told = (bytes: Buffer) => ({
    sha256: createHash('sha256').update(bytes).digest('hex'),
    name: 'thuyết minh.pdf',
    told: { field: 'mô tả' },
  });

  it('sends in pieces that grow with the line', async () => {
    const bytes = pdf(12 * MB);
    const { file } = await send(bytes);
    assert.deepEqual(await stored(file.pid), told(bytes));
    assert.deepEqual(
      seen.sent.map((at) => at / MB),
      [0, 0.25, 0.75, 1.75, 3.75, 7.75],
    );
    assert.equal(seen.begun, null);
  });

  it('goes on after the line broke, wherever it breaks', async () => {
    const bytes = pdf(3 * MB);
    line.breaks.push(100, 5_000, 100_000, 300_000, 1, 700_000, 900_000);
    const { file } = await send(bytes);
    assert.deepEqual(line.breaks, []);
    assert.deepEqual(await stored(file.pid), told(bytes));
    assert.ok(seen.stages.filter((stage) => stage === 'waiting').length >= 5);
    assert.deepEqual(
      seen.sent,
      seen.sent.toSorted((a, b) => a - b),
      'never back behind what was told',
    );
  });

  it('goes on with what another page began, and begins anew when that is gone', async () => {
    const bytes = pdf(2 * MB);
    const stop = new AbortController();
    const first = send(bytes, {
      signal: stop.signal,
      progress: (sent) => sent > 700_000 && stop.abort(),
    });
    await assert.rejects(first, { name: 'AbortError' });
    const begun = seen.begun!;
    const at = await ask(address, begun);
    assert.ok(typeof at === 'number' && at > 700_000);
    const { file } = await send(bytes, { begun });
    assert.equal(seen.sent[0], at);
    assert.deepEqual(await stored(file.pid), told(bytes));
    assert.deepEqual(await ask(address, begun), { file });
    assert.deepEqual(await send(bytes, { begun }), { file }, 'sent to its end already');
    await drop(address, begun);
    assert.equal(await ask(address, begun), null);
    const anew = await send(bytes, { begun });
    assert.notEqual(anew.file.pid, file.pid);
  });

  it('tells in the server’s words why a file is not taken', async () => {
    const refused = (pattern: RegExp) => (error: unknown) =>
      error instanceof Refused && pattern.test(error.messages.join(' '));
    await assert.rejects(send(pdf(21 * MB)), refused(/^Tệp lớn quá 20 MB/));
    await assert.rejects(send(Buffer.from('<html>'.repeat(100))), refused(/^Không nhận trang web/));
    assert.equal(seen.begun, null);
    await assert.rejects(
      send(pdf(100), { address: address.replace('s-an', 'nobody') }),
      refused(/Địa chỉ có thể đã đổi/),
    );
  });
});
