import { randomFromSeed } from '../random.ts';
import { quantiles } from './normal.ts';
import { byKey, type Valued } from './ranks.ts';
import type { Hundredths } from './round.ts';

/** What is known of a dossier: its points and their standard error. */
export interface Belief extends Valued {
  readonly error: Hundredths;
}

const DRAWS = 4000;
const PARTS = 4096;

let normal: Float64Array | null = null;

/**
 * For each dossier the probability in whole per cent to be among the best `winners` if what chance did
 * in the judging were done anew, 4,000 times over with numbers from the seed; good to about 2 per cent.
 * Dossiers with the same points and error get the same. The order they come in changes nothing.
 */
export function chancesOf(
  beliefs: readonly Belief[],
  winners: number,
  seed = 'chances',
): Map<string, number> {
  const sorted = beliefs.toSorted((a, b) => byKey(a.dossier, b.dossier));
  if (winners <= 0 || winners >= sorted.length)
    return new Map(sorted.map(({ dossier }) => [dossier, winners <= 0 ? 0 : 100]));
  const shares = alike(sorted, drawn(pulled(sorted), winners, seed));
  return new Map(sorted.map(({ dossier }, at) => [dossier, shares[at]!]));
}

/**
 * The points pulled towards the mean of all, the more the less is known of them: the highest ones of
 * many were lucky too. With three or fewer nothing is pulled (Stein's rule in the form of Morris).
 */
export function pulled(beliefs: readonly Belief[]): { value: number; error: number }[] {
  const many = beliefs.length;
  if (many <= 3) return beliefs.map(({ value, error }) => ({ value, error }));
  const mean = beliefs.reduce((sum, { value }) => sum + value, 0) / many;
  let [between, within] = [0, 0];
  for (const { value, error } of beliefs) {
    between += (value - mean) * (value - mean);
    within += error * error;
  }
  const real = Math.max(0, between / (many - 1) - within / many);
  return beliefs.map(({ value, error }) => {
    if (error === 0) return { value, error };
    const pull = (((many - 3) / (many - 1)) * error * error) / (error * error + real);
    return { value: value + pull * (mean - value), error: error * Math.sqrt(1 - pull) };
  });
}

interface Drawable {
  readonly value: number;
  readonly error: number;
}

/** In how many of the draws each is among the best; those equal at the line share what is left of it. */
function drawn(beliefs: readonly Drawable[], winners: number, seed: string): Float64Array {
  normal ??= quantiles(PARTS);
  const won = new Float64Array(beliefs.length);
  const { sure, open } = reachable(beliefs, winners, normal[PARTS - 1]!);
  for (const at of sure) won[at] = DRAWS;
  const values = Float64Array.from(open, (at) => beliefs[at]!.value);
  const errors = Float64Array.from(open, (at) => beliefs[at]!.error);
  const places = winners - sure.length;
  if (places <= 0 || open.length === 0) return won;
  const next = randomFromSeed(seed);
  const drawing = new Float64Array(open.length);
  for (let draw = 0; draw < DRAWS; draw += 1) {
    for (let at = 0; at < drawing.length; at += 1)
      drawing[at] = values[at]! + errors[at]! * normal[next() % PARTS]!;
    const line = largest(drawing.slice(), places);
    let [above, equal] = [0, 0];
    for (const one of drawing) {
      if (one > line) above += 1;
      else if (one === line) equal += 1;
    }
    const share = (places - above) / equal;
    for (let at = 0; at < drawing.length; at += 1)
      if (drawing[at]! >= line) won[open[at]!]! += drawing[at]! > line ? 1 : share;
  }
  return won;
}

/** Who wins in every draw, and who in some: no draw is farther from the points than `most` errors. */
function reachable(
  beliefs: readonly Drawable[],
  winners: number,
  most: number,
): { readonly sure: number[]; readonly open: number[] } {
  const lows = Float64Array.from(beliefs, ({ value, error }) => value - most * error);
  const highs = Float64Array.from(beliefs, ({ value, error }) => value + most * error);
  const least = largest(lows.slice(), winners);
  const best = largest(highs.slice(), winners + 1);
  const [sure, open]: [number[], number[]] = [[], []];
  for (let at = 0; at < beliefs.length; at += 1) {
    if (lows[at]! > best) sure.push(at);
    else if (highs[at]! >= least) open.push(at);
  }
  return { sure, open };
}

/** The value with `place` − 1 larger ones (1 is the largest); the values change their places. */
function largest(values: Float64Array, place: number): number {
  let [from, to] = [0, values.length - 1];
  const wanted = place - 1;
  while (from < to) {
    const pivot = values[(from + to) >> 1]!;
    let [left, right] = [from, to];
    while (left <= right) {
      while (values[left]! > pivot) left += 1;
      while (values[right]! < pivot) right -= 1;
      if (left > right) break;
      [values[left], values[right]] = [values[right]!, values[left]!];
      left += 1;
      right -= 1;
    }
    if (wanted <= right) to = right;
    else if (wanted >= left) from = left;
    else return values[wanted]!;
  }
  return values[wanted]!;
}

/** Whole per cents, the same for all of whom the same is known. */
function alike(beliefs: readonly Belief[], won: Float64Array): number[] {
  const sums = new Map<string, { sum: number; many: number }>();
  const keyOf = ({ value, error }: Belief): string => `${value} ${error}`;
  beliefs.forEach((belief, at) => {
    const key = keyOf(belief);
    const sum = sums.get(key) ?? { sum: 0, many: 0 };
    sum.sum += won[at]!;
    sum.many += 1;
    sums.set(key, sum);
  });
  return beliefs.map((belief) => {
    const { sum, many } = sums.get(keyOf(belief))!;
    return Math.round((100 * sum) / (many * DRAWS));
  });
}
