import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chooserFromSeed } from '../random.ts';
import { type Belief, chancesOf, pulled } from './chances.ts';
import { cumulative, expNegative, quantiles } from './normal.ts';
import { ranked, type Valued } from './ranks.ts';
import { shuffled } from './testing.ts';
import { type CutLine, cutLine } from './ties.ts';

const dossiers = (...values: readonly number[]): Valued[] =>
  values.map((value, at) => ({ dossier: 'abcdefghij'[at]!, value }));

test('equal points share a place, and the places they fill are left out', () => {
  assert.deepEqual(
    ranked(dossiers(70, 90, 80, 80, 60)).map(
      ({ dossier, rank, tied }) => `${dossier}${rank}${tied ? '=' : ''}`,
    ),
    ['b1', 'c2=', 'd2=', 'a4', 'e5'],
  );
  assert.deepEqual(ranked([]), []);
  assert.deepEqual(ranked(shuffled(dossiers(5, 5, 5), 'x')), ranked(dossiers(5, 5, 5)));
});

/** 'in', 'out' or 'line' of each, with ~ for those who are close. */
const said = ({ dossiers: all }: CutLine) =>
  all.map(({ dossier, side, close }) => `${dossier} ${side}${close ? ' ~' : ''}`).join(', ');

test('who cannot be told from the line', () => {
  for (const { values, winners, z = 1, error = 5, wanted, tied = '', places = 0 } of [
    { values: [90, 80, 70], winners: 1, wanted: 'a in, b out, c out' },
    { values: [84, 80, 70], winners: 1, wanted: 'a in ~, b out ~, c out' },
    // Exactly one error is close, a hundredth more is not.
    { values: [85, 80], winners: 1, wanted: 'a in ~, b out ~' },
    { values: [86, 80], winners: 1, wanted: 'a in, b out' },
    { values: [90, 80], winners: 1, z: 2, wanted: 'a in ~, b out ~' },
    { values: [91, 80], winners: 1, z: 2, wanted: 'a in, b out' },
    { values: [81, 80], winners: 1, z: 0, wanted: 'a in, b out' },
    { values: [80, 80], winners: 1, z: 0, wanted: 'a line ~, b line ~', tied: 'ab', places: 1 },
    {
      values: [90, 80, 80, 80, 70],
      winners: 2,
      error: 0,
      wanted: 'a in, b line ~, c line ~, d line ~, e out',
      tied: 'bcd',
      places: 1,
    },
    {
      values: [90, 80, 80, 80, 70],
      winners: 3,
      error: 0,
      wanted: 'a in, b line ~, c line ~, d line ~, e out',
      tied: 'bcd',
      places: 2,
    },
    // The same points above the line are no question.
    { values: [90, 90, 80], winners: 2, wanted: 'a in, b in, c out' },
    { values: [90, 90], winners: 2, wanted: 'a in, b in' },
    { values: [90, 80], winners: 0, wanted: 'a out, b out' },
    { values: [90, 80], winners: 5, wanted: 'a in, b in' },
    { values: [90], winners: 1, wanted: 'a in' },
    { values: [], winners: 1, wanted: '' },
  ] as const) {
    const line = cutLine(dossiers(...values), { winners, z, errorBetween: () => error });
    const what = `${values.join()} for ${winners}`;
    assert.equal(said(line), wanted, what);
    assert.equal(line.tied.join(''), tied, what);
    assert.equal(line.places, places, what);
    assert.equal(line.known, true, what);
  }
});

test('one standard error counts unless another number is asked for', () => {
  const of = (...values: readonly number[]) =>
    said(cutLine(dossiers(...values), { winners: 1, errorBetween: () => 5 }));
  assert.equal(of(85, 80), 'a in ~, b out ~');
  assert.equal(of(86, 80), 'a in, b out');
});

test('where errors are unknown only equal points are close, and it says so', () => {
  const line = cutLine(dossiers(80, 80, 79), { winners: 1, errorBetween: () => null });
  assert.equal(said(line), 'a line ~, b line ~, c out');
  assert.equal(line.known, false);
  assert.deepEqual(
    line.dossiers.map(({ distance }) => distance),
    [0, 0, -1],
  );
});

test('of several with the same points at the line the largest error counts, whatever their keys', () => {
  const error = (one: string, other: string) => ((one + other).includes('b') ? 30 : 1);
  const line = cutLine(dossiers(90, 70, 70), { winners: 1, errorBetween: error });
  assert.equal(said(line), 'a in ~, b out ~, c out');
  const turned = cutLine(dossiers(70, 70, 90).reverse(), { winners: 1, errorBetween: error });
  assert.equal(said(turned), 'c in ~, a out, b out ~');
});

test('the normal distribution without the functions that differ between machines', () => {
  for (let x = -700; x <= 0; x += 0.37) {
    const error = Math.abs(expNegative(x) - Math.exp(x)) / Math.exp(x);
    assert.ok(error < 2e-12, `${x}: ${error}`);
  }
  assert.equal(expNegative(-701), 0);
  for (const [x, share] of [
    [0, 0.5],
    [1, 0.841344746068543],
    [-1, 0.158655253931457],
    [1.959963984540054, 0.975],
    [-3, 0.001349898031630095],
    [5, 0.9999997133484281],
    [9, 1],
    [-9, 0],
  ] as const)
    assert.ok(Math.abs(cumulative(x) - share) < 1e-12, `${x}`);
  const [first, middle, last] = [...quantiles(3)];
  assert.ok(Math.abs(first! + 0.9674215661) < 1e-9 && Math.abs(middle!) < 1e-12);
  assert.ok(Math.abs(last! - 0.9674215661) < 1e-9);
});

