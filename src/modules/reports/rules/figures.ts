import { roundDecimal } from '../../../kernel/decimal.ts';

/** Measures whose values of the parts add up to that of the whole. */
const additive = ['count', 'sum', 'stock'];

interface Row {
  readonly kind: 'number' | 'yes_no';
  readonly unit: string | null;
  readonly indicator: string | null;
}

/**
 * True when the values of those below add up to one of the whole. `measure` is that of the row's
 * indicator on the day, null when it has none: such a number is written by hand and adds up, unless it
 * is a share.
 */
export function addsUp(row: Row, measure: string | null): boolean {
  if (row.kind !== 'number' || row.unit?.trim() === '%') return false;
  if (row.indicator === null || measure === 'entered') return true;
  return measure !== null && additive.includes(measure);
}

/**
 * True when no record at all means that the sum is 0: what happens is written down on its day. What
 * holds for a time (a headcount, a value entered by hand) is unknown until somebody tells it.
 */
export function zeroWithoutRecords(measure: string, time: 'instant' | 'range'): boolean {
  return measure === 'sum' && time === 'instant';
}

/** A figure as a number: 1 and 0 for yes and no. */
export function asNumber(value: number | boolean | null | undefined): number | null {
  return value === null || value === undefined ? null : Number(value);
}

/** A value with so many decimals as are printed, rounded half away from zero. */
export function asPrinted(value: number, decimals: number): number {
  return Number(roundDecimal(value, decimals));
}

/** Two values that print alike are the same; unknown is only the same as unknown. */
export function sameFigure(a: number | null, b: number | null, decimals: number): boolean {
  if (a === null || b === null) return a === b;
  return asPrinted(a, decimals) === asPrinted(b, decimals);
}

/**
 * What stands in a field that nobody has written into: what the records say, else those below, else 0
 * where nothing happened that could be added up.
 */
export function offeredOf(
  derived: number | null,
  below: number | null,
  decimals: number,
  nothing = false,
): number | null {
  const offered = derived ?? below ?? (nothing ? 0 : null);
  return offered === null ? null : asPrinted(offered, decimals);
}

/** True when a declared value is not what the records say; where they say nothing, nothing differs. */
export function differsFrom(
  declared: number | null,
  derived: number | null,
  decimals: number,
): boolean {
  return declared !== null && derived !== null && !sameFigure(declared, derived, decimals);
}

/** Now less then, with at most `decimals` places; null when one is not known. */
export function differenceOf(
  now: number | null,
  then: number | null,
  decimals: number,
): number | null {
  if (now === null || then === null) return null;
  return asPrinted(asPrinted(now, decimals) - asPrinted(then, decimals), decimals);
}
