import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { bytesAs } from '../../kernel/vietnamese/encodings/testing.ts';
import { writeXlsx } from '../../platform/documents/index.ts';
import { checkFile, checkJson, checkWords } from './service.ts';
import { short } from './testing.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'lientri-checks-test-'));
after(() => rmSync(folder, { recursive: true, force: true }));

async function check(name: string, bytes: string | Uint8Array): Promise<string[]> {
  const file = path.join(folder, name);
  writeFileSync(file, bytes);
  const found = await checkFile(file, name);
  return found.ok ? short(found.problems) : found.issues.map(({ code }) => `refused ${code}`);
}

const lines = (total: string, mark = ';') =>
  [
    ['TT', 'Hội', 'Nam', 'Nữ', 'Tổng'],
    ['1', 'Hội Y học', '30', '33', '63'],
    ['2', 'Hội Làm vườn', '20', '18', '38'],
    ['', 'Tổng cộng', '50', '51', total],
  ]
    .map((row) => row.join(mark))
    .join('\r\n');

test('CSV and TSV, whatever their marks and letters', async () => {
  assert.deepEqual(await check('a.csv', lines('101')), []);
  assert.deepEqual(await check('b.csv', lines('102')), ['sum E4 102 101']);
  assert.deepEqual(await check('c.csv', lines('102', ',')), ['sum E4 102 101']);
  assert.deepEqual(await check('d.tsv', lines('102', '\t')), ['sum E4 102 101']);
  assert.deepEqual(await check('e.csv', `\ufeff${lines('102')}`), ['sum E4 102 101']);
  assert.deepEqual(await check('f.csv', lines('102').normalize('NFD')), ['sum E4 102 101']);
  assert.deepEqual(await check('g.csv', Buffer.from(`\ufeff${lines('102')}`, 'utf16le')), [
    'sum E4 102 101',
  ]);
  for (const encoding of ['tcvn3', 'vni', 'windows-1258'] as const) {
    assert.deepEqual(await check('h.csv', bytesAs(lines('101'), encoding)), [], encoding);
    assert.deepEqual(await check('h.csv', bytesAs(lines('102'), encoding)), ['sum E4 102 101']);
  }
});

const sheet = (name: string, total: number) => ({
  name,
  title: 'Giải thưởng',
  columns: [
    { key: 'prize', header: 'Giải', width: 20, type: 'text' as const },
    { key: 'number', header: 'Số giải', width: 10, type: 'integer' as const },
  ],
  rows: [
    { prize: 'Nhất', number: 6 },
    { prize: 'Nhì', number: 12 },
    { prize: 'Ba', number: 24 },
    { prize: 'Tổng số', number: total },
  ],
});

test('XLSX: cells of one sheet by their address, of several with the name of the sheet', async () => {
  const one = await writeXlsx({ sheets: [sheet('Biểu 1', 43)] });
  const [problem] = await check('one.xlsx', one);
  assert.match(problem ?? '', /^sum B\d+ 43 42$/);
  const two = await writeXlsx({ sheets: [sheet('Biểu 1', 42), sheet('Biểu 2', 43)] });
  const [other, ...more] = await check('two.xlsx', two);
  assert.match(other ?? '', /^sum Biểu 2!B\d+ 43 42$/);
  assert.deepEqual(more, []);
});

test('JSON by its name or its first letter', async () => {
  const rows = [
    { giai: 'Nhất', so: 6 },
    { giai: 'Nhì', so: 12 },
    { giai: 'Tổng', so: 19 },
  ];
  assert.deepEqual(await check('a.json', JSON.stringify(rows)), ['sum /2/so 19 18']);
  assert.deepEqual(await check('a.txt', `\n ${JSON.stringify({ rows })}`), [
    'sum /rows/2/so 19 18',
  ]);
});

test('what cannot be read is refused with words, never thrown', async () => {
  assert.deepEqual(await check('a.json', '{"rows": [1,}'), ['refused checks_not_json']);
  assert.deepEqual(await check('empty.json', ''), ['refused table.empty_file']);
  assert.deepEqual(await check('empty.csv', ''), ['refused table.empty_file']);
  assert.deepEqual(await check('a.pdf', '%PDF-1.7'), ['refused table.not_a_table']);
  assert.deepEqual(await check('a.xlsx', 'a;b'), ['refused table.not_a_workbook']);
  const gone = await checkFile(path.join(folder, 'none.csv'), 'none.csv');
  assert.equal(gone.ok, false);
  const long = Array.from({ length: 5_002 }, (_, at) => `Hội ${at};${at}`).join('\n');
  assert.deepEqual(await check('long.csv', `Hội;Số\n${long}`), ['refused table.too_many_rows']);
  for (const code of [
    'checks_not_json',
    'checks_too_many_cells',
    'checks_too_much_text',
    'table.empty_file',
  ])
    assert.equal(typeof checkWords[code], 'function', code);
});

test('messages beyond all measure are refused', () => {
  const codes = (value: unknown) => {
    const found = checkJson(value);
    return found.ok ? [] : found.issues.map(({ code }) => code);
  };
  const many = Array.from({ length: 6_000 }, (_, at) => ({ a: `x${at}`, n: at }));
  assert.deepEqual(codes(many), ['table.too_many_rows']);
  const wide = Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`k${at}`, at]));
  assert.deepEqual(codes([wide, wide]), ['table.too_many_columns']);
  assert.deepEqual(codes({ narrative: 'x 1 '.repeat(60_000) }), ['checks_too_much_text']);
  let deep: unknown = [{ a: 1 }];
  for (let at = 0; at < 2_000; at++) deep = { inner: deep };
  assert.deepEqual(codes(deep), []);
});
