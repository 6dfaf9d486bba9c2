import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Rubric } from '../content/index.ts';
import {
  decimalOf,
  leastOf,
  passes,
  pointsOf,
  reaches,
  readMarks,
  rubricMax,
  rubricOf,
  scoreOf,
  scoresAlike,
  sheetMax,
  totalOf,
  votesPoints,
} from './index.ts';
import { innovation, novelty, points, sheet, vote } from './testing.ts';

const given = (of: Rubric, typed: unknown) => scoreOf(of, readMarks(of, typed));

test('sums are exact, weights are rounded part by part', () => {
  const tenth = sheet(points('a', 10, { step: 0.1 }), points('b', 10, { step: 0.1 }));
  assert.equal(given(tenth, { a: { points: '0,1' }, b: { points: '0,2' } }).points, 30);
  const weighted = sheet(
    points('a', 10, { step: 0.25, weight: 1.5 }),
    points('b', 10, { step: 0.25, weight: 0.5 }),
  );
  // 7,25 × 1,5 = 10,875 and 0,25 × 0,5 = 0,125: 10,88 and 0,13, halves up.
  const score = given(weighted, { a: { points: '7,25' }, b: { points: '0,25' } });
  assert.deepEqual(score.byPart, { a: 1088, b: 13 });
  assert.equal(score.points, 1101);
  assert.equal(sheetMax(weighted), 2000);
  assert.deepEqual(given(weighted, { b: { points: 1 } }).byPart, { a: null, b: 50 });
});

test('the council of 80 and the votes of 20', () => {
  assert.equal(pointsOf(sheetMax(innovation)), 80);
  assert.equal(pointsOf(rubricMax(innovation)), 100);
  const typed = {
    'doi-moi': { points: '18,5' },
    'hieu-qua': { points: '27' },
    'ap-dung': { points: '25,5' },
    'binh-chon': { points: '20' },
  };
  const { points: council, byPart } = given(innovation, typed);
  assert.equal(council, 7100, 'votes are not on the sheet');
  assert.deepEqual(Object.keys(byPart), ['doi-moi', 'hieu-qua', 'ap-dung']);
  const of = (votes: number, most: number) => decimalOf(votesPoints(vote, votes, most));
  assert.equal(of(0, 0), '0');
  assert.equal(of(0, 733), '0');
  assert.equal(of(733, 733), '20');
  assert.equal(of(1, 3), '6.7');
  assert.equal(of(2, 3), '13.3');
  assert.equal(of(1, 400), '0.1', '0,05 is rounded up');
  assert.equal(of(3, 800), '0.1', '0,075');
  assert.equal(of(1, 401), '0', 'just below the half');
  assert.equal(decimalOf(votesPoints({ max: 20, decimals: 0 }, 1, 40)), '1', 'half a point');
  assert.equal(decimalOf(votesPoints({ max: 20, decimals: 2 }, 1, 3)), '6.67');
  assert.equal(decimalOf(votesPoints({ max: 20, decimals: 1 }, 999_999_999, 1_000_000_000)), '20');
  for (const [votes, most] of [
    [2, 1],
    [-1, 1],
    [0.5, 1],
  ] as const)
    assert.throws(() => votesPoints(vote, votes, most), RangeError);
  const total = totalOf(innovation, council, { 'binh-chon': votesPoints(vote, 2, 3), other: 900 });
  assert.equal(decimalOf(total), '84.3');
  assert.equal(totalOf(innovation, council), council);
});

test('the least total: exactly it is enough', () => {
  const least = { pass: 70 };
  assert.equal(passes(least, 7000), true);
  assert.equal(passes(least, 6999), false);
  assert.equal(passes({ pass: 69.99 }, 6999), true);
  assert.equal(passes({ pass: null }, 0), true);
});

test('two thirds: exactly two of three', () => {
  const most = { parts: 2, of: 3 };
  const table: readonly (readonly [number, number, boolean])[] = [
    [2, 3, true],
    [1, 3, false],
    [4, 6, true],
    [4, 7, false],
    [5, 7, true],
    [6, 9, true],
    [0, 0, false],
    [1, 1, true],
  ];
  for (const [yes, all, enough] of table)
    assert.equal(reaches(yes, all, most), enough, `${yes} of ${all}`);
  assert.deepEqual(
    [3, 5, 6, 7, 9].map((all) => leastOf(all, most)),
    [2, 4, 4, 5, 6],
  );
  assert.equal(leastOf(7, { parts: 1, of: 2 }), 4);
});

test('whether two sheets count alike', () => {
  const rubric = sheet(points('a', 10), novelty, vote);
  const worded = sheet(vote, { ...novelty, label: 'Khác', comment: 'required' }, points('a', 10));
  assert.equal(scoresAlike(rubric, { ...worded, name: 'Khác', pass: 50 }), true);
  const bands = novelty.bands.map((band, at) => (at === 0 ? { ...band, from: 28 } : band));
  for (const other of [
    sheet(points('a', 11), novelty, vote),
    sheet(points('b', 10), novelty, vote),
    sheet(points('a', 10, { weight: 2 }), novelty, vote),
    sheet(points('a', 10, { step: 0.5 }), novelty, vote),
    sheet(points('a', 10), { ...novelty, bands }, vote),
    sheet(points('a', 10), { ...novelty, zeroFails: false }, vote),
    sheet(points('a', 10), novelty, { ...vote, decimals: 0 }),
    sheet(points('a', 10), novelty),
  ])
    assert.equal(scoresAlike(rubric, other), false);
});

test('the sheet of a phase is the one it names, where judges judge', () => {
  const phase = {
    key: 'so-khao',
    name: 'Sơ khảo',
    opens: null,
    closes: null,
    permits: [{ who: 'judge', may: ['judge'] }],
    hidden: [],
    rubric: 'phieu',
    review: null,
  } as const;
  const content = { phases: [phase], rubrics: [innovation] };
  assert.equal(rubricOf(content, 'so-khao'), innovation);
  assert.equal(rubricOf(content, phase), innovation);
  assert.equal(rubricOf(content, 'khac'), null);
  assert.equal(rubricOf(content, { ...phase, permits: [] }), null);
  assert.equal(rubricOf({ ...content, rubrics: [] }, phase), null);
});

test('decimals without needless zeros', () => {
  assert.deepEqual([0, 5, 50, 100, 2750, 101, -250].map(decimalOf), [
    '0',
    '0.05',
    '0.5',
    '1',
    '27.5',
    '1.01',
    '-2.5',
  ]);
});
