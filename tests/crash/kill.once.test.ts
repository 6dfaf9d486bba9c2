import assert from 'node:assert/strict';
import path from 'node:path';
import test from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { openDatabase } from '../../src/platform/database/index.ts';
import { serverProcesses } from '../../src/platform/database/postmaster.ts';
import { diagnose } from '../../src/platform/doctor.ts';
import { privateFolder, type Started, start } from './start.ts';

const rounds = 20;

const kill = (pid: number) => {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // ended by itself a moment ago
  }
};

/** Ends what runs in the folder as a power cut would, in one of three orders. */
async function cut(writer: Started, dataDir: string, round: number): Promise<void> {
  const server = serverProcesses(dataDir);
  const postmaster = Math.min(...server);
  if (round % 3 === 0) {
    for (const pid of server) kill(pid);
    kill(writer.child.pid!);
  } else if (round % 3 === 1) {
    // The application alone: the server ends by itself or is found by the next start.
    kill(writer.child.pid!);
  } else {
    // The postmaster alone: the application brings it back and goes on writing.
    kill(postmaster);
    const before = writer.lines.length;
    while (writer.lines.length <= before + 20) await sleep(20);
    for (const pid of serverProcesses(dataDir)) kill(pid);
    kill(writer.child.pid!);
  }
  await writer.gone;
}

test('every acknowledged write survives kill -9, twenty times', async (t) => {
  const dataDir = path.join(
    privateFolder((fn) => t.after(fn)),
    'data',
  );
  const acknowledged: string[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const writer = start([dataDir, 'write']);
    await writer.line('ready');
    while (writer.lines.length < 50) await sleep(5);
    await sleep((round * 37) % 150);
    await cut(writer, dataDir, round);
    acknowledged.push(...writer.lines.filter((line) => line !== 'ready'));
    const database = await openDatabase(
      { dataDir, databaseUrl: null },
      { migrate: false, exclusive: true },
    );
    const { rows } = await database.ownerPool.query<{ id: string }>('select id from acknowledged');
    const kept = new Set(rows.map(({ id }) => id));
    const lost = acknowledged.filter((id) => !kept.has(id));
    const findings = await diagnose(database, []);
    await database.close();
    assert.deepEqual(lost, [], `round ${round}`);
    assert.deepEqual(findings, [], `round ${round}`);
  }
  assert.ok(acknowledged.length > rounds * 49);
});

test('a cut while the cluster is made leaves nothing that hinders the next start', async (t) => {
  const dataDir = path.join(
    privateFolder((fn) => t.after(fn)),
    'data',
  );
  for (const wait of [150, 400, 650, 900]) {
    const first = start([dataDir, 'hold']);
    await sleep(wait);
    kill(first.child.pid!);
    for (const pid of serverProcesses(dataDir)) kill(pid);
    await first.gone;
  }
  const database = await openDatabase({ dataDir, databaseUrl: null });
  const { rows } = await database.pool.query('select count(*) as count from schema_migration');
  await database.close();
  assert.ok(Number(rows[0].count) > 0);
});
