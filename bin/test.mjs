// npm test: types, style, and every test twice: on the embedded server, and on PostgreSQL 16 as an
// office has it, in another time zone. The last line is "N passed, N failed".
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { ensureInstalled, findNode, nodeOptions, root } from './bootstrap.mjs';
import { check, checks } from './check.mjs';
import { ensureTools } from './test-tools.mjs';
import { vi } from './vi.mjs';

const passes = [
  { name: 'PostgreSQL 18', mode: 'embedded', env: {}, files: testFiles() },
  {
    name: 'PostgreSQL 16, TZ=America/New_York',
    mode: 'external',
    env: { TZ: 'America/New_York' },
    files: testFiles().filter((file) => !/\.once\.test\.tsx?$/.test(file)),
  },
];

function testFiles() {
  return ['src', 'tests']
    .flatMap((folder) =>
      readdirSync(path.join(root, folder), { recursive: true }).map((file) =>
        path.join(folder, String(file)),
      ),
    )
    .filter((file) => /\.test\.tsx?$/.test(file))
    .sort();
}

function startServer(mode) {
  const script = path.join(root, 'src/platform/database/testing-server.ts');
  const child = spawn(findNode(), [...nodeOptions, script, mode], {
    cwd: root,
    stdio: ['pipe', 'pipe', 'inherit'],
    env: cleanEnvironment(),
  });
  const gone = new Promise((resolve) => child.once('exit', resolve));
  const address = new Promise((resolve) => {
    createInterface({ input: child.stdout }).once('line', (line) => resolve(JSON.parse(line)));
    gone.then(() => resolve(null));
  });
  const stop = () => {
    child.stdin.end();
    return gone;
  };
  return { address, stop };
}

/** Nothing that the caller's shell holds may turn the tests to a real folder or database. */
function cleanEnvironment() {
  const env = { ...process.env };
  for (const name of Object.keys(env))
    if (/^(LIENTRI_|PG[A-Z]+$|DATABASE_URL$|PORT$|HOST$|SMTP_URL$|NODE_TEST|NODE_ENV$)/.test(name))
      delete env[name];
  return env;
}

async function runPass(pass) {
  process.stdout.write(`\n${vi.pass(pass.name)}\n`);
  const server = startServer(pass.mode);
  const address = await server.address;
  if (!address) {
    process.stderr.write(`${vi.clusterFailed}\n`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
  const folder = mkdtempSync(path.join(os.tmpdir(), 'lientri-counts-'));
  const totals = path.join(folder, 'totals.json');
  const args = [
    ...nodeOptions,
    '--test',
    '--test-concurrency=2',
    '--test-timeout=900000',
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
    `--test-reporter=${new URL('./test-count.mjs', import.meta.url).href}`,
    `--test-reporter-destination=${totals}`,
    ...pass.files,
  ];
  const env = {
    ...cleanEnvironment(),
    ...pass.env,
    LIENTRI_TEST_SERVER: address.url,
    LIENTRI_TEST_MODE: address.mode,
  };
  try {
    const done = spawnSync(findNode(), args, {
      cwd: root,
      env,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    return readTotals(totals, done.status);
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function readTotals(file, status) {
  let counts = null;
  try {
    counts = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    // The runner itself broke: counted as one failure below.
  }
  const passed = counts?.passed ?? 0;
  const failed = (counts?.failed ?? 0) + (counts?.cancelled ?? 0);
  const skipped = (counts?.skipped ?? 0) + (counts?.todo ?? 0);
  const failures = counts?.failures ?? [];
  return { passed, failed: status === 0 ? failed : Math.max(failed, 1), skipped, failures };
}

await ensureInstalled();
ensureTools();
const results = checks.map((name) => {
  process.stdout.write(`${vi.pass(name)}\n`);
  return check(name) ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
});
for (const pass of passes) results.push({ pass: pass.name, ...(await runPass(pass)) });
// Once more at the end: a run prints thousands of lines.
for (const { pass, failures } of results)
  for (const { file, name, reason } of failures ?? [])
    process.stdout.write(`\n✖ ${pass}: ${file}: ${name}\n${reason.replace(/^/gm, '    ')}\n`);
const sum = (key) => results.reduce((total, result) => total + result[key], 0);
const none = results.slice(checks.length).some((result) => result.passed + result.failed === 0);
if (none) process.stdout.write(`${vi.noTests}\n`);
if (sum('skipped') > 0) process.stdout.write(`${vi.skipped(sum('skipped'))}\n`);
process.exitCode = sum('failed') > 0 || none ? 1 : 0;
process.stdout.write(`${sum('passed')} passed, ${sum('failed')} failed\n`);
