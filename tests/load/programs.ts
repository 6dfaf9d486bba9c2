// The product as an office runs it: its own processes, with the options of bin/lientri.
import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { demoSignIns } from '../../src/demo/index.ts';
import { projectRoot } from '../../src/platform/config.ts';
import { freePort } from '../support/server.ts';

const launcher = new URL('../../bin/bootstrap.mjs', import.meta.url).href;
const { nodeOptions } = (await import(launcher)) as { readonly nodeOptions: readonly string[] };

const started: ChildProcess[] = [];
const ending = new Set<ChildProcess>();

/** Starts a script of the project; what it prints can be read. */
export function run(
  script: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): ChildProcess {
  const child = spawn(process.execPath, [...nodeOptions, path.join(projectRoot, script), ...args], {
    cwd: projectRoot,
    env: { ...process.env, LIENTRI_LOG: 'error', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  started.push(child);
  child.once('exit', (code, signal) => {
    if (code !== 0 && !ending.has(child))
      process.stderr.write(`${script} ended by itself: ${code ?? signal}\n`);
  });
  return child;
}

/** Resolves when the process has printed such a line. */
export function said(child: ChildProcess, words: RegExp): Promise<void> {
  return new Promise((resolve, reject) => {
    createInterface({ input: child.stdout! }).on('line', (line) => {
      if (words.test(line)) resolve();
    });
    child.once('exit', (code) => reject(new Error(`ended with ${code} before ${words}`)));
  });
}

export async function stop(child: ChildProcess): Promise<void> {
  ending.add(child);
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await gone;
}

/** Stops whatever is left. */
export async function stopAll(): Promise<void> {
  for (const child of started) await stop(child);
}

/** Runs a command of bin/lientri to its end; gives what it printed. Throws when it failed. */
export async function command(args: readonly string[]): Promise<string> {
  const child = run('src/cli.ts', args);
  return printed(child, args.join(' '));
}

/** Waits for the end of a process; gives what it printed. Throws when it failed. */
export async function printed(child: ChildProcess, name: string): Promise<string> {
  let text = '';
  child.stdout!.on('data', (chunk) => {
    text += chunk;
  });
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`${name} ended with ${code}`);
  return text;
}

/** Serves a data folder, at a free port unless one is given; resolves when it answers. */
export async function serve(
  data: string,
  env: NodeJS.ProcessEnv = {},
  at?: number,
): Promise<{ base: string; server: ChildProcess }> {
  const port = at ?? (await freePort());
  const server = run('src/cli.ts', ['serve', '--data', data, '--port', String(port)], env);
  await said(server, /localhost/);
  return { base: `http://127.0.0.1:${port}`, server };
}

/** The cookies of somebody who signed in to a demo. */
export async function signIn(base: string, email = 'clerk@demo.example'): Promise<string> {
  const answer = await fetch(`${base}/dang-nhap`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'sec-fetch-site': 'same-origin' },
    body: new URLSearchParams({ email, password: demoSignIns.password }),
  });
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

/** A data folder with the demo, which nobody writes to: `copyOf` it to start from. */
export async function demoFolder(parent: string): Promise<string> {
  const data = path.join(parent, 'demo');
  await command(['setup', '--demo', '--data', data]);
  return data;
}

/** Does some work in a copy of a data folder, which is gone afterwards. */
export async function inCopy<T>(data: string, work: (copy: string) => Promise<T>): Promise<T> {
  const copy = `${data}-copy-${Date.now()}`;
  cpSync(data, copy, { recursive: true });
  try {
    return await work(copy);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

// Behind the name in brackets: the state, the parent, and utime and stime as the 12th and 13th, in
// hundredths of a second.
const statOf = (pid: number | string) =>
  readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
const spent = (stat: readonly string[]) => (Number(stat[11]) + Number(stat[12])) * 10;

/** Milliseconds of processor time that a process has used; NaN where the system does not tell. */
export function processorTime(child: ChildProcess): number {
  return process.platform === 'linux' ? spent(statOf(child.pid!)) : Number.NaN;
}

/** The same of the sessions of a folder's database that live now. */
export function databaseTime(data: string): number {
  if (process.platform !== 'linux') return Number.NaN;
  const postmaster = readFileSync(path.join(data, 'pg/postmaster.pid'), 'utf8').split('\n')[0];
  let sum = 0;
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const stat = statOf(pid);
      if (stat[1] === postmaster) sum += spent(stat);
    } catch {
      // It has just ended.
    }
  }
  return sum;
}

/** Most memory that a process has held, in megabytes; NaN where nobody tells, or it is gone. */
export function peakOf(child: ChildProcess): number {
  try {
    const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
    return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) / 1000;
  } catch {
    return Number.NaN;
  }
}
