import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unzip } from '../sheets/zip.ts';
import { documentIssueWords, officialWords } from '../vi.ts';
import {
  checkOfficialDocument,
  nd30Profile,
  type OfficialDocument,
  officialDocument,
} from './index.ts';
import { balancedLines, textWidth } from './metrics.ts';

const report: OfficialDocument = {
  type: { code: 'BC', title: 'Báo cáo' },
  parentAgency: 'Ủy ban nhân dân tỉnh Sơn La',
  agency: 'Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh Sơn La',
  number: 5,
  symbol: 'LHH',
  place: 'Sơn La',
  day: '2020-01-05',
  subject: 'Kết quả hoạt động năm 2019',
  addressees: ['Liên hiệp các Hội Khoa học và Kỹ thuật Việt Nam', 'Ủy ban nhân dân tỉnh Sơn La'],
  grounds: ['Căn cứ Quyết định số 1795/QĐ-TTg', 'Theo đề nghị của Chánh Văn phòng;'],
  body: [
    { kind: 'heading', level: 1, text: 'I. Kết quả' },
    {
      kind: 'paragraph',
      text: [
        { text: 'Đậm', bold: true },
        { text: ' <thường> & "nghiêng"', italic: true },
      ],
    },
    { kind: 'bullet', text: 'Một gạch đầu dòng' },
    {
      kind: 'table',
      columns: [
        { header: 'TT', share: 1, align: 'center' },
        { header: 'Chỉ tiêu', share: 5 },
        { header: 'Số', share: 2, align: 'right' },
      ],
      rows: [
        { kind: 'group', text: 'Nhóm I' },
        { kind: 'row', cells: ['1', 'Hội thảo', '1.234,5'] },
        { kind: 'total', cells: ['', 'Cộng', '1.234,5'] },
      ],
    },
    { kind: 'paragraph', text: 'Trên đây là báo cáo.' },
  ],
  signature: {
    authority: [
      { mark: 'TM.', of: 'Ban Thường vụ' },
      { mark: 'KT.', of: 'Chủ tịch' },
    ],
    position: 'Phó Chủ tịch',
    name: 'Nguyễn Thị Ngọc Quỳnh',
  },
  recipients: ['Như trên', '- Thường trực Tỉnh ủy;', 'Lưu: VT.'],
  filedWith: ['VP'],
};

async function parts(doc: OfficialDocument): Promise<ReadonlyMap<string, Buffer>> {
  const zip = unzip(await officialDocument(doc), 10_000_000);
  assert.ok(zip.ok);
  return zip.entries;
}

async function xml(doc: OfficialDocument): Promise<string> {
  return String((await parts(doc)).get('word/document.xml'));
}

const plainText = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');

/** Paragraphs as {text, xml}. */
function paragraphs(document: string): { text: string; xml: string }[] {
  return [...document.matchAll(/<w:p>.*?<\/w:p>|<w:p [^>]*>.*?<\/w:p>/gs)].map(([one]) => ({
    xml: one,
    text: plainText(
      [...one.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:br\/>/g)]
        .map((m) => m[1] ?? '\n')
        .join(''),
    ),
  }));
}

function find(document: string, text: string): { text: string; xml: string } {
  const found = paragraphs(document).find((one) => one.text === text);
  assert.ok(
    found,
    `no paragraph ${JSON.stringify(text)} among ${paragraphs(document)
      .map((p) => p.text)
      .join(' | ')}`,
  );
  return found;
}

const sizeOf = (paragraph: { xml: string }): number =>
  Number(/<w:sz w:val="(\d+)"\/>/.exec(paragraph.xml)?.[1]) / 2;
const isBold = (paragraph: { xml: string }): boolean => /<w:b\/>/.test(paragraph.xml);
const isItalic = (paragraph: { xml: string }): boolean => /<w:i\/>/.test(paragraph.xml);

test('the page is A4 with margins inside the ranges of the decree', async () => {
  const document = await xml(report);
  const mm = (twips: string | undefined): number => (Number(twips) / 1440) * 25.4;
  const size = /<w:pgSz w:w="(\d+)" w:h="(\d+)"/.exec(document);
  assert.equal(Math.round(mm(size?.[1])), 210);
  assert.equal(Math.round(mm(size?.[2])), 297);
  const margin = (side: string): number =>
    mm(new RegExp(`w:${side}="(\\d+)"`).exec(document.slice(document.indexOf('<w:pgMar')))?.[1]);
  for (const side of ['top', 'bottom']) assert.ok(margin(side) >= 20 && margin(side) <= 25, side);
  assert.ok(margin('left') >= 30 && margin('left') <= 35);
  assert.ok(margin('right') >= 15 && margin('right') <= 20);
  assert.ok(margin('header') + (nd30Profile.size.pageNumber * 25.4 * 1.2) / 72 < margin('top'));
});

