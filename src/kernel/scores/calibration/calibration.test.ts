import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Scored } from '../sheets.ts';
import { kendall, madeUp, shuffled, spearman } from '../testing.ts';
import { type Calibration, calibrate } from './index.ts';

/** One row a dossier, one column a judge; null: no sheet. */
const table = (...rows: readonly (readonly (number | null)[])[]): Scored[] =>
  rows.flatMap((row, dossier) =>
    row.flatMap((points, judge) =>
      points === null
        ? []
        : [{ dossier: `d${dossier}`, judge: `j${judge}`, points: points * 100, round: 1 }],
    ),
  );

const shown = (calibration: Calibration) => ({
  state: calibration.state,
  groups: calibration.groups.length,
  points: calibration.dossiers.map(({ calibrated }) => calibrated),
  raw: calibration.dossiers.map(({ mean }) => mean),
  leniency: calibration.judges.map(({ leniency }) => leniency),
});

test('with nothing to learn from, the calibrated points are the raw ones, and it says why', () => {
  for (const { what, sheets, state, groups = 1, raw } of [
    { what: 'nobody', sheets: [], state: 'nobody', groups: 0, raw: [] },
    { what: 'one sheet', sheets: table([80]), state: 'no_overlap', raw: [8000] },
    {
      what: 'one judge',
      sheets: table([80], [90], [70]),
      state: 'no_overlap',
      raw: [8000, 9000, 7000],
    },
    {
      what: 'each by another judge',
      sheets: table([80, null], [null, 60]),
      state: 'no_overlap',
      groups: 2,
      raw: [8000, 6000],
    },
    { what: 'one dossier', sheets: table([80, 90, 70]), state: 'too_few', raw: [8000] },
    { what: 'two of each', sheets: table([80, 90], [60, 75]), state: 'too_few', raw: [8500, 6750] },
  ] as const) {
    const result = shown(calibrate(sheets));
    assert.deepEqual(
      { ...result, leniency: [] },
      { state, groups, points: raw, raw, leniency: [] },
      what,
    );
    assert.ok(
      result.leniency.every((one) => one === 0),
      what,
    );
  }
});

test('errors are unknown where no dossier has two judges, and told where they are known', () => {
  const alone = calibrate(table([80], [90]));
  assert.deepEqual(
    [alone.noise, alone.dossiers[0]?.error, alone.dossiers[0]?.meanError],
    [null, null, null],
  );
  assert.equal(alone.errorBetween('d0', 'd1', 'calibrated'), null);
  assert.throws(() => alone.errorBetween('d0', 'nobody', 'mean'), RangeError);
  // Variance within: 200 with 1 degree of freedom; a mean of two sheets has half of it.
  const few = calibrate(table([80, 100]));
  assert.deepEqual([few.noise, few.dossiers[0]?.error], [1414, 1000]);
  assert.equal(few.judges[0]?.error, null);
});

test('all equal: nothing to correct, nothing uncertain', () => {
  const same = calibrate(table(...Array.from({ length: 6 }, () => [75, 75, 75])));
  assert.deepEqual(shown(same), {
    state: 'calibrated',
    groups: 1,
    points: new Array(6).fill(7500),
    raw: new Array(6).fill(7500),
    leniency: [0, 0, 0],
  });
  assert.deepEqual([same.noise, same.leniency, same.dossiers[0]?.error], [0, 0, 0]);
  assert.equal(same.judges[0]?.agreement, null);
});

test('leniency without chance is taken out to the last hundredth', () => {
  // Qualities 60 to 80; the judges give −6, +1 and +5, and each dossier is seen by two.
  const given = [-6, 1, 5];
  const quality = [60, 64, 68, 70, 72, 75, 80, 80];
  const rows = quality.map((one, at) =>
    given.map((leniency, judge) => (at % 3 === judge ? null : one + leniency)),
  );
  const result = calibrate(table(...rows));
  assert.deepEqual(shown(result).leniency, [-600, 100, 500]);
  assert.deepEqual(
    result.dossiers.map(({ calibrated }) => calibrated),
    quality.map((one) => one * 100),
  );
  assert.ok(result.dossiers.every(({ error }) => error === 0));
  assert.ok(result.judges.every(({ scatter }) => scatter === 0));
  assert.ok(result.judges.every(({ agreement }) => agreement === 100));
});

test('when everybody judged everything, the calibrated points are the raw means exactly', () => {
  let lenient = 0;
  for (const seed of ['a', 'b', 'c', 'd', 'e', 'f']) {
    for (const judges of [2, 3, 5, 7]) {
      const { scored } = madeUp({ dossiers: 20, judges, each: judges, seed });
      const { dossiers, judges: figures } = calibrate(scored);
      for (const { dossier, mean, calibrated, meanError, error } of dossiers) {
        assert.equal(calibrated, mean, `${seed} ${judges} ${dossier}`);
        // Who is lenient is so to all of them: no uncertainty of one beside another.
        assert.equal(meanError, error);
      }
      if (figures.some(({ leniency }) => leniency !== 0)) lenient += 1;
    }
  }
  assert.ok(lenient >= 20, 'which is not for want of leniency');
});

