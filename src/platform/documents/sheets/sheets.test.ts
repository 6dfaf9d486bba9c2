import assert from 'node:assert/strict';
import { test } from 'node:test';
import { crc32, deflateRawSync } from 'node:zlib';
import { writeXlsx as hucreWrite, type WriteOptions } from 'hucre/xlsx';
import { documentIssueWords } from '../vi.ts';
import { sheetNames } from './layout.ts';
import { readCsv } from './read-csv.ts';
import { readXlsx } from './read-xlsx.ts';
import { readSheet, type SheetShape } from './shape.ts';
import { exportColumns, writeTemplate } from './template.ts';
import type { Cell, ReadLimits, ReadResult, Sheet } from './types.ts';
import { columnLetters } from './types.ts';
import { writeXlsx } from './write-xlsx.ts';
import { unzip } from './zip.ts';

const shape: SheetShape = {
  columns: [
    { key: 'name', header: 'Tên hoạt động', type: 'text', required: true, help: 'Như giấy mời' },
    {
      key: 'kind',
      header: 'Loại',
      type: 'text',
      options: [
        { value: 'seminar', label: 'Hội thảo' },
        { value: 'talk', label: 'Tọa đàm, trao đổi' },
      ],
    },
    { key: 'on', header: 'Ngày', aliases: ['Ngày tổ chức'], type: 'day' },
    { key: 'people', header: 'Số người', type: 'integer' },
    { key: 'points', header: 'Điểm (thang 100)', type: 'number' },
    { key: 'code', header: 'Mã số', type: 'text' },
  ],
};

const DANGEROUS = [
  '=1+1',
  '+84912',
  '-5 điểm',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '=HYPERLINK("http://a","b")',
  "'0912",
];
const DIFFICULT = [
  'Nguyễn Thị Ngọc Quỳnh'.normalize('NFC'),
  'Nguyễn Thị Ngọc Quỳnh'.normalize('NFD'),
  '0012',
  '0912345678',
  '1.234,5',
  '5/1/2020',
  '2020-01-05',
  'TRUE',
  '#N/A',
  '#REF!',
  '1e5',
  ' cách hai đầu ',
  'hai\ndòng',
  'hai\r\ndòng',
  '<b>&amp;"\'</b>',
  '_x0041_ và _x000D_',
  '😀 Ữ Ế Ộ Ẵ',
  `${'Hội thảo '.repeat(3640)}`,
];

const cellOf = (result: ReadResult, row: number, column: number, sheet = 0): Cell => {
  const cell = result.sheets[sheet]?.rows[row]?.[column];
  assert.ok(cell, `no cell ${row},${column}: ${JSON.stringify(result.issues)}`);
  return cell;
};

const codes = (result: { readonly issues: readonly { readonly code: string }[] }): string[] =>
  result.issues.map((one) => one.code);

test('what is exported reads back identical', async () => {
  const texts = [...DANGEROUS, ...DIFFICULT];
  const rows = texts.map((name, index) => ({
    name,
    kind: 'Hội thảo',
    on: `2019-${String((index % 12) + 1).padStart(2, '0')}-28`,
    people: index * 1000,
    points: index / 8,
    code: String(index).padStart(5, '0'),
  }));
  const file = await writeXlsx({
    sheets: [
      {
        name: 'Hoạt động',
        title: 'Danh sách',
        notes: ['Một', 'Hai'],
        columns: exportColumns(shape),
        rows,
      },
    ],
  });
  const read = await readXlsx(file);
  assert.deepEqual(read.issues, []);
  const back = readSheet(shape, read.sheets[0] as Sheet);
  assert.deepEqual(back.issues, []);
  assert.deepEqual(
    back.rows.map((row) => row.values),
    rows.map((row) => ({ ...row, kind: 'seminar' })),
  );
  assert.equal(back.rows[0]?.rowNumber, 6);
  assert.equal(back.rows[0]?.cells.points, 'E6');
});