test('text is black Times New Roman 14, justified, indented 1.27 cm, 6 points apart', async () => {
  const entries = await parts(report);
  const styles = String(entries.get('word/styles.xml'));
  assert.match(styles, /<w:rFonts w:ascii="Times New Roman"/);
  assert.match(styles, /<w:docDefaults>.*<w:color w:val="000000"\/>.*<w:sz w:val="28"\/>/s);
  const paragraph = find(String(entries.get('word/document.xml')), 'Đậm <thường> & "nghiêng"');
  assert.match(paragraph.xml, /<w:jc w:val="both"\/>/);
  assert.match(paragraph.xml, /<w:ind w:firstLine="720"\/>/);
  assert.match(paragraph.xml, /<w:spacing w:after="120"/);
  assert.equal(sizeOf(paragraph), 14);
});

test('the page number stands centred in the upper margin and not on the first page', async () => {
  const entries = await parts(report);
  const document = String(entries.get('word/document.xml'));
  assert.match(document, /<w:titlePg\/>/);
  assert.doesNotMatch(document, /footerReference/);
  const relations = String(entries.get('word/_rels/document.xml.rels'));
  const headerOf = (type: string): string => {
    const id = new RegExp(`<w:headerReference (?=[^>]*w:type="${type}")[^>]*r:id="([^"]+)"`).exec(
      document,
    )?.[1];
    const relation = relations
      .match(/<Relationship [^>]*>/g)
      ?.find((one) => one.includes(`Id="${id}"`));
    return String(entries.get(`word/${/Target="([^"]+)"/.exec(relation ?? '')?.[1]}`));
  };
  assert.match(headerOf('default'), /<w:jc w:val="center"\/>.*<w:sz w:val="28"\/>.*PAGE/s);
  assert.doesNotMatch(headerOf('first'), /PAGE/);
});

