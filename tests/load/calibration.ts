// Judges' leniency taken out of the points of so many dossiers: no database, only the statistics.
import { calibrate, chancesOf, cutLine, sensitivityOf } from '../../src/kernel/scores/index.ts';
import { kendall, madeUp, spearman } from '../../src/kernel/scores/testing.ts';
import { exponent, median, quantile, row, shown } from './figures.ts';

const sizes = [
  { dossiers: 50, judges: 5 },
  { dossiers: 500, judges: 50 },
  { dossiers: 5000, judges: 500 },
] as const;

/** Prints how long calibrating takes and how it grows, and how near raw and calibrated points come to the truth. */
export function measureCalibration(): void {
  const middle: number[] = [];
  for (const { dossiers, judges } of sizes) {
    const { scored } = madeUp({ dossiers, judges, each: 3, seed: 'time' });
    const taken = times(() => calibrate(scored));
    middle.push(median(taken));
    row(
      `calibration, ${shown(dossiers)} dossiers × ${judges} judges, 3 each (${shown(scored.length)} sheets): p50, p95`,
      `${shown(median(taken))} and ${shown(quantile(taken, 0.95))} ms`,
      judges === 500 ? '≤ 1 s' : '',
    );
  }
  const all = sizes.map(({ dossiers }) => dossiers);
  row('– by the number of dossiers', `exponent ${shown(exponent(all, middle))}`, '');
  wholeCouncil(9);
  wholeCouncil(500);
  beside();
  for (const { dossiers, judges } of sizes) truth(dossiers, judges);
}

function times(work: () => unknown, turns = 10, warm = 3): number[] {
  const taken: number[] = [];
  for (let turn = -warm; turn < turns; turn += 1) {
    const begun = performance.now();
    work();
    if (turn >= 0) taken.push(performance.now() - begun);
  }
  return taken;
}

/** Councils of so many, who judge all that their council has: 5,000 dossiers in all. */
function wholeCouncil(members: number): void {
  const councils = Math.max(1, Math.floor(500 / members));
  const dossiers = Math.floor(5000 / councils);
  const scored = Array.from({ length: councils }, (_, at) =>
    madeUp({ dossiers, judges: members, each: members, seed: `${at}` }).scored.map((one) => ({
      ...one,
      dossier: `${at} ${one.dossier}`,
      judge: `${at} ${one.judge}`,
    })),
  ).flat();
  const taken = times(() => calibrate(scored), members > 100 ? 3 : 10, 1);
  row(
    `– ${councils === 1 ? 'one council' : `${councils} councils`} of ${members}, each whole (${shown(scored.length)} sheets)`,
    shown(median(taken), ' ms'),
    '',
  );
}

/** What is told beside the points, at the largest size, for the best 500. */
function beside(): void {
  const { scored } = madeUp({ dossiers: 5000, judges: 500, each: 3, seed: 'time' });
  const { dossiers, errorBetween } = calibrate(scored);
  const values = dossiers.map(({ dossier, calibrated, error }) => ({
    dossier,
    value: calibrated,
    error: error ?? 0,
  }));
  const winners = 500;
  const line = times(() =>
    cutLine(values, { winners, errorBetween: (a, b) => errorBetween(a, b, 'calibrated') }),
  );
  row('– who cannot be told from the line', shown(median(line), ' ms'), '');
  const chance = times(() => chancesOf(values, winners), 3, 1);
  row('– chances to be among the best', shown(median(chance), ' ms'), '');
  const lines = [{ key: 'all', dossiers: dossiers.map(({ dossier }) => dossier), winners }];
  const without = times(() => sensitivityOf(scored, { by: 'calibrated', trim: 0, lines }), 1, 0);
  row('– all anew without each of the 500 judges', shown(median(without) / 1000, ' s'), '');
}

/** Rank correlations with what was planted, the mean of ten worlds (one at the largest size). */
function truth(dossiers: number, judges: number): void {
  const worlds = dossiers > 1000 ? 1 : 10;
  const sums = { raw: [0, 0], calibrated: [0, 0] };
  for (let world = 0; world < worlds; world += 1) {
    const made = madeUp({ dossiers, judges, each: 3, seed: `truth ${world}` });
    const found = calibrate(made.scored).dossiers;
    const planted = found.map(({ dossier }) => made.truth.get(dossier)!);
    add(
      sums.raw,
      found.map(({ mean }) => mean),
      planted,
    );
    add(
      sums.calibrated,
      found.map(({ calibrated }) => calibrated),
      planted,
    );
  }
  const [raw, calibrated] = [sums.raw, sums.calibrated].map(
    ([rho, tau]) => `ρ ${(rho! / worlds).toFixed(3)}, τ ${(tau! / worlds).toFixed(3)}`,
  );
  row(
    `order of ${shown(dossiers)} dossiers by ${judges} judges beside the truth (Spearman ρ, Kendall τ)`,
    `raw ${raw}; calibrated ${calibrated}`,
    'calibrated higher',
  );
}

function add(sums: number[], points: readonly number[], planted: readonly number[]): void {
  sums[0]! += spearman(points, planted);
  sums[1]! += kendall(points, planted);
}