async function sheetXml(
  file: Buffer,
): Promise<{ sheet: string; styles: string; workbook: string; strings: string }> {
  const zip = unzip(file, 50_000_000);
  assert.ok(zip.ok);
  const part = (name: string): string => String(zip.entries.get(name) ?? '');
  return {
    sheet: part('xl/worksheets/sheet1.xml'),
    styles: part('xl/styles.xml'),
    workbook: part('xl/workbook.xml'),
    strings: part('xl/sharedStrings.xml'),
  };
}

test('no text becomes a formula, and editing it keeps it text', async () => {
  const column = { key: 'a', header: '=A', width: 20, type: 'text' } as const;
  const rows = DANGEROUS.map((a) => ({ a }));
  const file = await writeXlsx({
    sheets: [{ name: '=x', title: '=1', notes: ['+2'], columns: [column], rows }],
  });
  const { sheet, styles } = await sheetXml(file);
  assert.doesNotMatch(sheet, /<f[ >]/);
  const formats = [...styles.matchAll(/<xf numFmtId="(\d+)"/g)].map((one) => one[1]);
  const textFormat = /<numFmt numFmtId="(\d+)" formatCode="@"/.exec(styles)?.[1];
  const cells = [...sheet.matchAll(/<c r="A(\d+)" t="(\w+)" s="(\d+)"/g)];
  assert.equal(cells.length, DANGEROUS.length + 3);
  for (const [, row, type, style] of cells) {
    assert.equal(type, 's');
    if (Number(row) > 4) assert.equal(formats[Number(style) + 1], textFormat, `row ${row}`);
  }
});

test('numbers, days and what does not fit its column', async () => {
  const columns = [
    { key: 'n', header: 'N', width: 12, type: 'number', decimals: 1 },
    { key: 'i', header: 'I', width: 12, type: 'integer' },
    { key: 'd', header: 'D', width: 12, type: 'day' },
  ] as const;
  const rows = [
    { n: '18.5', i: 12500000n, d: '2020-02-29' },
    { n: 0, i: 0, d: '1900-03-01' },
    { n: 'khoảng 5', i: '12345678901234567890', d: '1975' },
    { n: null, i: undefined, d: '1890-01-05' },
    { n: Number.NaN, i: true, d: '2019-02-30' },
  ];
  const file = await writeXlsx({ sheets: [{ name: 'S', columns, rows }] });
  const read = await readXlsx(file);
  const values = read.sheets[0]?.rows
    .slice(1)
    .map((row) => row.map((cell) => [cell.kind, cell.value]));
  assert.deepEqual(values, [
    [
      ['number', 18.5],
      ['number', 12500000],
      ['day', '2020-02-29'],
    ],
    [
      ['number', 0],
      ['number', 0],
      ['day', '1900-03-01'],
    ],
    [
      ['text', 'khoảng 5'],
      ['text', '12345678901234567890'],
      ['text', '1975'],
    ],
    [
      ['empty', null],
      ['empty', null],
      ['text', '1890-01-05'],
    ],
    [
      ['text', 'NaN'],
      ['text', 'Có'],
      ['text', '2019-02-30'],
    ],
  ]);
  const { styles } = await sheetXml(file);
  assert.match(styles, /formatCode="\[\$-42A\]#,##0\.0"/);
  assert.match(styles, /formatCode="\[\$-42A\]dd&quot;\/&quot;mm&quot;\/&quot;yyyy"/);
});

test('a sheet is ready to print and to filter', async () => {
  const columns = [
    { key: 'a', header: 'A', width: 60, type: 'text' },
    { key: 'b', header: 'B', width: 60, type: 'text' },
  ] as const;
  const sheet = { name: "Hội's 2019/1", title: 'T', columns, rows: [{ a: '1', b: '2' }] };
  const { sheet: xml, workbook } = await sheetXml(await writeXlsx({ sheets: [sheet] }));
  assert.match(xml, /<pane ySplit="3" topLeftCell="A4" state="frozen"/);
  assert.match(xml, /<autoFilter ref="A3:B4"\/>/);
  assert.match(
    xml,
    /<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"\/>/,
  );
  // Excel takes a name with a space or a quote and no quotes around it for a damaged file.
  assert.match(
    workbook,
    /<definedName name="_xlnm\.Print_Titles" localSheetId="0">'Hội(&apos;&apos;|'')s 2019 1'!\$3:\$3</,
  );
  assert.match(xml, /<col min="1" max="1" width="60"/);
  const loose = { ...sheet, freezeHeader: false };
  assert.doesNotMatch((await sheetXml(await writeXlsx({ sheets: [loose] }))).sheet, /<pane/);
});

