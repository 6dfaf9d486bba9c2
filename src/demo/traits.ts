import { createHash } from 'node:crypto';

/** A number in [0, 1) that is always the same for the same words. */
export function steady(...words: readonly (string | number)[]): number {
  const digest = createHash('sha256').update(words.join('|')).digest();
  return digest.readUInt32BE(0) / 2 ** 32;
}

/**
 * Picks exactly `count` of the codes: those named by `always` and never those of `never`, the rest in
 * an order that depends on `name` alone.
 */
export function choose(
  name: string,
  codes: readonly string[],
  count: number,
  always: readonly string[] = [],
  never: readonly string[] = [],
): ReadonlySet<string> {
  const free = codes.filter((c) => !always.includes(c) && !never.includes(c));
  free.sort((a, b) => steady(name, a) - steady(name, b));
  const chosen = new Set([...always, ...free.slice(0, count - always.length)]);
  if (chosen.size !== count) throw new Error(`${name}: ${chosen.size} chosen instead of ${count}`);
  return chosen;
}

/**
 * Whole numbers for each code, near `value(code)` and within [min, max], that add up to `total`;
 * `fixed` codes keep theirs.
 */
export function share(
  codes: readonly string[],
  total: number,
  value: (code: string) => number,
  bounds: { readonly min: number; readonly max: number },
  fixed: Readonly<Record<string, number>> = {},
): ReadonlyMap<string, number> {
  const clamp = (n: number) => Math.min(bounds.max, Math.max(bounds.min, Math.round(n)));
  const result = new Map<string, number>();
  for (const code of codes) result.set(code, fixed[code] ?? clamp(value(code)));
  const free = codes.filter((c) => fixed[c] === undefined);
  let left = total - [...result.values()].reduce((a, b) => a + b, 0);
  for (let round = 0; left !== 0; round += 1) {
    if (round > 10_000) throw new Error(`cannot share ${total}`);
    const step = Math.trunc(left / free.length) || Math.sign(left);
    for (const code of free) {
      if (left === 0) break;
      const before = result.get(code)!;
      const after = clamp(before + (Math.abs(step) > Math.abs(left) ? left : step));
      result.set(code, after);
      left -= after - before;
    }
  }
  return result;
}