test('calibrated points can be counted again by hand from what is told of the judges', () => {
  const { scored } = madeUp({ dossiers: 60, judges: 9, each: 3, seed: 'hand' });
  const { dossiers, judges } = calibrate(scored);
  const leniency = new Map(judges.map((one) => [one.judge, one.leniency]));
  assert.equal(
    judges.reduce((sum, one) => sum + one.leniency, 0),
    0,
  );
  for (const { dossier, calibrated, mean, sheets } of dossiers) {
    const mine = scored.filter((sheet) => sheet.dossier === dossier);
    const fair = mine.reduce((sum, one) => sum + one.points - leniency.get(one.judge)!, 0);
    assert.equal(calibrated, Math.floor((2 * fair + mine.length) / (2 * mine.length)));
    const raw = mine.reduce((sum, one) => sum + one.points, 0);
    assert.equal(mean, Math.floor((2 * raw + mine.length) / (2 * mine.length)));
    assert.equal(sheets, mine.length);
  }
});

test('the order of the sheets changes nothing', () => {
  const { scored } = madeUp({ dossiers: 80, judges: 11, each: 3, seed: 'order' });
  const { errorBetween, ...wanted } = calibrate(scored);
  for (const seed of ['a', 'b', 'c']) {
    const { errorBetween: other, ...found } = calibrate(shuffled(scored, seed));
    assert.deepEqual(found, wanted);
    assert.equal(
      other('d000000', 'd000017', 'calibrated'),
      errorBetween('d000000', 'd000017', 'calibrated'),
    );
  }
});

test('councils that share no dossier are told apart, and each is calibrated by itself', () => {
  const one = madeUp({ dossiers: 30, judges: 5, each: 3, seed: 'one' }).scored;
  const other = madeUp({ dossiers: 30, judges: 5, each: 3, seed: 'two' }).scored.map((sheet) => ({
    ...sheet,
    dossier: `x${sheet.dossier}`,
    judge: `x${sheet.judge}`,
    points: sheet.points - 2000,
  }));
  const both = calibrate([...one, ...other]);
  assert.equal(both.comparable, false);
  assert.deepEqual(
    both.groups.map(({ judges, dossiers }) => [judges.length, dossiers]),
    [
      [5, 30],
      [5, 30],
    ],
  );
  for (const group of [0, 1]) {
    const members = both.judges.filter((judge) => judge.group === group);
    assert.equal(
      members.reduce((sum, judge) => sum + judge.leniency, 0),
      0,
    );
  }
  assert.ok(
    both.dossiers.every(({ dossier, group }) => group === (dossier.startsWith('x') ? 1 : 0)),
  );
  const inside = both.errorBetween('d000000', 'd000001', 'calibrated')!;
  const across = both.errorBetween('d000000', 'xd000000', 'calibrated')!;
  assert.ok(across > inside, 'between councils the level of each is unknown too');
  // One dossier that both judged is a link.
  const link = { ...other[0]!, dossier: one[0]!.dossier };
  assert.equal(calibrate([...one, ...other, link]).comparable, true);
});

test('a judge with one sheet is corrected little, and known badly', () => {
  const { scored } = madeUp({ dossiers: 60, judges: 6, each: 3, seed: 'few' });
  const strange = { dossier: 'd000007', judge: 'new', points: 100, round: 1 };
  const { judges, leniency } = calibrate([...scored, strange]);
  const fresh = judges.find(({ judge }) => judge === 'new')!;
  const old = judges.find(({ judge }) => judge === 'j000000')!;
  assert.equal(fresh.sheets, 1);
  assert.ok(fresh.leniency < 0);
  assert.ok(fresh.error! > 3 * old.error!, `${fresh.error} ${old.error}`);
  assert.ok(fresh.error! <= leniency * 1.1, 'no less is known than of an unknown judge');
  assert.equal(fresh.agreement, null);
});

