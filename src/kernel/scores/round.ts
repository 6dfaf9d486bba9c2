/** Points in whole hundredths: 8725 is 87.25. All that is shown, ranked and frozen is of this kind. */
export type Hundredths = number;

/**
 * `sum` ÷ `count` to a whole number, half up (towards the higher). Exact: nothing is divided before
 * it is rounded. `sum` is whole, `count` whole and positive; otherwise RangeError.
 */
export function halfUp(sum: number, count: number): Hundredths {
  const [above, below] = [2 * sum + count, 2 * count];
  if (![sum, count, above].every(Number.isSafeInteger) || count < 1)
    throw new RangeError(`no exact quotient: ${sum} / ${count}`);
  const rest = above % below;
  // A negative remainder belongs to the next lower whole number; `+ 0` gives no −0.
  return (above - (rest < 0 ? rest + below : rest)) / below + 0;
}

/** A computed value (an error, a deviation) to whole hundredths, half up. */
export const nearest = (value: number): Hundredths => Math.round(value) + 0;
