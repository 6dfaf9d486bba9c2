import type { Problem } from './types.ts';

const mostKept = 500;

/** Collects what did not come over, each kind of it once with its number; few, whatever the length of the file. */
export class Problems {
  readonly #found = new Map<string, { problem: Problem; count: number }>();

  /** `data` tells problems apart; `example` is where it was met first. */
  add(
    code: string,
    data: Readonly<Record<string, string | number>> = {},
    example = '',
    times = 1,
  ): void {
    const key = JSON.stringify([code, data]);
    const known = this.#found.get(key);
    if (known !== undefined) known.count += times;
    else if (this.#found.size < mostKept) {
      const all = example === '' ? data : { ...data, example };
      const problem: Problem = { kind: 'problem', code, count: times, data: all };
      this.#found.set(key, { problem, count: times });
    }
  }

  all(): Problem[] {
    return [...this.#found.values()].map(({ problem, count }) => ({ ...problem, count }));
  }
}