test('rows may come as a stream, and nothing may come', async () => {
  async function* rows() {
    for (let a = 0; a < 3; a++) yield { a };
  }
  const columns = [{ key: 'a', header: 'A', width: 8, type: 'integer' }] as const;
  const read = await readXlsx(
    await writeXlsx({
      sheets: [
        { name: 'S', columns, rows: rows() },
        { name: 'S', columns, rows: [] },
      ],
    }),
  );
  assert.deepEqual(
    read.sheets.map((sheet) => [sheet.name, sheet.rows.length]),
    [
      ['S', 4],
      ['S (2)', 1],
    ],
  );
});

test('names of sheets are ones that Excel takes', () => {
  assert.deepEqual(sheetNames(['A/B:C*[D]?\\', "'x'", '', 'a'.repeat(40), 'A'.repeat(40)]), [
    'A B C D',
    'x',
    '3',
    'a'.repeat(31),
    `${'A'.repeat(27)} (2)`,
  ]);
});

test('a text longer than a cell is cut and says so', async () => {
  const columns = [{ key: 'a', header: 'A', width: 8, type: 'text' }] as const;
  const file = await writeXlsx({
    sheets: [{ name: 'S', columns, rows: [{ a: 'ữ'.repeat(40_000) }] }],
  });
  const { text } = cellOf(await readXlsx(file), 1, 0);
  assert.equal(text.length, 32_767);
  assert.match(text, /đã cắt/);
});

const made = async (options: WriteOptions): Promise<Buffer> =>
  Buffer.from(await hucreWrite(options));

test('reads dates of both systems, times, rich text, codes shown with zeros, booleans, errors', async () => {
  for (const dateSystem of ['1900', '1904'] as const) {
    const file = await made({
      dateSystem,
      sheets: [
        {
          name: 'S',
          rows: [
            [new Date('2020-02-29T00:00:00Z'), new Date('2020-02-29T17:05:00Z'), 0.1 + 0.2, true],
            [912345678, 'x', '#N/A', 5],
          ],
          cells: new Map([
            ['0,1', { style: { numFmt: 'dd/mm/yyyy hh:mm' } }],
            ['1,0', { style: { numFmt: '0000000000' } }],
            ['1,1', { richText: [{ text: 'Hội ' }, { text: 'thảo', font: { bold: true } }] }],
            ['1,3', { formula: 'SUM(A1)', formulaResult: 7 }],
          ]),
        },
      ],
    });
    const read = await readXlsx(file);
    assert.deepEqual(
      read.sheets[0]?.rows.map((row) =>
        row.map((cell) => [cell.address, cell.kind, cell.value, cell.text]),
      ),
      [
        [
          ['A1', 'day', '2020-02-29', '29/02/2020'],
          ['B1', 'day', '2020-02-29T17:05:00', '29/02/2020 17:05:00'],
          ['C1', 'number', 0.3, '0.3'],
          ['D1', 'boolean', true, 'TRUE'],
        ],
        [
          ['A2', 'number', 912345678, '0912345678'],
          ['B2', 'text', 'Hội thảo', 'Hội thảo'],
          ['C2', 'error', '#N/A', '#N/A'],
          ['D2', 'number', 7, '7'],
        ],
      ],
    );
  }
});

