import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Chooser, chooserFromSeed } from '../../random.ts';
import { goldenNames } from '../golden-names.ts';
import {
  decodeText,
  type EncodingVerdict,
  encodingJudge,
  nameCase,
  type TextEncoding,
} from './index.ts';
import { encodeAs } from './testing.ts';

const names = goldenNames.filter((name) => name.split(' ').length > 2);
const addresses = [
  'Số 12, đường Trần Hưng Đạo, phường Quyết Thắng, TP Sơn La',
  'Bản Hìn, phường Chiềng Cơi',
  'Xóm 5, xã Nghi Phú, thành phố Vinh, Nghệ An',
  '45/7 Nguyễn Thị Minh Khai, quận 3, TP. Hồ Chí Minh',
  'Thôn Kon Rờ Bàng 2, xã Vinh Quang, Kon Tum',
  'Tổ 3, thị trấn Ít Ong, huyện Mường La',
];
const notes = [
  'Đảng viên; vào hội 2009',
  'Nghỉ hưu từ 01/2015',
  'Đã chuyển về Hà Nội (2018)',
  'Chưa nộp hội phí?',
  'Ủy viên BCH; khen thưởng: 2 bằng khen',
  'Thạc sĩ Kinh tế, ĐH Tây Bắc',
];
const LEGACY = ['tcvn3', 'vni', 'viqr', 'windows-1258'] as const;
const EVERY: readonly TextEncoding[] = ['nfc', 'nfd', 'mixed', ...LEGACY];

function verdictOn(cells: readonly string[], font?: string): EncodingVerdict {
  const judge = encodingJudge();
  for (const cell of cells) judge.add(cell, font);
  return judge.verdict();
}

function column(chooser: Chooser, from: readonly string[], size: number): string[] {
  return Array.from({ length: size }, () => chooser.pick(from));
}

/** A short column may lack a letter in which two forms of Unicode differ. */
function sameFamily(found: TextEncoding, expected: TextEncoding): boolean {
  const unicode: readonly TextEncoding[] = ['nfc', 'nfd', 'mixed'];
  return found === expected || (unicode.includes(found) && unicode.includes(expected));
}

test('columns of names in each encoding, of 5, 50 and 1000', () => {
  for (const [size, rounds] of [
    [5, 60],
    [50, 20],
    [1000, 2],
  ] as const) {
    for (const encoding of EVERY) {
      for (let round = 0; round < rounds; round++) {
        const texts = column(chooserFromSeed(`${encoding} ${size} ${round}`), names, size);
        for (const cells of [texts, texts.map((text) => text.toUpperCase())]) {
          const found = verdictOn(cells.map((text) => encodeAs(text, encoding)));
          const right =
            size === 1000 ? found.encoding === encoding : sameFamily(found.encoding, encoding);
          assert.ok(
            right,
            `${encoding} read as ${found.encoding}: ${cells.slice(0, 5).join(' | ')}`,
          );
          assert.ok(found.confidence > 0.5 && found.confidence <= 1);
          assert.equal(found.evidence.cells, size);
        }
      }
    }
  }
});

test('columns of addresses and notes, of 3 and 50', () => {
  for (const texts of [addresses, notes]) {
    for (const encoding of EVERY) {
      for (const size of [3, 50]) {
        const chooser = chooserFromSeed(`${encoding} ${size}`);
        const cells = column(chooser, texts, size).map((text) => encodeAs(text, encoding));
        assert.ok(sameFamily(verdictOn(cells).encoding, encoding), `${encoding}: ${cells[0]}`);
      }
    }
  }
});

test('one cell is enough where it is clear', () => {
  assert.equal(verdictOn(['NguyÔn V¨n §øc']).encoding, 'tcvn3');
  assert.equal(verdictOn(['Nguyeãn Vaên Ñöùc']).encoding, 'vni');
  assert.equal(verdictOn(["Nguye^~n Va(n DDu+'c"]).encoding, 'viqr');
  assert.equal(verdictOn(['NguyêÞn Vãn Ðýìc']).encoding, 'windows-1258');
  assert.equal(verdictOn(['Hä vµ tªn']).encoding, 'tcvn3');
});

