import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parsePeriod } from '../../kernel/period.ts';
import { csvOf } from '../../platform/documents/index.ts';
import { accentShades, accents, contrast } from '../../ui/index.ts';
import {
  type Axis,
  axes,
  axesOf,
  type Item,
  layouts,
  mapFor,
  mapTiles,
  mostPeriods,
  moved,
  type PivotData,
  type Place,
  periodsOf,
  pivotTables,
  plainQuestion,
  provinceOf,
  rangesOf,
  shadesOf,
  tiles34,
  tiles63,
  type Value,
  withTile,
} from './rules/index.ts';
import { periodHead, periodName, provinceWords, provinceWordsOfToday } from './vi/index.ts';

const today = '2026-05-12';
const codes = (question: Partial<typeof plainQuestion>, on = today) =>
  periodsOf({ ...plainQuestion, ...question }, on).map(({ period }) => period.code);

describe('periods', () => {
  test('the last n, the earliest first, the running one as far as today', () => {
    assert.deepEqual(codes({ count: 3 }), ['2024', '2025', '2026']);
    assert.deepEqual(codes({ kind: 'half_year', count: 3 }), ['2025-H1', '2025-H2', '2026-H1']);
    assert.deepEqual(codes({ kind: 'month', count: 2, until: '2020-01' }), ['2019-12', '2020-01']);
    const [last] = periodsOf({ ...plainQuestion, count: 1 }, today);
    assert.deepEqual([last?.on, last?.running], [today, true]);
    const [whole] = periodsOf({ ...plainQuestion, count: 1, until: '2019' }, today);
    assert.deepEqual([whole?.on, whole?.running], ['2019-12-31', false]);
    const [ends] = periodsOf({ ...plainQuestion, count: 1 }, '2026-12-31');
    assert.deepEqual([ends?.on, ends?.running], ['2026-12-31', false]);
  });
  test('of another kind than the last one named: those at its end', () => {
    assert.deepEqual(codes({ kind: 'quarter', count: 2, until: '2019' }), ['2019-Q3', '2019-Q4']);
    assert.deepEqual(codes({ kind: 'year', count: 1, until: '2019-Q1' }), ['2019']);
  });
  test('what begins after today is left out, what is none is as if not asked', () => {
    assert.deepEqual(codes({ count: 2, until: '2031' }), ['2025', '2026']);
    assert.deepEqual(codes({ periods: ['2031', 'x', '2019', '2019', '2020-Q1'] }), [
      '2019',
      '2020-Q1',
    ]);
    assert.deepEqual(codes({ periods: ['T2016-2020', 'D2019-01-01'], count: 1 }), ['2026']);
  });
  test('never more than the most, never none', () => {
    assert.equal(codes({ kind: 'month', count: 500 }).length, mostPeriods);
    assert.equal(codes({ count: 0 }).length, 1);
    assert.equal(
      codes({ periods: Array.from({ length: 80 }, (_, n) => String(1940 + n)) }).length,
      24,
    );
  });
  test('have names', () => {
    const name = (code: string) => periodName(parsePeriod(code)!);
    assert.deepEqual(['2019', '2019-H1', '2019-Q4', '2019-12'].map(name), [
      '2019',
      '6 tháng đầu 2019',
      'Quý IV/2019',
      'Tháng 12/2019',
    ]);
    assert.equal(periodHead(parsePeriod('2026')!, today, true), '2026 (đến 12/05)');
  });
});

const item = (key: string): Item => ({ key, label: key.toUpperCase(), group: null });
const values: Readonly<Record<string, Value>> = {
  'a x 1': 1,
  'a x 2': 2.5,
  'b x 1': 3,
  'b x 2': 2.7,
  'a y 1': true,
  'b y 1': false,
  'a y 2': true,
  'b y 2': true,
  'a z 1': 4,
};
const data: PivotData = {
  items: {
    organisation: ['a', 'b'].map(item),
    indicator: ['x', 'y', 'z'].map(item),
    period: ['1', '2'].map(item),
  },
  valueAt: ({ organisation, indicator, period }) =>
    values[`${organisation} ${indicator} ${period}`] ?? null,
  adds: (indicator) => indicator !== 'z',
};

