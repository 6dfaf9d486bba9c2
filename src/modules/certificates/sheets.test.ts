import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { inflateSync } from 'node:zlib';
import { closePdf } from '../../platform/documents/pdf/index.ts';
import { lettersOf, pdfLetters, pdfTexts } from '../../platform/documents/pdf/testing.ts';
import type { Frozen } from './rules/index.ts';
import { frameSvg } from './sheets/frame.ts';
import { certificatePdf, certificatePrint, certificatesPdf, samplePdf } from './sheets/index.ts';

after(closePdf);

const one: Frozen = {
  format: 'lientri.certificate/1',
  code: '7k3m9qabcd2efgh4',
  address: 'https://lhh-sonla.example/chung-nhan/7k3m9qabcd2efgh4',
  number: '12/GCN-BTCHT',
  issuedOn: '2026-05-12',
  edition: { pid: 'e', name: 'Hội thi' },
  organisation: { code: 'sonla', name: 'LHH Sơn La' },
  dossier: { pid: 'd', title: 'Máy tách hạt ngô' },
  award: { prize: 'Giải Nhất', decision: '15/QĐ-BTC', decidedOn: '2026-05-10' },
  holder: { kind: 'person', names: ['Nguyễn Thị Ngọc Quỳnh'], unit: 'Trường THPT Chuyên Sơn La' },
  text: {
    heading: ['BAN TỔ CHỨC HỘI THI SÁNG TẠO KỸ THUẬT TỈNH SƠN LA LẦN THỨ VIII'],
    title: 'GIẤY CHỨNG NHẬN',
    grant: 'Chứng nhận',
    prize: ['Đã đạt Giải Nhất'],
    wording: ['Giải pháp: “Máy tách hạt ngô”', 'Lĩnh vực: Nông, lâm nghiệp', 'tại Hội thi'],
    basis: ['Theo Quyết định số 15/QĐ-BTC ngày 10/05/2026'],
    placeAndDate: 'Sơn La, ngày 12 tháng 5 năm 2026',
    signer: { authority: 'TM. BAN TỔ CHỨC', post: 'TRƯỞNG BAN', name: 'Cầm Văn Thịnh' },
    second: null,
  },
  look: {
    layout: 1,
    frame: 'drum',
    face: 'serif',
    seal: 'signer',
    colours: { base: '#A31D1D', gold: '#B4893A' },
  },
};

const long =
  'Nghiên cứu, thiết kế, chế tạo hệ thống giám sát, cảnh báo sớm lũ ống, lũ quét '.repeat(4);

test('a certificate says all that it stands for', async () => {
  const letters = pdfLetters(await certificatePdf(one, null));
  for (const said of [
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Độc lập - Tự do - Hạnh phúc',
    ...one.text.heading,
    'GIẤY CHỨNG NHẬN',
    'Nguyễn Thị Ngọc Quỳnh',
    'Trường THPT Chuyên Sơn La',
    'Đã đạt Giải Nhất',
    ...one.text.wording,
    ...one.text.basis,
    'Số: 12/GCN-BTCHT',
    'Sơn La, ngày 12 tháng 5 năm 2026',
    'TM. BAN TỔ CHỨC',
    'TRƯỞNG BAN',
    'Cầm Văn Thịnh',
    '7k3m 9qab',
    'cd2e fgh4',
    'lhh-sonla.example/chung-nhan',
  ])
    assert.ok(letters.includes(lettersOf(said)), said);
});

const names = [
  'Ẵm Ổ',
  'Tôn Nữ Thị Ngọc Quỳnh Hương Giang Thiên Kim Nguyễn Phúc Vĩnh Thụy Bảo Long Công Chúa',
  'Y Moan Ênuôl',
  'H’Hen Niê Kđăm Buôn Mah Ayŭn Ƀuôn Yă Êban',
  'W'.repeat(70),
  '#panic("x") $y$ [z] \\ "q" @a',
  'Nguyễn '.repeat(28).trim(),
];

test('no name is cut, however long it is; no name is source; one page each', async () => {
  for (const face of ['serif', 'sans'] as const) {
    const all = names.map((name) => ({
      ...one,
      holder: { ...one.holder, names: [name] },
      look: { ...one.look, face },
    }));
    const pdf = await certificatesPdf(all);
    const letters = pdfLetters(pdf);
    // Be Vietnam Pro draws ŭ of two glyphs; that of the mark is no letter by itself.
    const drawn = (name: string) =>
      face === 'sans' ? lettersOf(name).replaceAll('ŭ', 'u\ufffd') : lettersOf(name);
    for (const name of names) assert.ok(letters.includes(drawn(name)), `${face} ${name}`);
    assert.equal(pdfTexts(pdf).length, names.length);
  }
});