test('hidden sheets are left out, empty rows stay, styled empty cells at the end do not count', async () => {
  const file = await made({
    sheets: [
      { name: 'Ẩn', rows: [['x']], hidden: true },
      {
        name: 'Hiện',
        rows: [['a'], [], ['b', null]],
        cells: new Map([['40,3', { style: { font: { bold: true } } }]]),
      },
    ],
  });
  const read = await readXlsx(file, { maxRows: 3 });
  assert.deepEqual(
    read.sheets.map((sheet) => sheet.name),
    ['Hiện'],
  );
  assert.deepEqual(
    read.sheets[0]?.rows.map((row) => row.map((cell) => cell.text)),
    [['a'], [], ['b']],
  );
});

/** A ZIP archive; `declared` is the size that the archive claims for every entry. */
function zipOf(entries: Record<string, Buffer | string>, declared?: number, flags = 0): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(entries)) {
    const raw = Buffer.from(content);
    const packed = deflateRawSync(raw);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(flags, 2);
    head.writeUInt16LE(8, 4);
    head.writeUInt32LE(crc32(raw), 10);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(declared ?? raw.length, 18);
    head.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), head, Buffer.from(name), packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    centrals.push(
      Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), head, tail, Buffer.from(name)]),
    );
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(centrals);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(centrals.length, 4);
  end.writeUInt16LE(centrals.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, directory, Buffer.from('PK\x05\x06'), end]);
}

async function repacked(
  file: Buffer,
  change: (entries: Record<string, Buffer>) => void,
): Promise<Buffer> {
  const zip = unzip(file, 50_000_000);
  assert.ok(zip.ok);
  const entries = Object.fromEntries(zip.entries);
  change(entries);
  return zipOf(entries);
}

test('refuses what is no workbook, old, encrypted, damaged, too large or a bomb, each with its code', async () => {
  const good = await made({ sheets: [{ name: 'S', rows: [['a'], ['b'], ['c']] }] });
  const refuse = async (file: Buffer, code: string, limits: ReadLimits = {}): Promise<void> => {
    const read = await readXlsx(file, limits);
    assert.deepEqual([codes(read), read.sheets], [[code], []]);
    const words = documentIssueWords[code]?.(read.issues[0]?.data ?? {});
    assert.ok(words && !words.includes('undefined') && !words.includes('NaN'), `${code}: ${words}`);
  };
  assert.deepEqual(codes(await readXlsx(await repacked(good, () => {}))), []);
  await refuse(Buffer.alloc(0), 'sheet.empty_file');
  await refuse(Buffer.from('Tên;Ngày\nA;1\nmore than twenty-two bytes'), 'sheet.not_a_workbook');
  await refuse(zipOf({ 'a.txt': 'x' }), 'sheet.not_a_workbook');
  await refuse(
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]),
    'sheet.old_or_encrypted',
  );
  await refuse(
    zipOf({ '[Content_Types].xml': '<Types/>' }, undefined, 1),
    'sheet.old_or_encrypted',
  );
  await refuse(good.subarray(0, good.length - 200), 'sheet.damaged');
  await refuse(zipOf({ '[Content_Types].xml': '<Types/>' }), 'sheet.damaged');
  await refuse(good, 'sheet.file_too_large', { maxBytes: good.length - 1 });
  await refuse(good, 'sheet.too_many_rows', { maxRows: 2 });
  await refuse(good, 'sheet.too_many_cells', { maxCells: 2 });
  const bomb = await repacked(good, (entries) => {
    entries['xl/bomb.xml'] = Buffer.alloc(3_000_000, 0x20);
  });
  await refuse(bomb, 'sheet.expands_too_large', { maxBytes: 200_000 });
  const entity = await repacked(good, (entries) => {
    const text = String(entries['xl/sharedStrings.xml']);
    entries['xl/sharedStrings.xml'] = Buffer.from(
      text.replace('?>', '?><!DOCTYPE a [<!ENTITY b "c">]>'),
    );
  });
  await refuse(entity, 'sheet.forbidden_markup');
});

test('a bomb that lies about its size is refused by what really comes out', () => {
  const lying = zipOf({ a: Buffer.alloc(5_000_000) }, 10);
  const result = unzip(lying, 1_000_000);
  assert.ok(!result.ok);
  assert.equal(result.issue.code, 'sheet.expands_too_large');
  assert.ok(unzip(lying, 6_000_000).ok);
});

