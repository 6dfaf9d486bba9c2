import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { openXlsx, saveXlsx } from 'hucre/xlsx';
import { readXlsx } from '../../../platform/documents/index.ts';
import { formBook, readFormBook, reportDocument, reportDocx, reportXlsx } from './index.ts';
import { cell, madeForm } from './testing.ts';

const cells = () => [
  cell(
    { key: 'I.2', unit: 'hội' },
    { declared: 19, derived: 19, offered: 19, previous: 18, version: 1 },
  ),
  cell(
    { key: 'I.3', unit: 'vạn', decimals: 1 },
    { derived: 30.4206, offered: 30.4, previous: 30.1 },
  ),
  cell(
    { key: 'II.2.1', kind: 'yes_no' },
    { declared: 1, derived: 0, offered: 0, version: 2, reason: 'Tỉnh giao' },
  ),
  cell({ key: 'x' }),
];

/** Types into the sheet: [row of the table counted from 0, header, value]. */
async function typedInto(
  book: Buffer,
  sheet: number,
  ...typed: readonly (readonly [number, string, string | number])[]
): Promise<Buffer> {
  const opened = await openXlsx(book);
  const rows = opened.sheets[sheet]!.rows;
  const head = rows.findIndex((row) => row.includes('Mã'));
  for (const [at, header, value] of typed) {
    const row = rows[head + 1 + at]!;
    row[rows[head]!.indexOf(header)] = value;
  }
  return Buffer.from(await saveXlsx(opened));
}

describe('the form to be filled without the Internet', () => {
  test('untouched it changes nothing, whatever others wrote meanwhile', async () => {
    const book = await formBook(madeForm(cells(), 'Đã có {I.2} hội.', 3));
    const now = cells().map((one, i) => (i === 1 ? { ...one, declared: 31, version: 4 } : one));
    const nothing = { cells: [], narratives: [], issues: [] };
    assert.deepEqual(await readFormBook(book, madeForm(now, 'Khác.', 4)), nothing);
  });

  test('what was typed comes with the version it was typed over', async () => {
    const book = await formBook(madeForm(cells(), 'Cũ', 3));
    const filled = await typedInto(
      await typedInto(
        book,
        0,
        [0, 'Số báo cáo', ''],
        [1, 'Số báo cáo', '31,5'],
        [1, 'Lý do khác hồ sơ', ' Đã rà soát '],
        [2, 'Số báo cáo', 'không'],
        [3, 'Số báo cáo', 1234.5],
      ),
      1,
      [0, 'Nội dung', 'Mới: {I.2} hội'],
    );
    assert.deepEqual(await readFormBook(filled, madeForm(cells(), 'Cũ', 3)), {
      cells: [
        { row: 'I.2', declared: null, reason: null, note: null, version: 1 },
        { row: 'I.3', declared: 31.5, reason: 'Đã rà soát', note: null, version: 0 },
        { row: 'II.2.1', declared: 0, reason: 'Tỉnh giao', note: null, version: 2 },
        { row: 'x', declared: 1234.5, reason: null, note: null, version: 0 },
      ],
      narratives: [{ section: 'I.1', words: 'Mới: {I.2} hội', version: 3 }],
      issues: [],
    });
  });

  test('what is no figure is named by its cell, and nothing is taken', async () => {
    const form = madeForm(cells());
    const filled = await typedInto(
      await formBook(form),
      0,
      [0, 'Số báo cáo', 20],
      [2, 'Số báo cáo', 'có lẽ'],
    );
    const { cells: read, issues } = await readFormBook(filled, form);
    assert.deepEqual(read, []);
    assert.equal(issues.length, 1);
    assert.equal(issues[0]!.code, 'book_not_a_figure');
    assert.match(String(issues[0]!.data?.cell), /^[A-Z]+\d+$/);
    assert.equal(issues[0]!.data?.typed, 'có lẽ');
  });

  test('the form of another organisation, and another workbook, are refused', async () => {
    const form = madeForm(cells());
    const other = { ...form, obligation: { ...form.obligation, pid: 'zzzzzzzz12345678' } };
    const codes = async (book: Buffer) =>
      (await readFormBook(book, form)).issues.map((one) => one.code);
    assert.deepEqual(await codes(await formBook(other)), ['book_other_form']);
    assert.deepEqual(await codes(await reportXlsx(form)), ['book_not_a_form']);
    assert.equal((await codes(Buffer.from('PK khác'))).length, 1);
  });

  test('only what is to be typed is open', async () => {
    const opened = await openXlsx(await formBook(madeForm(cells())));
    for (const sheet of opened.sheets) assert.equal(sheet.protection?.sheet, true, sheet.name);
  });
});

