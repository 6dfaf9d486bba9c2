import type { JudgeSet } from '../sheets.ts';

/** Judges who can be compared with each other: linked by dossiers that they judged together. */
export interface Linked {
  /** Number of the group of each judge, from 0, in the order of their first judges. */
  readonly group: Int32Array;
  /** Judges in each group. */
  readonly sizes: readonly number[];
}

/** Groups of so many judges; a judge without any of the sets is a group alone. */
export function linked(judges: number, sets: readonly JudgeSet[]): Linked {
  const parent = Int32Array.from({ length: judges }, (_, at) => at);
  const root = (judge: number): number => {
    let at = judge;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]!;
      at = parent[at]!;
    }
    return at;
  };
  for (const set of sets)
    for (const judge of set.judges) parent[root(judge)] = root(set.judges[0]!);
  const numbers = new Map<number, number>();
  const sizes: number[] = [];
  const group = parent.map((_, judge) => {
    const top = root(judge);
    const known = numbers.get(top);
    const number = known ?? sizes.push(0) - 1;
    if (known === undefined) numbers.set(top, number);
    sizes[number]! += 1;
    return number;
  });
  return { group, sizes };
}

/** Takes the mean of each group away from its values, in place. */
export function centre(values: Float64Array, { group, sizes }: Linked): Float64Array {
  const sums = new Float64Array(sizes.length);
  values.forEach((value, at) => {
    sums[group[at]!]! += value;
  });
  values.forEach((value, at) => {
    values[at] = value - sums[group[at]!]! / sizes[group[at]!]!;
  });
  return values;
}

/**
 * Values whose sum is 0 in each group, as whole numbers whose sum is exactly 0 too: each goes down,
 * and the steps that are missing go to the largest remainders (of equal ones to the first).
 */
export function wholeZeroSum(values: Float64Array, { group, sizes }: Linked): Float64Array {
  const whole = values.map((value) => Math.floor(value) + 0);
  const missing = new Float64Array(sizes.length);
  whole.forEach((value, at) => {
    missing[group[at]!]! -= value;
  });
  const byRest = Array.from(values.keys()).sort(
    (a, b) => values[b]! - whole[b]! - (values[a]! - whole[a]!) || a - b,
  );
  for (const at of byRest) {
    if (missing[group[at]!]! < 1) continue;
    missing[group[at]!]! -= 1;
    whole[at]! += 1;
  }
  return whole;
}
