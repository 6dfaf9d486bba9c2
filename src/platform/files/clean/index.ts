import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import type { FileTypeName } from '../types.ts';
import type { Answer, Ask } from './messages.ts';
import { type Cleaned, cleanable, largestCleaned } from './types.ts';

export { type Cleaned, type CleanFault, cleanable, cleanFaults, largestCleaned } from './types.ts';

interface Waiting {
  readonly ask: Ask;
  readonly done: (cleaned: Cleaned) => void;
}

const largest = 700_000_000;
const longestMs = 120_000;
const longestIdleMs = 60_000;

const queue: Waiting[] = [];
let current: Waiting | null = null;
let child: ChildProcess | null = null;
let timer: NodeJS.Timeout | null = null;
let idle: NodeJS.Timeout | null = null;
let asked = 0;

/**
 * Takes from a file what tells who made it, with what and when: two files that differ in nothing else come
 * out the same, byte by byte, and look as before. Also gives the text that people read in it ('' for
 * pictures and sound). In a process of its own, one after the other; never throws.
 */
export function cleanFile(bytes: Buffer, type: FileTypeName): Promise<Cleaned> {
  if (!cleanable.has(type)) return Promise.resolve({ ok: false, why: 'kind' });
  if (bytes.length > largestCleaned) return Promise.resolve({ ok: false, why: 'too_large' });
  return new Promise((done) => {
    asked += 1;
    queue.push({ ask: { id: asked, type, bytes }, done });
    next();
  });
}

/** Ends the process that cleans; the next file starts it again. */
export function closeCleaning(): void {
  const ended = child;
  // One that is at work is noticed when it has ended: its file is then told to have failed.
  if (current === null) child = null;
  ended?.kill('SIGKILL');
}

function next(): void {
  if (current !== null) return;
  current = queue.shift() ?? null;
  if (current === null) {
    // An idle process does not keep ours from ending, and goes away after a while.
    hold(false);
    idle = setTimeout(closeCleaning, longestIdleMs).unref();
    return;
  }
  if (idle !== null) clearTimeout(idle);
  child ??= start();
  hold(true);
  timer = setTimeout(() => child?.kill('SIGKILL'), longestMs);
  child.send(current.ask, (error) => {
    if (error !== null) child?.kill('SIGKILL');
  });
}

function hold(on: boolean): void {
  if (on) {
    child?.ref();
    child?.channel?.ref();
  } else {
    child?.unref();
    child?.channel?.unref();
  }
}

function start(): ChildProcess {
  const started = fork(path.join(import.meta.dirname, 'process.ts'), [], {
    serialization: 'advanced',
    execArgv: ['--disable-warning=ExperimentalWarning', '--max-old-space-size=1500'],
    // It needs nothing of what this process was told: neither keys nor the database's address.
    env: process.platform === 'win32' ? { SystemRoot: process.env.SystemRoot } : {},
    // What libraries say about a file may quote it.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  started.on('message', (answer: Answer) => heard(started, answer));
  started.on('exit', () => gone(started));
  started.on('error', () => gone(started));
  return started;
}

function heard(from: ChildProcess, answer: Answer): void {
  if (current === null || current.ask.id !== answer.id) return;
  const { done } = current;
  settle();
  if (answer.memory > largest && child === from) closeCleaning();
  const { cleaned } = answer;
  done(cleaned.ok ? { ...cleaned, bytes: Buffer.from(cleaned.bytes) } : cleaned);
  next();
}

function gone(ended: ChildProcess): void {
  if (child !== ended) return;
  child = null;
  const lost = current;
  settle();
  lost?.done({ ok: false, why: 'failed' });
  next();
}

function settle(): void {
  if (timer !== null) clearTimeout(timer);
  timer = null;
  current = null;
}
