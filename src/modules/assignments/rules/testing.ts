import { chooserFromSeed } from '../../../kernel/random.ts';
import type { Problem } from './solve.ts';
import { FORBIDDEN } from './task.ts';

export interface Small {
  readonly dossiers: number;
  readonly judges: number;
  readonly each: number;
  readonly most: number;
  readonly top: number;
  readonly conflicts: number;
  readonly experts?: boolean;
}

/** A problem made from a seed: scores 0 … top, some pairs forbidden. */
export function madeProblem(seed: string, how: Small): Problem {
  const choose = chooserFromSeed(seed);
  const pairs = how.dossiers * how.judges;
  const scores = Int32Array.from({ length: pairs }, () =>
    choose.chance(how.conflicts) ? FORBIDDEN : choose.below(how.top + 1),
  );
  const of = Uint8Array.from({ length: pairs }, () => (choose.chance(0.4) ? 1 : 0));
  const least = new Int32Array(how.dossiers).fill(1);
  return {
    ...{ dossiers: how.dossiers, judges: how.judges, scores, each: how.each, fixed: [] },
    most: new Int32Array(how.judges).fill(how.most),
    experts: how.experts === true ? { of, least } : null,
  };
}

export interface Exact {
  /** Judges that are given in all, at most. */
  readonly size: number;
  readonly best: number;
  /** The highest floor within the share, and the greatest sum above it; 0 where not all get their judges. */
  readonly worst: number;
  readonly total: number;
}

interface Found {
  readonly total: number;
  readonly worst: number;
  readonly size: number;
}

/** What is right, by trying everything: for a handful of dossiers and judges. */
export function tried(problem: Problem, share: number): Exact {
  const full = allOf(problem, true);
  const found = full.length > 0 ? full : allOf(problem, false);
  const most = (value: (one: Found) => number, among: readonly Found[]) =>
    among.reduce((top, one) => Math.max(top, value(one)), Number.NEGATIVE_INFINITY);
  const size = most((one) => one.size, found);
  const largest = found.filter((one) => one.size === size);
  const best = most((one) => one.total, largest);
  const within = largest.filter((one) => one.total >= best - best * share);
  const worst = most((one) => one.worst, within);
  const total = most(
    (one) => one.total,
    within.filter((one) => one.worst === worst),
  );
  return { size, best, worst, total };
}

/** Every assignment; `full`: in which all dossiers have all their judges. */
function allOf(problem: Problem, full: boolean): Found[] {
  const { dossiers, judges, scores, most } = problem;
  const loads = new Int32Array(judges);
  const found: Found[] = [];
  const sets = Array.from({ length: dossiers }, (_, dossier) => setsOf(problem, dossier, full));
  const walk = (dossier: number, total: number, worst: number, size: number): void => {
    if (dossier === dossiers) {
      found.push({ total, worst, size });
      return;
    }
    for (const set of sets[dossier]!) {
      if (set.some((judge) => loads[judge]! >= most[judge]!)) continue;
      let sum = 0;
      for (const judge of set) {
        loads[judge]! += 1;
        sum += scores[dossier * judges + judge]!;
      }
      walk(dossier + 1, total + sum, Math.min(worst, sum), size + set.length);
      for (const judge of set) loads[judge]! -= 1;
    }
  };
  walk(0, 0, Number.POSITIVE_INFINITY, 0);
  return found;
}

function setsOf({ judges, scores, each, experts }: Problem, dossier: number, full: boolean) {
  const made: number[][] = [];
  const row = dossier * judges;
  for (let bits = 0; bits < 1 << judges; bits++) {
    const set = Array.from({ length: judges }, (_, judge) => judge).filter(
      (judge) => ((bits >> judge) & 1) === 1,
    );
    if (full ? set.length !== each : set.length > each) continue;
    if (set.some((judge) => scores[row + judge]! === FORBIDDEN)) continue;
    const others = set.filter((judge) => experts !== null && experts.of[row + judge] === 0);
    if (experts === null || others.length <= each - experts.least[dossier]!) made.push(set);
  }
  return made;
}