const beliefs = (error: number, ...values: readonly number[]): Belief[] =>
  dossiers(...values).map((one) => ({ ...one, error }));
const chances = (all: readonly Belief[], winners: number) => [...chancesOf(all, winners).values()];

test('chances to be among the best', () => {
  assert.deepEqual(chances([], 1), []);
  assert.deepEqual(chances(beliefs(5, 80, 70), 0), [0, 0]);
  assert.deepEqual(chances(beliefs(5, 80, 70), 2), [100, 100]);
  assert.deepEqual(chances(beliefs(5, 80, 70), 9), [100, 100]);
  // Known for certain: the points decide, equal ones share what is left.
  assert.deepEqual(chances(beliefs(0, 90, 80, 70), 2), [100, 100, 0]);
  assert.deepEqual(chances(beliefs(0, 90, 80, 80, 70), 2), [100, 50, 50, 0]);
  assert.deepEqual(chances(beliefs(0, 80, 80, 80), 1), [33, 33, 33]);
  // Equal points and errors, equal chances.
  assert.deepEqual(chances(beliefs(300, 8000, 8000), 1), [50, 50]);
  assert.deepEqual(chances(beliefs(300, 8000, 8000, 8000, 8000), 3), [75, 75, 75, 75]);
  // Far apart.
  assert.deepEqual(chances(beliefs(100, 9000, 8000, 7000), 1), [100, 0, 0]);
});

test('chances follow the normal distribution of the difference', () => {
  // Two of three are never reached by the third; errors of 300 each: 424 between the two.
  for (const difference of [0, 100, 300, 600]) {
    const all = beliefs(300, 8000 + difference, 8000, 1000);
    const [first, second, third] = chances(all, 1);
    const wanted = 100 * cumulative(difference / (300 * Math.SQRT2));
    assert.ok(Math.abs(first! - wanted) <= 2.5, `${difference}: ${first}, not ${wanted}`);
    assert.ok(Math.abs(first! + second! - 100) <= 1);
    assert.equal(third, 0);
  }
});

test('chances add up to the number of winners and know neither order nor names', () => {
  const { between } = chooserFromSeed('chances');
  const all = Array.from(
    { length: 60 },
    (_, at): Belief => ({
      dossier: `d${10 + at}`,
      value: between(5000, 9000),
      error: between(100, 600),
    }),
  );
  for (const winners of [1, 7, 30, 59]) {
    const found = chancesOf(all, winners);
    const sum = [...found.values()].reduce((a, b) => a + b, 0);
    assert.ok(Math.abs(sum - 100 * winners) <= 30, `${winners}: ${sum}`);
    assert.deepEqual(chancesOf(shuffled(all, 'x'), winners), found);
  }
});

test('the fewer sheets speak for a dossier, the more it is pulled to the mean of many', () => {
  const many = Array.from(
    { length: 20 },
    (_, at): Belief => ({
      dossier: `d${at}`,
      value: 6000 + 100 * at,
      error: at === 19 ? 900 : 200,
    }),
  );
  const found = pulled(many);
  const gone = (at: number) => many[at]!.value - found[at]!.value;
  assert.ok(gone(19) > 5 * gone(18), `${gone(19)}, ${gone(18)}`);
  assert.ok(found[19]!.error < 900 && found[19]!.error > found[18]!.error);
  assert.deepEqual(
    pulled(many.slice(0, 3)),
    many.slice(0, 3).map(({ value, error }) => ({ value, error })),
  );
  assert.ok(chancesOf(many, 1).get('d19')! < 60, 'one lucky sheet does not win for certain');
});

test('how far it is pulled, by Morris', () => {
  // Mean 7000; variance of the values 2 000 000 ÷ 4 = 500 000, of which 40 000 is error: 2/4 × 40 000 / 500 000.
  const five = beliefs(200, 8000, 7000, 6000, 7000, 7000);
  const [first, second] = pulled(five);
  assert.ok(Math.abs(first!.value - (8000 - 0.04 * 1000)) < 1e-9, `${first!.value}`);
  assert.ok(Math.abs(first!.error - 200 * Math.sqrt(0.96)) < 1e-9);
  assert.equal(second!.value, 7000);
  for (const few of [beliefs(200, 8000), beliefs(200, 8000, 6000)])
    assert.deepEqual(
      pulled(few),
      few.map(({ value, error }) => ({ value, error })),
    );
});

test('a chance of so many per cent comes true about so often', () => {
  // Truth normal with 8 points, errors of 4: ten of forty win.
  const { below } = chooserFromSeed('true');
  const normal = () =>
    Array.from({ length: 12 }, () => below(1e6) / 1e6).reduce((a, b) => a + b, -6);
  const bins = [0, 0, 0, 0].map(() => ({ told: 0, came: 0, many: 0 }));
  for (let world = 0; world < 25; world += 1) {
    const truth = Array.from({ length: 40 }, () => 7000 + 800 * normal());
    const line = truth.toSorted((a, b) => b - a)[9]!;
    const all = truth.map(
      (one, at): Belief => ({
        dossier: `d${10 + at}`,
        value: Math.round(one + 400 * normal()),
        error: 400,
      }),
    );
    chances(all, 10).forEach((chance, at) => {
      const bin = bins[Math.min(3, Math.floor(chance / 25))]!;
      bin.told += chance / 100;
      bin.came += truth[at]! >= line ? 1 : 0;
      bin.many += 1;
    });
  }
  for (const { told, came, many } of bins)
    assert.ok(Math.abs(told - came) / many < 0.08, `${told / many} told, ${came / many} came`);
});
