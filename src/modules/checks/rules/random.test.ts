import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Chooser, chooserFromSeed } from '../../../kernel/random.ts';
import { largestRemainder } from '../../../kernel/shares.ts';
import { formatNumber } from '../../../kernel/vietnamese/numbers.ts';
import { checkText } from '../testing.ts';

type Figures = (number | string)[][];

const print = (rows: Figures, decimals: readonly number[] = []): string =>
  rows
    .map((row, at) =>
      row
        .map((cell, column) =>
          typeof cell === 'number'
            ? at === 0
              ? String(cell)
              : formatNumber(cell, decimals[column] ?? 0)
            : cell,
        )
        .join(';'),
    )
    .join('\n');

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const address = (row: number, column: number): string => `${letters[column]}${row + 1}`;

/** Men, women and their total, by association, with a total of all: at the end or first. */
function crossTable(choose: Chooser): Figures {
  const parts = choose.between(2, 5);
  const titles =
    parts === 2 ? ['Nam', 'Nữ'] : Array.from({ length: parts }, (_, at) => `Loại ${letters[at]}`);
  const rows = Array.from({ length: choose.between(3, 14) }, (_, at) => {
    const values = Array.from({ length: parts }, () =>
      choose.between(0, choose.pick([9, 400, 30_000])),
    );
    return [String(at + 1), `Hội ${letters[at]}`, ...values, sum(values)];
  });
  const total = [
    '',
    choose.pick(['Tổng', 'Tổng cộng', 'Cộng', 'Tổng số']),
    ...Array.from({ length: parts + 1 }, (_, at) => sum(rows.map((row) => row[at + 2] as number))),
  ];
  const head = ['STT', 'Hội', ...titles, choose.pick(['Tổng', 'Tổng số', 'Cộng'])];
  return choose.chance(0.3) ? [head, total, ...rows] : [head, ...rows, total];
}

test('600 random right tables with totals on two sides: no false alarm', () => {
  const choose = chooserFromSeed('cross right');
  for (let round = 0; round < 600; round++) {
    const table = print(crossTable(choose));
    assert.deepEqual(checkText(table), [], table);
  }
});

test('one wrong cell of such a table is found where it is, with the right value', () => {
  const choose = chooserFromSeed('cross wrong');
  for (let round = 0; round < 600; round++) {
    const rows = crossTable(choose);
    const row = choose.between(1, rows.length - 1);
    const column = choose.between(2, rows[0]!.length - 1);
    const before = rows[row]![column] as number;
    const after = before + choose.between(1, 60) * (before > 60 && choose.chance(0.5) ? -1 : 1);
    rows[row]![column] = after;
    const found = checkText(print(rows)).map((one) => one.replace(/^\w+ /, ''));
    assert.deepEqual(found, [`${address(row, column)} ${after} ${before}`], print(rows));
  }
});

/** Groups with sub-totals, and one of all. */
function groupTable(choose: Chooser): { rows: Figures; totals: number[] } {
  const columns = choose.between(1, 3);
  const rows: Figures = [
    ['TT', 'Đơn vị', ...Array.from({ length: columns }, (_, at) => `Chỉ tiêu ${letters[at]}`)],
  ];
  const totals: number[] = [];
  const grand = Array.from({ length: columns }, () => 0);
  const groups = choose.between(2, 4);
  for (let group = 0; group < groups; group++) {
    rows.push([letters[group]!, `Khối ${letters[group]}`, ...grand.map(() => '')]);
    const own = Array.from({ length: choose.between(2, 5) }, (_, at) => [
      String(at + 1),
      `Đơn vị ${letters[group]}${at}`,
      ...grand.map(() => choose.between(1, 900)),
    ]);
    const subtotal = grand.map((_, at) => sum(own.map((row) => row[at + 2] as number)));
    subtotal.forEach((value, at) => {
      grand[at] = grand[at]! + value;
    });
    rows.push(...own, ['', `Cộng ${letters[group]}`, ...subtotal]);
    totals.push(rows.length - 1);
  }
  rows.push(['', 'Tổng cộng', ...grand]);
  totals.push(rows.length - 1);
  return { rows, totals };
}

test('groups with sub-totals: right ones are quiet, a wrong total is told with its sum', () => {
  const choose = chooserFromSeed('groups');
  for (let round = 0; round < 400; round++) {
    const { rows, totals } = groupTable(choose);
    assert.deepEqual(checkText(print(rows)), [], print(rows));
    const row = choose.pick(totals);
    const column = choose.between(2, rows[0]!.length - 1);
    const before = rows[row]![column] as number;
    rows[row]![column] = before + choose.between(1, 300);
    assert.deepEqual(
      checkText(print(rows)),
      [`sum ${address(row, column)} ${rows[row]![column]} ${before}`],
      print(rows),
    );
  }
});

/** Counts with shares by largest remainder. */
function shareTable(choose: Chooser): { rows: Figures; places: number } {
  const counts = Array.from({ length: choose.between(3, 9) }, () => choose.between(1, 500));
  const places = choose.between(1, 2);
  const shares = largestRemainder(counts, { decimals: places });
  const rows: Figures = [
    ['Lĩnh vực', 'Số lượng', 'Tỷ lệ (%)'],
    ...counts.map((count, at) => [`Lĩnh vực ${letters[at]}`, count, shares[at]!]),
    ['Tổng', sum(counts), 100],
  ];
  return { rows, places };
}

test('shares: right ones are quiet; a wrong share, count or total is found where it is', () => {
  const choose = chooserFromSeed('shares of tables');
  for (let round = 0; round < 600; round++) {
    const { rows, places } = shareTable(choose);
    const decimals = [0, 0, places];
    assert.deepEqual(checkText(print(rows, decimals)), [], print(rows, decimals));
    const last = rows.length - 1;
    const [row, column] = choose.pick([
      [choose.between(1, last - 1), 2],
      [choose.between(1, last - 1), 1],
      [last, 1],
    ] as const);
    const before = rows[row]![column] as number;
    const step = column === 2 ? 10 ** -places * choose.between(2, 40) : choose.between(25, 400);
    const after = Number((before + step).toFixed(places));
    rows[row]![column] = after;
    const found = checkText(print(rows, decimals)).map((one) => one.replace(/^\w+ /, ''));
    assert.deepEqual(found, [`${address(row, column)} ${after} ${before}`], print(rows, decimals));
  }
});

test('random right tables of unlike figures: no false alarm', () => {
  const choose = chooserFromSeed('unlike');
  for (let round = 0; round < 600; round++) {
    const titles = [
      'Hội viên',
      'Chi hội',
      'Năm thành lập',
      'Điểm',
      'Kinh phí (triệu đồng)',
      'Tuổi bình quân',
    ];
    const chosen = titles.filter(() => choose.chance(0.6));
    const rows: Figures = [['TT', 'Hội', ...chosen]];
    const count = choose.between(1, 12);
    for (let at = 0; at < count; at++) {
      rows.push([
        String(at + 1),
        `Hội ${letters[at]}`,
        ...chosen.map((title) =>
          title === 'Năm thành lập'
            ? String(choose.between(1960, 2022))
            : choose.between(1, 90_000),
        ),
      ]);
    }
    assert.deepEqual(checkText(print(rows)), [], print(rows));
  }
});
