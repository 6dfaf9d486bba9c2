import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Pager } from './nav.tsx';
import { pagerModel } from './pager.ts';

test('range and pages at every edge', () => {
  const cases: [page: number, total: number, expected: object][] = [
    [1, 0, { page: 1, last: 1, from: 0, to: 0, numbers: [1] }],
    [1, 1, { page: 1, last: 1, from: 1, to: 1, numbers: [1] }],
    [1, 50, { page: 1, last: 1, from: 1, to: 50, numbers: [1] }],
    [2, 51, { page: 2, last: 2, from: 51, to: 51, numbers: [1, 2] }],
    [2, 4182, { page: 2, last: 84, from: 51, to: 100, numbers: [1, 2, 3, null, 84] }],
    [
      42,
      4182,
      { page: 42, last: 84, from: 2051, to: 2100, numbers: [1, null, 41, 42, 43, null, 84] },
    ],
    [84, 4182, { page: 84, last: 84, from: 4151, to: 4182, numbers: [1, null, 83, 84] }],
    [4, 350, { page: 4, last: 7, from: 151, to: 200, numbers: [1, 2, 3, 4, 5, 6, 7] }],
  ];
  for (const [page, total, expected] of cases)
    assert.deepEqual(pagerModel(page, 50, total), expected);
});

test('a page out of range or no number at all stays inside', () => {
  assert.equal(pagerModel(0, 50, 120).page, 1);
  assert.equal(pagerModel(-3, 50, 120).page, 1);
  assert.equal(pagerModel(99, 50, 120).page, 3);
  assert.equal(pagerModel(Number.NaN, 50, 120).page, 1);
  assert.equal(pagerModel(2.7, 50, 120).page, 2);
});

test('the pager marks the current page and links only pages that exist', () => {
  const html = String(Pager({ page: 3, size: 10, total: 25, href: (n) => `?trang=${n}` }));
  assert.match(html, /aria-current="page">3</);
  assert.doesNotMatch(html, /trang=4/);
  assert.match(html, /21–25 trên 25/);
  assert.equal(Pager({ page: 1, size: 10, total: 0, href: String }), null);
  assert.doesNotMatch(String(Pager({ page: 1, size: 10, total: 7, href: String })), /<nav/);
});
