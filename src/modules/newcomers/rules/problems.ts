import type { Problem } from './types.ts';

const mostKept = 500;

/** Collects what did not come over, each kind of it once with its number; few, whatever the length of the file. */
export class Problems {
  readonly #found = new Map<string, { problem: Problem; count: number }>();

  /** `data` tells problems apart; `example` is where it was met first. */
  add(code: string, data: Readonly<Record<string, string | number>> = {}, example = ''): void {
    const key = JSON.stringify([code, data]);
    const known = this.#found.get(key);
    if (known !== undefined) known.count += 1;
    else if (this.#found.size < mostKept) {
      const all = example === '' ? data : { ...data, example };
      this.#found.set(key, { problem: { kind: 'problem', code, count: 1, data: all }, count: 1 });
    }
  }

  all(): Problem[] {
    return [...this.#found.values()].map(({ problem, count }) => ({ ...problem, count }));
  }
}
