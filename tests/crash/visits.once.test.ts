// What is killed while it counts loses the seconds since it last wrote, and nothing that it wrote.
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { organisationId } from '../../src/modules/organisations/index.ts';
import { cxOf, smallFederation } from '../../src/modules/organisations/testing.ts';
import { visits } from '../../src/modules/visits/index.ts';
import { browser } from '../../src/modules/visits/testing.ts';
import { projectRoot } from '../../src/platform/config.ts';
import { testDatabase } from '../../src/platform/database/testing.ts';
import { sound } from '../../src/platform/testing.ts';

const database = await testDatabase();
const running = new Set<ChildProcess>();
after(async () => {
  for (const child of running) child.kill('SIGKILL');
  await database.close();
});
const cx = cxOf(database.db);
await smallFederation(cx);
const sonla = await organisationId(cx, 'sonla');

interface Counting {
  read(times: number): Promise<void>;
  kill(): Promise<void>;
}

async function counting(): Promise<Counting> {
  const child = spawn(
    process.execPath,
    ['--import', './bin/tsx-hook.mjs', 'tests/crash/visits.ts', database.url, sonla],
    { cwd: projectRoot, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  running.add(child);
  const [port] = await once(child.stdout!, 'data');
  return {
    async read(times) {
      for (let n = 0; n < times; n += 1) {
        const address = `http://127.0.0.1:${String(port).trim()}/`;
        await (await fetch(address, { headers: { 'user-agent': browser } })).text();
      }
    },
    async kill() {
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
      running.delete(child);
    },
  };
}

async function counted(): Promise<{ pages: number; visits: number }> {
  const { rows } = await database.ownerPool.query<{ pages: number; visits: number }>(
    'select coalesce(sum(pages), 0)::int as pages, coalesce(sum(visits), 0)::int as visits from visit_day',
  );
  return rows[0]!;
}

test('a kill loses no page that was written, and the same reader stays one visit', async () => {
  const first = await counting();
  await first.read(40);
  while ((await counted()).pages < 40) await sleep(20);
  await first.read(7);
  await first.kill();
  const left = (await counted()).pages;
  assert.ok(left >= 40 && left <= 47, `${left} pages`);
  const second = await counting();
  await second.read(3);
  while ((await counted()).pages < left + 3) await sleep(20);
  await second.kill();
  assert.deepEqual(await counted(), { pages: left + 3, visits: 1 });
  await sound(database.db, visits.invariants ?? []);
});
