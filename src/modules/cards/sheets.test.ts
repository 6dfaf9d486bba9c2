import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { encode } from 'uqr';
import { closePdf } from '../../platform/documents/pdf/index.ts';
import { lettersOf, pdfLetters, pdfTexts } from '../../platform/documents/pdf/testing.ts';
import type { Issuer } from './queries/index.ts';
import { cardPrint, cardsPdf, checkAddress, labelsPdf, type PrintedCard } from './sheets/index.ts';

after(closePdf);

const issuer: Issuer = {
  id: 'a',
  code: 'sonla',
  shortName: 'LHH Sơn La',
  accent: 'palm',
  seal: null,
  address: 'Số 18 đường Két Nước',
  phone: '0212 000 0018',
  title: 'Thẻ hội viên danh dự',
  signerPost: 'Chủ tịch',
  signerName: 'Cầm Văn Thịnh',
  note: 'Thẻ mất xin báo văn phòng.',
};
const issuers = new Map([[issuer.id, issuer]]);
const base = 'https://lhh-sonla.example';

const card = (parts: Partial<PrintedCard> = {}): PrintedCard => ({
  issuerId: 'a',
  issuerName: 'Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh Sơn La',
  personName: 'Nguyễn Thị Ngọc Quỳnh Hương Giang',
  number: 'SL-KH-000001',
  branch: 'Chi hội Trường THPT Chuyên',
  joined: '2015-05',
  validUntil: '2030-12-31',
  token: '0123456789abcdef',
  ...parts,
});
const print = (cards: readonly PrintedCard[], sheets: boolean, back: boolean) =>
  cardsPdf(cards, issuers, { sheets, back, base });

test('a card says whose it is, of which association, and where it can be checked', async () => {
  const letters = pdfLetters(await print([card()], false, true));
  for (const said of [
    'SƠN',
    'LA',
    'Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh Sơn La',
    'Thẻ hội viên danh dự',
    'Nguyễn Thị Ngọc Quỳnh Hương Giang',
    'SL-KH-000001',
    'Chi hội Trường THPT Chuyên',
    '05/2015',
    '31/12/2030',
    'Chủ tịch',
    'Cầm Văn Thịnh',
    'lhh-sonla.example/the',
    '0123 4567 89ab cdef',
    'Thẻ mất xin báo văn phòng.',
    'Số 18 đường Két Nước · 0212 000 0018',
  ])
    assert.ok(letters.includes(lettersOf(said)), said);
});

test('ten cards to a sheet, each sheet with its backs behind it; one to a page', async () => {
  const cards = (many: number) => Array.from({ length: many }, () => card());
  const pages = async (many: number, sheets: boolean, back: boolean) =>
    pdfTexts(await print(cards(many), sheets, back)).length;
  assert.equal(await pages(1, true, false), 1);
  assert.equal(await pages(10, true, false), 1);
  assert.equal(await pages(11, true, false), 2);
  assert.equal(await pages(11, true, true), 4);
  assert.equal(await pages(3, false, false), 3);
  assert.equal(await pages(3, false, true), 6);
});

test('no name is cut, however long it is, and no name is source', async () => {
  const names = [
    'Ẵm Ổ',
    'Tôn Nữ Thị Ngọc Quỳnh Hương Giang Thiên Kim Nguyễn Phúc Vĩnh Thụy Bảo Long Công Chúa',
    'Y Moan Ênuôl',
    'W'.repeat(60),
    '#panic("x") $y$ [z] \\ "q" @a',
    'Nguyễn '.repeat(28).trim(),
  ];
  const cards = names.map((personName) => card({ personName }));
  const letters = pdfLetters(await print(cards, true, false));
  for (const name of names) assert.ok(letters.includes(lettersOf(name)), name);
});

test('long names of associations, branches, signers and numbers are whole too', async () => {
  const long = {
    issuerName: `Hội ${'Khoa học kỹ thuật Nông nghiệp và Phát triển nông thôn '.repeat(4)}miền núi`,
    branch: 'Chi hội Khoa học kỹ thuật Nông nghiệp và Phát triển nông thôn khu vực miền Đông',
    number: 'SL-KH-2026/CHI-HOI-NONG-NGHIEP-000123456789',
  };
  const letters = pdfLetters(await print([card(long)], true, false));
  for (const said of Object.values(long)) assert.ok(letters.includes(lettersOf(said)), said);
});

