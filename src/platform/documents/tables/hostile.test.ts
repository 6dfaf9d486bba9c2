import assert from 'node:assert/strict';
import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { crc32, deflateRawSync } from 'node:zlib';
import { writeXlsx } from 'hucre/xlsx';
import { documentIssueWords } from '../vi.ts';
import { openTable, TableFault, type TableLimits } from './index.ts';
import { type RawPart, rawBook, writeXlsxRows, zipOf } from './testing.ts';

let folder = '';
before(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'tables-bad-'));
});
after(() => rm(folder, { recursive: true }));

interface Found {
  readonly code: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** What reading all of a file ends with; its words must be there and hold no hole. */
async function outcome(
  content: Buffer | string,
  name = 'a.xlsx',
  limits: TableLimits = {},
): Promise<Found> {
  const file = path.join(folder, 'file');
  await writeFile(file, content);
  return outcomeOf(file, name, limits);
}

async function outcomeOf(file: string, name = 'a.xlsx', limits: TableLimits = {}): Promise<Found> {
  const result = await openTable(file, name, limits);
  if (!result.ok) {
    assert.equal(result.issues.length, 1);
    const { code, data = {} } = result.issues[0]!;
    return spoken({ code, data });
  }
  try {
    for (const sheet of result.table.sheets) {
      for await (const _ of result.table.rows(sheet.index));
      await result.table.merges(sheet.index);
    }
    return { code: 'read', data: {} };
  } catch (error) {
    if (!(error instanceof TableFault)) throw error;
    return spoken({ code: error.code, data: error.data });
  } finally {
    await result.table.close();
  }
}

function spoken(found: Found): Found {
  const words = documentIssueWords[found.code];
  assert.ok(words, `no words for ${found.code}`);
  assert.doesNotMatch(words(found.data), /undefined|NaN|null/, found.code);
  return found;
}

const sheet = (xml: string, more = {}): Buffer =>
  zipOf(rawBook({ A: `<sheetData>${xml}</sheetData>` }, more));
const ROW = '<row><c t="inlineStr"><is><t>a</t></is></c></row>';

test('a sound file is read', async () => {
  assert.equal((await outcome(sheet(ROW))).code, 'read');
});

test('what is no workbook', async () => {
  const book = rawBook({ A: '<sheetData/>' });
  const without = (name: string): RawPart[] => book.filter((part) => part.name !== name);
  const docx = [
    {
      name: '_rels/.rels',
      content:
        '<Relationships><Relationship Id="a" Type="http://x/officeDocument" Target="word/document.xml"/></Relationships>',
    },
    { name: 'word/document.xml', content: '<w:document xmlns:w="w"><w:body/></w:document>' },
  ];
  const ods = [
    { name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet' },
    { name: 'content.xml', content: '<a/>' },
  ];
  const xlsb = [
    {
      name: '_rels/.rels',
      content:
        '<Relationships><Relationship Id="a" Type="http://x/officeDocument" Target="xl/workbook.bin"/></Relationships>',
    },
    { name: 'xl/workbook.bin', content: 'x' },
  ];
  assert.equal((await outcome(zipOf(docx))).code, 'table.not_a_workbook');
  assert.deepEqual(await outcome(zipOf(ods)), {
    code: 'table.other_workbook',
    data: { kind: 'ods' },
  });
  assert.equal((await outcome(zipOf(xlsb))).code, 'table.other_workbook');
  assert.equal((await outcome(zipOf([{ name: 'a', content: 'b' }]))).code, 'table.not_a_workbook');
  assert.equal((await outcome(zipOf(without('xl/workbook.xml')))).code, 'table.not_a_workbook');
  assert.equal((await outcome(zipOf(without('xl/worksheets/sheet1.xml')))).code, 'table.damaged');
  assert.equal(
    (await outcome(zipOf(without('xl/_rels/workbook.xml.rels')))).code,
    'table.no_sheet',
  );
  assert.equal((await outcome('MZ\u0090\u0000\u0003')).code, 'table.not_a_workbook');
  assert.equal((await outcome('MZ\u0090\u0000\u0003', 'a.csv')).code, 'table.not_a_table');
  assert.equal((await outcome('')).code, 'table.empty_file');
  assert.equal((await outcome('PK\u0003\u0004')).code, 'table.damaged');
  assert.equal((await outcomeOf(folder)).code, 'table.unreadable');
  assert.equal((await outcomeOf(path.join(folder, 'absent'))).code, 'table.unreadable');
});

/** An OLE file of one directory sector with these streams. */
function ole(names: readonly string[]): Buffer {
  const file = Buffer.alloc(512 * 3, 0xff);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(file);
  file.fill(0, 8, 76);
  file.writeUInt16LE(9, 30);
  file.writeUInt32LE(1, 44);
  file.writeUInt32LE(1, 48);
  file.writeUInt32LE(0, 76);
  file.writeUInt32LE(0xfffffffd, 512);
  file.writeUInt32LE(0xfffffffe, 516);
  file.fill(0, 1024);
  for (const [at, name] of ['Root Entry', ...names].entries()) {
    file.write(name, 1024 + at * 128, 'utf16le');
    file.writeUInt16LE(name.length * 2 + 2, 1024 + at * 128 + 64);
    file[1024 + at * 128 + 66] = at === 0 ? 5 : 2;
  }
  return file;
}

test('old and locked files', async () => {
  assert.equal((await outcome(ole(['Workbook']), 'a.xls')).code, 'table.xls_old');
  assert.equal((await outcome(ole(['Book']), 'a.xlsx')).code, 'table.xls_old');
  const locked = ole(['EncryptionInfo', 'EncryptedPackage']);
  assert.equal((await outcome(locked)).code, 'table.locked');
  assert.equal((await outcome(ole(['WordDocument']), 'a.xls')).code, 'table.not_a_table');
  assert.equal((await outcome(ole([]).subarray(0, 600), 'a.xls')).code, 'table.not_a_table');
  const encryption = { password: 'x', spinCount: 100 };
  const real = await writeXlsx({ sheets: [{ name: 'A', rows: [['a']] }], encryption });
  assert.equal((await outcome(Buffer.from(real))).code, 'table.locked');
});

test('a DTD is refused in every part, before its entities matter', async () => {
  const bomb =
    '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY y "&x;&x;&x;&x;&x;&x;">]>';
  for (const name of [
    '_rels/.rels',
    'xl/workbook.xml',
    'xl/_rels/workbook.xml.rels',
    'xl/worksheets/sheet1.xml',
    'xl/sharedStrings.xml',
    'xl/styles.xml',
  ]) {
    const parts = rawBook(
      { A: '<sheetData><row><c t="s"><v>0</v></c></row></sheetData>' },
      { strings: '<si><t>&y;</t></si>', styles: '<cellXfs/>' },
    );
    const bad = parts.map((part) =>
      part.name === name
        ? { name, content: bomb + String(part.content).replace(/^<\?xml.*?\?>/, '') }
        : part,
    );
    assert.equal((await outcome(zipOf(bad))).code, 'table.forbidden_markup', name);
  }
  assert.equal((await outcome(sheet('<row><c><v>&x;</v></c></row>'))).code, 'table.damaged');
});

test('broken XML, each in its way', async () => {
  const bad = [
    '<row></c></row>',
    '<row><c></row>',
    '<row',
    '<row r="1" r2=x>',
    '<row r="0"/>',
    '<row r="x"/>',
    '<row r="5"/><row r="4"/>',
    '<row><c t="s"><v>0</v></c></row>',
    '<row><c t="s"><v>-1</v></c></row>',
    '<row><c t="q"><v>1</v></c></row>',
    '<row><c r="12"><v>1</v></c></row>',
    '<row><c t="str"><v>&#0;</v></c></row>',
    '<row><c t="str"><v>&#xD800;</v></c></row>',
    '<row><c t="str"><v>\u0001</v></c></row>',
    '<row><c t="str"><v>a & b</v></c></row>',
    `${'<row>'.repeat(500)}`,
    '</sheetData></worksheet><worksheet><sheetData>',
    '</sheetData></worksheet>x<!--',
    '<row><!-- -->',
  ];
  for (const xml of bad)
    assert.equal((await outcome(sheet(xml))).code, 'table.damaged', xml.slice(0, 60));
  const found = await outcome(sheet(`${ROW}<row r="7"><c r="C7" t="s"><v>3</v></c></row>`));
  assert.deepEqual([found.data.sheet, found.data.cell], ['A', 'C7']);
  const cut = Buffer.from(`<worksheet><sheetData><row><c t="str"><v>Đ`).subarray(0, -1);
  const parts = rawBook({ A: '' }).map((part) =>
    part.name.includes('sheet1') ? { ...part, content: cut } : part,
  );
  assert.equal((await outcome(zipOf(parts))).code, 'table.damaged');
  const latin = rawBook({ A: '' }).map((part) =>
    part.name.includes('sheet1')
      ? {
          ...part,
          content:
            '<?xml version="1.0" encoding="windows-1252"?><worksheet><sheetData/></worksheet>',
        }
      : part,
  );
  assert.equal((await outcome(zipOf(latin))).code, 'table.damaged');
});

test('deep XML ends at once', async () => {
  const deep = '<a>'.repeat(1_000_000);
  assert.equal((await outcome(zipOf(rawBook({ A: deep })))).code, 'table.damaged');
  const styles = zipOf(rawBook({ A: '<sheetData/>' }, { styles: deep }));
  assert.equal((await outcome(styles)).code, 'table.damaged');
});

test('a file cut anywhere is refused, never half read in silence', async () => {
  const file = path.join(folder, 'cut.xlsx');
  const rows = Array.from({ length: 3000 }, (_, i) => [i, `Nguyễn ${i}`]);
  await writeXlsxRows(file, { sheets: [{ name: 'A', rows }], sharedStrings: true });
  const { size } = await import('node:fs/promises').then(({ stat }) => stat(file));
  for (const length of [size - 1, size - 30, Math.floor(size / 2), 100, 4]) {
    await truncate(file, length);
    assert.equal((await outcomeOf(file)).code, 'table.damaged', `${length} of ${size}`);
  }
});

test('one changed byte in the packed data is noticed', async () => {
  const content = `<sheetData>${Array.from({ length: 500 }, (_, i) => `<row><c><v>${i * 7919}</v></c></row>`).join('')}</sheetData>`;
  const sound = zipOf(rawBook({ A: content }));
  const at = sound.indexOf('xl/worksheets/sheet1.xml') + 1500;
  for (const bit of [1, 16, 128]) {
    const file = Buffer.from(sound);
    file[at] = file[at]! ^ bit;
    assert.equal((await outcome(file)).code, 'table.damaged');
  }
  const stored = rawBook({ A: content }).map((part) => ({ ...part, says: { method: 0 } }));
  const lies = stored.map((part) => {
    const length = Buffer.from(part.content).length;
    return { ...part, says: { method: 0, packed: length } };
  });
  assert.equal((await outcome(zipOf(lies))).code, 'read');
  const wrong = lies.map((part) => ({ ...part, says: { ...part.says, sum: 1 } }));
  assert.equal((await outcome(zipOf(wrong))).code, 'table.damaged');
});

test('ZIP bombs: honest, lying about their size, in any part, by the total', async () => {
  const filler = Buffer.alloc(80_000_000, '<x/>');
  const xml = Buffer.concat([
    Buffer.from('<worksheet><sheetData></sheetData>'),
    filler,
    Buffer.from('</worksheet>'),
  ]);
  const withSheet = (content: Buffer, says: RawPart['says'] = {}): Buffer =>
    zipOf(
      rawBook({ A: '' }).map((part) =>
        part.name.includes('sheet1') ? { name: part.name, content, says } : part,
      ),
    );
  assert.equal((await outcome(withSheet(xml))).code, 'table.expands_too_large');
  const small = await outcome(withSheet(xml, { unpacked: 1000 }));
  assert.equal(small.code, 'table.damaged');
  const strings = `<si><t>a</t></si>`.repeat(3_000_000);
  const inStrings = sheet('<row><c t="s"><v>0</v></c></row>', { strings });
  assert.equal((await outcome(inStrings)).code, 'table.expands_too_large');
  const inStyles = zipOf(rawBook({ A: '<sheetData/>' }, { styles: '<x/>'.repeat(10_000_000) }));
  assert.equal((await outcome(inStyles)).code, 'table.expands_too_large');
  const plain = sheet(ROW.repeat(2000));
  assert.equal(
    (await outcome(plain, 'a.xlsx', { maxUnpacked: 50_000 })).code,
    'table.expands_too_large',
  );
});

test('too much of anything has its own code', async () => {
  const rows = (count: number): string =>
    Array.from({ length: count }, (_, i) => `<row><c><v>${i}</v></c></row>`).join('');
  const many = await outcome(sheet(rows(60)), 'a.xlsx', { maxRows: 50 });
  assert.deepEqual(many, { code: 'table.too_many_rows', data: { sheet: 'A', row: 51, limit: 50 } });
  const far = await outcome(sheet('<row r="2000000"><c><v>1</v></c></row>'));
  assert.equal(far.code, 'table.too_many_rows');
  // The sheet says so itself: it is not read to where the rows begin that are too many.
  const said = await outcome(
    zipOf(
      rawBook({
        A: '<dimension ref="A1:L2000000"/><sheetData><row><c><v>1</v></c></row></sheetData>',
      }),
    ),
  );
  assert.equal(said.code, 'table.too_many_rows');
  const wide = await outcome(sheet('<row><c r="KO1"><v>1</v></c></row>'));
  assert.deepEqual([wide.code, wide.data.cell], ['table.too_many_columns', 'KO1']);
  assert.equal(
    (await outcome(sheet('<row><c r="ABCDEFG1"/></row>'))).code,
    'table.too_many_columns',
  );
  assert.equal(
    (await outcome(sheet(`<row>${'<c/>'.repeat(1_000_000)}</row>`))).code,
    'table.too_many_columns',
  );
  assert.equal(
    (await outcome(sheet('<row><c r="XFD1" s="1"/><c r="A1"><v>1</v></c></row>'))).code,
    'read',
  );
  const merges = `<sheetData>${ROW}</sheetData><mergeCells>${Array.from({ length: 100_001 }, (_, i) => `<mergeCell ref="A${i + 1}:B${i + 1}"/>`).join('')}</mergeCells>`;
  const merged = await outcome(zipOf(rawBook({ A: merges })));
  assert.equal(merged.code, 'table.too_many_merges');
  const names = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`S${i}`, '<sheetData/>']));
  assert.equal(
    (await outcome(zipOf(rawBook(names)), 'a.xlsx', { maxSheets: 39 })).code,
    'table.too_many_sheets',
  );
  const strings = Array.from({ length: 50 }, (_, i) => `<si><t>${i}</t></si>`).join('');
  const shared = sheet('<row><c t="s"><v>0</v></c></row>', { strings });
  assert.equal(
    (await outcome(shared, 'a.xlsx', { maxSharedStrings: 49 })).code,
    'table.too_much_text',
  );
  const parts = Array.from({ length: 5001 }, (_, i) => ({ name: `p${i}`, content: '' }));
  assert.equal((await outcome(zipOf(parts))).code, 'table.too_many_parts');
  assert.equal(
    (await outcome(sheet(ROW), 'a.xlsx', { maxBytes: 100 })).code,
    'table.file_too_large',
  );
});

