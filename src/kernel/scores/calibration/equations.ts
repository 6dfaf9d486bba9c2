import type { JudgeSet, Sheets } from '../sheets.ts';
import { factor } from './cholesky.ts';
import type { Linked } from './linked.ts';

/**
 * The equations of the judges, the dossiers taken out: only what judges of the same dossier say of it
 * counts. `matrix` × leniency = `side`, as long as nothing holds the leniency back.
 */
export interface Equations {
  readonly judges: number;
  readonly matrix: Float64Array;
  readonly side: Float64Array;
}

export function equationsOf(judges: number, sets: readonly JudgeSet[]): Equations {
  const matrix = new Float64Array(judges * judges);
  for (const { judges: members, dossiers } of sets) {
    const share = dossiers / members.length;
    for (const a of members) {
      const row = a * judges;
      for (const b of members) matrix[row + b]! -= share;
      matrix[row + a]! += dossiers;
    }
  }
  return { judges, matrix, side: sideOf(judges, sets) };
}

/** What each judge gave above the means of the dossiers, in all. */
export function sideOf(judges: number, sets: readonly JudgeSet[]): Float64Array {
  const side = new Float64Array(judges);
  for (const { judges: members, totals } of sets) {
    let sum = 0;
    for (let at = 0; at < totals.length; at += 1) sum += totals[at]!;
    const mean = sum / members.length;
    for (let at = 0; at < totals.length; at += 1) side[members[at]!]! += totals[at]! - mean;
  }
  return side;
}

/** The factor of matrix + ratio, and what has to be taken away from its inverse. */
export interface Factored {
  readonly lower: Float64Array;
  /** What the inverse has too much between any two judges of the same group, by group. */
  readonly level: Float64Array;
}

/**
 * Factors matrix + `ratio` on the diagonal. How lenient a whole group is cannot be known from its own
 * sheets: the group's mean is held at 0 by a weight of its own, so that also ratio 0 can be solved.
 */
export function factored(
  { judges, matrix }: Equations,
  ratio: number,
  { group, sizes }: Linked,
): Factored {
  const weight = new Float64Array(sizes.length);
  for (let at = 0; at < judges; at += 1) weight[group[at]!]! += matrix[at * judges + at]!;
  sizes.forEach((size, at) => {
    weight[at] = weight[at]! > 0 ? weight[at]! / size : 1;
  });
  const held = matrix.slice();
  for (let a = 0; a < judges; a += 1) {
    const mine = group[a]!;
    const each = weight[mine]! / sizes[mine]!;
    for (let b = 0; b < judges; b += 1) if (group[b] === mine) held[a * judges + b]! += each;
    held[a * judges + a]! += ratio;
  }
  const level = weight.map((one, at) => 1 / ((one + ratio) * sizes[at]!));
  return { lower: factor(held, judges), level };
}

/** The squares of the differences between sheets and the means of their dossiers, added up. */
export function squaresWithin({ start, points }: Sheets): number {
  let sum = 0;
  for (let dossier = 0; dossier + 1 < start.length; dossier += 1) {
    const [from, to] = [start[dossier]!, start[dossier + 1]!];
    let [above, squares] = [0, 0];
    for (let at = from; at < to; at += 1) {
      const one = points[at]! - points[from]!;
      above += one;
      squares += one * one;
    }
    sum += ((to - from) * squares - above * above) / (to - from);
  }
  return sum;
}
