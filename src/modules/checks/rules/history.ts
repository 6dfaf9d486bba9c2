import { median } from '../../../kernel/stats.ts';

/** So many times more or less than usual, and so much in figures, is asked about. */
export const jumpRule = {
  /** Against one period before. */
  one: { times: 3, least: 10 },
  /** Against the median of two or more others. */
  many: { times: 5, least: 30 },
} as const;

export interface Jump {
  /** How many times more; below 1 how many times less. */
  readonly times: number;
  readonly usual: number;
}

/** Whether a figure stands out against others of its row, which are not negative; null: it does not. */
export function jumpOf(value: number, others: readonly number[]): Jump | null {
  const usual = median(others);
  if (usual === null || value < 0 || others.some((other) => other < 0)) return null;
  const { times, least } = others.length === 1 ? jumpRule.one : jumpRule.many;
  if (usual === 0 || value === 0 || Math.abs(value - usual) < least) return null;
  const ratio = value / usual;
  if (ratio < times && ratio > 1 / times) return null;
  // A row that swings anyway tells nothing.
  const swings = others.some((other) => other >= usual * times || other * times <= usual);
  return swings ? null : { times: Number(ratio.toPrecision(3)), usual };
}

/** One digit more or less, or two, or three: what comes of typing. */
const SLIPS = [10, 100, 1000] as const;
const SLIP = { least: 30, alike: 1.5 } as const;

/** Whether a figure is one or two others with a digit more or less; they have to be alike. */
export function slipOf(value: number, others: readonly number[]): Jump | null {
  const usual = median(others);
  if (usual === null || value <= 0 || others.some((other) => other <= 0)) return null;
  if (Math.max(...others) > Math.min(...others) * SLIP.alike) return null;
  if (Math.abs(value - usual) < SLIP.least) return null;
  const times = value / usual;
  const far = Math.max(times, 1 / times);
  if (!SLIPS.some((slip) => far >= slip * 0.8 && far <= slip * 1.25)) return null;
  return { times: Number(times.toPrecision(3)), usual };
}
