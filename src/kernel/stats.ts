/** The arithmetic mean, null of nothing. Throws RangeError for a value that is not finite. */
export function mean(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  // Neumaier's sum: what one addition rounds away is kept and given back at the end.
  let sum = 0;
  let lost = 0;
  for (const value of finite(values)) {
    const next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  return (sum + lost) / values.length;
}

/** The middle value, the mean of the two middle ones for an even number, null of nothing. */
export function median(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = [...finite(values)].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : mean(sorted.slice(middle - 1, middle + 1));
}

/**
 * The place of each value among all, in the order given: 1 is the highest, equal values share a
 * place, and the places they fill are left out (1, 2, 2, 4).
 */
export function competitionRanks(values: readonly number[]): number[] {
  const sorted = [...finite(values)].sort((a, b) => b - a);
  const rank = new Map<number, number>();
  sorted.forEach((value, index) => {
    if (!rank.has(value)) rank.set(value, index + 1);
  });
  return values.map((value) => rank.get(value)!);
}

/** The place that `value` has among `values` (which hold it): one more than the higher ones. */
export function competitionRank(value: number, values: readonly number[]): number {
  return 1 + finite(values).filter((other) => other > value).length;
}

function finite(values: readonly number[]): readonly number[] {
  for (const value of values) {
    if (!Number.isFinite(value)) throw new RangeError(`not a number to count with: ${value}`);
  }
  return values;
}
