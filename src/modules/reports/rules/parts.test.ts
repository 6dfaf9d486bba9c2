import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { zeroWithoutRecords } from './figures.ts';
import { isLeft, leftOf, partGroups } from './parts.ts';

type Kind = 'heading' | 'narrative' | 'table';

const one = (key: string, kind: Kind, level: number, number = key) => ({
  section: { key, kind, level, number },
});
const shape = (sections: readonly ReturnType<typeof one>[]) =>
  partGroups(sections).map(({ heading, parts }) => [
    heading?.section.key ?? null,
    parts.map((part) => part.map(({ section }) => section.key).join('+')),
  ]);

describe('the parts of a form', () => {
  test('a table without a number goes with the words before it, under the same heading', () => {
    assert.deepEqual(
      shape([
        one('I', 'heading', 1),
        one('1', 'narrative', 2),
        one('1t', 'table', 2, ''),
        one('2', 'narrative', 2),
        one('3', 'table', 2),
        one('3t', 'table', 2, ''),
      ]),
      [['I', ['1+1t', '2', '3', '3t']]],
    );
  });

  test('what is no deeper than a heading is not under it', () => {
    assert.deepEqual(
      shape([
        one('0', 'narrative', 1),
        one('I', 'heading', 1),
        one('1', 'narrative', 2),
        one('II', 'narrative', 1),
        one('IIt', 'table', 2, ''),
        one('III', 'narrative', 1),
        one('A', 'heading', 1),
        one('B', 'heading', 2),
        one('b', 'table', 3, ''),
      ]),
      [
        [null, ['0']],
        ['I', ['1']],
        [null, ['II+IIt', 'III']],
        ['A', []],
        ['B', ['b']],
      ],
    );
  });

  test('no sections have no parts; every section is in one place', () => {
    assert.deepEqual(partGroups([]), []);
    const all = [one('t', 'table', 1, ''), one('I', 'heading', 1), one('x', 'table', 1, '')];
    const found = partGroups(all).flatMap(({ heading, parts }) => [
      ...(heading === null ? [] : [heading]),
      ...parts.flat(),
    ]);
    assert.deepEqual(found, all);
  });
});

describe('what is left', () => {
  const place = (codes: readonly string[], returned = false) => ({
    issues: codes.map((code) => ({ code })),
    messages: returned ? [{ kind: 'return', settled: false }] : [],
  });

  test('each place counts once in each way; what was corrected keeps nothing back', () => {
    const left = leftOf([
      place(['row_required']),
      place(['reason_required', 'reason_required', 'rival_open']),
      place(['return_unanswered'], true),
      place([], true),
      place(['jump']),
    ]);
    assert.deepEqual(left, { missing: 1, unexplained: 1, returned: 1, corrected: 1, rivals: 1 });
    assert.equal(isLeft(left), true);
    assert.equal(isLeft(leftOf([place([], true), place(['jump'])])), false);
    assert.equal(isLeft(leftOf([])), false);
  });

  test('a return that was settled is none', () => {
    const settled = { issues: [], messages: [{ kind: 'return', settled: true }] };
    assert.equal(leftOf([settled]).corrected, 0);
  });
});

test('no record is zero only of a sum of what happens', () => {
  assert.equal(zeroWithoutRecords('sum', 'instant'), true);
  assert.equal(zeroWithoutRecords('sum', 'range'), false);
  for (const measure of ['stock', 'entered', 'years', 'ratio'])
    assert.equal(zeroWithoutRecords(measure, 'instant'), false, measure);
});
