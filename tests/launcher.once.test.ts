import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { projectRoot } from '../src/platform/config.ts';

const script = `
import { onLauncherGone } from ${JSON.stringify(path.join(projectRoot, 'src/platform/launcher.ts'))};
const given: string[] = process.argv.slice(2);
if (given[0] === 'idle') onLauncherGone(() => {});
if (given[0] === 'stay') {
  process.on('SIGTERM', () => { console.log('asked to stop'); process.exit(7); });
  onLauncherGone(() => { console.log('left alone'); process.exit(8); });
  setInterval(() => {}, 1000);
}
// Said last: whoever has heard it may send a signal.
console.log(JSON.stringify({ version: process.version, given, cwd: process.cwd(), pid: process.pid }));
if (given[0] === 'exit') process.exit(Number(given[1]));
`;

function run(folder: string, args: string[]) {
  const file = path.join(folder, 'script.ts');
  writeFileSync(file, script);
  const env = { ...process.env };
  delete env.NODE_TEST_CONTEXT;
  const child = spawn('node', [path.join(projectRoot, 'bin/run.mjs'), file, ...args], {
    cwd: folder,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  const heard: (() => void)[] = [];
  child.stdout.on('data', (chunk) => {
    output += chunk;
    for (const wake of heard.splice(0)) wake();
  });
  const line = async (count: number) => {
    while (output.split('\n').length <= count)
      await new Promise<void>((resolve) => heard.push(resolve));
    return output.split('\n')[count - 1] ?? '';
  };
  // The output ends when the last process that holds it is gone.
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return { child, line, ended };
}

function folderOf(after: (fn: () => void) => void): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'lientri-launcher-'));
  after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

test('arguments, folder and exit code pass through, on Node 24', async (t) => {
  const folder = folderOf((fn) => t.after(fn));
  const { line, ended } = run(folder, ['exit', '5', 'ê "quoted"', '']);
  const said = JSON.parse(await line(1));
  assert.match(said.version, /^v24\./);
  assert.deepEqual(said.given, ['exit', '5', 'ê "quoted"', '']);
  assert.equal(said.cwd, folder);
  assert.equal(await ended, 5);
});

test('a script that is done ends by itself', async (t) => {
  const { ended } = run(
    folderOf((fn) => t.after(fn)),
    ['idle'],
  );
  assert.equal(await ended, 0);
});

test('a signal to the launcher reaches the script, which ends in its own way', async (t) => {
  const { child, line, ended } = run(
    folderOf((fn) => t.after(fn)),
    ['stay'],
  );
  await line(1);
  child.kill('SIGTERM');
  assert.equal(await line(2), 'asked to stop');
  assert.equal(await ended, 7);
});

test('a launcher that is killed leaves no script behind', async (t) => {
  const { child, line, ended } = run(
    folderOf((fn) => t.after(fn)),
    ['stay'],
  );
  await line(1);
  child.kill('SIGKILL');
  assert.equal(await line(2), 'left alone');
  await ended;
});
