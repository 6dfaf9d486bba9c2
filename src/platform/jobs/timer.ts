import type { Log } from '../log.ts';

/**
 * Does the work again and again, `pause` milliseconds after each end; never twice at once. An error
 * is logged and the next turn tries again.
 * @returns a function that ends it and waits for the turn under way
 */
export function repeat(
  name: string,
  pause: number,
  work: () => Promise<unknown>,
  log: Log,
): () => Promise<void> {
  let ended = false;
  let timer: NodeJS.Timeout | undefined;
  let turn: Promise<void> = Promise.resolve();
  const next = () => {
    turn = work().then(
      () => {},
      (error) => log.error('repeated work failed', { work: name, error }),
    );
    void turn.then(() => {
      if (!ended) timer = setTimeout(next, pause);
    });
  };
  next();
  return () => {
    ended = true;
    clearTimeout(timer);
    return turn;
  };
}
