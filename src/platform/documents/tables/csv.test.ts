import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { CsvDecoder } from './csv-bytes.ts';
import { CsvSplitter, splitCsv } from './csv-split.ts';
import { openTable, type Table, TableFault, type TableLimits, type TableRow } from './index.ts';
import { Utf8Gate } from './utf8-gate.ts';

let folder = '';
before(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'tables-csv-'));
});
after(() => rm(folder, { recursive: true }));

async function opening(content: Buffer | string, name = 'a.csv', limits: TableLimits = {}) {
  const file = path.join(folder, 'file');
  await writeFile(file, content);
  return openTable(file, name, limits);
}

async function tableOf(
  content: Buffer | string,
  name?: string,
  limits?: TableLimits,
): Promise<Table> {
  const result = await opening(content, name, limits);
  assert.ok(result.ok, JSON.stringify(result));
  return result.table;
}

async function all(table: Table, options: Parameters<Table['rows']>[1] = {}): Promise<TableRow[]> {
  const rows: TableRow[] = [];
  for await (const batch of table.rows(0, options)) rows.push(...batch);
  return rows;
}

const texts = (rows: readonly TableRow[]): (string | undefined)[][] =>
  rows.map((row) => row.cells.map((cell) => cell?.text));

const codeOf = async (content: Buffer | string, name?: string, limits?: TableLimits) => {
  const result = await opening(content, name, limits);
  if (!result.ok) return result.issues[0]?.code;
  try {
    await all(result.table);
  } catch (error) {
    assert.ok(error instanceof TableFault, String(error));
    return error.code;
  }
  return 'read';
};

const TEXT =
  'Họ tên;Ngày;Số\r\n"Lò ""Ý""; hai\r\ndòng";05/01/2020;1.234,5\r\n;;\r\n\r\nĐào;;007\n"xong" rồi;a"b;';
const ROWS = [
  ['Họ tên', 'Ngày', 'Số'],
  ['Lò "Ý"; hai\r\ndòng', '05/01/2020', '1.234,5'],
  ['Đào', undefined, '007'],
  ['xong rồi', 'a"b'],
];

test('every encoding of Unicode reads the same', async () => {
  const utf16 = Buffer.from(TEXT, 'utf16le');
  const swapped = Buffer.from(utf16).swap16();
  const files: [Buffer, string][] = [
    [Buffer.from(TEXT), 'utf-8'],
    [Buffer.from(`\ufeff${TEXT}`), 'utf-8'],
    [Buffer.concat([Buffer.from([0xff, 0xfe]), utf16]), 'utf-16le'],
    [Buffer.concat([Buffer.from([0xfe, 0xff]), swapped]), 'utf-16be'],
    [utf16, 'utf-16le'],
    [swapped, 'utf-16be'],
  ];
  for (const [file, bytes] of files) {
    const table = await tableOf(file, 'Hội viên.csv');
    assert.equal(table.bytes, bytes);
    assert.equal(table.delimiter, ';');
    assert.deepEqual(table.sheets, [
      { name: 'Hội viên', index: 0, hidden: false, dimension: null },
    ]);
    const rows = await all(table);
    assert.deepEqual(texts(rows), ROWS, bytes);
    assert.deepEqual(
      rows.map((row) => row.number),
      [1, 2, 5, 6],
    );
    assert.equal(table.progress(), 1);
    assert.deepEqual(texts(await all(table, { after: 1, limit: 1 })), [ROWS[1]]);
    assert.deepEqual(await table.merges(0), []);
  }
});

test('8-bit bytes all stay: each is one character and back', async () => {
  const bytes = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte)).filter(
    (byte) => ![0, 0x0a, 0x0d, 0x22, 0x2c].includes(byte),
  );
  const table = await tableOf(Buffer.concat([Buffer.from('a,b\nx,'), Buffer.from(bytes)]));
  assert.equal(table.bytes, 'windows-1252');
  const text = (await all(table))[1]?.cells[1]?.text ?? '';
  assert.equal(text.length, bytes.length);
  assert.equal(new Set(text).size, bytes.length);
  assert.equal(text[bytes.indexOf(0x80)], '€');
  assert.equal(text[bytes.indexOf(0x81)], '\u0081');
  assert.equal(text[bytes.indexOf(0xfe)], 'þ');
  assert.equal(text[bytes.indexOf(0xd0)], 'Ð');
});

