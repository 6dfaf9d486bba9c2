import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import type { Answer, Ask } from './messages.ts';

/** The template does not compile with this data, or the process that set it went away. */
export class PdfFailed extends Error {}

interface Waiting {
  readonly ask: Ask;
  readonly done: (pdf: Buffer) => void;
  readonly failed: (error: Error) => void;
}

// A fresh process holds 110 MB; the compiler keeps about 75 KB of each card that it has set.
const largest = 400_000_000;
const longestMs = 120_000;
const longestIdleMs = 60_000;

const queue: Waiting[] = [];
let current: Waiting | null = null;
let setter: ChildProcess | null = null;
let timer: NodeJS.Timeout | null = null;
let idle: NodeJS.Timeout | null = null;
let asked = 0;

/**
 * Sets a document with Typst, in a process of its own, one after the other. The template finds its
 * data with `json("/data.json")` and nothing else: text of the data is never source. Where the data
 * has `{qr: text}`, the template gets an SVG. The same template and data give the same bytes. Fonts:
 * Be Vietnam Pro (400 to 700) unless the template asks for Tinos.
 * @throws PdfFailed
 */
export async function renderPdf(template: string, data: unknown): Promise<Buffer> {
  // Packages would come from the network.
  if (/"@\w/.test(template)) throw new PdfFailed('a template imports no packages');
  const json = JSON.stringify(data);
  return new Promise((done, failed) => {
    asked += 1;
    queue.push({ ask: { id: asked, template, data: json }, done, failed });
    next();
  });
}

/** Ends the process that sets documents; the next one that is asked for starts it again. */
export function closePdf(): void {
  const ended = setter;
  // One that is at work is noticed when it has ended: what was asked of it is then told so.
  if (current === null) setter = null;
  ended?.kill('SIGKILL');
}

function next(): void {
  if (current !== null) return;
  current = queue.shift() ?? null;
  if (current === null) {
    // An idle process does not keep ours from ending, and goes away after a while.
    hold(false);
    idle = setTimeout(closePdf, longestIdleMs).unref();
    return;
  }
  if (idle !== null) clearTimeout(idle);
  setter ??= start();
  hold(true);
  timer = setTimeout(() => setter?.kill('SIGKILL'), longestMs);
  setter.send(current.ask, (error) => {
    if (error !== null) setter?.kill('SIGKILL');
  });
}

function hold(on: boolean): void {
  if (on) {
    setter?.ref();
    setter?.channel?.ref();
  } else {
    setter?.unref();
    setter?.channel?.unref();
  }
}

function start(): ChildProcess {
  const child = fork(path.join(import.meta.dirname, 'setter.ts'), [], {
    serialization: 'advanced',
    execArgv: ['--disable-warning=ExperimentalWarning'],
    // It needs nothing of what this process was told: neither keys nor the database's address.
    env: process.platform === 'win32' ? { SystemRoot: process.env.SystemRoot } : {},
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  child.on('message', (answer: Answer) => heard(child, answer));
  child.on('exit', () => gone(child));
  child.on('error', () => gone(child));
  return child;
}

function heard(child: ChildProcess, answer: Answer): void {
  if (current === null || current.ask.id !== answer.id) return;
  const { done, failed } = current;
  settle();
  if (answer.memory > largest && setter === child) closePdf();
  if ('pdf' in answer) done(Buffer.from(answer.pdf));
  else failed(new PdfFailed(answer.fault));
  next();
}

function gone(child: ChildProcess): void {
  if (setter !== child) return;
  setter = null;
  const lost = current;
  settle();
  lost?.failed(new PdfFailed('the process that sets documents ended'));
  next();
}

function settle(): void {
  if (timer !== null) clearTimeout(timer);
  timer = null;
  current = null;
}