test('the code leads to the check page of this card', () => {
  const { cards } = cardPrint([card()], issuers, { sheets: true, back: false, base });
  assert.deepEqual(cards[0]?.qr, { qr: 'https://lhh-sonla.example/the/0123456789abcdef' });
  assert.equal(decoded(checkAddress(base, '0123456789abcdef')), cards[0]?.qr.qr);
});

test('each issuer is told once, by the name that stood on the day of issue', () => {
  const before = card({ issuerName: 'Hội Khuyến học tỉnh Sơn La cũ' });
  const { cards, issuers: told } = cardPrint([card(), before, card()], issuers, {
    sheets: true,
    back: false,
    base,
  });
  assert.deepEqual(
    cards.map((one) => told[one.issuer]?.association),
    [card().issuerName, before.issuerName, card().issuerName],
  );
  assert.equal(told.length, 2);
  assert.equal(told[0]?.accent, '#1F5F46');
});

test('labels: fourteen or twenty-four to a sheet, whole addresses', async () => {
  const address = 'Số 18 đường Két Nước, tổ 5\nphường Tô Hiệu, tỉnh Sơn La #1 [x]';
  const labels = Array.from({ length: 25 }, (_, i) => ({ name: `Lò Văn Ấm ${i}`, address }));
  const large = pdfTexts(await labelsPdf(labels, '2x7'));
  assert.equal(large.length, 2);
  const small = pdfTexts(await labelsPdf(labels, '3x8'));
  assert.equal(small.length, 2);
  assert.match(small[1] ?? '', /Lò Văn Ấm 24/);
  const long = `${'Thôn Nà Ngần, xã Chiềng Khoa, '.repeat(12)}tỉnh Sơn La`;
  const letters = pdfLetters(await labelsPdf([{ name: 'Cầm Thị Én', address: long }], '3x8'));
  assert.ok(letters.includes(lettersOf(long)));
});

// Reads a code's own matrix back: format, mask, blocks in turn, bytes. Without it a picture that no
// telephone reads would pass as long as it looked like one.
function decoded(text: string): string {
  const { size, data, maskPattern, version, types } = encode(text, { ecc: 'M', border: 0 });
  const bits: number[] = [];
  for (let right = size - 1, up = true; right > 0; right -= 2, up = !up) {
    if (right === 6) right -= 1;
    for (let i = 0; i < size; i += 1) {
      const y = up ? size - 1 - i : i;
      for (const x of [right, right - 1])
        if (types[y]?.[x] === 0) bits.push(Number(data[y]?.[x] !== masked(maskPattern, x, y)));
    }
  }
  const bytes = Array.from({ length: Math.floor(bits.length / 8) }, (_, i) =>
    Number.parseInt(bits.slice(i * 8, i * 8 + 8).join(''), 2),
  );
  // Level M: of versions 1 to 4, one block, one, one, two blocks of this many bytes of data.
  const [blocks, each] = (
    [
      [1, 16],
      [1, 28],
      [1, 44],
      [2, 32],
    ] as const
  )[version - 1] ?? [1, 0];
  const whole: number[] = [];
  for (let block = 0; block < blocks; block += 1)
    for (let i = 0; i < each; i += 1) whole.push(bytes[i * blocks + block] ?? 0);
  const stream = whole.map((byte) => byte.toString(2).padStart(8, '0')).join('');
  assert.equal(stream.slice(0, 4), '0100', 'bytes');
  const length = Number.parseInt(stream.slice(4, 12), 2);
  const letters = Array.from({ length }, (_, i) =>
    Number.parseInt(stream.slice(12 + i * 8, 20 + i * 8), 2),
  );
  return Buffer.from(letters).toString('utf8');
}

function masked(mask: number, x: number, y: number): boolean {
  const sum = [
    (x + y) % 2,
    y % 2,
    x % 3,
    (x + y) % 3,
    (Math.floor(x / 3) + Math.floor(y / 2)) % 2,
    ((x * y) % 2) + ((x * y) % 3),
    (((x * y) % 2) + ((x * y) % 3)) % 2,
    (((x + y) % 2) + ((x * y) % 3)) % 2,
  ];
  return sum[mask] === 0;
}
