import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readAmount, readDayCell } from './cells.ts';
import { guessShape, shapeAt } from './columns.ts';
import { judge, missingColumns, nameRuns, readLines } from './statement.ts';

const cell = (text: string) => ({
  kind: text === '' ? ('empty' as const) : ('text' as const),
  value: text === '' ? null : text,
  text,
});
const sheet = (...rows: readonly string[][]) => rows.map((row) => row.map(cell));
const fieldsOf = (shape: ReturnType<typeof guessShape>) =>
  shape.columns.map((column) => column.field);

test('money as banks write it', () => {
  for (const [text, value] of [
    ['1.500.000', 1_500_000],
    ['1,500,000', 1_500_000],
    ['1,500,000.00', 1_500_000],
    ['1.500.000,00', 1_500_000],
    ['+200,000 VND', 200_000],
    ['-50000', -50_000],
    ['(50.000)', -50_000],
    ['200000đ', 200_000],
    ['1 500 000', 1_500_000],
    ['0', 0],
  ] as const)
    assert.equal(readAmount(cell(text)), value, text);
  for (const text of ['', 'abc', '1.50', '12,5', '1,5000', '200.000.5', '+', '12/03/2026'])
    assert.equal(readAmount(cell(text)), null, text);
  assert.equal(readAmount({ kind: 'number', value: 200000, text: '200.000' }), 200_000);
  assert.equal(readAmount({ kind: 'number', value: 0.5, text: '0,5' }), null);
});

test('days as banks write them', () => {
  for (const text of ['05/01/2026', '05-01-2026 10:22:31', '2026-01-05', '20260105', '5/1/26'])
    assert.equal(readDayCell(cell(text)), '2026-01-05', text);
  for (const text of ['', 'abc', '31/02/2026', '12345678', '200000'])
    assert.equal(readDayCell(cell(text)), null, text);
  assert.equal(
    readDayCell({ kind: 'day', value: '2026-01-05T10:00:00', text: '05/01/2026' }),
    '2026-01-05',
  );
});

const vietcombank = sheet(
  ['NGÂN HÀNG TMCP NGOẠI THƯƠNG VIỆT NAM'],
  ['SAO KÊ TÀI KHOẢN', '', 'Từ ngày 01/03/2026 đến ngày 31/03/2026'],
  ['Số tài khoản', '0011000123456', 'Loại tiền', 'VND'],
  [],
  [
    'STT',
    'Ngày giao dịch\nTrans. Date',
    'Số tham chiếu\nReference No.',
    'Số tiền ghi nợ\nDebit',
    'Số tiền ghi có\nCredit',
    'Số dư\nBalance',
    'Nội dung chi tiết\nDescription',
  ],
  ['1', '02/03/2026', 'FT1', '', '200,000', '1,200,000', 'HP26 ABC'],
  ['2', '02/03/2026', 'FT2', '11,000', '', '1,189,000', 'Phi SMS'],
  ['3', '03/03/2026', 'FT3', '', '200,000', '1,389,000', 'nop hoi phi'],
  ['', 'Tổng cộng', '', '11,000', '400,000', '', ''],
);

test('headers below titles, in two languages', () => {
  const shape = guessShape(vietcombank);
  assert.equal(shape.headerRow, 5);
  assert.deepEqual(fieldsOf(shape), [
    'skip',
    'day',
    'reference',
    'debit',
    'credit',
    'skip',
    'description',
  ]);
  const { lines, passed } = readLines(vietcombank, shape);
  assert.deepEqual(
    lines.map((line) => [line.row, line.paidOn, line.amount, line.reference]),
    [
      [6, '2026-03-02', 200_000, 'FT1'],
      [8, '2026-03-03', 200_000, 'FT3'],
    ],
  );
  assert.equal(passed, 2);
});

