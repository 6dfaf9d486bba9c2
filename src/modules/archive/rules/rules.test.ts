import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  freeCode,
  nextTurn,
  ordinalOf,
  pastAuthors,
  prizeKey,
  prizeRank,
  toldFigures,
} from './index.ts';
import { readPastEdition } from './past/index.ts';

const told = (value: unknown) => {
  const edition = readPastEdition(value);
  assert.ok(edition !== null);
  return Object.values(toldFigures(edition));
};

test('figures as told: listed, stated, summed', () => {
  assert.deepEqual(told({ entries_total: 150, prizes_total: 92, prizes: { a: 6 } }), [150, 92]);
  assert.deepEqual(told({ by_field: { a: 5, b: 6 }, prizes: { x: 1, y: 2 } }), [11, 3]);
  assert.deepEqual(
    told({ by_field: [{ field: 'a', entries: 5, prizes: { x: 1, y: 1 } }] }),
    [5, 2],
  );
  const dossiers = [{ title: 'A', prize: 'Nhất' }, { title: 'B' }];
  assert.deepEqual(told({ entries_total: 150, dossiers }), [2, 1]);
  assert.deepEqual(told({ entries_total: 'nhiều', prizes_total: -5 }), [0, 0]);
  assert.deepEqual(told({ prizes: {} }), [0, 0]);
});

const people = (authors: string, births = '') =>
  pastAuthors({ authors, births }, '2026-05-12').map(
    ({ name, birth }) => `${name} ${birth ?? '?'}`,
  );

test('authors as a list writes them; births only where they fit', () => {
  assert.deepEqual(people(''), []);
  assert.deepEqual(people('An, Bình và Chi; Dung'), ['An ?', 'Bình ?', 'Chi ?', 'Dung ?']);
  assert.deepEqual(people('1. TS. Nguyễn Văn A\n2. ThS.BS Lò Thị B'), [
    'Nguyễn Văn A ?',
    'Lò Thị B ?',
  ]);
  assert.deepEqual(people('Tsằn A Phìn, Cà Văn Ơn'), ['Tsằn A Phìn ?', 'Cà Văn Ơn ?']);
  assert.deepEqual(people('An, Bình', '1980; 12/03/1975'), ['An 1980', 'Bình 1975-03-12']);
  assert.deepEqual(people('An, Bình', '1980'), ['An ?', 'Bình ?']);
  assert.deepEqual(people('An', '31/02/1980'), ['An ?']);
  assert.deepEqual(people('An', '2030'), ['An ?']);
  assert.deepEqual(people('An', '15'), ['An ?']);
  assert.deepEqual(people('An và cộng sự', '1980'), ['An 1980']);
  assert.deepEqual(people('Nhóm tác giả'), ['Nhóm tác giả ?']);
});

test('the next day on which consents may change', () => {
  const on = '2026-05-12';
  assert.equal(nextTurn([], on), null);
  assert.equal(nextTurn([null], on), null);
  assert.equal(nextTurn(['1980-01-01'], on), null);
  assert.equal(nextTurn(['2008-05-13'], on), '2026-05-13');
  assert.equal(nextTurn(['2008-05-12'], on), null);
  assert.equal(nextTurn(['2012-03-04', '2019-06-01'], on), '2026-06-01');
  assert.equal(nextTurn(['2008-02-29'], '2026-02-28'), '2026-03-01');
  // Of a year alone: the last day that the birthday may be counts as well as the first.
  assert.equal(nextTurn(['2008'], on), '2026-12-31');
  assert.equal(nextTurn(['2008'], '2025-12-31'), '2026-01-01');
  assert.equal(nextTurn(['2019-02'], '2026-02-10'), '2026-02-28');
});

test('names of prizes, ordinals, codes', () => {
  assert.equal(prizeKey('Giải Nhất'), prizeKey('nhất'));
  assert.deepEqual(
    ['Giải Đặc biệt', 'Nhất', 'Giải Khuyến khích', 'Khác'].map(prizeRank),
    [1, 2, 6, 7],
  );
  assert.deepEqual(['lần thứ VIII', 'Lần 15 (2019)', 'lần thứ nhất', 'năm 2019'].map(ordinalOf), [
    8,
    15,
    null,
    null,
  ]);
  const taken = new Set<string>();
  assert.deepEqual(
    ['Y dược', 'Y, dược!', '2019', '!!'].map((name) => freeCode(name, taken)),
    ['y-duoc', 'y-duoc-2', 'x', 'x-2'],
  );
});
