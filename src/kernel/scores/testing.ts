// Made-up judging with known truth, for tests and the bench.
import { chooserFromSeed } from '../random.ts';
import type { Scored } from './sheets.ts';

export interface World {
  readonly dossiers: number;
  readonly judges: number;
  /** Judges of a dossier; `judges`: the whole council. */
  readonly each: number;
  readonly seed: string;
  /** Standard deviations in points: of quality, of leniency, of chance. */
  readonly quality?: number;
  readonly leniency?: number;
  readonly noise?: number;
}

export interface MadeUp {
  readonly scored: Scored[];
  readonly truth: ReadonlyMap<string, number>;
  readonly leniency: ReadonlyMap<string, number>;
}

const named = (letter: string, at: number): string => `${letter}${String(at).padStart(6, '0')}`;

/** Sheets of a world in which quality, leniency and chance are normal and add up. Points in quarters. */
export function madeUp(world: World): MadeUp {
  const { dossiers, judges, each, seed, quality = 8, leniency = 6, noise = 5 } = world;
  const chooser = chooserFromSeed(seed);
  const normal = (): number => {
    let sum = -6;
    for (let at = 0; at < 12; at += 1) sum += chooser.below(2 ** 30) / 2 ** 30;
    return sum;
  };
  const given = Array.from({ length: judges }, () => leniency * normal());
  const scored: Scored[] = [];
  const truth = new Map<string, number>();
  for (let dossier = 0; dossier < dossiers; dossier += 1) {
    const mine = 70 + quality * normal();
    truth.set(named('d', dossier), mine);
    for (const judge of chosen(judges, each, dossier, chooser.below)) {
      const points = 25 * Math.round(4 * (mine + given[judge]! + noise * normal()));
      scored.push({ dossier: named('d', dossier), judge: named('j', judge), points, round: 1 });
    }
  }
  return { scored, truth, leniency: new Map(given.map((one, at) => [named('j', at), one])) };
}

/** The first judge in turn, so that loads are about equal; the others at random. */
function chosen(
  judges: number,
  each: number,
  turn: number,
  below: (limit: number) => number,
): Iterable<number> {
  if (each >= judges) return Array.from({ length: judges }, (_, at) => at);
  const all = new Set([turn % judges]);
  while (all.size < each) all.add(below(judges));
  return all;
}

/** The same values in another order. */
export function shuffled<T>(values: readonly T[], seed: string): T[] {
  const chooser = chooserFromSeed(seed);
  const all = [...values];
  for (let at = all.length - 1; at > 0; at -= 1) {
    const other = chooser.below(at + 1);
    [all[at], all[other]] = [all[other]!, all[at]!];
  }
  return all;
}

/** Spearman's rank correlation: of the mean places, so that equal values count as equal. */
export function spearman(a: readonly number[], b: readonly number[]): number {
  const [x, y] = [places(a), places(b)];
  const mean = (a.length + 1) / 2;
  let [xx, yy, xy] = [0, 0, 0];
  for (let at = 0; at < a.length; at += 1) {
    const [dx, dy] = [x[at]! - mean, y[at]! - mean];
    xx += dx * dx;
    yy += dy * dy;
    xy += dx * dy;
  }
  return xy / Math.sqrt(xx * yy);
}

function places(values: readonly number[]): number[] {
  const order = values.map((_, at) => at).sort((a, b) => values[a]! - values[b]!);
  const result = new Array<number>(values.length);
  for (let from = 0; from < order.length; ) {
    let to = from;
    while (to < order.length && values[order[to]!] === values[order[from]!]) to += 1;
    for (let at = from; at < to; at += 1) result[order[at]!] = (from + to + 1) / 2;
    from = to;
  }
  return result;
}

/** Kendall's τ-b, by all pairs. */
export function kendall(a: readonly number[], b: readonly number[]): number {
  let [agreed, ofA, ofB] = [0, 0, 0];
  for (let one = 0; one < a.length; one += 1) {
    for (let other = 0; other < one; other += 1) {
      const [x, y] = [Math.sign(a[one]! - a[other]!), Math.sign(b[one]! - b[other]!)];
      agreed += x * y;
      ofA += x * x;
      ofB += y * y;
    }
  }
  return agreed / Math.sqrt(ofA * ofB);
}
