// A server that is killed in the middle of a piece has kept what it told of; the sender goes on from
// there, and the file that comes of it is the one that was sent.
import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { request } from 'node:http';
import path from 'node:path';
import test from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { openDatabase } from '../../src/platform/database/index.ts';
import { serverProcesses } from '../../src/platform/database/postmaster.ts';
import { diagnose } from '../../src/platform/doctor.ts';
import { privateFolder, type Started, start } from './start.ts';

const MB = 1_048_576;
const size = 24 * MB;
const version = { 'tus-resumable': '1.0.0' };

const kill = (pid: number) => {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // ended by itself a moment ago
  }
};

async function serve(dataDir: string): Promise<{ server: Started; base: string }> {
  const server = start([dataDir], { script: 'uploads.ts' });
  return { server, base: (await server.line('at')).slice('at '.length) };
}

interface Sending {
  /** Bytes that were handed to the line. */
  readonly sent: () => number;
  readonly over: Promise<{ status: number; file: string | undefined } | null>;
}

/** Sends the rest in one piece over a slow line; null when the line broke. */
function send(address: string, bytes: Buffer, from: number): Sending {
  let at = from;
  const over = new Promise<{ status: number; file: string | undefined } | null>((resolve) => {
    const sending = request(address, {
      method: 'PATCH',
      headers: {
        ...version,
        'content-type': 'application/offset+octet-stream',
        'upload-offset': String(from),
        'content-length': String(bytes.length - from),
      },
    });
    sending.on('error', () => resolve(null));
    sending.on('response', (answer) => {
      answer.resume();
      answer.on('error', () => resolve(null));
      const file = answer.headers['upload-file'] as string | undefined;
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, file }));
    });
    sending.on('close', () => resolve(null));
    void (async () => {
      while (at < bytes.length && !sending.destroyed) {
        const next = bytes.subarray(at, at + 65_536);
        at += next.length;
        await new Promise<void>((done) => sending.write(next, () => done()));
        await sleep(2);
      }
      sending.end();
    })();
  });
  return { sent: () => at, over };
}

test('a file goes on after kill -9 in the middle of its pieces, and is whole at its end', async (t) => {
  const dataDir = path.join(
    privateFolder((fn) => t.after(fn)),
    'data',
  );
  const bytes = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(size - 9)]);
  let { server, base } = await serve(dataDir);
  const declared = await fetch(`${base}/kho/s-an/tep`, {
    method: 'POST',
    headers: {
      ...version,
      'upload-length': String(size),
      'upload-metadata': `filename ${Buffer.from('thuyết minh.pdf').toString('base64')}`,
    },
  });
  const address = declared.headers.get('location') ?? '';
  assert.equal(declared.status, 201);
  const offset = async () => {
    const answer = await fetch(base + address, { method: 'HEAD', headers: version });
    assert.equal(answer.status, 200);
    return Number(answer.headers.get('upload-offset'));
  };

  let from = 0;
  let kept = 0;
  for (let round = 0; round < 4; round += 1) {
    const sending = send(base + address, bytes, from);
    // Less than a step of the server, and more.
    const far = from + (round % 2 === 0 ? 3.3 : 0.4) * MB;
    while (sending.sent() < far) await sleep(1);
    // With the database, as a power cut; or the application alone.
    if (round % 3 === 2) for (const pid of serverProcesses(dataDir)) kill(pid);
    kill(server.child.pid!);
    assert.equal(await sending.over, null);
    await server.gone;
    ({ server, base } = await serve(dataDir));
    const told = await offset();
    assert.ok(told >= from && told <= sending.sent(), `round ${round}: ${from} ${told}`);
    if (told > from) kept += 1;
    from = told;
  }
  assert.ok(kept >= 2, `went on in ${kept} of 4 rounds`);

  // Killed between the last byte and the answer, or just before or after it.
  const last = send(base + address, bytes, from);
  while (last.sent() < size) await sleep(1);
  await sleep(60);
  kill(server.child.pid!);
  await last.over;
  await server.gone;
  ({ server, base } = await serve(dataDir));
  from = await offset();
  const ended = await send(base + address, bytes, from).over;
  assert.equal(ended?.status, 200);
  const again = await send(base + address, bytes, size).over;
  assert.deepEqual(again, ended);
  server.child.stdin?.end();
  assert.equal(await server.gone, 0, server.errors());

  const database = await openDatabase({ dataDir, databaseUrl: null }, { migrate: false });
  const { rows } = await database.ownerPool.query<{ sha256: string; size: number }>(
    'select f.sha256, f.size from file f join upload u on u.file_id = f.id where f.pid = $1',
    [ended.file],
  );
  const findings = await diagnose(database, []);
  await database.close();
  const digest = createHash('sha256').update(bytes).digest('hex');
  assert.deepEqual(rows, [{ sha256: digest, size }]);
  assert.deepEqual(findings, []);
  const stored = path.join(dataDir, 'files', digest.slice(0, 2), digest.slice(2, 4), digest);
  assert.ok(existsSync(stored));
  assert.ok(readFileSync(stored).equals(bytes));
  assert.deepEqual(readdirSync(path.join(dataDir, 'uploads')), []);
});
