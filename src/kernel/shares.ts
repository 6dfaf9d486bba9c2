import { toDecimal } from './decimal.ts';

export interface ShareOptions {
  /** What the parts come to; 100 unless told. A multiple of the last printed place. */
  readonly total?: number;
  /** Printed places; 1 unless told. */
  readonly decimals?: number;
}

/**
 * Parts of `total` in proportion to the values, which add up to exactly `total` at that number of
 * decimals (largest remainder, Hamilton): each gets what is whole, and the steps that are left go to
 * the largest remainders; where those are equal, to the larger value and then to the earlier one.
 * All zero gives all zero, nothing gives nothing.
 * @throws RangeError for a value that is negative or not a number, and a total that cannot be reached
 */
export function largestRemainder(
  values: readonly (number | string)[],
  { total = 100, decimals = 1 }: ShareOptions = {},
): number[] {
  const whole = exact(values);
  const steps = stepsOf(total, decimals);
  const sum = whole.reduce((a, b) => a + b, 0n);
  if (sum === 0n) return values.map(() => 0);
  const parts = whole.map((value, index) => {
    const share = value * steps;
    return { index, value, steps: share / sum, rest: share % sum };
  });
  const missing = steps - parts.reduce((a, part) => a + part.steps, 0n);
  const byRest = parts.toSorted(
    (a, b) => compare(b.rest, a.rest) || compare(b.value, a.value) || a.index - b.index,
  );
  for (const part of byRest.slice(0, Number(missing))) part.steps += 1n;
  return parts.map((part) => Number(`${part.steps}e-${decimals}`));
}

/** The values as whole numbers of one common last place. */
function exact(values: readonly (number | string)[]): bigint[] {
  const texts = values.map((value) => {
    const text = toDecimal(value);
    if (text.startsWith('-') && /[1-9]/.test(text)) throw new RangeError(`negative: ${text}`);
    return text.replace('-', '');
  });
  const places = Math.max(0, ...texts.map((text) => text.split('.')[1]?.length ?? 0));
  return texts.map((text) => {
    const [before = '', after = ''] = text.split('.');
    return BigInt(before + after.padEnd(places, '0'));
  });
}

function stepsOf(total: number, decimals: number): bigint {
  if (!Number.isInteger(decimals) || decimals < 0 || decimals > 12) {
    throw new RangeError(`not a number of places: ${decimals}`);
  }
  const [before = '', after = ''] = toDecimal(total).split('.');
  if (total < 0 || after.length > decimals) {
    throw new RangeError(`no parts with ${decimals} places add up to ${total}`);
  }
  return BigInt(before + after.padEnd(decimals, '0'));
}

const compare = (a: bigint, b: bigint): number => (a < b ? -1 : a > b ? 1 : 0);