test('a title of 300 letters, ten authors and long posts stay on one page, and are whole', async () => {
  const people = Array.from({ length: 10 }, (_, at) => `Hoàng Thị Mai Phương Thảo ${at}`);
  const full: Frozen = {
    ...one,
    holder: { kind: 'group', names: people, unit: null },
    text: {
      ...one.text,
      heading: [
        'LIÊN HIỆP CÁC HỘI KHOA HỌC VÀ KỸ THUẬT TỈNH SƠN LA',
        'BAN TỔ CHỨC CUỘC THI SÁNG TẠO THANH THIẾU NIÊN, NHI ĐỒNG TỈNH SƠN LA LẦN THỨ XIII (2026 - 2027)',
      ],
      wording: [`Giải pháp: “${long.slice(0, 300)}”`, ...one.text.wording],
      signer: {
        authority: 'TM. BAN TỔ CHỨC CUỘC THI SÁNG TẠO THANH THIẾU NIÊN, NHI ĐỒNG TỈNH SƠN LA',
        post: 'CHỦ TỊCH LIÊN HIỆP CÁC HỘI KHOA HỌC VÀ KỸ THUẬT TỈNH, TRƯỞNG BAN TỔ CHỨC',
        name: 'Tôn Nữ Thị Ngọc Quỳnh Hương Giang',
      },
      second: { authority: 'KT. GIÁM ĐỐC SỞ', post: 'PHÓ GIÁM ĐỐC', name: 'Lò Thị Hai' },
    },
  };
  const pdf = await certificatesPdf([full]);
  assert.equal(pdfTexts(pdf).length, 1);
  const letters = pdfLetters(pdf);
  for (const said of [
    ...people,
    ...full.text.heading,
    ...full.text.wording,
    full.text.signer?.post ?? '',
    full.text.signer?.authority ?? '',
    full.text.second?.name ?? '',
  ])
    assert.ok(letters.includes(lettersOf(said)), said);
});

test('the same certificate is the same bytes, another one is not', async () => {
  const [first, again] = [
    await certificatePdf(one, '{"a":1}'),
    await certificatePdf(one, '{"a":1}'),
  ];
  assert.ok(first.equals(again));
  const other = { ...one, number: '13/GCN-BTCHT' };
  assert.ok(!first.equals(await certificatePdf(other, '{"a":1}')));
});

/** What is attached to a PDF of ours. */
function attachedTo(pdf: Buffer): string {
  const text = pdf.toString('latin1');
  const found = /\/Type \/EmbeddedFile[\s\S]{0,600}?stream\r?\n/.exec(text);
  if (found === null) return '';
  const head = text.slice(text.lastIndexOf(' obj', found.index), found.index + found[0].length);
  const length = Number(/\/Length (\d+)/.exec(head)?.[1]);
  const bytes = pdf.subarray(found.index + found[0].length).subarray(0, length);
  return (head.includes('FlateDecode') ? inflateSync(bytes) : bytes).toString('utf8');
}

test('the credential lies inside the PDF of one certificate', async () => {
  const credential = '{"name":"Nguyễn Thị Ngọc Quỳnh"}';
  assert.equal(attachedTo(await certificatePdf(one, credential)), credential);
  assert.equal(attachedTo(await certificatePdf(one, null)), '');
});

test('a sample says so across the page; what is issued does not', async () => {
  assert.ok(pdfLetters(await samplePdf([one])).includes('MẪU'));
  assert.ok(!pdfLetters(await certificatesPdf([one])).includes('MẪU'));
});

test('each frame is sent once; paper with a frame of its own gets none', () => {
  const plain: Frozen = { ...one, look: { ...one.look, frame: 'none' } };
  const { frames, certificates } = certificatePrint([one, plain, one]);
  assert.deepEqual(
    certificates.map(({ frame }) => frame),
    [0, 1, 0],
  );
  assert.equal(frames[1], null);
  for (const frame of ['drum', 'line'] as const) {
    const svg = frameSvg(frame, one.look.colours) ?? '';
    assert.ok(svg.includes('#A31D1D') && svg.includes('#B4893A'));
    assert.ok(!/NaN|undefined|Infinity/.test(svg));
  }
});

test('the code leads to the page of this certificate', () => {
  assert.deepEqual(certificatePrint([one]).certificates[0]?.qr, { qr: one.address });
});