test('agreement is the correlation with the others on the same dossiers, calibrated, without the own sheet', () => {
  const { scored } = madeUp({ dossiers: 40, judges: 6, each: 3, seed: 'agree' });
  const extra = ['d000001', 'd000002'].map((dossier, at) => ({
    ...{ dossier, judge: 'two', points: 6000 + 500 * at, round: 1 },
  }));
  const { judges } = calibrate([...scored, ...extra]);
  assert.equal(judges.find(({ judge }) => judge === 'two')?.agreement, null);
  const leniency = new Map(judges.map((one) => [one.judge, one.leniency]));
  const byDossier = Map.groupBy([...scored, ...extra], ({ dossier }) => dossier);
  for (const { judge, agreement, scatter } of judges.slice(0, 6)) {
    const pairs = scored
      .filter((one) => one.judge === judge)
      .map(({ dossier, points }) => {
        const all = byDossier.get(dossier)!;
        const fair = (one: Scored) => one.points - leniency.get(one.judge)!;
        const others = all.filter((one) => one.judge !== judge);
        const mean = all.reduce((sum, one) => sum + fair(one), 0) / all.length;
        const rest = points - leniency.get(judge)! - mean;
        return { x: points, y: others.reduce((s, one) => s + fair(one), 0) / others.length, rest };
      });
    const mean = (of: 'x' | 'y') => pairs.reduce((s, one) => s + one[of], 0) / pairs.length;
    const [a, b] = [mean('x'), mean('y')];
    const moment = (p: 'x' | 'y', q: 'x' | 'y') =>
      pairs.reduce(
        (s, one) => s + (one[p] - (p === 'x' ? a : b)) * (one[q] - (q === 'x' ? a : b)),
        0,
      );
    const wanted = (100 * moment('x', 'y')) / Math.sqrt(moment('x', 'x') * moment('y', 'y'));
    assert.ok(Math.abs(agreement! - wanted) <= 0.51, `${agreement} ${wanted}`);
    const square = pairs.reduce((s, { rest }) => s + rest * rest, 0) / pairs.length;
    assert.ok(Math.abs(scatter - Math.sqrt(square)) <= 0.51);
  }
});

test('sheets that are no sheets are refused', () => {
  const sheet = { dossier: 'd', judge: 'j', points: 5000, round: 1 };
  assert.throws(() => calibrate([sheet, { ...sheet, round: 2 }]), /two sheets of judge j/);
  for (const points of [0.5, Number.NaN, Number.POSITIVE_INFINITY])
    assert.throws(() => calibrate([{ ...sheet, points }]), RangeError);
});

test('calibrated points are nearer to the truth than raw means, by both rank correlations', () => {
  for (const seed of ['1', '2', '3', '4', '5', '6', '7', '8']) {
    const world = madeUp({ dossiers: 200, judges: 20, each: 3, seed });
    const { dossiers } = calibrate(world.scored);
    const truth = dossiers.map(({ dossier }) => world.truth.get(dossier)!);
    const raw = dossiers.map(({ mean }) => mean);
    const calibrated = dossiers.map((one) => one.calibrated);
    assert.ok(spearman(calibrated, truth) > spearman(raw, truth) + 0.02, seed);
    assert.ok(kendall(calibrated, truth) > kendall(raw, truth) + 0.02, seed);
  }
});

test('without leniency in the world, calibrating costs next to nothing', () => {
  for (const seed of ['1', '2', '3', '4']) {
    const world = madeUp({ dossiers: 200, judges: 20, each: 3, seed, leniency: 0 });
    const { dossiers } = calibrate(world.scored);
    const truth = dossiers.map(({ dossier }) => world.truth.get(dossier)!);
    const lost =
      spearman(
        dossiers.map(({ mean }) => mean),
        truth,
      ) -
      spearman(
        dossiers.map(({ calibrated }) => calibrated),
        truth,
      );
    assert.ok(lost < 0.005, `${seed}: ${lost}`);
  }
});

test('what was planted is found: variances, leniency of judges, and errors as large as told', () => {
  let [inside, all] = [0, 0];
  for (const seed of ['1', '2', '3', '4']) {
    const world = madeUp({ dossiers: 300, judges: 30, each: 3, seed, leniency: 6, noise: 5 });
    const { noise, leniency, judges, dossiers, errorBetween } = calibrate(world.scored);
    assert.ok(noise! > 450 && noise! < 550, `${noise}`);
    assert.ok(leniency > 400 && leniency < 850, `${leniency}`);
    const planted = judges.map(({ judge }) => world.leniency.get(judge)!);
    assert.ok(
      spearman(
        judges.map((one) => one.leniency),
        planted,
      ) > 0.9,
      seed,
    );
    for (let at = 1; at < dossiers.length; at += 1) {
      const [a, b] = [dossiers[at]!, dossiers[at - 1]!];
      const wrong =
        a.calibrated -
        b.calibrated -
        100 * (world.truth.get(a.dossier)! - world.truth.get(b.dossier)!);
      all += 1;
      if (Math.abs(wrong) <= errorBetween(a.dossier, b.dossier, 'calibrated')!) inside += 1;
    }
  }
  // One standard error holds 68 of 100 of a normal distribution.
  assert.ok(inside / all > 0.63 && inside / all < 0.73, `${inside / all}`);
});