test('a cell of 100 MB ends early, wherever it lies', async () => {
  // Letters that do not shrink much, so that it is the length of the cell that ends the reading.
  const letters = Buffer.from(
    Array.from({ length: 2_000_000 }, (_, i) => (i * 7919) ^ (i >> 3)),
  ).toString('base64');
  const long = letters.repeat(40);
  assert.ok(long.length > 100_000_000);
  const books = [
    sheet(`<row><c t="inlineStr"><is><t>${long}</t></is></c></row>`),
    sheet(`<row><c t="str"><v>${long}</v></c></row>`),
    sheet('<row><c t="s"><v>0</v></c></row>', { strings: `<si><t>${long}</t></si>` }),
    sheet(`<row><c t="str"><v><![CDATA[${long}]]></v></c></row>`),
    sheet(`<row a="${long}"/>`),
    sheet(`<row><c t="str"><v>${'x'.repeat(32_768)}</v></c></row>`),
    sheet(`<row><c t="inlineStr"><is>${'<r><t>xxxxxxxx</t></r>'.repeat(5000)}</is></c></row>`),
    sheet('<row><c t="s"><v>0</v></c></row>', { strings: `<si><t>${'ữ'.repeat(32_768)}</t></si>` }),
  ];
  for (const [at, book] of books.entries()) {
    const found = await outcome(book);
    assert.equal(found.code, 'table.cell_too_long', `${at}`);
    assert.equal(found.data.limit, 32_767);
  }
  const most = 'ữ'.repeat(32_767);
  const fine = sheet('<row><c t="s"><v>0</v></c></row>', { strings: `<si><t>${most}</t></si>` });
  assert.equal((await outcome(fine)).code, 'read');
});

