import { type ChildProcess, fork } from 'node:child_process';

export interface ApartOptions {
  /** The file that the process runs. */
  readonly file: string;
  /** Options of Node beside ours. */
  readonly node?: readonly string[];
  /** Bytes of memory above which another process takes its place. */
  readonly largest: number;
  /** Whether what it says goes to our standard error; what libraries say may quote what they work on. */
  readonly speaks: boolean;
}

/** What every answer holds beside its own. */
export interface Answered {
  /** Of what was asked. */
  readonly id: number;
  /** Bytes that the process holds by now. */
  readonly memory: number;
}

interface Waiting<Answer> {
  readonly ask: { readonly id: number };
  readonly done: (answer: Answer | null) => void;
}

const longestMs = 120_000;
const longestIdleMs = 60_000;

/**
 * Work that fills memory or time, in a process of its own: it is asked one thing after the other, started with
 * the first, ended after a minute without any, and replaced when it has grown or taken more than two minutes.
 */
export class Apart<Ask extends { readonly id: number }, Answer extends Answered> {
  readonly #options: ApartOptions;
  readonly #queue: Waiting<Answer>[] = [];
  #current: Waiting<Answer> | null = null;
  #child: ChildProcess | null = null;
  #timer: NodeJS.Timeout | null = null;
  #idle: NodeJS.Timeout | null = null;
  #asked = 0;

  constructor(options: ApartOptions) {
    this.#options = options;
  }

  /** Its answer; null when the process ended over it. Never throws. */
  ask(what: Omit<Ask, 'id'>): Promise<Answer | null> {
    return new Promise((done) => {
      this.#asked += 1;
      this.#queue.push({ ask: { id: this.#asked, ...what }, done });
      this.#next();
    });
  }

  /** Ends the process; the next one that is asked for starts it again. */
  close(): void {
    const ended = this.#child;
    // One that is at work is noticed when it has ended: what was asked of it is then told so.
    if (this.#current === null) this.#child = null;
    ended?.kill('SIGKILL');
  }

  #next(): void {
    if (this.#current !== null) return;
    this.#current = this.#queue.shift() ?? null;
    if (this.#current === null) {
      // An idle process does not keep ours from ending, and goes away after a while.
      this.#hold(false);
      this.#idle = setTimeout(() => this.close(), longestIdleMs).unref();
      return;
    }
    if (this.#idle !== null) clearTimeout(this.#idle);
    this.#child ??= this.#start();
    const child = this.#child;
    this.#hold(true);
    this.#timer = setTimeout(() => child.kill('SIGKILL'), longestMs);
    child.send(this.#current.ask, (error) => {
      if (error !== null) child.kill('SIGKILL');
    });
  }

  #hold(on: boolean): void {
    if (on) {
      this.#child?.ref();
      this.#child?.channel?.ref();
    } else {
      this.#child?.unref();
      this.#child?.channel?.unref();
    }
  }

  #start(): ChildProcess {
    const { file, node = [], speaks } = this.#options;
    const child = fork(file, [], {
      serialization: 'advanced',
      execArgv: ['--disable-warning=ExperimentalWarning', ...node],
      // It needs nothing of what this process was told: neither keys nor the database's address.
      env: process.platform === 'win32' ? { SystemRoot: process.env.SystemRoot } : {},
      stdio: ['ignore', 'ignore', speaks ? 'inherit' : 'ignore', 'ipc'],
    });
    child.on('message', (answer) => this.#heard(child, answer as Answer));
    child.on('exit', () => this.#gone(child));
    child.on('error', () => this.#gone(child));
    return child;
  }

  #heard(from: ChildProcess, answer: Answer): void {
    if (this.#current === null || this.#current.ask.id !== answer.id) return;
    const { done } = this.#current;
    this.#settle();
    if (answer.memory > this.#options.largest && this.#child === from) this.close();
    done(answer);
    this.#next();
  }

  #gone(child: ChildProcess): void {
    if (this.#child !== child) return;
    this.#child = null;
    const lost = this.#current;
    this.#settle();
    lost?.done(null);
    this.#next();
  }

  #settle(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#current = null;
  }
}
