import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sayContradiction } from '../../vi/index.ts';
import { besides, contradictions, readPastEdition, readPastTable } from './index.ts';

/** Code, path, stated and computed of each; each has a sentence without holes. */
function told(value: unknown): unknown[][] {
  const edition = readPastEdition(value);
  assert.ok(edition !== null);
  return contradictions(edition).map((one) => {
    assert.doesNotMatch(sayContradiction(one), /undefined|NaN|\[object/, one.code);
    return [one.code, one.path, one.stated, one.computed];
  });
}
const good = {
  name: 'Hội thi lần thứ VII',
  entries_total: 120,
  by_field: { 'Cơ khí': 50, 'Y dược': 40, 'Giáo dục': 30 },
  prizes: { Nhất: 1, Nhì: 2, Ba: 4 },
  prizes_total: 7,
};

test('an edition that agrees with itself has no contradictions', () => {
  assert.deepEqual(told(good), []);
  assert.deepEqual(told({ name: 'x', entries_total: 120 }), []);
  assert.deepEqual(told({ ...good, by_field: {}, prizes: {} }), []);
  assert.deepEqual(
    told({ ...good, entries_total: '120', prizes: { Nhất: '1', Nhì: 2, Ba: 4 } }),
    [],
  );
});

test('totals that their parts do not come to', () => {
  assert.deepEqual(told({ ...good, entries_total: 177 }), [['sum', '/entries_total', 177, 120]]);
  assert.deepEqual(told({ ...good, prizes_total: 9 }), [['sum', '/prizes_total', 9, 7]]);
  assert.deepEqual(told({ ...good, entries_total: 0, prizes_total: 0 }), [
    ['sum', '/entries_total', 0, 120],
    ['sum', '/prizes_total', 0, 7],
  ]);
  assert.deepEqual(told({ ...good, entries_total: '1.200' }), [
    ['sum', '/entries_total', '1.200', 120],
  ]);
  // A total among the parts is none of them.
  assert.deepEqual(told({ ...good, by_field: { ...good.by_field, 'Tổng cộng': 120 } }), []);
});

test('more prizes than entries, over all and in a field', () => {
  assert.deepEqual(told({ name: 'x', entries_total: 5, prizes: { Nhất: 6 } }), [
    ['part_exceeds_whole', '/prizes/Nhất', 6, 5],
  ]);
  const by_field = [
    { field: 'Cơ khí', entries: 10, prizes: 10 },
    { field: 'Y/dược', entries: 3, prizes: 4 },
    { field: 'Khác', entries: 3, prizes: { Nhất: 2, Nhì: 2 } },
  ];
  assert.deepEqual(told({ name: 'x', by_field }), [
    ['part_exceeds_whole', '/by_field/1/prizes', 4, 3],
    ['part_exceeds_whole', '/by_field/2/prizes/Nhất', 4, 3],
  ]);
  assert.deepEqual(
    told({ name: 'x', by_field, prizes_total: 19, entries_total: 16 }).map(
      ([code, path]) => `${code} ${path}`,
    ),
    [
      'part_exceeds_whole /by_field/1/prizes',
      'part_exceeds_whole /by_field/2/prizes/Nhất',
      'sum /prizes_total',
      'part_exceeds_whole /prizes_total',
    ],
  );
});

test('prizes by name over the fields against those of the edition', () => {
  const by_field = {
    a: { entries: 10, prizes: { Nhất: 1, Nhì: 2 } },
    b: { entries: 10, prizes: { Nhất: 1 } },
  };
  assert.deepEqual(
    told({ name: 'x', entries_total: 20, by_field, prizes: { Nhất: 2, Nhì: 2 }, prizes_total: 4 }),
    [],
  );
  assert.deepEqual(
    told({ name: 'x', entries_total: 20, by_field, prizes: { Nhất: 3, Nhì: 2 }, prizes_total: 5 }),
    [
      ['sum', '/prizes_total', 5, 4],
      ['sum', '/prizes/Nhất', 3, 2],
    ],
  );
});

test('figures that are none, missing, negative or broken', () => {
  assert.deepEqual(told({ ...good, by_field: { a: 'nhiều', b: null, c: -1, d: 1.5 } }), [
    ['not_a_number', '/by_field/a', 'nhiều', null],
    ['missing_value', '/by_field/b', null, null],
    ['negative', '/by_field/c', -1, null],
    ['fraction', '/by_field/d', 1.5, null],
  ]);
  // What is known is already more than the whole.
  assert.deepEqual(told({ ...good, by_field: { a: 121, b: null } }), [
    ['missing_value', '/by_field/b', null, null],
    ['sum', '/entries_total', 120, 121],
  ]);
  assert.deepEqual(
    told({
      ...good,
      by_field: [
        { field: 'a', entries: 60 },
        { field: 'A', entries: 60 },
      ],
    }),
    [['twice', '/by_field/1', 'A', null]],
  );
  assert.deepEqual(told({ name: 'x', by_field: { 'a/b~c': 'x' } }), [
    ['not_a_number', '/by_field/a~1b~0c', 'x', null],
  ]);
});

test('per cent: as rounded alone, or by largest remainder; 100 together', () => {
  const shares = (...percent: (number | string)[]) =>
    told({
      name: 'x',
      by_field: percent.map((one, at) => ({ field: `f${at}`, entries: 1, percent: one })),
    });
  assert.deepEqual(shares(33.4, 33.3, 33.3), []);
  assert.deepEqual(shares(33.3, 33.3, 33.4), []);
  assert.deepEqual(shares(33.4, 33.4, 33.3), [['share_total', '/by_field/1/percent', 33.4, 33.3]]);
  assert.deepEqual(shares('33,4 %', '33,3 %', '33,3 %'), []);
  assert.deepEqual(shares(33.3, 33.3, 33.3), [['share_total', '/by_field/0/percent', 33.3, 33.4]]);
  assert.deepEqual(shares(40, 33.3, 33.3), [['share', '/by_field/0/percent', 40, 33.4]]);
  assert.deepEqual(shares(50, 50), []);
  assert.deepEqual(shares(50), [['share', '/by_field/0/percent', 50, 100]]);
});

test('a list of dossiers is counted against what is told of it', () => {
  const dossiers = [
    { title: 'A', field: 'Cơ khí', prize: 'Nhất', authors: ['An', { name: 'Bình' }] },
    { title: 'B', field: 'Y dược' },
    { title: 'C', field: 'Lạ' },
  ];
  const value = {
    name: 'x',
    entries_total: 4,
    by_field: { 'Cơ khí': 1, 'Y dược': 3 },
    prizes: { Nhất: 2 },
    prizes_total: 2,
    dossiers,
  };
  assert.deepEqual(told(value), [
    ['total_unlike_rows', '/entries_total', 4, 3],
    ['total_unlike_rows', '/by_field/Y dược', 3, 1],
    ['total_unlike_rows', '/prizes/Nhất', 2, 1],
    ['total_unlike_rows', '/prizes_total', 2, 1],
    ['field_unknown', '/dossiers/2', 'Lạ', null],
  ]);
  assert.equal(readPastEdition(value)?.dossiers[0]?.authors, 'An; Bình');
  // Only the winners are listed: the other entries are not missing.
  const winners = {
    ...value,
    by_field: { 'Cơ khí': 4 },
    prizes: { Nhất: 1 },
    prizes_total: 1,
    dossiers: dossiers.slice(0, 1),
  };
  assert.deepEqual(told(winners), []);
});

test('what is no edition', () => {
  for (const value of [null, 5, 'x', [], {}, { name: 'x' }])
    assert.equal(readPastEdition(value), null);
});

const cells = (rows: readonly (readonly string[])[]) =>
  rows.map((row, at) =>
    row.map((text, column) => ({ text, path: `${'ABCDEFG'[column]}${at + 2}` })),
  );

test('a table of fields, with its totals', () => {
  const titles = [
    'TT',
    'Lĩnh vực',
    'Số giải pháp',
    'Tỷ lệ (%)',
    'Giải Nhất',
    'Giải Nhì',
    'Tổng số giải',
  ];
  const edition = readPastTable(
    'Lần VII',
    titles,
    cells([
      ['1', 'Cơ khí', '50', '62,5', '1', '2', '3'],
      ['2', 'Y dược', '30', '37,5', '-', '1', '2'],
      ['', '', '', '', '', '', ''],
      ['', 'Tổng cộng', '81', '100', '1', '3', '4'],
    ]),
  );
  assert.ok(edition !== null);
  assert.deepEqual(
    contradictions(edition).map(({ code, path, stated, computed }) => [
      code,
      path,
      stated,
      computed,
    ]),
    [
      ['sum', 'C5', 81, 80],
      ['sum', 'G3', 2, 1],
      ['sum', 'G5', 4, 5],
    ],
  );
});

test('a table of dossiers', () => {
  const edition = readPastTable(
    'Lần VII',
    ['STT', 'Tên giải pháp', 'Nhóm tác giả', 'Đơn vị', 'Lĩnh vực', 'Giải'],
    cells([
      ['1', 'Máy gieo hạt', 'An, Bình', 'Hội Cơ khí', 'Cơ khí', 'Nhất'],
      ['2', '', '', '', '', ''],
      ['', 'Tổng cộng', '', '', '', ''],
    ]),
  );
  assert.deepEqual(edition?.dossiers, [
    {
      path: 'B2',
      title: 'Máy gieo hạt',
      field: 'Cơ khí',
      authors: 'An, Bình',
      births: '',
      place: 'Hội Cơ khí',
      prize: 'Nhất',
      year: '',
      summary: '',
    },
  ]);
  assert.equal(readPastTable('x', ['Họ', 'Tuổi'], []), null);
});

test('what other checks found at a place that is told already is left out', () => {
  const own = contradictions(readPastEdition({ ...good, prizes_total: 9 })!);
  const others = [
    { path: '/prizes_total', code: 'sum' },
    { path: '/by_field', code: 'jump' },
  ];
  assert.deepEqual(besides(own, others), [others[1]]);
});
