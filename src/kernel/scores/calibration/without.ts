import type { JudgeSet, Sheets } from '../sheets.ts';
import { sideOf } from './equations.ts';
import type { Fit } from './fit.ts';
import { centre, linked, wholeZeroSum } from './linked.ts';

/**
 * The leniency of all judges, whole hundredths, when one of them had not judged: the same equations with
 * the same variances, solved by conjugate gradients from the solution with everybody. The judge who is
 * left out gets 0.
 */
export function effectsWithout(sheets: Sheets, fit: Fit, except: number): Float64Array {
  const judges = sheets.judges.length;
  const { noise, leniency } = fit;
  if (noise === null || leniency === 0) return new Float64Array(judges);
  const sets = sheets.sets.flatMap((set) => without(set, except));
  const groups = linked(judges, sets);
  const first = fit.effects.slice();
  first[except] = 0;
  const system: System = { ...flat(sets), ratio: noise / leniency, weight: weights(judges, sets) };
  const side = sideOf(judges, sets);
  return wholeZeroSum(centre(gradients(system, side, first), groups), groups);
}

function without(set: JudgeSet, judge: number): JudgeSet | [] {
  const place = set.judges.indexOf(judge);
  if (place < 0) return set;
  if (set.judges.length === 1) return [];
  return {
    judges: set.judges.filter((_, at) => at !== place),
    dossiers: set.dossiers,
    totals: set.totals.filter((_, at) => at !== place),
  };
}

/** All sets in one row: judges of set s stand from `start[s]` to before `start[s + 1]`. */
interface System {
  readonly start: Int32Array;
  readonly members: Int32Array;
  readonly dossiers: Float64Array;
  readonly ratio: number;
  /** The diagonal, without the ratio. */
  readonly weight: Float64Array;
}

function flat(sets: readonly JudgeSet[]): Pick<System, 'start' | 'members' | 'dossiers'> {
  const start = new Int32Array(sets.length + 1);
  for (let at = 0; at < sets.length; at += 1) start[at + 1] = start[at]! + sets[at]!.judges.length;
  const members = new Int32Array(start[sets.length]!);
  const dossiers = new Float64Array(sets.length);
  for (let at = 0; at < sets.length; at += 1) {
    members.set(sets[at]!.judges, start[at]!);
    dossiers[at] = sets[at]!.dossiers;
  }
  return { start, members, dossiers };
}

function weights(judges: number, sets: readonly JudgeSet[]): Float64Array {
  const weight = new Float64Array(judges);
  for (const { judges: members, dossiers } of sets)
    for (const judge of members) weight[judge]! += dossiers - dossiers / members.length;
  return weight;
}

/** (matrix + ratio) × x, set by set, without writing the matrix down. */
function times({ start, members, dossiers, ratio }: System, x: Float64Array): Float64Array {
  const result = new Float64Array(x.length);
  for (let at = 0; at < x.length; at += 1) result[at] = ratio * x[at]!;
  for (let set = 0; set < dossiers.length; set += 1) {
    const [from, to, many] = [start[set]!, start[set + 1]!, dossiers[set]!];
    let sum = 0;
    for (let at = from; at < to; at += 1) sum += x[members[at]!]!;
    const mean = sum / (to - from);
    for (let at = from; at < to; at += 1) {
      const judge = members[at]!;
      result[judge]! += many * (x[judge]! - mean);
    }
  }
  return result;
}

// Far below the hundredth that the result is rounded to.
const ENOUGH = 1e-18;

function gradients(system: System, side: Float64Array, first: Float64Array): Float64Array {
  const { ratio, weight } = system;
  const eased = (values: Float64Array): Float64Array =>
    values.map((value, at) => value / (weight[at]! + ratio || 1));
  const x = first.slice();
  const product = times(system, x);
  const rest = side.map((value, at) => value - product[at]!);
  let direction = eased(rest);
  let size = dot(rest, direction);
  const enough = ENOUGH * dot(side, eased(side));
  for (let turn = 0; turn < 10 * side.length && size > enough; turn += 1) {
    const image = times(system, direction);
    const step = size / dot(direction, image);
    for (let at = 0; at < x.length; at += 1) {
      x[at]! += step * direction[at]!;
      rest[at]! -= step * image[at]!;
    }
    const next = eased(rest);
    const grown = dot(rest, next);
    const share = grown / size;
    direction = next.map((value, at) => value + share * direction[at]!);
    size = grown;
  }
  return x;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at += 1) sum += a[at]! * b[at]!;
  return sum;
}