test('a corner cell far away is refused, not spread out in memory', async () => {
  const good = await made({ sheets: [{ name: 'S', rows: [['a']] }] });
  const far = await repacked(good, (entries) => {
    const text = String(entries['xl/worksheets/sheet1.xml']);
    entries['xl/worksheets/sheet1.xml'] = Buffer.from(
      text.replace(
        '</sheetData>',
        '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>',
      ),
    );
  });
  assert.equal((await readXlsx(far)).issues.length, 1);
});

test('CSV: encodings and delimiters', () => {
  const text =
    'Tên;Ngày;Số\r\n"Hội thảo; ""lớn""\nhai dòng";05/01/2020;1.234,5\r\n;;\r\nĐào;;007\r\n\r\n';
  const expected = [
    ['Tên', 'Ngày', 'Số'],
    ['Hội thảo; "lớn"\nhai dòng', '05/01/2020', '1.234,5'],
    [],
    ['Đào', '', '007'],
  ];
  const utf16 = Buffer.from(text, 'utf16le');
  const files = {
    utf8: Buffer.from(text),
    bom: Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(text)]),
    utf16le: Buffer.concat([Buffer.from([0xff, 0xfe]), utf16]),
    utf16be: Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(utf16).swap16()]),
    bare16: utf16,
  };
  for (const [name, file] of Object.entries(files)) {
    const read = readCsv(file);
    assert.deepEqual(read.issues, [], name);
    assert.deepEqual(
      read.sheets[0]?.rows.map((row) => row.map((cell) => cell.text)),
      expected,
      name,
    );
  }
  const second = readCsv(files.utf8).sheets[0]?.rows[3];
  assert.deepEqual(
    second?.map((cell) => [cell.address, cell.value]),
    [
      ['A4', 'Đào'],
      ['B4', null],
      ['C4', '007'],
    ],
  );
  for (const delimiter of [',', '\t', '|', ';']) {
    const rows = readCsv(Buffer.from(`a${delimiter}b\n"1,5"${delimiter}2\n3${delimiter}4`))
      .sheets[0]?.rows;
    assert.deepEqual(
      rows?.map((row) => row.map((cell) => cell.text)),
      [
        ['a', 'b'],
        ['1,5', '2'],
        ['3', '4'],
      ],
      delimiter,
    );
  }
  const said = readCsv(Buffer.from('sep=;\r\na,1;b\r\nc;d')).sheets[0]?.rows;
  assert.deepEqual(
    said?.map((row) => row.map((cell) => cell.text)),
    [
      ['a,1', 'b'],
      ['c', 'd'],
    ],
  );
});

test('CSV: refusals', () => {
  assert.deepEqual(codes(readCsv(Buffer.alloc(0))), ['sheet.empty_file']);
  assert.deepEqual(codes(readCsv(Buffer.from([0x4e, 0xe1, 0x6d, 0x0a]))), [
    'sheet.encoding_unknown',
  ]);
  assert.deepEqual(codes(readCsv(Buffer.from('a\u0000b\n'))), ['sheet.not_text']);
  assert.deepEqual(codes(readCsv(Buffer.from('a\nb\nc'), { maxRows: 2 })), ['sheet.too_many_rows']);
  assert.deepEqual(codes(readCsv(Buffer.from('a,b\nb,c'), { maxCells: 3 })), [
    'sheet.too_many_cells',
  ]);
  assert.deepEqual(codes(readCsv(Buffer.from('abc'), { maxBytes: 2 })), ['sheet.file_too_large']);
});

const csvSheet = (text: string): Sheet => readCsv(Buffer.from(text)).sheets[0] as Sheet;

