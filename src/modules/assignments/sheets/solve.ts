import {
  type Answer,
  loadsOf,
  type Settings,
  type Shortage,
  solve,
  taskOf,
  violationsOf,
} from '../rules/index.ts';
import type { Folder } from './folder.ts';

export interface FolderSettings extends Settings {
  /** Reviewers of each paper. */
  readonly each: number;
}

/** What came of a folder of papers and reviewers, in its own ids and scores. */
export interface Solved {
  /** Paper and reviewer, in the order of the files. */
  readonly pairs: readonly (readonly [paper: string, reviewer: string])[];
  readonly total: number;
  /** No assignment has a greater sum. */
  readonly bound: number;
  /** The sum that the lot gives on average; null: nothing is left to it. */
  readonly expected: number | null;
  /** Least sum of a paper. */
  readonly worst: number;
  /** No floor that costs at most the share is higher. */
  readonly worst_bound: number;
  readonly loads: { readonly least: number; readonly most: number };
  /** Conflicts, reviewers twice and loads above their limits: counted anew from the pairs. */
  readonly violations: number;
  readonly short: readonly (Omit<Shortage, 'dossier'> & { readonly paper: string })[];
}

export function solveFolder(folder: Folder, { each, ...settings }: FolderSettings): Solved {
  const { papers, reviewers, scores, most, scale, rounded } = folder;
  const problem = {
    ...{ dossiers: papers.length, judges: reviewers.length, scores, each, most },
    experts: null,
    fixed: [],
  };
  const answer = solve(problem, settings);
  const task = taskOf(problem);
  const loads = loadsOf(task, answer.chosen);
  const inAll = (sum: number) => Number((sum / scale).toFixed(6));
  return {
    pairs: pairsOf(folder, answer),
    total: inAll(answer.total),
    // Scores that were rounded may each have been so much more.
    bound: inAll(answer.bound + rounded * scale * papers.length * each),
    expected: answer.expected === null ? null : inAll(answer.expected),
    worst: inAll(answer.worst),
    worst_bound: inAll(answer.worstBound),
    loads: {
      least: loads.reduce((least, load) => Math.min(least, load)),
      most: loads.reduce((top, load) => Math.max(top, load)),
    },
    violations: violationsOf(task, answer.chosen),
    short: answer.short.map(({ dossier, ...why }) => ({ paper: papers[dossier]!, ...why })),
  };
}

function pairsOf({ papers, reviewers }: Folder, { chosen }: Answer) {
  return chosen.flatMap((judges, dossier) =>
    judges.map((judge) => [papers[dossier]!, reviewers[judge]!] as const),
  );
}
