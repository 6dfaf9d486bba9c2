// One at a time may write to an upload. Turns are kept in this process: it is the only one that serves
// its data folder, and one that is killed leaves none behind.

/** Somebody's turn at an upload. */
export interface Turn {
  /** Aborted when somebody else waits for the upload: stop soon, keep what you have. */
  readonly signal: AbortSignal;
  end(): void;
}

interface Held {
  readonly stop: AbortController;
  readonly over: Promise<void>;
}

const held = new Map<string, Held>();

/** A turn at the upload; null while another one is on. */
export function takeTurn(pid: string): Turn | null {
  if (held.has(pid)) return null;
  const stop = new AbortController();
  const { promise, resolve } = Promise.withResolvers<void>();
  held.set(pid, { stop, over: promise });
  return {
    signal: stop.signal,
    end() {
      held.delete(pid);
      resolve();
    },
  };
}

/**
 * A turn at the upload, after whoever has one was told to stop: a sender who asks how far it came has
 * given up the line that it used before, though the server may not know yet that this line is dead.
 * Null when the other one is not done in time; milliseconds.
 */
export async function nextTurn(pid: string, wait: number): Promise<Turn | null> {
  const late = AbortSignal.timeout(wait);
  const given = new Promise<void>((resolve) => late.addEventListener('abort', () => resolve()));
  while (!late.aborted) {
    const turn = takeTurn(pid);
    if (turn !== null) return turn;
    const other = held.get(pid);
    other?.stop.abort();
    await Promise.race([other?.over, given]);
  }
  return null;
}
