import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { writeXlsx } from 'hucre/xlsx';
import { CellMaker } from './cells.ts';
import { openTable, type Table, type TableCell, type TableRow } from './index.ts';
import { readStrings } from './read-strings.ts';
import { SheetRows } from './sheet-rows.ts';
import { noStyles } from './styles.ts';
import { type OutCell, type RawPart, rawBook, writeXlsxRows, zipOf } from './testing.ts';
import { TABLE_DEFAULTS } from './types.ts';
import { decodeEscapes } from './xml-text.ts';

let folder = '';
before(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'tables-'));
});
after(() => rm(folder, { recursive: true }));

const opened: Table[] = [];
after(async () => {
  for (const table of opened) await table.close();
});

async function tableOf(content: Buffer | string, name = 'a.xlsx'): Promise<Table> {
  const file = path.join(folder, 'file');
  await writeFile(file, content);
  const result = await openTable(file, name);
  assert.ok(result.ok, JSON.stringify(result));
  opened.push(result.table);
  return result.table;
}

async function all(table: Table, sheet = 0): Promise<TableRow[]> {
  const rows: TableRow[] = [];
  for await (const batch of table.rows(sheet)) rows.push(...batch);
  return rows;
}

const texts = (rows: readonly TableRow[]): (string | undefined)[][] =>
  rows.map((row) => row.cells.map((cell) => cell?.text));

async function cellsOf(xml: string, more: Parameters<typeof rawBook>[1] = {}): Promise<TableRow[]> {
  const table = await tableOf(zipOf(rawBook({ A: `<sheetData>${xml}</sheetData>` }, more)));
  return all(table);
}

const NAMES = [
  'Nguyễn Văn Đức',
  'Nguyễn Thị Ngọc Quỳnh'.normalize('NFD'),
  'Nguy\u00b4n V\u00a8n A TCVN3 \u00ae\u00d0',
  'Lò Thị Ỷ & <con> "cháu" \'chắt\'',
  ' cách hai đầu ',
  'hai\ndòng',
  'hai\r\ndòng',
  '_x0041_ và _x000D_',
  '😀 Ữ Ế Ộ Ẵ',
  '0912345678',
  '=1+1',
];

function* roster(count: number): Generator<OutCell[]> {
  for (let i = 0; i < count; i++) {
    yield [
      i,
      `${NAMES[i % NAMES.length]} ${i * 7919}`,
      i % 2 === 0 ? 'Nam' : 'Nữ',
      { value: 1 + ((i * 31) % 60_000), format: 'dd/mm/yyyy' },
      i % 7 === 0 ? null : `Bản ${NAMES[i % 5]}`,
      { value: i * 13, format: '000000000000' },
      i % 3 === 0,
      i / 8,
      { value: `f${i}`, formula: 'A1&"f"' },
      { value: i % 11, formula: 'B1', font: '.VnTime' },
      '',
      `Ghi chú ${i}`.repeat(1 + (i % 5)),
    ];
  }
}

function expected(cell: OutCell): string | undefined {
  if (cell === null || cell === undefined || cell === '') return undefined;
  if (typeof cell !== 'object')
    return String(cell).replace(/^(true|false)$/, (x) => x.toUpperCase());
  if (cell.format === 'dd/mm/yyyy') {
    const serial = Number(cell.value);
    if (serial === 60) return '29/02/1900';
    const day = new Date(Date.UTC(1899, 11, (serial < 60 ? 31 : 30) + serial));
    return day.toISOString().slice(0, 10).split('-').reverse().join('/');
  }
  return cell.format === undefined ? String(cell.value) : String(cell.value).padStart(12, '0');
}

