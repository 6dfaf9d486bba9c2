import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { chooserFromSeed } from '../../../../kernel/random.ts';
import { above, type CountedSheet, type Entry, type OutcomeInput, reckon } from './index.ts';

const entry = (dossier: string, field = 'cntt', votes = 0): Entry => ({
  dossier,
  number: `T-${dossier}`,
  field,
  votes,
});
const sheet = (dossier: string, judge: string, points: number, failed = false): CountedSheet => ({
  assignment: `${dossier}-${judge}`,
  dossier,
  judge,
  points: points * 100,
  failed,
  round: 1,
});

const plain: OutcomeInput = {
  phase: 'cham',
  basis: 'mean',
  trim: 0,
  spread: null,
  pass: null,
  per: 'field',
  fields: ['cntt'],
  cuts: [],
  entries: [],
  sheets: [],
  fails: [],
  changes: [],
};

/** Dossiers a, b, c … with a sheet by each of two judges. */
const judged = (...pairs: readonly (readonly [number, number])[]): OutcomeInput => ({
  ...plain,
  entries: pairs.map((_, at) => entry('abcdefgh'[at]!)),
  sheets: pairs.flatMap(([one, two], at) => [
    sheet('abcdefgh'[at]!, 'j1', one),
    sheet('abcdefgh'[at]!, 'j2', two),
  ]),
});

const places = (input: OutcomeInput): string[] =>
  reckon(input).groups.flatMap(({ rows }) =>
    rows.map(({ dossier, place, tied }) => `${dossier}${place ?? '-'}${tied ? '=' : ''}`),
  );

describe('places', () => {
  test('equal points share a place, and the places they fill are left out', () => {
    assert.deepEqual(places(judged([80, 80], [90, 70], [95, 95], [10, 10])), [
      'c1',
      'a2=',
      'b2=',
      'd4',
    ]);
  });

  test('a move by hand puts a dossier where the council wants it and breaks the tie', () => {
    const input = judged([80, 80], [90, 70], [95, 95], [10, 10]);
    const moved = (...changes: OutcomeInput['changes']) => places({ ...input, changes });
    const to = (dossier: string, place: number | null) => ({ dossier, place, reason: 'x' });
    assert.deepEqual(moved(to('b', 2)), ['c1', 'b2', 'a3', 'd4']);
    assert.deepEqual(moved(to('d', 1)), ['d1', 'c2', 'a3=', 'b3=']);
    assert.deepEqual(moved(to('d', 1), to('d', null)), ['c1', 'a2=', 'b2=', 'd4']);
    assert.deepEqual(moved(to('d', 1), to('d', 3)), ['c1', 'a2', 'd3', 'b4']);
    assert.deepEqual(moved(to('c', 99)), ['a1=', 'b1=', 'd3', 'c4']);
  });

  test('who is failed or not judged has no place, whatever is moved', () => {
    const input = judged([80, 80], [90, 90]);
    const failing = {
      ...input,
      entries: [...input.entries, entry('z')],
      sheets: input.sheets.map((one) => (one.dossier === 'b' ? { ...one, failed: true } : one)),
      changes: [{ dossier: 'b', place: 1, reason: 'x' }],
    };
    assert.deepEqual(places(failing), ['a1', 'b-', 'z-']);
    const [group] = reckon(failing).groups;
    assert.deepEqual(
      group!.rows.map(({ standing }) => standing),
      ['stands', 'failed', 'unjudged'],
    );
    // The raw points of who failed stay to be seen.
    assert.equal(group!.rows[1]!.points.mean, 9000);
    assert.equal(group!.rows[1]!.ranks.mean, null);
  });
});

describe('sheets that fail', () => {
  const of = (failing: number, sheets: number, fails: OutcomeInput['fails'] = []) => {
    const input = {
      ...plain,
      fails,
      entries: [entry('a')],
      sheets: Array.from({ length: sheets }, (_, at) => sheet('a', `j${at}`, 80, at < failing)),
    };
    const [row] = reckon(input).groups[0]!.rows;
    return `${row!.standing}${row!.asked ? ' asked' : ''}`;
  };
  const says = (fails: boolean) => [{ dossier: 'a', fails, reason: 'x' }];

  for (const [failing, sheets, expected] of [
    [0, 3, 'stands'],
    [1, 3, 'stands asked'],
    [2, 3, 'failed'],
    [2, 4, 'stands asked'],
    [3, 4, 'failed'],
    [1, 1, 'failed'],
  ] as const)
    test(`${failing} of ${sheets}: ${expected}`, () => assert.equal(of(failing, sheets), expected));

  test('what the council says holds, both ways, the newest', () => {
    assert.equal(of(1, 3, says(true)), 'failed');
    assert.equal(of(1, 3, says(false)), 'stands');
    assert.equal(of(3, 3, says(false)), 'stands');
    assert.equal(of(3, 3, [...says(false), ...says(true)]), 'failed');
  });
});

