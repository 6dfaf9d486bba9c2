import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chooserFromSeed } from '../../random.ts';
import { indexed, type Scored } from '../sheets.ts';
import { factor, inverse, solve } from './cholesky.ts';
import { errorsOf } from './errors.ts';
import { fitOf } from './fit.ts';
import { linked, wholeZeroSum } from './linked.ts';
import { inverted, rawVariance, solvedInFull } from './testing.ts';
import { effectsWithout } from './without.ts';

const near = (a: number, b: number, within = 1e-6): void =>
  assert.ok(Math.abs(a - b) <= within * Math.max(1, Math.abs(b)), `${a} is not ${b}`);

/** Judging with gaps: 1 to 5 judges a dossier, in two councils that never meet. */
function uneven(seed: string): Scored[] {
  const chooser = chooserFromSeed(seed);
  const given = Array.from({ length: 12 }, () => chooser.between(-900, 900));
  return Array.from({ length: 40 }, (_, dossier) => {
    const [first, many] = dossier < 25 ? [0, 7] : [7, 5];
    const quality = chooser.between(4000, 9000);
    const judges = new Set(
      Array.from({ length: chooser.between(1, 5) }, () => first + chooser.below(many)),
    );
    return [...judges].map((judge) => ({
      dossier: `d${String(dossier).padStart(2, '0')}`,
      judge: `j${String(judge).padStart(2, '0')}`,
      points: quality + given[judge]! + chooser.between(-700, 700),
      round: 1,
    }));
  }).flat();
}

test('the effects are those of the whole mixed model, to the hundredth, and add up to nothing', () => {
  for (const seed of ['a', 'b', 'c', 'd']) {
    const sheets = indexed(uneven(seed));
    const fit = fitOf(sheets);
    assert.equal(fit.state, 'calibrated');
    assert.ok(fit.leniency > 0);
    const { effects } = solvedInFull(sheets, fit.noise! / fit.leniency);
    assert.equal(fit.linked.sizes.length, 2);
    fit.effects.forEach((effect, at) => {
      assert.ok(Number.isInteger(effect));
      assert.ok(Math.abs(effect - effects[at]!) < 1, `judge ${at}: ${effect}, ${effects[at]}`);
    });
    for (const group of [0, 1]) {
      const members = fit.effects.filter((_, at) => fit.linked.group[at] === group);
      assert.equal(
        members.reduce((a, b) => a + b, 0),
        0,
      );
    }
  }
});

test('the variances are those of the moments, counted on the matrix in full', () => {
  for (const seed of ['a', 'b']) {
    const sheets = indexed(uneven(seed));
    const { judge, points, start } = sheets;
    const dossierOf = Array.from(sheets.dossiers.keys()).flatMap((dossier) =>
      new Array<number>(start[dossier + 1]! - start[dossier]!).fill(dossier),
    );
    // Columns: dossiers, then judges without the first of each council, so that none is too much.
    const free = [...Array(12).keys()].filter((one) => one !== 0 && one !== 7);
    const columns = dossierOf.map((dossier, at): number[] => [
      ...sheets.dossiers.map((_, one) => (one === dossier ? 1 : 0)),
      ...free.map((one) => (one === judge[at] ? 1 : 0)),
    ]);
    const rest = (width: number): number => {
      const x = columns.map((row) => row.slice(0, width));
      const product = Array.from({ length: width }, (_, a) =>
        Array.from({ length: width }, (_, b) => x.reduce((s, row) => s + row[a]! * row[b]!, 0)),
      );
      const side = Array.from({ length: width }, (_, a) =>
        x.reduce((s, row, at) => s + row[a]! * points[at]!, 0),
      );
      const solved = inverted(product).map((row) => row.reduce((s, v, at) => s + v * side[at]!, 0));
      return x.reduce((s, row, at) => {
        const one = points[at]! - row.reduce((sum, v, k) => sum + v * solved[k]!, 0);
        return s + one * one;
      }, 0);
    };
    const fit = fitOf(sheets);
    const [without, withJudges] = [rest(40), rest(50)];
    const freedom = judge.length - 50;
    assert.equal(fit.freedom, freedom);
    near(fit.noise!, withJudges / freedom);
    // Expected: trace of the judges' columns with the dossiers taken out.
    let trace = 0;
    for (const set of sheets.sets) trace += set.dossiers * (set.judges.length - 1);
    near(fit.leniency, (without - withJudges - (10 * withJudges) / freedom) / trace);
  }
});

test('standard errors are those of the whole model, within a council and between councils', () => {
  const sheets = indexed(uneven('a'));
  const fit = fitOf(sheets);
  const { noise, leniency } = { noise: fit.noise!, leniency: fit.leniency };
  const { covariance } = solvedInFull(sheets, noise / leniency);
  const errors = errorsOf(sheets, fit);
  for (let one = 0; one < 40; one += 1) {
    for (let other = 0; other < one; other += 1) {
      const full =
        covariance[one]![one]! + covariance[other]![other]! - 2 * covariance[one]![other]!;
      near(errors.between(one, other, 'calibrated')!, Math.sqrt(noise * full));
      const raw = rawVariance(sheets, [one, other], { noise, leniency });
      near(errors.between(one, other, 'mean')!, Math.sqrt(raw));
    }
    // By itself: without the level of the council, which is the same for all that it judged.
    const level = leniency / (one < 25 ? 7 : 5);
    near(errors.of(one, 'calibrated')!, Math.sqrt(noise * covariance[one]![one]! - level));
  }
});