test('one 8-bit letter at the far end of a large file decides for the whole', async () => {
  const lines = Buffer.from('Nguyễn Văn A,Nam\n'.repeat(40_000));
  const table = await tableOf(Buffer.concat([lines, Buffer.from([0x4c, 0xea, 0x2c, 0x41, 0x0a])]));
  assert.equal(table.bytes, 'windows-1252');
  const rows = await all(table);
  assert.equal(rows.length, 40_001);
  assert.equal(rows.at(-1)?.cells[0]?.text, 'Lê');
  assert.equal(rows[0]?.cells[0]?.text.length, Buffer.byteLength('Nguyễn Văn A'));
});

test('a letter cut by the border of two pieces is whole, wherever the border is', () => {
  const text = 'Nguyễn Thị Ỷ,"Đ""ức\r\n😀",Ộ\r\nẵ,b\r';
  const wanted = splitCsv(text, ',');
  assert.deepEqual(wanted, [
    ['Nguyễn Thị Ỷ', 'Đ"ức\r\n😀', 'Ộ'],
    ['ẵ', 'b'],
  ]);
  const files = { 'utf-8': Buffer.from(text), 'utf-16le': Buffer.from(text, 'utf16le') } as const;
  for (const [bytes, file] of Object.entries(files)) {
    for (const size of [1, 2, 3, 4, 5, 6, 7, 11, 17]) {
      const decoder = new CsvDecoder(bytes as 'utf-8');
      const splitter = new CsvSplitter(',');
      const gate = new Utf8Gate();
      const rows: string[][] = [];
      const take = (row: string[]): void => {
        rows.push(row);
      };
      for (let at = 0; at < file.length; at += size) {
        const piece = file.subarray(at, at + size);
        if (bytes === 'utf-8') assert.ok(gate.accepts(piece), `${size} ${at}`);
        splitter.push(decoder.decode(piece), false, take);
      }
      splitter.push(decoder.decode(null), true, take);
      assert.deepEqual(rows, wanted, `${bytes} ${size}`);
      assert.equal(gate.cut, false);
    }
  }
});

test('what is not UTF-8 is found at any border', () => {
  const bad = [
    [0xc3, 0x28],
    [0xe1, 0xba, 0x41],
    [0xed, 0xa0, 0x80],
    [0xf5, 0x80, 0x80, 0x80],
    [0x80],
    [0xc0, 0x80],
  ];
  for (const bytes of bad) {
    const file = Buffer.from([0x41, 0xe1, 0xbb, 0x85, ...bytes, 0x42, 0x42, 0x42, 0x42]);
    for (let size = 1; size <= file.length; size++) {
      const gate = new Utf8Gate();
      let accepted = true;
      for (let at = 0; at < file.length; at += size) {
        accepted = gate.accepts(file.subarray(at, at + size)) && accepted;
      }
      assert.ok(!accepted || gate.cut, `${bytes} in pieces of ${size}`);
    }
  }
});

test('delimiters: guessed, said, by the ending, any', async () => {
  for (const delimiter of [',', '\t', '|', ';']) {
    const table = await tableOf(`a${delimiter}b\n"1,5"${delimiter}2\n3${delimiter}4`);
    assert.equal(table.delimiter, delimiter);
    assert.equal((await all(table)).length, 3);
  }
  for (const end of ['\r\n', '\n', '\r', '']) {
    const table = await tableOf(`sep=^${end}${end === '' ? '' : `a,1^b${end}c^d`}`);
    assert.equal(table.delimiter, '^');
    assert.deepEqual(
      texts(await all(table)),
      end === ''
        ? []
        : [
            ['a,1', 'b'],
            ['c', 'd'],
          ],
    );
  }
  // Titles above a short list; one column with commas in it.
  assert.equal(
    (await tableOf('HỘI A\n\nDANH SÁCH\nNĂM 2025\nhọ tên;năm\nA;1960\n')).delimiter,
    ';',
  );
  const names = texts(await all(await tableOf('họ tên\nĐại tá, PGS.TS Ngô Hải\nLò An\nLò Bình\n')));
  assert.equal(names[1]![0], 'Đại tá, PGS.TS Ngô Hải');
  assert.equal((await tableOf('a,b\tc,d,e\nx,y\tz,w,v\n', 'a.tsv')).delimiter, '\t');
  assert.deepEqual(texts(await all(await tableOf('một\nhai\n'))), [['một'], ['hai']]);
});