for (const sharedStrings of [true, false]) {
  test(`every cell of 30,000 rows, shared strings: ${sharedStrings}`, async () => {
    const file = path.join(folder, `big-${sharedStrings}.xlsx`);
    const sheets = [{ name: 'Hội viên', rows: roster(30_000) }];
    await writeXlsxRows(file, { sheets, sharedStrings, fonts: [undefined, 'Times New Roman'] });
    const result = await openTable(file, 'a.xlsx');
    assert.ok(result.ok);
    const source = roster(30_000);
    let number = 0;
    let batches = 0;
    let progress = 0;
    for await (const batch of result.table.rows(0)) {
      batches++;
      assert.ok(batch.length <= 1000);
      assert.ok(result.table.progress() >= progress);
      progress = result.table.progress();
      for (const row of batch) {
        const wanted = source.next().value as OutCell[];
        assert.equal(row.number, ++number);
        const found = row.cells.map((cell) => cell?.text);
        assert.deepEqual(found, wanted.map(expected), `row ${number}`);
        assert.equal(row.cells[1]?.font, 'Times New Roman');
        assert.equal(row.cells[9]?.font, '.VnTime');
        assert.equal(row.cells[8]?.formula, true);
      }
    }
    assert.equal(number, 30_000);
    assert.ok(batches >= 30);
    assert.equal(progress, 1);
    await result.table.close();
  });
}

test('what a library wrote reads back the same', async () => {
  const rows = Array.from({ length: 3000 }, (_, i) => [
    i,
    `${NAMES[i % NAMES.length]}${i}`,
    new Date(Date.UTC(1950, 0, i * 7)),
    i % 2 === 0,
    i / 3,
  ]);
  const file = await writeXlsx({ sheets: [{ name: 'Danh sách', rows }] });
  const read = await all(await tableOf(Buffer.from(file)));
  assert.equal(read.length, 3000);
  for (const [i, row] of read.entries()) {
    const [number, name, born, flag, third] = rows[i]!;
    assert.equal(row.cells[0]?.number, number);
    // The library leaves _xHHHH_ as it is, which Excel then takes for a character.
    assert.equal(row.cells[1]?.text, decodeEscapes(String(name)));
    assert.equal(row.cells[2]?.day, (born as Date).toISOString().slice(0, 10));
    assert.equal(row.cells[3]?.text, flag ? 'TRUE' : 'FALSE');
    assert.equal(row.cells[4]?.number, Number((third as number).toPrecision(15)));
  }
});