test('nation and motto are as prescribed, the rule is as long as the motto', async () => {
  const document = await xml(report);
  const nation = find(document, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
  const motto = find(document, 'Độc lập - Tự do - Hạnh phúc');
  assert.deepEqual([sizeOf(nation), isBold(nation), isItalic(nation)], [12, true, false]);
  assert.deepEqual([sizeOf(motto), isBold(motto), isItalic(motto)], [13, true, false]);
  const all = paragraphs(document);
  const ruleXml = all[all.findIndex((one) => one.text === motto.text) + 1]?.xml ?? '';
  assert.match(ruleXml, /<w:bottom w:val="single"/);
  const side = Number(/<w:ind [^>]*w:left="(\d+)"/.exec(ruleXml)?.[1]);
  const length = (nd30Profile.headColumnMm.nation / 25.4) * 72 - (2 * side) / 20;
  assert.ok(
    Math.abs(length - 159.1) < 1,
    `the motto is 159.1 points long in this font, the rule ${length}`,
  );
});

test('agency: capitals, own name bold over a rule of a third to a half of its last line', async () => {
  const document = await xml(report);
  const parent = find(document, 'ỦY BAN NHÂN DÂN\nTỈNH SƠN LA');
  const agency = find(document, 'LIÊN HIỆP CÁC HỘI\nKHOA HỌC VÀ KỸ THUẬT\nTỈNH SƠN LA');
  assert.deepEqual([isBold(parent), isBold(agency), sizeOf(agency)], [false, true, 12]);
  const all = paragraphs(document);
  const ruleXml = all[all.findIndex((one) => one.text === agency.text) + 1]?.xml ?? '';
  const side = Number(/<w:ind [^>]*w:left="(\d+)"/.exec(ruleXml)?.[1]);
  const length = (nd30Profile.headColumnMm.agency / 25.4) * 72 - (2 * side) / 20;
  const share = length / textWidth('TỈNH SƠN LA', 12, true);
  assert.ok(share >= 1 / 3 && share <= 1 / 2, String(share));
});

test('number under 10 takes a zero; a draft leaves room for it', async () => {
  const number = find(await xml(report), 'Số: 05/BC-LHH');
  assert.deepEqual([sizeOf(number), isBold(number)], [13, false]);
  find(await xml({ ...report, number: 10 }), 'Số: 10/BC-LHH');
  find(await xml({ ...report, number: null }), `Số: ${'\u00a0'.repeat(6)}/BC-LHH`);
});

test('place and date: italic, day under 10 and months 1 and 2 padded, others not', async () => {
  const nb = (text: string): string => text.replace(/ (?=\d)/g, '\u00a0');
  const dated = find(await xml(report), nb('Sơn La, ngày 05 tháng 01 năm 2020'));
  assert.deepEqual([sizeOf(dated), isItalic(dated), isBold(dated)], [13, true, false]);
  find(await xml({ ...report, day: '2019-06-29' }), nb('Sơn La, ngày 29 tháng 6 năm 2019'));
  find(await xml({ ...report, day: '2019-02-28' }), nb('Sơn La, ngày 28 tháng 02 năm 2019'));
});

test('type in capitals and subject, bold, then a letter without type has its subject below the number', async () => {
  const document = await xml(report);
  assert.equal(isBold(find(document, 'BÁO CÁO')), true);
  assert.deepEqual(
    [sizeOf(find(document, report.subject)), isBold(find(document, report.subject))],
    [14, true],
  );
  const letter = await xml({ ...report, type: null, symbol: 'LHH-VP' });
  find(letter, 'Số: 05/LHH-VP');
  const about = find(letter, 'V/v Kết quả hoạt động năm 2019');
  assert.deepEqual([sizeOf(about), isBold(about)], [12, false]);
  assert.ok(!paragraphs(letter).some((one) => one.text === 'BÁO CÁO'));
});

test('addressees: one on the line, several below with dashes', async () => {
  const several = await xml(report);
  find(several, 'Kính gửi:');
  find(several, '- Liên hiệp các Hội Khoa học và Kỹ thuật Việt Nam;');
  find(several, '- Ủy ban nhân dân tỉnh Sơn La.');
  find(await xml({ ...report, addressees: ['Sở Nội vụ'] }), 'Kính gửi: Sở Nội vụ');
  const none = await xml({ ...report, addressees: [] });
  assert.ok(!none.includes(officialWords.addressees));
});

test('grounds are italic, end with semicolons and the last with a point', async () => {
  const document = await xml(report);
  assert.equal(isItalic(find(document, 'Căn cứ Quyết định số 1795/QĐ-TTg;')), true);
  assert.equal(isItalic(find(document, 'Theo đề nghị của Chánh Văn phòng.')), true);
});

test('the content ends with its mark and stays with the signature', async () => {
  const last = find(await xml(report), 'Trên đây là báo cáo./.');
  assert.match(last.xml, /<w:keepNext\/>/);
});

test('table: repeated header, rows that do not split, group over all columns, bold total', async () => {
  const document = await xml(report);
  const table = /<w:tbl>(?:(?!<w:tbl>).)*Chỉ tiêu.*?<\/w:tbl>/s.exec(document)?.[0] ?? '';
  const rows = table.match(/<w:tr>.*?<\/w:tr>/gs) ?? [];
  assert.equal(rows.length, 4);
  assert.match(rows[0] ?? '', /<w:tblHeader\/>/);
  for (const row of rows) assert.match(row, /<w:cantSplit\/>/);
  assert.match(rows[1] ?? '', /<w:gridSpan w:val="3"\/>/);
  assert.match(rows[2] ?? '', /<w:jc w:val="right"\/>(?:(?!<w:jc).)*1\.234,5/s);
  assert.doesNotMatch(rows[2] ?? '', /<w:b\/>/);
  assert.match(rows[3] ?? '', /<w:b\/>/);
  const widths = [...table.matchAll(/<w:gridCol w:w="(\d+)"\/>/g)].map((one) => Number(one[1]));
  assert.equal(
    widths.reduce((sum, width) => sum + width, 0),
    Math.floor((160 / 25.4) * 1440),
  );
});

test('signature in capitals, name as it is; recipients end with the archive, once', async () => {
  const document = await xml(report);
  for (const line of [
    'TM. BAN THƯỜNG VỤ',
    'KT. CHỦ TỊCH',
    'PHÓ CHỦ TỊCH',
    'Nguyễn Thị Ngọc Quỳnh',
  ]) {
    assert.deepEqual(
      [isBold(find(document, line)), sizeOf(find(document, line))],
      [true, 14],
      line,
    );
  }
  const label = find(document, 'Nơi nhận:');
  assert.deepEqual([sizeOf(label), isBold(label), isItalic(label)], [12, true, true]);
  const list = paragraphs(document)
    .map((one) => one.text)
    .filter((text) => text.startsWith('- '));
  assert.deepEqual(list.slice(-3), ['- Như trên;', '- Thường trực Tỉnh ủy;', '- Lưu: VT, VP.']);
  assert.equal(sizeOf(find(document, '- Lưu: VT, VP.')), 11);
});

test('appendices: own sections and page numbers, roman numbers when several, lying pages', async () => {
  const appendix = { title: 'Bảng chỉ tiêu', body: report.body, orientation: 'landscape' } as const;
  const two = await xml({ ...report, appendices: [appendix, { title: 'Danh sách', body: [] }] });
  const sections = two.match(/<w:sectPr>.*?<\/w:sectPr>/gs) ?? [];
  assert.equal(sections.length, 3);
  for (const one of sections) assert.match(one, /<w:pgNumType w:start="1"/);
  assert.match(sections[1] ?? '', /<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"\/>/);
  assert.doesNotMatch(sections[2] ?? '', /landscape/);
  find(two, 'Phụ lục I');
  find(two, 'Phụ lục II');
  find(two, 'BẢNG CHỈ TIÊU');
  const attached =
    '(Kèm theo Báo cáo số 05/BC-LHH ngày\u00a005 tháng\u00a001 năm\u00a02020 của Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh Sơn La)';
  assert.equal(isItalic(find(two, attached)), true);
  find(await xml({ ...report, appendices: [appendix] }), 'Phụ lục');
});

test('titles before the name of the signer are an issue, names alone are not', () => {
  const codes = (name: string): string[] =>
    checkOfficialDocument({ ...report, signature: { position: '', name } }).map((one) => one.code);
  for (const name of [
    'TS. Lê A',
    'PGS.TS Nguyễn Văn A',
    'Th.S Lò Văn B',
    'GS.VS.TSKH. Đặng Vũ M',
    'Tiến sĩ Trần C',
    'NGƯT Hà D',
    'BSCKII. Vi E',
  ]) {
    assert.deepEqual(codes(name), ['document.signer_title'], name);
  }
  for (const name of ['Nguyễn Văn A', 'Tô Sỹ Kha', 'Y Moan Ênuôl', 'Lò Văn Sĩ', 'Cụt Văn Ban']) {
    assert.deepEqual(codes(name), [], name);
  }
  assert.deepEqual(codes('  '), ['document.signer_name_missing']);
  const draft = { ...report, number: null, signature: { position: '', name: '' } };
  assert.deepEqual(checkOfficialDocument(draft), [], 'a draft is signed by hand later');
  const [found] = checkOfficialDocument({
    ...report,
    signature: { position: '', name: 'PGS.TS. Nguyễn Văn A' },
  });
  assert.deepEqual(found?.data, { title: 'PGS.TS.', name: 'Nguyễn Văn A' });
});

test('a document with issues is not printed, and every issue has words', async () => {
  const bad: OfficialDocument = {
    ...report,
    number: 0,
    body: [
      {
        kind: 'table',
        columns: [{ header: 'A', share: 1 }],
        rows: [{ kind: 'row', cells: ['1', '2'] }],
      },
    ],
  };
  const codes = checkOfficialDocument(bad).map((one) => one.code);
  assert.deepEqual(codes, ['document.number_not_positive', 'document.table_width']);
  assert.deepEqual(
    checkOfficialDocument({ ...report, day: null }).map((one) => one.code),
    ['document.day_missing'],
  );
  for (const code of [...codes, 'document.day_missing']) assert.ok(documentIssueWords[code], code);
  await assert.rejects(officialDocument(bad), RangeError);
});

test('letters that XML forbids do not break the file', async () => {
  const document = await xml({ ...report, subject: 'Một\u0000 hai\u0007 \ud800ba\ufffe' });
  find(document, 'Một hai \ufffdba');
  assert.doesNotMatch(document, /[\u0000-\u0008]/);
});

test('centred lines are broken before linking words, not inside words, and keep own breaks', () => {
  const room = { width: 175, size: 12, bold: true, capitals: true };
  assert.deepEqual(balancedLines('Hội Khoa học Kỹ thuật Cầu đường tỉnh Sơn La', room), [
    'HỘI KHOA HỌC KỸ THUẬT',
    'CẦU ĐƯỜNG TỈNH SƠN LA',
  ]);
  assert.deepEqual(balancedLines('Hội Luật gia\ntỉnh Sơn La', room), [
    'HỘI LUẬT GIA',
    'TỈNH SƠN LA',
  ]);
  assert.deepEqual(balancedLines('Ngắn', room), ['NGẮN']);
  assert.deepEqual(balancedLines('', room), ['']);
});
