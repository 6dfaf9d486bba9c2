import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, readdirSync, statSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { privateFolder, start } from '../../../tests/crash/start.ts';
import { projectRoot } from '../config.ts';

const isRoot = process.getuid?.() === 0;
const as = (uid: number) => ['setpriv', `--reuid=${uid}`, `--regid=${uid}`, '--clear-groups', '--'];
/** Somebody else can run the project only where its folder may be read. */
const reachable = (uid: number) =>
  spawnSync(as(uid)[0]!, [...as(uid).slice(1), 'test', '-r', path.join(projectRoot, 'bin/lientri')])
    .status === 0;
const skip = !isRoot || process.platform !== 'linux' || !reachable(65534);

async function opensAndCloses(
  dataDir: string,
  options: Parameters<typeof start>[1],
): Promise<Record<string, unknown>> {
  const run = start([dataDir, 'hold'], options);
  const ready = await run.line('ready');
  run.child.stdin?.end();
  assert.equal(await run.gone, 0, run.errors());
  return JSON.parse(ready.slice(6));
}

for (const uid of [65534, 64321])
  test(`an ordinary user (${uid}) in a folder that only that user may enter`, {
    skip,
  }, async (t) => {
    const dataDir = privateFolder((fn) => t.after(fn), uid);
    const env = { HOME: dataDir, TMPDIR: '/tmp' };
    const ready = await opensAndCloses(dataDir, { prefix: as(uid), env });
    assert.equal(ready.uid, uid);
    assert.equal(statSync(dataDir).mode & 0o777, 0o700);
    assert.equal(statSync(path.join(dataDir, 'pg')).uid, uid);
    await opensAndCloses(dataDir, { prefix: as(uid), env });
    // Root opens the same folder later without taking it away from its owner.
    await opensAndCloses(dataDir, {});
    assert.equal(statSync(path.join(dataDir, 'pg/PG_VERSION')).uid, uid);
    await opensAndCloses(dataDir, { prefix: as(uid), env });
  });

test('a folder of somebody else is refused in one line', { skip }, async (t) => {
  const dataDir = privateFolder((fn) => t.after(fn));
  await opensAndCloses(dataDir, {});
  chmodSync(dataDir, 0o755);
  const run = start([dataDir, 'hold'], { prefix: as(65534) });
  assert.equal(await run.gone, 1);
  assert.match(run.errors(), /^StartError: Thư mục dữ liệu .* thuộc về một người dùng khác/);
});

/** Root, on a machine without user namespaces: the programs for them are not found. */
function withoutNamespaces(folder: string): NodeJS.ProcessEnv {
  const bin = path.join(folder, 'bin');
  mkdirSync(bin);
  symlinkSync('/usr/bin/id', path.join(bin, 'id'));
  return { PATH: bin };
}

test('root without user namespaces runs the server as another user', { skip }, async (t) => {
  const folder = privateFolder((fn) => t.after(fn));
  chmodSync(folder, 0o755);
  const env = withoutNamespaces(folder);
  const dataDir = path.join(folder, 'data');
  mkdirSync(dataDir, { mode: 0o755 });
  await opensAndCloses(dataDir, { env });
  assert.notEqual(statSync(path.join(dataDir, 'pg')).uid, 0);
  await opensAndCloses(dataDir, { env });
  // With namespaces again, the server keeps the user it has.
  await opensAndCloses(dataDir, {});
});

test('root without user namespaces in a folder only root may enter says what is needed', {
  skip,
}, async (t) => {
  const folder = privateFolder((fn) => t.after(fn));
  const run = start([path.join(folder, 'data'), 'hold'], { env: withoutNamespaces(folder) });
  assert.equal(await run.gone, 1);
  assert.match(run.errors(), /^StartError: PostgreSQL không chạy được bằng root.*không vào được/);
  assert.equal(run.errors().trim().split('\n').length, 1);
});

test('root opens a folder that was copied with other owners', { skip }, async (t) => {
  const dataDir = privateFolder((fn) => t.after(fn));
  await opensAndCloses(dataDir, {});
  for (const name of readdirSync(path.join(dataDir, 'pg/base')))
    chownSync(path.join(dataDir, 'pg/base', name), 65534, 65534);
  await opensAndCloses(dataDir, {});
});