async function* cut(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

test('pieces of any size give the same cells: nothing is damaged at their borders', async () => {
  const items = NAMES.map((name, i) =>
    i % 3 === 1
      ? `<si><r><t>${name.slice(0, 3).replace(/[&<]/g, '')}</t></r><r><rPr><rFont val=".VnTime"/></rPr><t>ạ ơ</t></r></si>`
      : `<si><t xml:space="preserve">${name.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</t><!-- ghi chú --></si>`,
  );
  const sst = Buffer.from(
    `\ufeff<?xml version="1.0"?><x:sst xmlns:x="m">${items.join('').replace(/<(\/?)(si|t|r|rPr|rFont)(?=[ />])/g, '<$1x:$2')}</x:sst>`,
  );
  const cells = NAMES.map(
    (_, i) =>
      `<row r="${i + 1}"><c r="A${i + 1}" t="s"><v>${i}</v></c><c t="inlineStr"><is><t>Đ&#7913;c <![CDATA[<ữ>]]></t></is></c><c t="str"><f>A1</f><v>ặ&#x1EB7;</v></c></row>`,
  );
  const sheet = Buffer.from(`<worksheet><sheetData>${cells.join('\r\n')}</sheetData></worksheet>`);
  const read = async (size: number): Promise<TableRow[]> => {
    const pool = await readStrings(cut(sst, size), TABLE_DEFAULTS);
    const rows = new SheetRows(new CellMaker(noStyles(false), pool), TABLE_DEFAULTS, 'A', 0);
    const found: TableRow[] = [];
    for await (const piece of cut(sheet, size)) {
      rows.feed(piece);
      for (let row = rows.next(); row !== null; row = rows.next()) found.push(row);
    }
    rows.finish();
    return found;
  };
  const whole = await read(1_000_000);
  assert.equal(whole.length, NAMES.length);
  assert.equal(whole[0]?.cells[0]?.text, 'Nguyễn Văn Đức');
  assert.equal(whole[3]?.cells[0]?.text, NAMES[3]);
  assert.equal(whole[0]?.cells[1]?.text, 'Đức <ữ>');
  assert.equal(whole[0]?.cells[2]?.text, 'ặặ');
  assert.equal(whole[1]?.cells[0]?.runs?.[1]?.font, '.VnTime');
  for (const size of [1, 2, 3, 5, 7, 13, 64, 101])
    assert.deepEqual(await read(size), whole, `${size}`);
});

test('kinds of cells, and what is missing', async () => {
  const rows = await cellsOf(
    '<row r="2"><c r="B2"><v>1</v></c><c><v>2.50</v></c><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c>' +
      '<c t="d"><v>2020-02-29</v></c><c t="s"><v>0</v></c><c s="99"/></row><row/><row><c r="A9" t="n"/><c r="XFD9" s="1"/></row>' +
      '<row><c t="str"><f>X()</f><v></v></c><c><f>Y()</f></c><c t="str"><f>Z()</f><v>z</v></c><c><v>rỗng</v></c></row>',
    { strings: '<si><t>một</t></si>' },
  );
  assert.deepEqual(rows, [
    {
      number: 2,
      cells: [
        undefined,
        { text: '1', kind: 'number', number: 1 },
        { text: '2.5', kind: 'number', number: 2.5 },
        { text: 'TRUE', kind: 'boolean' },
        { text: '#N/A', kind: 'error' },
        { text: '29/02/2020', kind: 'day', number: 43_890, day: '2020-02-29' },
        { text: 'một', kind: 'text' },
      ],
    },
    {
      number: 10,
      cells: [
        { text: '', kind: 'empty', formula: true },
        { text: '', kind: 'error', formula: true },
        { text: 'z', kind: 'text', formula: true },
        { text: 'rỗng', kind: 'text' },
      ],
    },
  ]);
});

test('texts: spaces, escapes, runs, fonts, phonetic readings', async () => {
  const strings =
    '<si><t> đầu cuối </t></si><si><t xml:space="preserve"> đầu cuối </t></si>' +
    '<si><t>a_x000D_b_x005F_x0041_</t></si><si><t>a&#10;b&amp;amp;</t></si>' +
    '<si><r><rPr><sz val="9"/><rFont val=".VnTime"/></rPr><t>NguyÔn </t></r><r><rPr><rFont val="Arial"/></rPr><t>Văn</t></r></si>' +
    '<si><r><t>một</t></r><r><t xml:space="preserve"> hai</t></r></si>' +
    '<si><t>東</t><rPh sb="0" eb="1"><t>あずま</t></rPh><phoneticPr fontId="1"/></si><si/><si><t></t></si>' +
    '<si><r><rPr><rFont val="VNI-Times"/></rPr><t>x</t></r></si><si><t>một<?pi x?> hai</t></si>';
  const styles =
    '<numFmts><numFmt numFmtId="170" formatCode="@&quot; (xã)&quot;"/></numFmts>' +
    '<fonts><font><name val="Calibri"/></font><font><sz val="1"/></font></fonts>' +
    '<cellXfs><xf numFmtId="0" fontId="0"/><xf numFmtId="0" fontId="1"/><xf numFmtId="170" fontId="1"/></cellXfs>';
  const cells = Array.from({ length: 11 }, (_, i) => `<c t="s"><v>${i}</v></c>`).join('');
  const [row, second] = await cellsOf(`<row>${cells}</row><row><c t="s" s="2"><v>5</v></c></row>`, {
    strings,
    styles,
  });
  const font = 'Calibri';
  const wanted: (TableCell | undefined)[] = [
    { text: 'đầu cuối', kind: 'text', font },
    { text: ' đầu cuối ', kind: 'text', font },
    { text: 'a\rb_x0041_', kind: 'text', font },
    { text: 'a\nb&amp;', kind: 'text', font },
    {
      text: 'NguyÔn Văn',
      kind: 'text',
      font,
      runs: [
        { text: 'NguyÔn ', font: '.VnTime' },
        { text: 'Văn', font: 'Arial' },
      ],
    },
    { text: 'một hai', kind: 'text', font },
    { text: '東', kind: 'text', font },
    undefined,
    undefined,
    { text: 'x', kind: 'text', font: 'VNI-Times' },
    { text: 'một hai', kind: 'text', font },
  ];
  // The last space of a run without xml:space="preserve" is not shown.
  wanted[4] = {
    text: 'NguyÔnVăn',
    kind: 'text',
    font,
    runs: [
      { text: 'NguyÔn', font: '.VnTime' },
      { text: 'Văn', font: 'Arial' },
    ],
  };
  assert.deepEqual(row?.cells, wanted);
  assert.deepEqual(second?.cells, [{ text: 'một hai (xã)', kind: 'text' }]);
});

test('number formats, and the 1904 system', async () => {
  const styles =
    '<numFmts><numFmt numFmtId="165" formatCode="000000000000"/><numFmt numFmtId="166" formatCode="[$-42A]dd/mm/yyyy;@"/></numFmts>' +
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="14"/><xf numFmtId="9"/></cellXfs>';
  const xml =
    '<row><c s="1"><v>1086012345</v></c><c s="2"><v>43890</v></c><c s="3"><v>43890.75</v></c><c s="4"><v>0.256</v></c></row>';
  const [row] = await cellsOf(xml, { styles });
  assert.deepEqual(texts([row!]), [['001086012345', '29/02/2020', '29/02/2020', '26%']]);
  assert.equal(row?.cells[2]?.day, '2020-02-29');
  const [other] = await cellsOf(
    '<row><c s="2"><v>42428</v></c><c t="d"><v>2020-02-29T12:00:00</v></c></row>',
    { styles, workbookPr: '<workbookPr date1904="1"/>' },
  );
  assert.deepEqual(texts([other!]), [['29/02/2020', '29/02/2020']]);
  assert.equal(other?.cells[1]?.number, 42_428.5);
});

test('strict names, prefixes, UTF-16, parts in odd places, wrong dimensions, hidden sheets', async () => {
  const strict = 'http://purl.oclc.org/ooxml/officeDocument/relationships';
  const sheet = (body: string): string =>
    `<x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main" xmlns:o="other"><x:dimension ref="A1:B2"/><x:sheetData>${body}</x:sheetData>` +
    '<x:mergeCells count="1"><x:mergeCell ref="A1:C2"/></x:mergeCells></x:worksheet>';
  const parts: RawPart[] = [
    {
      name: 'data/STRINGS.xml',
      content: `<sst xmlns="m"><si><t>Ưng</t></si></sst>`,
    },
    {
      name: 'data/one.xml',
      content: Buffer.from(
        `\ufeff<?xml version="1.0" encoding="UTF-16"?>${sheet('<o:row r="1"><o:c><o:v>9</o:v></o:c></o:row><x:row r="7"><x:c r="D7" t="s"><x:v>0</x:v><x:extLst><x:ext><x:v>1</x:v></x:ext></x:extLst></x:c></x:row>')}`,
        'utf16le',
      ),
    },
    { name: 'data/two.xml', content: sheet('') },
    {
      name: '_rels/.rels',
      content: `<Relationships><Relationship Id="a" Type="${strict}/officeDocument" Target="/data/book.xml"/></Relationships>`,
    },
    {
      name: 'data/book.xml',
      content: `<w:workbook xmlns:w="m" xmlns:q="r"><w:sheets><w:sheet name="Ẩn &amp; kín" state="veryHidden" q:id="y"/><w:sheet name="Đồ thị" q:id="c"/><w:sheet name="Một" q:id="x"/></w:sheets></w:workbook>`,
    },
    {
      name: 'data/_rels/book.xml.rels',
      content:
        `<Relationships><Relationship Id="x" Type="${strict}/worksheet" Target="one.xml"/><Relationship Id="y" Type="${strict}/worksheet" Target="../data/two.xml"/>` +
        `<Relationship Id="c" Type="${strict}/chartsheet" Target="chart.xml"/><Relationship Id="s" Type="${strict}/sharedStrings" Target="strings.xml"/>` +
        `<Relationship Id="e" Type="${strict}/styles" Target="http://evil.example/styles.xml" TargetMode="External"/>` +
        '<Relationship Id="m" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vba.bin"/></Relationships>',
    },
  ];
  const table = await tableOf(zipOf(parts), 'a.xlsm');
  assert.equal(table.macros, true);
  assert.deepEqual(table.sheets, [
    { name: 'Ẩn & kín', index: 0, hidden: true, dimension: 'A1:B2' },
    { name: 'Một', index: 1, hidden: false, dimension: 'A1:B2' },
  ]);
  assert.deepEqual(await all(table, 0), []);
  const rows = await all(table, 1);
  assert.deepEqual(rows, [
    { number: 7, cells: [undefined, undefined, undefined, { text: 'Ưng', kind: 'text' }] },
  ]);
  assert.deepEqual(await table.merges(1), [
    { from: { row: 1, column: 0 }, to: { row: 2, column: 2 } },
  ]);
});

test('merged ranges are found behind many rows and in small pieces', async () => {
  const rows = Array.from(
    { length: 5000 },
    (_, i) => `<row><c t="inlineStr"><is><t>sheetData ${i} /sheetData</t></is></c></row>`,
  ).join('');
  const merges = '<mergeCells><mergeCell ref="B1:D1"/><mergeCell ref="A3"/></mergeCells>';
  const table = await tableOf(
    zipOf(rawBook({ A: `<cols/><sheetData>${rows}</sheetData>${merges}` })),
  );
  assert.deepEqual(await table.merges(0), [
    { from: { row: 1, column: 1 }, to: { row: 1, column: 3 } },
    { from: { row: 3, column: 0 }, to: { row: 3, column: 0 } },
  ]);
  const { readMerges } = await import('./merges.ts');
  const xml = Buffer.from(`<worksheet><sheetData>${rows}</sheetData>${merges}</worksheet>`);
  for (const size of [61, 1000]) {
    assert.equal((await readMerges(cut(xml, size), TABLE_DEFAULTS, 'A')).length, 2);
  }
  const none = Buffer.from('<worksheet><sheetData/></worksheet>');
  assert.deepEqual(await readMerges(cut(none, 1), TABLE_DEFAULTS, 'A'), []);
});

test('reading again, after a row, a few rows, several at once, and stopping', async () => {
  const file = path.join(folder, 'again.xlsx');
  const rows = Array.from({ length: 4000 }, (_, i) =>
    i % 2 === 0 ? [i + 1, `dòng ${i + 1}`] : [],
  );
  await writeXlsxRows(file, { sheets: [{ name: 'A', rows }], sharedStrings: true });
  const result = await openTable(file, 'a.xlsx');
  assert.ok(result.ok);
  const { table } = result;
  const numbers = async (options: Parameters<Table['rows']>[1]): Promise<number[]> => {
    const found: number[] = [];
    for await (const batch of table.rows(0, options)) found.push(...batch.map((row) => row.number));
    return found;
  };
  assert.deepEqual(await numbers({ limit: 3 }), [1, 3, 5]);
  assert.deepEqual(await numbers({ after: 3000, limit: 2 }), [3001, 3003]);
  assert.deepEqual(await numbers({ after: 3999 }), []);
  assert.deepEqual(await numbers({ limit: 0 }), []);
  const [one, two] = await Promise.all([numbers({}), numbers({ after: 1999 })]);
  assert.deepEqual([one.length, two.length, two[0]], [2000, 1000, 2001]);
  const stop = new AbortController();
  await assert.rejects(
    async () => {
      for await (const _ of table.rows(0, { signal: stop.signal })) stop.abort(new Error('enough'));
    },
    { message: 'enough' },
  );
  assert.throws(() => table.merges(4), RangeError);
  await table.close();
});

test('the loop goes on while a large file is read', async () => {
  const file = path.join(folder, 'loop.xlsx');
  await writeXlsxRows(file, { sheets: [{ name: 'A', rows: roster(20_000) }], sharedStrings: true });
  const result = await openTable(file, 'a.xlsx');
  assert.ok(result.ok);
  let turns = 0;
  let reading = true;
  const turn = (): void => {
    turns++;
    if (reading) setImmediate(turn);
  };
  setImmediate(turn);
  let batches = 0;
  for await (const _ of result.table.rows(0)) batches++;
  reading = false;
  assert.ok(turns >= batches, `${turns} turns in ${batches} batches`);
  await result.table.close();
});