test('one column with signs, other words; no headers at all', () => {
  const signed = sheet(
    ['Thời gian', 'Mã giao dịch', 'Số tiền', 'Diễn giải'],
    ['02/03/2026 08:00', 'A1', '+150.000', 'x'],
    ['02/03/2026 09:00', 'A2', '-20.000', 'y'],
  );
  const shape = guessShape(signed);
  assert.deepEqual(fieldsOf(shape), ['day', 'reference', 'amount', 'description']);
  assert.deepEqual(
    readLines(signed, shape).lines.map((line) => line.amount),
    [150_000],
  );
  const bare = sheet(
    ['02/03/2026', '150000', 'chuyen tien hoi phi'],
    ['03/03/2026', '20000', 'abc'],
  );
  const guessed = guessShape(bare);
  assert.equal(guessed.headerRow, 0);
  assert.deepEqual(fieldsOf(guessed), ['day', 'amount', 'description']);
  assert.equal(readLines(bare, guessed).lines.length, 2);
});

test('debit or credit in short words', () => {
  const shape = shapeAt(
    sheet([
      'Ngày hạch toán',
      'Mô tả giao dịch',
      'Nợ/ Debit',
      'Có/ Credit',
      'Số dư',
      'Số giao dịch',
    ]),
    1,
  );
  assert.deepEqual(fieldsOf(shape), ['day', 'description', 'debit', 'credit', 'skip', 'reference']);
  assert.deepEqual(missingColumns(shape), []);
  assert.deepEqual(missingColumns(shapeAt(sheet(['x', 'y']), 1)), ['day', 'credit', 'description']);
});

test('the same line has the same fingerprint in another statement; twins are told apart', () => {
  const rows = (...lines: string[][]) =>
    sheet(['Ngày', 'Ghi có', 'Nội dung', 'Số tham chiếu'], ...lines);
  const line = ['02/03/2026', '200.000', 'NGUYEN VAN A', ''];
  const print = (table: ReturnType<typeof rows>) =>
    readLines(table, guessShape(table)).lines.map((one) => one.fingerprint);
  const one = print(rows(line));
  const two = print(rows(['01/03/2026', '5.000', 'x', ''], line, line));
  assert.equal(two[1], one[0]);
  assert.notEqual(two[2], two[1]);
  const referred = print(
    rows([...line.slice(0, 3), 'FT9'], ['02/03/2026', '200.000', 'khac', 'FT9']),
  );
  assert.notEqual(referred[0], referred[1]);
  assert.equal(new Set([...one, ...referred]).size, 3);
});

test('names are looked for without dấu, in runs of words without figures', () => {
  const runs = nameRuns('CT tu 0011 NGUYỄN VĂN A chuyen');
  assert.ok(runs.includes('nguyen van a'));
  assert.ok(runs.includes('nguyen van'));
  assert.ok(!runs.some((run) => run.includes('0011')));
  assert.deepEqual(nameRuns('MOT'), []);
});

test('whose a line is', () => {
  const a = { id: 'a', owed: 200, paid: 0 };
  const b = { id: 'b', owed: 100, paid: 0 };
  assert.deepEqual(judge(200, false, [a], []), { state: 'matched', how: 'reference', dues: ['a'] });
  // Also when it is more or less than what is owed.
  assert.equal(judge(70, false, [a], []).state, 'matched');
  assert.equal(judge(300, false, [a, b], []).state, 'matched');
  assert.equal(judge(250, false, [a, b], []).state, 'proposal');
  assert.equal(judge(200, true, [a], []).state, 'recorded');
  assert.equal(judge(200, false, [{ ...a, byHand: true }], []).how, 'by_hand');
  assert.deepEqual(judge(200, false, [], [a, b]), { state: 'proposal', how: 'name', dues: ['a'] });
  assert.equal(judge(200, false, [], [a, { ...b, owed: 200 }]).how, 'names');
  assert.equal(judge(150, false, [], [a, b]).state, 'unknown');
  assert.equal(judge(150, false, [], [{ ...a, paid: 50 }]).state, 'proposal');
  assert.equal(judge(0, false, [], [{ ...a, owed: 0 }]).state, 'unknown');
});
