import assert from 'node:assert/strict';
import { test } from 'node:test';
import { serialOf } from './format-date.ts';
import { builtInFormat, numberFormat } from './formats.ts';

const shown = (value: number, code: string, is1904 = false): string =>
  numberFormat(code, is1904).show(value).text;

test('numbers show as Excel shows them', () => {
  const table: readonly (readonly [number, string, string])[] = [
    [912345678, '0000000000', '0912345678'],
    [1086012345, '000000000000', '001086012345'],
    [1086012345, '000-000-000-000', '001-086-012-345'],
    [912345678, '0### ### ###', '0912 345 678'],
    [5551234, '[<=9999999]###-####;(###) ###-####', '555-1234'],
    [25551234567, '[<=9999999]###-####;(###) ###-####', '(2555) 123-4567'],
    [1086012345, '0000"."000"."000', '1086.012.345'],
    [1234567.891, '#,##0.00', '1,234,567.89'],
    [1234567.891, '#,##0', '1,234,568'],
    [1234.5, '#,##0.##', '1,234.5'],
    [1500000, '#,##0,', '1,500'],
    [0.1234, '0.0%', '12.3%'],
    [0.07, '0%', '7%'],
    [1.005, '0.00', '1.01'],
    [2.5, '0', '3'],
    [-2.5, '0', '-3'],
    [-0.4, '0', '0'],
    [0, '#', ''],
    [-5, '#,##0;(#,##0)', '(5)'],
    [0, '#,##0;-#,##0;"-"', '-'],
    [12.3, '_(* #,##0.00_);_(* \\(#,##0.00\\);_(* "-"??_);_(@_)', '12.30'],
    [1234, '0.00E+00', '1.23E+03'],
    [0.00012345, '0.00E+00', '1.23E-04'],
    [12345, '##0.0E+0', '12.3E+3'],
    [1500000, '#,##0 [$₫-42A]', '1,500,000 ₫'],
    [1500000, '#,##0\\ "đồng"', '1,500,000 đồng'],
    [5, 'General" người"', '5 người'],
    [12, '[=0]"";General', '12'],
    [-12, '[=0]"";General', '-12'],
    [-3, '[Red]-0', '--3'],
    [7, '00', '07'],
    [0.5, '# ?/?', '0.5'],
    [0.1 + 0.2, 'General', '0.3'],
    [79086012345, 'General', '79086012345'],
    [1e15, 'General', '1000000000000000'],
    [-0, 'General', '0'],
    [5, ';;;', '5'],
  ];
  for (const [value, code, text] of table)
    assert.equal(shown(value, code), text, `${value} ${code}`);
});

test('dates show by their format, in Vietnamese where the format says so', () => {
  const day = serialOf(2023, 7, 16);
  assert.equal(day, 45_123);
  const table: readonly (readonly [number, string, string])[] = [
    [day, 'dd/mm/yyyy', '16/07/2023'],
    [day, 'd/m/yyyy;@', '16/7/2023'],
    [day, '[$-1010000]d/m/yyyy;@', '16/7/2023'],
    [day, '[$-42A]dd/mm/yyyy;@', '16/07/2023'],
    [day, '[$-42A]dd mmmm yyyy;@', '16 Tháng Bảy 2023'],
    [day, '[$-42A]dddd, d mmm', 'Chủ Nhật, 16 Thg7'],
    [day, 'd-mmm-yy', '16-Jul-23'],
    [day, 'mm/yyyy', '07/2023'],
    [day, 'yyyy', '2023'],
    [day, 'yyyy\\-mm\\-dd', '2023-07-16'],
    [day, '"Ngày" dd "tháng" mm "năm" yyyy', 'Ngày 16 tháng 07 năm 2023'],
    [day, '[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy', '16/07/2023'],
    [day + 0.5, 'dd/mm/yyyy hh:mm', '16/07/2023 12:00'],
    [day + 0.999999, 'dd/mm/yyyy hh:mm:ss', '17/07/2023 00:00:00'],
    [day + 0.999, 'dd/mm/yyyy', '16/07/2023'],
    [1.5, '[h]:mm:ss', '36:00:00'],
    [0.35, 'h:mm AM/PM', '8:24 AM'],
    [0.0012345, 'mm:ss.0', '01:46.7'],
    [60, 'dd/mm/yyyy', '29/02/1900'],
    [61, 'dd/mm/yyyy', '01/03/1900'],
    [1, 'dd/mm/yyyy', '01/01/1900'],
    [-1, 'dd/mm/yyyy', '########'],
    [2_958_466, 'dd/mm/yyyy', '########'],
  ];
  for (const [value, code, text] of table)
    assert.equal(shown(value, code), text, `${value} ${code}`);
  assert.equal(shown(day - 1462, 'dd/mm/yyyy', true), '16/07/2023');
  assert.equal(shown(day, builtInFormat(14)), '16/07/2023');
});

test('every day from 1900 to 2100 is that of the calendar', () => {
  const format = numberFormat('yyyy-mm-dd', false);
  for (let serial = 61; serial < 73_415; serial++) {
    const iso = new Date(Date.UTC(1899, 11, 30 + serial)).toISOString().slice(0, 10);
    const { text, day, kind } = format.show(serial);
    assert.deepEqual([text, day, kind], [iso, iso, 'day']);
    assert.equal(serialOf(...(iso.split('-').map(Number) as [number, number, number])), serial);
  }
  assert.equal(serialOf(1900, 1, 1), 1);
  assert.equal(serialOf(1900, 2, 28), 59);
});

test('a time without a day is no day', () => {
  assert.deepEqual(numberFormat('h:mm', false).show(0.3541667), { text: '8:30', kind: 'number' });
  assert.equal(numberFormat('dd/mm/yyyy', false).show(60).kind, 'number');
  assert.equal(numberFormat('dd/mm/yyyy', false).show(-1).kind, 'error');
});

test('no format takes long or throws', () => {
  const evil = [
    '['.repeat(1000),
    '"'.repeat(999),
    ';'.repeat(1000),
    '#,'.repeat(500),
    '\\',
    '_',
    '*',
  ];
  evil.push(
    '0'.repeat(1024),
    'E+'.repeat(300),
    '[h'.repeat(300),
    '?/?'.repeat(200),
    'y'.repeat(1000),
  );
  for (const code of evil) {
    for (const value of [0, -1.5, 45_123.7, 1e300, 1e-300]) {
      assert.equal(typeof shown(value, code), 'string', code.slice(0, 10));
    }
  }
});
