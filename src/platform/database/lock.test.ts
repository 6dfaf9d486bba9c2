import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { FolderLock } from './lock.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'lientri-lock-'));
after(() => rmSync(folder, { recursive: true, force: true }));

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** Whether another process can take the folder. */
function freeForOthers(): boolean {
  const url = new URL('./lock.ts', import.meta.url).href;
  const script = `const { FolderLock } = await import('${url}');
    process.exit(FolderLock.take(${JSON.stringify(folder)}) === null ? 3 : 0);`;
  const args = ['--disable-warning=ExperimentalWarning', '--input-type=module', '-e', script];
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  assert.ok(status === 0 || status === 3, stderr);
  return status === 0;
}

test('a folder is one process’s until it is released', () => {
  const lock = FolderLock.take(folder);
  assert.ok(lock);
  assert.ok(!freeForOthers());
  lock.release();
  assert.ok(freeForOthers());
});

test('a lock that is held by nothing but the process stays, whatever the garbage collector does', async () => {
  assert.ok(FolderLock.take(folder));
  for (let turn = 0; turn < 5; turn += 1) {
    collectGarbage();
    await sleep(10);
  }
  assert.ok(!freeForOthers());
});