test('a large file, row by row', async () => {
  const line = (i: number): string => `${i},"Nguyễn ""${i}"" Ỷ",${'ữ'.repeat(i % 50)},cuối\r\n`;
  const table = await tableOf(Array.from({ length: 60_000 }, (_, i) => line(i)).join(''));
  let number = 0;
  for await (const batch of table.rows(0)) {
    assert.ok(batch.length <= 1000);
    for (const row of batch) {
      const i = number++;
      const wanted = [`${i}`, `Nguyễn "${i}" Ỷ`, 'ữ'.repeat(i % 50) || undefined, 'cuối'];
      assert.deepEqual(
        row.cells.map((cell) => cell?.text),
        wanted,
      );
    }
  }
  assert.equal(number, 60_000);
});

test('refusals of text files', async () => {
  assert.equal(await codeOf(''), 'table.empty_file');
  assert.equal(await codeOf('a,b\nc\u0000d,e\n'), 'table.not_text');
  assert.equal(await codeOf(Buffer.from('\ufeffa\u0000b\n', 'utf16le')), 'table.not_text');
  assert.equal(
    await codeOf(Buffer.concat([Buffer.from('\ufeffĐức,'), Buffer.from([0xea, 0x41])])),
    'table.encoding_broken',
  );
  assert.equal(await codeOf(Buffer.from('Đức,Hiệp').subarray(0, -2)), 'table.damaged');
  assert.equal(await codeOf(Buffer.from('\ufeffa;b', 'utf16le').subarray(0, -1)), 'table.damaged');
  assert.equal(await codeOf(Buffer.from([0x4c, 0xea])), 'read');
  assert.equal(await codeOf('a,b', 'a.exe'), 'table.not_a_table');
  assert.equal(await codeOf('a,b', 'a.docx'), 'table.not_a_table');
  assert.equal(await codeOf('a,b', 'a.xlsx'), 'table.not_a_workbook');
  assert.equal(await codeOf('%PDF-1.7', 'a.csv'), 'table.not_a_table');
  assert.equal(await codeOf('MZ\u0090', 'a.csv'), 'table.not_a_table');
  assert.equal(await codeOf('<html><table>', 'a.xls'), 'table.markup_inside');
  assert.equal(await codeOf('\ufeff<?xml version="1.0"?>', 'a.xls'), 'table.markup_inside');
  assert.equal(await codeOf('a\tb\n', 'a.xls'), 'read');
  assert.equal(await codeOf('abc', 'a.csv', { maxBytes: 2 }), 'table.file_too_large');
  assert.equal(await codeOf('a\nb\nc', 'a.csv', { maxRows: 2 }), 'table.too_many_rows');
  assert.equal(await codeOf('a,b,,\n,,,\n', 'a.csv', { maxColumns: 2 }), 'read');
  assert.equal(await codeOf('a,b,c', 'a.csv', { maxColumns: 2 }), 'table.too_many_columns');
  assert.equal(await codeOf(','.repeat(1_000_000)), 'table.too_many_columns');
  assert.equal(await codeOf('x'.repeat(40_000)), 'table.cell_too_long');
  assert.equal(await codeOf(`a,"b\n${'c,d\n'.repeat(100_000)}`), 'table.cell_too_long');
  assert.equal(await codeOf(`a\n${'x'.repeat(100_000_000)}`), 'table.cell_too_long');
});

test('where it went wrong is told', async () => {
  const table = await tableOf(`a,b\nc,d\n"${'x'.repeat(70_000)}",e\n`);
  await assert.rejects(all(table), (error: unknown) => {
    assert.ok(error instanceof TableFault);
    assert.deepEqual(error.data, { row: 3, limit: 32_767 });
    return true;
  });
});

test('a quote that is not closed swallows no line', async () => {
  const table = await tableOf('a;b\n"Lò Văn Bình;1960\nLò Thị An;1961\nLò "Thị" Ba;1962\nc;"d');
  assert.deepEqual(texts(await all(table)), [
    ['a', 'b'],
    ['"Lò Văn Bình', '1960'],
    ['Lò Thị An', '1961'],
    ['Lò "Thị" Ba', '1962'],
    ['c', '"d'],
  ]);
  const whole = await tableOf('a;b\n"x\ny";"z ""q"" \n1"\n');
  assert.deepEqual(texts(await all(whole))[1], ['x\ny', 'z "q" \n1']);
});