describe('layouts', () => {
  test('each figure stands once in each of them', () => {
    for (const layout of layouts) {
      const { rows, columns, tables } = axesOf(layout);
      assert.deepEqual(new Set([rows, columns, tables]), new Set<Axis>(axes), layout);
      const cells = pivotTables(data, layout, 'none').flatMap((table) =>
        table.lines.flatMap((line) => line.cells),
      );
      assert.equal(cells.length, 12);
      assert.equal(new Set(cells.map(({ place }) => Object.values(place).join())).size, 12);
      for (const { place, value } of cells) assert.equal(value, data.valueAt(place));
    }
  });
  test('totals are over organisations, where adding makes sense', () => {
    const [x, y, z] = pivotTables(data, 'organisation-period', 'none');
    assert.deepEqual(x?.totals, [4, 5.2]);
    assert.deepEqual(y?.totals, [1, 2], 'yes is counted');
    assert.equal(z?.totals, null);
    const [one] = pivotTables(data, 'indicator-organisation', 'none');
    assert.deepEqual(
      one?.lines.map(({ total }) => total),
      [4, 1, null],
    );
    assert.equal(pivotTables(data, 'indicator-period', 'none')[0]?.totals, null);
  });
  test('differences of two periods or two organisations, never of two indicators', () => {
    const [a] = pivotTables(data, 'indicator-period', 'difference');
    assert.deepEqual(
      a?.lines.map(({ difference, percent }) => [difference, percent]),
      [
        [1.5, 150],
        [null, null],
        [null, null],
      ],
    );
    const [, , b] = [null, ...pivotTables(data, 'indicator-organisation', 'difference')];
    assert.equal(b?.lines[0]?.difference, 0.2, 'as decimals, not as binary');
    const two = { ...data, items: { ...data.items, indicator: [item('x'), item('y')] } };
    assert.equal(pivotTables(two, 'organisation-indicator', 'difference')[0]?.differences, false);
    const zero = { ...data, valueAt: ({ period }: { period: string }) => (period === '1' ? 0 : 5) };
    assert.deepEqual(
      pivotTables(zero, 'organisation-period', 'difference')[0]?.lines.map((l) => [
        l.difference,
        l.percent,
      ]),
      [
        [5, null],
        [5, null],
      ],
    );
  });
  test('shares of a column add up to 100 by the largest remainder', () => {
    const counts = [63, 38, 27, 56, 46];
    const shared: PivotData = {
      ...data,
      items: {
        organisation: counts.map((_, at) => item(String(at))),
        indicator: [item('x')],
        period: [item('1')],
      },
      valueAt: ({ organisation }) => counts[Number(organisation)] ?? null,
    };
    const [table] = pivotTables(shared, 'organisation-period', 'share');
    assert.deepEqual(
      table?.lines.map((line) => line.shares[0]),
      [27.4, 16.5, 11.7, 24.4, 20],
    );
    // Money in dong, and figures with decimals, in the same proportion.
    for (const times of [1_000_000_000, 0.1]) {
      const scaled = {
        ...shared,
        valueAt: ({ organisation }: Place) => counts[Number(organisation)]! * times,
      };
      const [same] = pivotTables(scaled, 'organisation-period', 'share');
      assert.deepEqual(
        same?.lines.map((line) => line.shares[0]),
        [27.4, 16.5, 11.7, 24.4, 20],
      );
    }
    const negative = { ...shared, valueAt: () => -1 };
    assert.equal(pivotTables(negative, 'organisation-period', 'share')[0]?.withShares, false);
  });
});