test('a column of Unicode is never judged legacy', () => {
  const columns = [
    ['Y Moan Ênuôl', 'Lò Văn Pâng', 'Giàng A Tủa', "H'Hen Niê", "K'Dung"],
    ["H'Hen Niê", "K'Dung", 'Y Biêr Niê'],
    ['René', 'Müller', 'Jörg'],
    ['René Dupont', 'François', 'Hélène', 'Noël', 'Loïc Martin', 'Zoë', 'Chloé'],
    ['Guðrún Jónsdóttir', 'Björk', 'Sigurður'],
    ['Lê Hà', 'Hoàng Long', 'Vò Minh Anh', 'Phan Thanh Bình'],
    ['Sản phẩm ABC®', '25 m²', '5 °C'],
    ['Lê', 'Tô', 'Hà'],
  ];
  for (const cells of columns) {
    for (const font of [undefined, 'Times New Roman']) {
      assert.equal(verdictOn(cells, font).encoding, 'nfc', cells.join(' | '));
    }
  }
  for (let round = 0; round < 300; round++) {
    const cells = column(chooserFromSeed(`unicode ${round}`), goldenNames, 1 + (round % 8));
    assert.equal(verdictOn(cells).encoding, 'nfc', cells.join(' | '));
  }
});

test('plain ASCII is nfc whatever the font', () => {
  for (const font of [undefined, '.VnTime', 'VNI-Times']) {
    const found = verdictOn(['Le Van An', 'an.le@example.vn', '0912 345 678', ''], font);
    assert.equal(found.encoding, 'nfc');
    assert.equal(found.confidence, 1);
    assert.equal(found.evidence.reason, 'all_plain');
    assert.equal(found.evidence.cells, 3);
  }
  assert.equal(verdictOn([]).encoding, 'nfc');
});

test('the font speaks first, but never against the text', () => {
  assert.equal(verdictOn(['Nguyễn Văn Đức', 'Lê Hà'], '.VnTime').encoding, 'nfc');
  assert.equal(verdictOn(['Lê Hà', 'Tú'], '.VnTime').encoding, 'nfc');
  assert.equal(verdictOn(['NguyÔn V¨n §øc'], 'VNI-Times').encoding, 'tcvn3');
  assert.equal(verdictOn(['nguyÔn v¨n ®øc'], '.VnTimeH').encoding, 'tcvn3-capitals');
  assert.equal(verdictOn(['Vò', 'Phó', 'Lan']).encoding, 'nfc');
  const told = verdictOn(['Vò', 'Phó', 'Lan'], '.VnTime');
  assert.equal(told.encoding, 'tcvn3');
  assert.equal(told.evidence.reason, 'words_and_font');
  assert.deepEqual(told.evidence.fonts, [{ font: '.VnTime', cells: 3, encoding: 'tcvn3' }]);
  assert.equal(verdictOn(['Sôn', 'Hoàng'], 'VNI-Times').encoding, 'vni');
});

test('in a column of two hands every cell comes out right', () => {
  for (const encoding of LEGACY) {
    for (const [round, share] of [1 / 3, 2 / 3].entries()) {
      const chooser = chooserFromSeed(`${encoding} ${round}`);
      const texts = column(chooser, names, 120);
      const cells = texts.map((text) => (chooser.chance(share) ? encodeAs(text, encoding) : text));
      const found = verdictOn(cells);
      assert.equal(found.encoding, encoding);
      assert.deepEqual(
        found.others.map((other) => other.encoding),
        ['nfc'],
      );
      for (const [at, text] of texts.entries()) {
        assert.equal(nameCase(decodeText(cells[at]!, encoding)), nameCase(text));
      }
    }
  }
});

test('two legacy encodings in one column: the greater part is the verdict, the other is told', () => {
  const cells = [
    ...names.slice(0, 60).map((text) => encodeAs(text, 'tcvn3')),
    ...names.slice(60, 80).map((text) => encodeAs(text, 'vni')),
  ];
  const found = verdictOn(cells);
  assert.equal(found.encoding, 'tcvn3');
  assert.ok(found.others.some((other) => other.encoding === 'vni' && other.cells > 10));
  assert.ok(found.confidence < 0.95);
});

test('evidence: counts and samples', () => {
  const { evidence } = verdictOn(['NguyÔn V¨n §øc', 'Le An', 'Trần Văn Ấn', 'Ph¹m ThÞ H»ng', '']);
  assert.deepEqual(
    { ...evidence, samples: evidence.samples.slice(0, 1) },
    {
      cells: 4,
      plain: 1,
      unicode: 1,
      proven: 1,
      legacy: 2,
      fonts: [],
      samples: [{ before: 'NguyÔn V¨n §øc', after: 'Nguyễn Văn Đức' }],
      reason: 'words',
    },
  );
});

test('a long column is judged by a part of its cells', () => {
  const judge = encodingJudge();
  const chooser = chooserFromSeed('long');
  for (let at = 0; at < 40_000; at++) judge.add(encodeAs(chooser.pick(names), 'vni'));
  const { encoding, evidence } = judge.verdict();
  assert.equal(encoding, 'vni');
  assert.equal(evidence.cells, 40_000);
  assert.ok(Math.abs(evidence.legacy + evidence.plain + evidence.unicode - 40_000) < 2500);
});
