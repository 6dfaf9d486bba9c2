// The sender of tus 1.0: pieces whose size follows the line, and as many new beginnings as it takes.
// Nothing here knows of a page.
import { type Answer, ask, faultOf, Lost, metadata, Refused, reach, version } from './wire.ts';

/** How far it is: on its way, waiting for the line, or looked at by the server. */
export type Stage = 'sending' | 'waiting' | 'checking';

export interface Sending {
  /** Where uploads begin. */
  readonly address: string;
  readonly file: Blob;
  readonly name: string;
  /** Told with the file, as text by key. */
  readonly told: Readonly<Record<string, string>>;
  /** The last part of the address of an upload that was begun before; null for a new one. */
  readonly begun: string | null;
  /** Keeps that part, so that another page can go on; null: there is nothing to go on with. */
  readonly keep: (begun: string | null) => void;
  /** Bytes that the server has. */
  readonly progress: (sent: number) => void;
  readonly stage: (stage: Stage) => void;
  /** Resolves when the line may be back. */
  readonly online: () => Promise<unknown>;
  readonly signal: AbortSignal;
}

const smallest = 262_144;
const largest = 8_388_608;
// A piece that takes less is followed by a larger one, one that takes longer by a smaller one.
const quickMs = 3_000;
const slowMs = 10_000;
const firstWaitMs = 1_000;
const longestWaitMs = 30_000;
// The line may be gone for hours; a server that answers with its own failure is asked less often.
const mostFailures = 20;
const mostBeginnings = 3;

/** Sends a file to its end. @throws Refused; an AbortError when `signal` says so */
export async function sendFile(sending: Sending): Promise<Answer> {
  return new Sender(sending).run();
}

class Sender {
  readonly #with: Sending;
  #begun: string | null;
  /** Null: the server must be asked first. */
  #offset: number | null = null;
  #size = smallest;
  #failures = 0;
  #beginnings = 0;

  constructor(sending: Sending) {
    this.#with = sending;
    this.#begun = sending.begun;
  }

  async run(): Promise<Answer> {
    for (;;) {
      try {
        const answer = await this.#step();
        if (answer === null) continue;
        this.#with.keep(null);
        return answer;
      } catch (error) {
        if (this.#with.signal.aborted) throw error;
        if (error instanceof Refused) {
          this.#with.keep(null);
          throw error;
        }
        await this.#pause(error instanceof Lost);
      }
    }
  }

  /** One request: begin, ask, or a piece. */
  async #step(): Promise<Answer | null> {
    const { address, signal } = this.#with;
    if (this.#begun === null) await this.#begin();
    else if (this.#offset === null) {
      const told = await ask(address, this.#begun, signal);
      if (told === null) return this.#forget();
      if (typeof told !== 'number') return told;
      this.#at(told);
    } else return this.#piece(this.#begun, this.#offset);
    return null;
  }

  async #begin(): Promise<void> {
    const { address, file, name, told, keep, signal } = this.#with;
    this.#beginnings += 1;
    if (this.#beginnings > mostBeginnings) throw new Refused([]);
    const answer = await reach(
      address,
      {
        method: 'POST',
        headers: {
          ...version,
          'upload-length': String(file.size),
          'upload-metadata': metadata({ ...told, filename: name }),
        },
      },
      signal,
    );
    const begun = answer.headers.get('location')?.split('/').at(-1);
    if (answer.status !== 201 || begun === undefined) throw await faultOf(answer);
    this.#begun = begun;
    keep(begun);
    this.#at(0);
  }

  async #piece(begun: string, from: number): Promise<Answer | null> {
    const { address, file, stage, signal } = this.#with;
    const end = Math.min(file.size, from + this.#size);
    stage(from === file.size ? 'checking' : 'sending');
    const started = performance.now();
    const answer = await reach(
      `${address}/${begun}`,
      {
        method: 'PATCH',
        headers: {
          ...version,
          'content-type': 'application/offset+octet-stream',
          'upload-offset': String(from),
        },
        body: file.slice(from, end),
      },
      signal,
    );
    if (answer.status === 404 || answer.status === 410) return this.#forget();
    if (!answer.ok) throw await faultOf(answer);
    this.#fit(performance.now() - started);
    this.#failures = 0;
    if (answer.status === 200) return (await answer.json()) as Answer;
    this.#at(Number(answer.headers.get('upload-offset')));
    return null;
  }

  #at(offset: number): void {
    this.#offset = offset;
    this.#with.progress(offset);
  }

  #forget(): null {
    this.#begun = null;
    this.#offset = null;
    this.#with.keep(null);
    return null;
  }

  #fit(took: number): void {
    if (took < quickMs) this.#size = Math.min(largest, this.#size * 2);
    else if (took > slowMs) this.#size = Math.max(smallest, this.#size / 2);
  }

  async #pause(lineLost: boolean): Promise<void> {
    this.#failures += 1;
    if (!lineLost && this.#failures > mostFailures) throw new Error('the server fails');
    this.#offset = null;
    this.#size = Math.max(smallest, this.#size / 2);
    this.#with.stage('waiting');
    const wait = Math.min(longestWaitMs, firstWaitMs * 2 ** (this.#failures - 1));
    // Not all at once, where many lines came back together.
    const pause = new AbortController();
    await Promise.race([
      sleep(wait * (0.75 + Math.random() / 2), pause.signal),
      this.#with.online(),
      aborted(this.#with.signal),
    ]);
    pause.abort();
    this.#with.signal.throwIfAborted();
  }
}

const sleep = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => clearTimeout(timer));
  });

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