describe('the map', () => {
  test('has a tile of its own for each province, and every former province lies in one of today', () => {
    for (const [tiles, count] of [
      [tiles63, 63],
      [tiles34, 34],
    ] as const) {
      assert.equal(tiles.length, count);
      assert.equal(new Set(tiles.map(({ column, row }) => `${column},${row}`)).size, count);
    }
    const parts = tiles34.flatMap((tile) => tile.parts);
    assert.deepEqual(parts.toSorted(), tiles63.map((tile) => tile.key).toSorted());
    const shorts = tiles63.map(({ key }) => provinceWords[key]?.[0]);
    assert.equal(new Set(shorts).size, 63);
    assert.ok(shorts.every((short) => short !== undefined && short.length <= 5));
    assert.equal(provinceWordsOfToday.thuathienhue?.[1], 'Huế');
  });
  test('knows a union by its code or by its place', () => {
    assert.equal(provinceOf({ code: 'sonla', place: 'x' }), 'sonla');
    assert.equal(provinceOf({ code: 'lhh-1', place: 'Bà Rịa - Vũng Tàu' }), 'bariavungtau');
    assert.equal(provinceOf({ code: 'lhh', place: 'Huế' }), 'thuathienhue');
    assert.equal(provinceOf({ code: 'lhh', place: 'Nơi khác' }), null);
  });
  test('is that of the day, unless former unions still stand apart', () => {
    const apart = ['phutho', 'hoabinh'].map((code) => ({ code, place: code }));
    assert.equal(mapFor('2025-06-30', []), '63');
    assert.equal(mapFor('2025-07-01', []), '34');
    assert.equal(mapFor('2026-01-01', apart), '63');
    assert.equal(mapFor('2026-01-01', apart.slice(0, 1)), '34');
  });
  test('adds the unions of a merged province where adding makes sense', () => {
    const unions = [
      { code: 'phutho', place: '', value: 3 },
      { code: 'hoabinh', place: '', value: 4 },
      { code: 'vinhphuc', place: '', value: null },
      { code: 'sonla', place: '', value: 2 },
    ];
    const at = (adds: boolean, key: string) =>
      mapTiles('34', unions, adds, {}).find((tile) => tile.key === key);
    assert.deepEqual([at(true, 'phutho')?.value, at(true, 'phutho')?.unions.length], [7, 3]);
    assert.deepEqual([at(false, 'phutho')?.value, at(false, 'phutho')?.unaddable], [null, true]);
    assert.deepEqual([at(false, 'sonla')?.value, at(false, 'sonla')?.unaddable], [2, false]);
    assert.deepEqual([at(true, 'hanoi')?.value, at(true, 'hanoi')?.shade], [null, null]);
  });
  test('shades are quantiles: equal values share one, more is never lighter', () => {
    assert.deepEqual(shadesOf([1, 2, 3, 4, 5]), [0, 1, 2, 3, 4]);
    assert.deepEqual(shadesOf([5, null, 5, 5]), [2, null, 2, 2]);
    assert.deepEqual(shadesOf([true, false, null]), [4, 0, null]);
    assert.deepEqual(shadesOf([]), []);
    const many = Array.from({ length: 63 }, (_, n) => (n * 37) % 63);
    const shades = shadesOf(many);
    const counts = [0, 1, 2, 3, 4].map((shade) => shades.filter((one) => one === shade).length);
    assert.ok(
      counts.every((count) => count >= 12 && count <= 13),
      counts.join(),
    );
    const pairs = many
      .map((value, at) => [value, shades[at] ?? 0] as const)
      .sort((a, b) => a[0] - b[0]);
    assert.ok(pairs.every(([, shade], at) => at === 0 || shade >= pairs[at - 1]![1]));
    assert.deepEqual(
      rangesOf([
        { value: 3, shade: 1 },
        { value: 9, shade: 1 },
        { value: null, shade: null },
      ]),
      [{ shade: 1, from: 3, to: 9, count: 2 }],
    );
  });
  test('every shade of every accent can be read', () => {
    for (const accent of Object.values(accents)) {
      for (const { fill, text } of accentShades(accent)) {
        assert.ok(contrast(fill, text) >= 4.5, `${fill} ${text} ${contrast(fill, text)}`);
      }
    }
  });
});

test('tiles move one place, stay at the ends, and are replaced in their place', () => {
  const tiles = ['a', 'b', 'c'].map((key) => ({ key }));
  const keys = (list: readonly { key: string }[]) => list.map(({ key }) => key).join('');
  assert.equal(keys(moved(tiles, 'b', -1)), 'bac');
  assert.equal(keys(moved(tiles, 'b', 1)), 'acb');
  assert.equal(keys(moved(tiles, 'a', -1)), 'abc');
  assert.equal(keys(moved(tiles, 'c', 1)), 'abc');
  assert.equal(keys(moved(tiles, 'x', 1)), 'abc');
  assert.equal(keys(withTile(tiles, { key: 'b' })), 'abc');
  assert.equal(keys(withTile(tiles, { key: 'd' })), 'abcd');
});

test('a CSV file begins with its mark, and no text becomes a formula', () => {
  const rows = [
    ['=1+1', '+2', '-3', '@x', '\tx', ' =1', -4.5, 'a,"b"', null, true],
    ['Hội viên', 'hai\ndòng'],
  ];
  assert.equal(
    csvOf(rows),
    `\ufeff'=1+1,'+2,'-3,'@x,'\tx,' =1,-4.5,"a,""b""",,true\r\nHội viên,"hai\ndòng"\r\n`,
  );
});
