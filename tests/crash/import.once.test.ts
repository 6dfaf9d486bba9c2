// An import that is killed at any moment and begun again ends as one that nobody disturbed, and
// meanwhile nobody sees half of it.
import assert from 'node:assert/strict';
import { cpSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { chooserFromSeed } from '../../src/kernel/random.ts';
import { createOrganisation } from '../../src/modules/organisations/index.ts';
import { execute } from '../../src/platform/command.ts';
import { loadConfig } from '../../src/platform/config.ts';
import { openDatabase } from '../../src/platform/database/index.ts';
import { serverProcesses } from '../../src/platform/database/postmaster.ts';
import { openRuntime } from '../../src/runtime.ts';
import { installEmpty } from '../../src/setup.ts';
import { writeRoster } from '../load/roster.ts';
import { privateFolder, start } from './start.ts';

const rows = 5_000;

async function prepare(dataDir: string): Promise<void> {
  const runtime = await openRuntime(
    loadConfig({ argv: { data: dataDir }, env: { LIENTRI_LOG: 'error' } }),
  );
  try {
    const cx = runtime.cx('setup');
    await installEmpty(cx, {
      name: 'Liên hiệp các hội KHKT tỉnh Sơn La',
      code: 'sonla',
      kind: 'provincial_union',
      founded: '2000-01-01',
      adminEmail: 'admin@sonla.example',
      adminName: 'Admin',
      password: 'Mot-mat-khau-dai-2026',
    });
    const made = await execute(cx, createOrganisation, {
      code: 'khuyenhoc',
      name: 'Hội Khuyến học tỉnh Sơn La',
      kind: 'member_association',
      parent: 'sonla',
      from: '2001-01-01',
    });
    assert.ok(made.ok);
  } finally {
    await runtime.close();
  }
}

const kill = (pid: number) => {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // ended by itself a moment ago
  }
};

interface Seen {
  readonly members: number;
  readonly dump: readonly string[];
  readonly imports: readonly string[];
}

/** What stands in the folder, without ids and times. */
async function look(dataDir: string): Promise<Seen> {
  const database = await openDatabase({ dataDir, databaseUrl: null }, { migrate: false });
  try {
    const { rows: lines } = await database.ownerPool.query<{ text: string }>(
      `select concat_ws('|', p.family, p.middle, p.given, p.search, p.gender, p.birth_date, p.phones::text,
          p.email, p.degrees::text, p.field, p.job, p.address, m.branch, m.joined, m.kind, m.during) as text
        from person p join membership m on m.person_id = p.id
        where p.deleted_at is null and m.deleted_at is null order by 1`,
    );
    const { rows: imports } = await database.ownerPool.query<{ text: string }>(
      `select state || ' ' || counts::text || ' ' || (select count(*) from roster_row r where r.import_id = i.id)
        || ' ' || (select count(*) from roster_result r where r.import_id = i.id) as text
        from roster_import i order by created_at`,
    );
    return {
      members: lines.length,
      dump: lines.map(({ text }) => text),
      imports: imports.map(({ text }) => text),
    };
  } finally {
    await database.close();
  }
}

/** What somebody beside sees, again and again until the work is done. */
async function countsWhile(dataDir: string, gone: Promise<unknown>): Promise<number[]> {
  const database = await openDatabase({ dataDir, databaseUrl: null }, { migrate: false });
  const seen: number[] = [];
  let over = false;
  void gone.then(() => {
    over = true;
  });
  try {
    while (!over) {
      const { rows: found } = await database.pool.query(
        'select count(*)::integer as n from person p join membership m on m.person_id = p.id',
      );
      seen.push(found[0].n);
      await sleep(20);
    }
  } catch {
    // The server ended with the process whose it was.
  } finally {
    await database.close();
  }
  return seen;
}

const script = 'import.ts';

test('an import that is killed and begun again ends as one that was not', async (t) => {
  const folder = privateFolder((fn) => t.after(fn));
  const file = path.join(folder, 'roster.csv');
  await writeRoster(file, rows, 'crash');
  const empty = path.join(folder, 'empty');
  await prepare(empty);
  const calm = path.join(folder, 'calm');
  cpSync(empty, calm, { recursive: true });
  const undisturbed = start([calm, 'khuyenhoc', file], { script });
  await undisturbed.line('ready');
  const ready = performance.now();
  const watched = await countsWhile(calm, undisturbed.gone);
  assert.equal(await undisturbed.gone, 0, undisturbed.errors());
  const whole = performance.now() - ready;
  const expected = await look(calm);
  assert.ok(expected.members > rows * 0.9, `${expected.members} members`);
  assert.ok(
    watched.every((n) => n === 0 || n === expected.members),
    watched.join(' '),
  );

  for (const seed of ['a', 'c']) {
    const choose = chooserFromSeed(seed);
    const data = path.join(folder, seed);
    cpSync(empty, data, { recursive: true });
    let ended: number | null = null;
    for (let round = 0; ended !== 0; round += 1) {
      const writer = start([data, 'khuyenhoc', file], { script });
      await writer.line('ready');
      if (round < 3) {
        await sleep((choose.below(1000) / 1000) * whole);
        // With the server, as a power cut; or the application alone.
        if (choose.chance(0.5)) for (const pid of serverProcesses(data)) kill(pid);
        kill(writer.child.pid!);
      }
      ended = await writer.gone;
      if (round >= 3) assert.equal(ended, 0, writer.errors());
      const seen = await look(data);
      assert.ok(
        seen.members === 0 || seen.members === expected.members,
        `half of it: ${seen.members}`,
      );
    }
    const seen = await look(data);
    assert.deepEqual(seen.dump, expected.dump, `seed ${seed}`);
    assert.equal(
      seen.imports.at(-1),
      seen.imports.length === 1 ? expected.imports[0] : seen.imports.at(-1),
    );
  }
});