test('the header is found under titles, without dấu and case, by aliases, past unknown columns', () => {
  const sheet = csvSheet(
    'UBND tỉnh;;;\nDanh sách hoạt động;;;\n;;;\nSTT;TEN HOAT DONG (*);Ngày tổ chức;DIEM\n1;Hội thảo A;5/1/2020;12,5\n;;;\n2;B;;\n',
  );
  const read = readSheet(shape, sheet);
  assert.deepEqual(read.issues, []);
  assert.deepEqual(read.rows, [
    {
      rowNumber: 5,
      values: { name: 'Hội thảo A', on: '2020-01-05', points: 12.5 },
      cells: { name: 'B5', on: 'C5', points: 'D5' },
    },
    {
      rowNumber: 7,
      values: { name: 'B', on: null, points: null },
      cells: { name: 'B7', on: 'C7', points: 'D7' },
    },
  ]);
});

test('each wrong cell is an issue with its address; the rest of the row is kept', () => {
  const sheet = csvSheet(
    'Tên hoạt động;Loại;Ngày;Số người;Điểm\n;hoi thao;31/02/2020;12,5;x\nB;tọa đàm, trao đổi;2020-02-29;1.200;-3\nC;Hội\n',
  );
  const { rows, issues } = readSheet(shape, sheet);
  assert.deepEqual(
    issues.map((one) => [one.path, one.code, one.data?.cell]),
    [
      ['rows.2.name', 'sheet.value_missing', 'A2'],
      ['rows.2.on', 'sheet.not_a_day', 'C2'],
      ['rows.2.people', 'sheet.not_an_integer', 'D2'],
      ['rows.2.points', 'sheet.not_a_number', 'E2'],
      ['rows.4.kind', 'sheet.not_an_option', 'B4'],
    ],
  );
  assert.deepEqual(rows[0]?.values, {
    name: null,
    kind: 'seminar',
    on: null,
    people: null,
    points: null,
  });
  assert.deepEqual(rows[1]?.values, {
    name: 'B',
    kind: 'talk',
    on: '2020-02-29',
    people: 1200,
    points: -3,
  });
  for (const one of issues) {
    const words = documentIssueWords[one.code]?.(one.data ?? {}) ?? '';
    assert.ok(words.includes(String(one.data?.cell)) && !words.includes('undefined'), words);
  }
});

test('no header, a missing column and a column twice each say so', () => {
  assert.deepEqual(codes(readSheet(shape, csvSheet('a;b\n1;2'))), ['sheet.header_not_found']);
  assert.deepEqual(codes(readSheet(shape, csvSheet('Loại;Ngày\nHội thảo;'))), [
    'sheet.column_missing',
  ]);
  const twice = readSheet(shape, csvSheet('Tên hoạt động;Ngày;Ngày tổ chức\nA;;'));
  assert.deepEqual(
    [codes(twice), twice.issues[0]?.data?.first, twice.issues[0]?.data?.cell],
    [['sheet.column_twice'], 'B1', 'C1'],
  );
  assert.deepEqual(twice.rows, []);
});

test('a template is filled in, read back, and offers its lists', async () => {
  const file = await writeTemplate(shape, {
    name: 'Hoạt động',
    title: 'Mẫu',
    notes: ['Không đổi tên cột'],
  });
  const { sheet } = await sheetXml(file);
  assert.match(
    sheet,
    /<dataValidation type="list" sqref="B5:B504"[^>]*>\s*<formula1>'Danh mục'!\$A\$2:\$A\$3<\/formula1>/,
  );
  assert.match(sheet, /<dataValidation type="date" sqref="C5:C504"/);
  const zip = unzip(file, 10_000_000);
  assert.ok(zip.ok && String(zip.entries.get('xl/comments1.xml')).includes('Như giấy mời'));
  const read = await readXlsx(file);
  assert.deepEqual(
    read.sheets.map((one) => one.name),
    ['Hoạt động', 'Hướng dẫn', 'Danh mục'],
  );
  assert.deepEqual(readSheet(shape, read.sheets[0] as Sheet), { rows: [], issues: [] });
  assert.equal(cellOf(read, 2, 0, 2).text, 'Tọa đàm, trao đổi');
});

test('letters of columns', () => {
  assert.deepEqual([0, 25, 26, 701, 702, 16_383].map(columnLetters), [
    'A',
    'Z',
    'AA',
    'ZZ',
    'AAA',
    'XFD',
  ]);
});
