// The normal distribution by + − × ÷ alone: Math.exp may differ in its last bit between machines, and
// a replay of a decision has to give the same figures everywhere.

/** e to the power of x ≤ 0, good to about 1e-13 of itself; 0 below −700. */
export function expNegative(x: number): number {
  if (x < -700) return 0;
  // Halved until the series is short, then squared as often.
  let [half, times] = [x, 0];
  while (half < -0.25) {
    half /= 2;
    times += 1;
  }
  let [term, sum] = [1, 1];
  for (let at = 1; at <= 12; at += 1) {
    term *= half / at;
    sum += term;
  }
  for (; times > 0; times -= 1) sum *= sum;
  return sum;
}

const ROOT_2_PI = 2.5066282746310002;

/** Share of the standard normal curve up to x; 0 and 1 from 8 on. */
export function cumulative(x: number): number {
  if (x <= -8) return 0;
  if (x >= 8) return 1;
  // 1/2 + height × (x + x³/3 + x⁵/15 + …), all of one sign.
  let [term, sum] = [x, x];
  for (let at = 3; Math.abs(term) > 1e-17 * Math.abs(sum); at += 2) {
    term *= (x * x) / at;
    sum += term;
  }
  return 0.5 + (sum * expNegative((-x * x) / 2)) / ROOT_2_PI;
}

/** The middles of so many equally likely parts of the standard normal curve, ascending. */
export function quantiles(parts: number): Float64Array {
  return Float64Array.from({ length: parts }, (_, part) => {
    const share = (part + 0.5) / parts;
    let [low, high] = [-8, 8];
    for (let turn = 0; turn < 50; turn += 1) {
      const middle = (low + high) / 2;
      if (cumulative(middle) < share) low = middle;
      else high = middle;
    }
    return (low + high) / 2;
  });
}