test('doubled and leaving names, encrypted and unknown packing', async () => {
  const book = rawBook({ A: `<sheetData>${ROW}</sheetData>` });
  const twice = [...book, { name: 'XL/worksheets/Sheet1.xml', content: '<worksheet/>' }];
  assert.equal((await outcome(zipOf(twice))).code, 'table.damaged');
  for (const name of ['../../etc/passwd', '/etc/passwd', 'C:/x']) {
    const found = await outcome(zipOf([...book, { name, content: 'x' }]));
    assert.equal(found.code, 'table.damaged', name);
  }
  const away = book.map((part) =>
    part.name === 'xl/_rels/workbook.xml.rels'
      ? {
          ...part,
          content: String(part.content).replace('worksheets/sheet1.xml', '../../../etc/passwd'),
        }
      : part,
  );
  assert.equal((await outcome(zipOf(away))).code, 'table.damaged');
  const odd = book.map((part) => ({ ...part, says: { method: 12 } }));
  assert.equal((await outcome(zipOf(odd))).code, 'table.damaged');
  const locked = zipOf(book);
  for (
    let at = locked.indexOf('PK\u0001\u0002');
    at >= 0;
    at = locked.indexOf('PK\u0001\u0002', at + 4)
  ) {
    locked[at + 8] = locked[at + 8]! | 1;
  }
  assert.equal((await outcome(locked)).code, 'table.locked');
});

test('entries that share one bomb are counted together with what they unpack', async () => {
  const strings = Array.from({ length: 30_000 }, (_, i) => `<si><t>${crc32(`${i}`)}</t></si>`).join(
    '',
  );
  const book = sheet('<row><c t="s"><v>0</v></c></row>', { strings });
  assert.ok(deflateRawSync(strings).length > 100_000);
  assert.equal(
    (await outcome(book, 'a.xlsx', { maxUnpacked: 400_000 })).code,
    'table.expands_too_large',
  );
  assert.equal((await outcome(book)).code, 'read');
});

test('noise in place of a file never does more than refuse', async () => {
  const sound = sheet(ROW.repeat(20), { strings: '<si><t>a</t></si>', styles: '<cellXfs/>' });
  let seed = 12_345;
  const random = (below: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff;
    return seed % below;
  };
  for (let round = 0; round < 300; round++) {
    const file = Buffer.from(sound);
    for (let change = 0; change < 1 + random(8); change++) file[random(file.length)] = random(256);
    const { code } = await outcome(file);
    assert.match(code, /^(read|table\.[a-z_]+)$/);
  }
});
