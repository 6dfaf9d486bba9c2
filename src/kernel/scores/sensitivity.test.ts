import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fitOf } from './calibration/fit.ts';
import { wholeZeroSum } from './calibration/linked.ts';
import { solvedInFull } from './calibration/testing.ts';
import { meansOf } from './means.ts';
import { ranked, type Valued } from './ranks.ts';
import { type RankedBy, sensitivityOf } from './sensitivity.ts';
import { indexed, type Scored } from './sheets.ts';
import { madeUp, shuffled } from './testing.ts';

const table = (rows: Readonly<Record<string, Readonly<Record<string, number>>>>): Scored[] =>
  Object.entries(rows).flatMap(([dossier, row]) =>
    Object.entries(row).map(([judge, points]) => ({
      dossier,
      judge,
      points: points * 100,
      round: 1,
    })),
  );
const settings = (by: RankedBy, dossiers: readonly string[], winners: number, trim = 0) => ({
  by,
  trim,
  lines: [{ key: 'all', dossiers, winners }],
});

test('the winner who wins by one judge alone is found', () => {
  const scored = table({
    a: { x: 100, y: 70, z: 70 },
    b: { x: 75, y: 75, z: 75 },
    c: { x: 60, y: 60, z: 60 },
  });
  const [x, y, z] = sensitivityOf(scored, settings('mean', ['a', 'b', 'c'], 1));
  assert.deepEqual(x, {
    judge: 'x',
    sheets: 3,
    changes: true,
    lines: [
      {
        key: 'all',
        entered: ['b'],
        left: ['a'],
        unjudged: [],
        furthest: { dossier: 'a', from: 1, to: 2 },
      },
    ],
  });
  for (const other of [y, z]) {
    assert.equal(other?.changes, false);
    assert.equal(other?.lines[0]?.furthest, null);
  }
});

test('who is left without a sheet loses the place, and a tie at the line lets both in', () => {
  const scored = table({
    a: { x: 90 },
    b: { x: 80, y: 80 },
    c: { x: 60, y: 80 },
    d: { y: 10 },
  });
  const [x, y] = sensitivityOf(scored, settings('mean', ['a', 'b', 'c', 'd'], 1));
  assert.deepEqual(x?.lines[0], {
    key: 'all',
    entered: ['b', 'c'],
    left: ['a'],
    unjudged: ['a'],
    furthest: { dossier: 'c', from: 3, to: 1 },
  });
  assert.deepEqual(y?.lines[0]?.unjudged, ['d']);
  assert.equal(y?.changes, false);
});

test('each line has its own places; dossiers of none, and unjudged ones, play no part', () => {
  const scored = table({
    a: { x: 90, y: 80 },
    b: { x: 70, y: 85 },
    c: { x: 50, y: 95 },
    out: { x: 99 },
  });
  const found = sensitivityOf(scored, {
    by: 'mean',
    trim: 0,
    lines: [
      { key: 'one', dossiers: ['b', 'a'], winners: 1 },
      { key: 'two', dossiers: ['c', 'never judged'], winners: 1 },
      { key: 'none', dossiers: [], winners: 2 },
    ],
  });
  assert.deepEqual(
    found.map(({ judge, lines }) => [judge, ...lines.map(({ entered }) => entered.join())]),
    [
      ['x', 'b', '', ''],
      ['y', '', '', ''],
    ],
  );
  assert.deepEqual(sensitivityOf([], settings('calibrated', [], 1)), []);
});

test('what a dossier has besides its sheets stays with it, and gives none a place without a sheet', () => {
  const scored = table({ a: { x: 90, y: 80 }, b: { x: 70, y: 85 }, c: { x: 99 } });
  const of = (by: RankedBy, added: Readonly<Record<string, number>>) =>
    sensitivityOf(scored, {
      ...settings(by, ['a', 'b', 'c'], 1),
      added: new Map(Object.entries(added)),
    }).map(({ lines }) => `${lines[0]?.left.join()}>${lines[0]?.entered.join()}`);
  // Means 85, 77.5 and 99; without x 80, 85 and none.
  for (const by of ['mean', 'trimmed', 'calibrated'] as const) {
    assert.deepEqual(of(by, {}), ['c>b', '>'], by);
    assert.deepEqual(of(by, { a: 1600 }), ['>', '>'], by);
    assert.deepEqual(of(by, { b: 3000, c: 500 }), ['>', 'b>c'], by);
  }
});

/** All anew, in full, without the sheets of the judge; with everybody when it is nobody's key. */
function anew(scored: readonly Scored[], by: RankedBy, trim: number, judge: string): Valued[] {
  const sheets = indexed(scored);
  const fit = fitOf(sheets);
  const except = sheets.judges.indexOf(judge);
  const { effects } = solvedInFull(sheets, fit.noise! / fit.leniency, except);
  const group = Int32Array.from(effects, (_, at) => (at === except ? 1 : 0));
  const sizes = except < 0 ? [effects.length] : [effects.length - 1, 1];
  const whole = wholeZeroSum(Float64Array.from(effects), { group, sizes });
  const given = new Map(
    sheets.judges.map((key, at) => [key, by === 'calibrated' ? whole[at]! : 0]),
  );
  const rest = scored.filter((sheet) => sheet.judge !== judge);
  return [...Map.groupBy(rest, ({ dossier }) => dossier)].map(([dossier, mine]) => {
    const means = meansOf(
      mine.map((one) => one.points - given.get(one.judge)!),
      trim,
    )!;
    return { dossier, value: by === 'trimmed' ? means.trimmed : means.mean };
  });
}

test('it is the ranking anew without the sheets of each judge', () => {
  for (const by of ['mean', 'trimmed', 'calibrated'] as const) {
    for (const seed of ['a', 'b', 'c']) {
      const { scored, truth } = madeUp({ dossiers: 40, judges: 8, each: 4, seed });
      const all = [...truth.keys()];
      const places = (judge: string) =>
        new Map(ranked(anew(scored, by, 1, judge)).map(({ dossier, rank }) => [dossier, rank]));
      const before = places('nobody');
      const found = sensitivityOf(shuffled(scored, seed), settings(by, all, 5, 1));
      assert.equal(found.length, 8);
      for (const { judge, lines } of found) {
        const after = places(judge);
        const what = `${by} ${seed} ${judge}`;
        const entered = all.filter((one) => after.get(one)! <= 5 && before.get(one)! > 5);
        const left = all.filter((one) => after.get(one)! > 5 && before.get(one)! <= 5);
        assert.deepEqual([lines[0]?.entered, lines[0]?.left], [entered, left], what);
        const most = Math.max(...all.map((one) => Math.abs(after.get(one)! - before.get(one)!)));
        const { from, to, dossier } = lines[0]!.furthest!;
        assert.equal(Math.abs(from - to), most, what);
        assert.deepEqual([from, to], [before.get(dossier), after.get(dossier)], what);
      }
    }
  }
});
