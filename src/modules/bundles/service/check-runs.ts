import { type RunInput, rerun } from '../../assignments/index.ts';
import { canonicalText } from '../../calls/index.ts';
import type { BundleContent } from '../rules/index.ts';
import { type Difference, differencesOf } from './differences.ts';

/** Runs the assignment of judges again, each from its seed and input. */
export function checkRuns({ assignments }: BundleContent): Difference[] {
  return assignments.runs.flatMap(({ pid, seed, input, output }) => {
    const again: unknown = JSON.parse(canonicalText(rerun(input as RunInput, seed)));
    return differencesOf('run_output', `assignments/runs/${pid}`, output, again);
  });
}
