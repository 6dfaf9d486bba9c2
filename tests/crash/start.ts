import { type ChildProcess, spawn } from 'node:child_process';
import { chownSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { projectRoot } from '../../src/platform/config.ts';

export interface Started {
  readonly child: ChildProcess;
  readonly lines: string[];
  readonly errors: () => string;
  /** The first line that begins with `word`; rejects when the process ends before. */
  line(word: string): Promise<string>;
  readonly gone: Promise<number | null>;
}

const running = new Set<ChildProcess>();

/** Starts tests/crash/process.ts or another script there, in front of which `prefix` may put another program. */
export function start(
  args: readonly string[],
  options: { prefix?: readonly string[]; env?: NodeJS.ProcessEnv; script?: string } = {},
): Started {
  const script = path.join(projectRoot, 'tests/crash', options.script ?? 'process.ts');
  const hook = path.join(projectRoot, 'bin/tsx-hook.mjs');
  const command = [process.execPath, '--disable-warning=ExperimentalWarning', '--import', hook];
  const [program, ...rest] = [...(options.prefix ?? []), ...command, script, ...args];
  const env = { ...process.env, ...options.env };
  delete env.NODE_TEST_CONTEXT;
  const child = spawn(program!, rest, { cwd: '/', env, stdio: ['pipe', 'pipe', 'pipe'] });
  running.add(child);
  const lines: string[] = [];
  let half = '';
  let errors = '';
  let wake = () => {};
  child.stdout?.on('data', (chunk) => {
    const parts = (half + chunk).split('\n');
    half = parts.pop() ?? '';
    lines.push(...parts);
    wake();
  });
  child.stderr?.on('data', (chunk) => {
    errors += chunk;
  });
  let ended = false;
  const gone = new Promise<number | null>((resolve) => {
    child.once('close', (code) => {
      ended = true;
      running.delete(child);
      wake();
      resolve(code);
    });
  });
  const line = async (word: string) => {
    for (;;) {
      const found = lines.find((each) => each.startsWith(word));
      if (found !== undefined) return found;
      if (ended) throw new Error(`ended without "${word}": ${errors}`);
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  };
  return { child, lines, errors: () => errors, line, gone };
}

const closing = new Map<string, (() => Promise<void>)[]>();

/** Ends something that works in `folder` before the folder is taken away. */
export function closeBefore(folder: string, close: () => Promise<void>): void {
  closing.get(folder)?.push(close);
}

/** A folder that only `uid` may enter, taken away after the test. */
export function privateFolder(after: (fn: () => Promise<void>) => void, uid?: number): string {
  const folder = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'lientri-crash-')));
  if (uid !== undefined) chownSync(folder, uid, uid);
  closing.set(folder, []);
  after(async () => {
    for (const close of (closing.get(folder) ?? []).reverse()) await close();
    // What a failed test left running would keep the whole file from ending.
    for (const child of running) child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true, maxRetries: 20 });
  });
  return folder;
}