describe('figures', () => {
  test('votes are added to every way of counting, and decide places', () => {
    const input = judged([80, 80], [70, 70]);
    const voted = { ...input, entries: [entry('a'), entry('b', 'cntt', 1500)] };
    const [first, second] = reckon(voted).groups[0]!.rows;
    assert.deepEqual([first!.dossier, first!.totals.mean, first!.points.mean], ['b', 8500, 7000]);
    assert.deepEqual([second!.totals.mean, second!.votes], [8000, 0]);
    assert.equal(first!.totals.calibrated, first!.points.calibrated! + 1500);
  });

  test('a least total keeps its place and is told', () => {
    const rows = reckon({ ...judged([80, 80], [49, 50.98]), pass: 5000 }).groups[0]!.rows;
    assert.deepEqual(
      rows.map(({ passes, place }) => [passes, place]),
      [
        [true, 1],
        [false, 2],
      ],
    );
    const [exact] = reckon({ ...judged([50, 50]), pass: 5000 }).groups[0]!.rows;
    assert.equal(exact!.passes, true);
  });

  test('the spread of the judges is told above its limit, not at it', () => {
    const spread = (limit: number) =>
      reckon({ ...judged([80, 60]), spread: limit }).groups[0]!.rows[0]!.alarm;
    assert.deepEqual([spread(2000), spread(1999)], [false, true]);
  });

  test('the trimmed mean decides where the phase says so', () => {
    const many = (dossier: string, points: readonly number[]) =>
      points.map((one, at) => sheet(dossier, `j${at}`, one));
    const input: OutcomeInput = {
      ...plain,
      trim: 1,
      entries: [entry('a'), entry('b')],
      sheets: [...many('a', [100, 70, 70, 70]), ...many('b', [72, 72, 72, 10])],
    };
    assert.deepEqual(places(input), ['a1', 'b2']);
    assert.deepEqual(places({ ...input, basis: 'trimmed' }), ['b1', 'a2']);
  });

  test('fields are ranked by themselves, or all together', () => {
    const input = {
      ...judged([80, 80], [90, 90]),
      fields: ['cntt', 'y', 'trong'],
      entries: [entry('a', 'cntt'), entry('b', 'y')],
    };
    const groups = reckon(input).groups;
    assert.deepEqual(
      groups.map(({ field, rows }) => [field, rows.length]),
      [
        ['cntt', 1],
        ['y', 1],
        ['trong', 0],
      ],
    );
    assert.deepEqual(places({ ...input, per: 'overall' }), ['b1', 'a2']);
  });

  test('a line through equal places is told, and those before it stand above it', () => {
    const input = {
      ...judged([95, 95], [80, 80], [90, 70], [10, 10]),
      cuts: [{ prize: 'nhat', places: 2, floor: null }],
    };
    const [group] = reckon(input).groups;
    const [cut] = group!.cuts;
    assert.equal(cut!.tied, true);
    assert.deepEqual(
      above(group!.rows, cut!).map(({ dossier }) => dossier),
      ['a'],
    );
    const broken = reckon({ ...input, changes: [{ dossier: 'c', place: 2, reason: 'x' }] })
      .groups[0]!;
    assert.equal(broken.cuts[0]!.tied, false);
    assert.deepEqual(
      above(broken.rows, broken.cuts[0]!).map(({ dossier }) => dossier),
      ['a', 'c'],
    );
    assert.ok(broken.cuts[0]!.close.includes('b'), 'by points it is still on the line');
  });

  test('nobody under the floor of a prize stands above its line, and its places are not handed down', () => {
    const cuts = [
      { prize: 'nhat', places: 1, floor: 9500 },
      { prize: 'nhi', places: 3, floor: 8000 },
      { prize: 'ba', places: 4, floor: null },
    ];
    const lines = (input: OutcomeInput) =>
      reckon({ ...input, cuts }).groups[0]!.cuts.map(({ above: many, close }) => [
        many,
        close.length,
      ]);
    assert.deepEqual(lines(judged([90, 90], [85, 85], [85, 85], [83, 83], [10, 10])), [
      [0, 0],
      // Those beside the line are as good as each other; a floor compares nobody.
      [2, 2],
      [3, 0],
    ]);
    assert.deepEqual(lines(judged([95, 95], [79.5, 79.5], [10, 10])), [
      [1, 0],
      [1, 0],
      [2, 0],
    ]);
    assert.deepEqual(lines(judged([95, 95])), [
      [1, 0],
      [1, 0],
      [1, 0],
    ]);
  });

  test('nothing depends on the order in which things came', () => {
    const { below, between } = chooserFromSeed('outcome');
    const input: OutcomeInput = {
      ...plain,
      basis: 'calibrated',
      trim: 1,
      spread: 1500,
      fields: ['cntt', 'y'],
      cuts: [{ prize: 'nhat', places: 2, floor: null }],
      entries: Array.from({ length: 30 }, (_, at) =>
        entry(`d${at}`, at % 2 ? 'y' : 'cntt', below(500)),
      ),
      sheets: Array.from({ length: 30 }, (_, at) => at).flatMap((at) =>
        [0, 1, 2, 3].map((judge) => sheet(`d${at}`, `j${(at + judge * 2) % 9}`, between(40, 100))),
      ),
    };
    const shuffled = {
      ...input,
      entries: input.entries.toReversed(),
      sheets: input.sheets.toSorted(
        (a, b) => a.points - b.points || (a.assignment < b.assignment ? 1 : -1),
      ),
    };
    assert.equal(JSON.stringify(reckon(shuffled)), JSON.stringify(reckon(input)));
  });
});