test('without a judge: the same equations without the sheets, also when a council falls apart', () => {
  const chain: Scored[] = ['ab', 'ab', 'ab', 'bc', 'bc', 'bc', 'cd', 'cd', 'cd', 'd'].flatMap(
    (judges, at) =>
      [...judges].map((judge) => ({
        dossier: `d${at}`,
        judge,
        points: 7000 + 300 * at + judge.charCodeAt(0) * 37 * ((at % 3) + 1),
        round: 1,
      })),
  );
  for (const scored of [uneven('a'), uneven('b'), chain]) {
    const sheets = indexed(scored);
    const fit = fitOf(sheets);
    const noise = Math.max(fit.noise!, 1e4);
    const leniency = Math.max(fit.leniency, 1e5);
    for (let judge = 0; judge < sheets.judges.length; judge += 1) {
      const { effects } = solvedInFull(sheets, noise / leniency, judge);
      const found = effectsWithout(sheets, { ...fit, noise, leniency }, judge);
      assert.equal(found[judge], 0);
      const left = sheets.sets.map((set) => ({
        ...set,
        judges: set.judges.filter((one) => one !== judge),
      }));
      const { group, sizes } = linked(sheets.judges.length, left);
      sizes.forEach((_, part) => {
        const members = found.filter((_, at) => group[at] === part);
        assert.equal(
          members.reduce((a, b) => a + b, 0),
          0,
        );
      });
      found.forEach((effect, at) => {
        assert.ok(
          Math.abs(effect - effects[at]!) < 1,
          `${judge}, ${at}: ${effect}, ${effects[at]}`,
        );
      });
    }
  }
});

test('without a judge and without chance the others keep their differences exactly', () => {
  const given = [-600, 100, 500, 300];
  const scored = Array.from({ length: 24 }, (_, dossier) =>
    [0, 1, 2, 3]
      .filter((judge) => judge !== dossier % 4)
      .map((judge) => ({
        dossier: `d${10 + dossier}`,
        judge: `j${judge}`,
        points: 5000 + 100 * dossier + given[judge]!,
        round: 1,
      })),
  ).flat();
  const sheets = indexed(scored);
  const fit = { ...fitOf(sheets), noise: 0 };
  // Of the others the mean is 300.
  assert.deepEqual([...effectsWithout(sheets, fit, 0)], [0, -200, 200, 0]);
});

test('a factor and its inverse', () => {
  const { between } = chooserFromSeed('matrix');
  for (const n of [1, 2, 5, 20]) {
    const root = Array.from({ length: n }, () => Array.from({ length: n }, () => between(-9, 9)));
    const matrix = root.map((_, a) =>
      root.map((_, b) => root.reduce((s, row) => s + row[a]! * row[b]!, a === b ? 1 : 0)),
    );
    const lower = factor(Float64Array.from(matrix.flat()), n);
    const wanted = inverted(matrix).flat();
    inverse(lower, n).forEach((value, at) => {
      near(value, wanted[at]!, 1e-9);
    });
    const side = Float64Array.from({ length: n }, () => between(-9, 9));
    solve(lower, n, side).forEach((value, row) => {
      near(
        value,
        side.reduce((s, v, at) => s + v * wanted[row * n + at]!, 0),
        1e-9,
      );
    });
  }
  assert.throws(() => factor(Float64Array.from([1, 1, 1, 1]), 2), RangeError);
  assert.throws(() => factor(Float64Array.from([Number.NaN]), 1), RangeError);
});

test('rounded effects add up to exactly 0 in each group and are the nearest that do', () => {
  const groups = { group: Int32Array.from([0, 0, 0, 1, 1]), sizes: [3, 2] };
  assert.deepEqual(
    [...wholeZeroSum(Float64Array.from([10.4, -5.2, -5.2, 0.5, -0.5]), groups)],
    [10, -5, -5, 1, -1],
  );
  assert.deepEqual(
    [...wholeZeroSum(Float64Array.from([1 / 3, 1 / 3, -2 / 3, 0, 0]), groups)],
    [0, 0, 0, 0, 0],
  );
});

test('judges are linked by the dossiers that they judged together', () => {
  const sets = [[0, 1], [1, 3], [2]].map((judges) => ({
    judges: Int32Array.from(judges),
    dossiers: 1,
    totals: new Float64Array(judges.length),
  }));
  const { group, sizes } = linked(5, sets);
  assert.deepEqual([...group], [0, 0, 1, 0, 2]);
  assert.deepEqual(sizes, [3, 1, 1]);
});

test('judges who differ by chance alone are not corrected', () => {
  // Every judge gives the same to each in sum: nothing to explain.
  const points = [
    [80, 82],
    [82, 80],
    [70, 72],
    [72, 70],
    [60, 62],
    [62, 60],
  ];
  const scored = points.flatMap((row, dossier) =>
    row.map((one, judge) => ({
      dossier: `${dossier}`,
      judge: `${judge}`,
      points: one * 100,
      round: 1,
    })),
  );
  const fit = fitOf(indexed(scored));
  assert.equal(fit.state, 'calibrated');
  assert.equal(fit.leniency, 0);
  assert.deepEqual([...fit.effects], [0, 0]);
  near(fit.noise!, 20_000);
});