describe('the report', () => {
  test('as a workbook: figures are numbers, an untouched row shows what is offered', async () => {
    const { sheets } = await readXlsx(await reportXlsx(madeForm(cells(), 'Lời văn')));
    const rows = sheets[0]!.rows.map((row) => row.map((one) => one.value));
    const second = rows.find((row) => row.includes('Chỉ tiêu I.3'))!;
    assert.deepEqual(second.slice(2, 6), ['vạn', 30.1, 30.4, '+0,3']);
    assert.ok(rows.some((row) => row.includes('Chỉ tiêu II.2.1') && row.includes('Có')));
    assert.ok(sheets[1]!.rows.flat().some((one) => one.text === 'Lời văn'));
  });

  test('as a document: sections, points, the table as an appendix, blanks in a draft', async () => {
    const form = madeForm(cells(), 'Trong năm có:\n- Đại hội;\n\nHết.');
    const doc = reportDocument(form, 'Sơn La');
    assert.equal(doc.number, null);
    assert.equal(doc.symbol, 'LHCHKHVKTSL');
    assert.deepEqual(doc.addressees, ['Liên hiệp các Hội Khoa học và Kỹ thuật Việt Nam']);
    const kinds = doc.body.map((block) => block.kind);
    assert.deepEqual(kinds, [
      ...['paragraph', 'heading', 'heading', 'paragraph', 'bullet', 'paragraph'],
      ...['paragraph', 'paragraph'],
    ]);
    assert.equal(doc.appendices?.[0]?.title, 'Bảng chỉ tiêu năm 2019');
    assert.equal((await reportDocx(form, 'Sơn La')).subarray(0, 2).toString(), 'PK');
  });

  test('a heading over nothing but tables is not printed', () => {
    const form = madeForm(cells(), 'Lời văn');
    const [first, told, table] = form.sections;
    const heading = { ...first!, section: { ...first!.section, key: 'p', title: 'Phụ lục' } };
    const sections = [
      first!,
      told!,
      heading,
      { ...table!, section: { ...table!.section, level: 2 as const } },
    ];
    const texts = reportDocument({ ...form, sections }, 'Sơn La').body.map((block) =>
      block.kind === 'heading' ? block.text : '',
    );
    assert.ok(texts.includes('I. Kết quả') && !texts.some((text) => text.includes('Phụ lục')));
  });

  test('with its number: day, signer and authority', () => {
    const number = {
      ...{ pid: 'p', number: 5, year: 2020, symbol: 'BC-LHHSL', signedOn: '2020-01-06' },
      ...{
        signer: 'Quàng Văn Én',
        position: 'Chủ tịch',
        authority: 'TM.' as const,
        authorityOf: 'Ban Thường vụ',
      },
    };
    const doc = reportDocument({ ...madeForm(cells()), number }, 'Sơn La');
    assert.deepEqual([doc.number, doc.symbol, doc.day], [5, 'LHHSL', '2020-01-06']);
    assert.deepEqual(doc.signature, {
      authority: [{ mark: 'TM.', of: 'Ban Thường vụ' }],
      position: 'Chủ tịch',
      name: 'Quàng Văn Én',
    });
  });
});
