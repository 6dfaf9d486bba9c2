/** The middle of the values, and the one that 95 of 100 do not exceed. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** Milliseconds of each of `times` runs of the work, after `warm` runs that are not counted. */
export async function timed(
  times: number,
  work: (turn: number) => Promise<unknown>,
  warm = 3,
): Promise<number[]> {
  const taken: number[] = [];
  for (let turn = -warm; turn < times; turn += 1) {
    const start = performance.now();
    await work(turn);
    if (turn >= 0) taken.push(performance.now() - start);
  }
  return taken;
}

/** How the time grows with the size: 0 not at all, 1 in proportion. */
export function exponent(sizes: readonly number[], times: readonly number[]): number {
  const last = sizes.length - 1;
  return Math.log(times[last]! / times[0]!) / Math.log(sizes[last]! / sizes[0]!);
}

const number = new Intl.NumberFormat('en', { maximumFractionDigits: 2 });
export const shown = (value: number, unit = ''): string => `${number.format(value)}${unit}`;

/** Prints a row of the report: what, how much, and what it is held against. */
export function row(what: string, ...cells: readonly string[]): void {
  process.stdout.write(`| ${[what, ...cells].join(' | ')} |\n`);
}
