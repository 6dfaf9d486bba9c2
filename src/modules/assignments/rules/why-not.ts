import { problemOf, type RunInput, settingsOf } from './rerun.ts';
import { type Answer, solve } from './solve.ts';
import { FORBIDDEN } from './task.ts';

/** What would be if a judge had to have a dossier. */
export type WhyNotAnswer =
  /** The pair is forbidden, or stands. */
  | { readonly why: 'forbidden' | 'made' }
  /** All that the judge takes, or all judges of the dossier, are fixed already. */
  | { readonly why: 'judge_full' | 'dossier_full' }
  /** With it some dossier would lack judges. */
  | { readonly why: 'impossible' }
  | {
      readonly why: 'cost';
      /** Points of the pair. */
      readonly score: number;
      /** Dossiers that the judge has. */
      readonly load: number;
      /** What the sum would lose; below zero when the floor took more than that. */
      readonly loss: number;
      readonly worst: number;
      readonly worstNow: number;
      /** The judges who would leave the dossier: places. */
      readonly instead: readonly number[];
    };

/** Why a judge was not given a dossier: places of both. The pair is forced, and all is solved again. */
export function whyNot(
  input: RunInput,
  seed: number,
  dossier: number,
  judge: number,
): WhyNotAnswer {
  const problem = problemOf(input);
  const pair = dossier * problem.judges + judge;
  const fixed = problem.fixed.filter((one) => one.dossier === dossier || one.judge === judge);
  if (fixed.some((one) => one.dossier === dossier && one.judge === judge)) return { why: 'made' };
  if (problem.scores[pair]! === FORBIDDEN) return { why: 'forbidden' };
  if (fixed.filter((one) => one.judge === judge).length >= problem.most[judge]!)
    return { why: 'judge_full' };
  if (fixed.filter((one) => one.dossier === dossier).length >= problem.each)
    return { why: 'dossier_full' };
  const settings = settingsOf(input, seed);
  const now = solve(problem, settings);
  if (now.chosen[dossier]!.includes(judge)) return { why: 'made' };
  const forced = solve({ ...problem, fixed: [...problem.fixed, { dossier, judge }] }, settings);
  if (forced.short.length > now.short.length) return { why: 'impossible' };
  return {
    why: 'cost',
    score: problem.scores[pair]!,
    load: loadOf(now, judge),
    loss: now.total - forced.total,
    worst: forced.worst,
    worstNow: now.worst,
    instead: now.chosen[dossier]!.filter((one) => !forced.chosen[dossier]!.includes(one)),
  };
}

const loadOf = ({ chosen }: Answer, judge: number): number =>
  chosen.reduce((sum, judges) => sum + (judges.includes(judge) ? 1 : 0), 0);
