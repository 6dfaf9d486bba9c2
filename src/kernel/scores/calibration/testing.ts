// The mixed model written out in full and solved without any of the shortcuts: what the product
// computes has to be this.
import type { Sheets } from '../sheets.ts';

/** The inverse by Gauss and Jordan with pivots. */
export function inverted(matrix: readonly (readonly number[])[]): number[][] {
  const n = matrix.length;
  const rows = matrix.map((row, at) => [...row, ...row.map((_, other) => (other === at ? 1 : 0))]);
  for (let column = 0; column < n; column += 1) {
    let best = column;
    for (let row = column; row < n; row += 1)
      if (Math.abs(rows[row]![column]!) > Math.abs(rows[best]![column]!)) best = row;
    [rows[column], rows[best]] = [rows[best]!, rows[column]!];
    const pivot = rows[column]![column]!;
    rows[column] = rows[column]!.map((value) => value / pivot);
    rows.forEach((row, at) => {
      if (at === column) return;
      const share = row[column]!;
      rows[at] = row.map((value, other) => value - share * rows[column]![other]!);
    });
  }
  return rows.map((row) => row.slice(n));
}

export interface Solution {
  readonly qualities: number[];
  readonly effects: number[];
  /** Inverse of the equations, dossiers first: × noise it is the covariance of what was estimated. */
  readonly covariance: number[][];
}

/** Solves for all dossiers and judges at once; `ratio` = noise ÷ leniency. Leaves a judge out if told. */
export function solvedInFull(sheets: Sheets, ratio: number, except = -1): Solution {
  const { dossiers, judges, start, judge, points } = sheets;
  const d = dossiers.length;
  const n = d + judges.length;
  const matrix = Array.from({ length: n }, () => new Array<number>(n).fill(0));
  const side = new Array<number>(n).fill(0);
  for (let dossier = 0; dossier < d; dossier += 1) {
    for (let at = start[dossier]!; at < start[dossier + 1]!; at += 1) {
      if (judge[at] === except) continue;
      const other = d + judge[at]!;
      for (const [a, b] of [
        [dossier, dossier],
        [dossier, other],
        [other, dossier],
        [other, other],
      ] as const)
        matrix[a]![b]! += 1;
      side[dossier]! += points[at]!;
      side[other]! += points[at]!;
    }
    // Judged by the one who is left out alone: no equation.
    if (matrix[dossier]![dossier] === 0) matrix[dossier]![dossier] = 1;
  }
  for (let at = d; at < n; at += 1) matrix[at]![at]! += ratio;
  const covariance = inverted(matrix);
  const solved = covariance.map((row) =>
    row.reduce((sum, value, at) => sum + value * side[at]!, 0),
  );
  return { qualities: solved.slice(0, d), effects: solved.slice(d), covariance };
}

/** Variance of the difference of two raw means, from the covariance of single sheets. */
export function rawVariance(
  { start, judge }: Sheets,
  [one, other]: readonly [number, number],
  { noise, leniency }: { readonly noise: number; readonly leniency: number },
): number {
  const weights: { judge: number; weight: number }[] = [];
  for (const [dossier, sign] of [
    [one, 1],
    [other, -1],
  ] as const) {
    const many = start[dossier + 1]! - start[dossier]!;
    for (let at = start[dossier]!; at < start[dossier + 1]!; at += 1)
      weights.push({ judge: judge[at]!, weight: sign / many });
  }
  let variance = 0;
  weights.forEach((a, i) => {
    weights.forEach((b, j) => {
      const shared = (i === j ? noise : 0) + (a.judge === b.judge ? leniency : 0);
      variance += a.weight * b.weight * shared;
    });
  });
  return variance;
}
