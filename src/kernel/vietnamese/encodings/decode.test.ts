import assert from 'node:assert/strict';
import { test } from 'node:test';
import { goldenNames } from '../golden-names.ts';
import { decodeText, nameCase, type TextEncoding } from './index.ts';
import { accentedLetters, bytesAs, encodeAs } from './testing.ts';

const EVERY: readonly TextEncoding[] = [
  'nfc',
  'nfd',
  'mixed',
  'tcvn3',
  'tcvn3-capitals',
  'vni',
  'viqr',
  'windows-1258',
];
const FAITHFUL = EVERY.filter((encoding) => !encoding.startsWith('tcvn3'));
const TEXTS = [
  'Số 12, đường Trần Hưng Đạo, phường Quyết Thắng, TP Sơn La',
  'Bản Hìn, phường Chiềng Cơi',
  '45/7 Nguyễn Thị Minh Khai, quận 3, TP. Hồ Chí Minh',
  'Đảng viên; vào hội 2009',
  'Đã chuyển về Hà Nội (2018)',
  'Chưa nộp hội phí? Có, từ 01.5.2009.',
  'Ủy viên BCH; khen thưởng: 2 bằng khen',
];
// A letter or syllable alone may be right in two encodings; that is for the column to say.
const names = goldenNames.filter((name) => name.includes(' '));

test('every letter of every encoding comes back', () => {
  assert.equal(new Set(accentedLetters).size, 134);
  for (const letter of accentedLetters) {
    for (const encoding of FAITHFUL) {
      assert.equal(decodeText(encodeAs(letter, encoding), encoding), letter, encoding);
    }
    const small = decodeText(encodeAs(letter, 'tcvn3'), 'tcvn3');
    assert.equal(small.toLowerCase(), letter.toLowerCase());
    const drawn = decodeText(encodeAs(letter, 'tcvn3-capitals'), 'tcvn3-capitals');
    assert.equal(drawn.toUpperCase(), letter.toUpperCase());
  }
  for (const letter of 'ĂÂÊÔƠƯĐ')
    assert.equal(decodeText(encodeAs(letter, 'tcvn3'), 'tcvn3'), letter);
});

test('TCVN3 holds the bytes of the standard', () => {
  const rows: [string, string][] = [
    ['a', 'b5 b6 b7 b8 b9'],
    ['ă', 'a8 bb bc bd be c6'],
    ['â', 'a9 c7 c8 c9 ca cb'],
    ['e', 'cc ce cf d0 d1'],
    ['ê', 'aa d2 d3 d4 d5 d6'],
    ['i', 'd7 d8 dc dd de'],
    ['o', 'df e1 e2 e3 e4'],
    ['ô', 'ab e5 e6 e7 e8 e9'],
    ['ơ', 'ac ea eb ec ed ee'],
    ['u', 'ef f1 f2 f3 f4'],
    ['ư', 'ad f5 f6 f7 f8 f9'],
    ['y', 'fa fb fc fd fe'],
  ];
  const tones = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'];
  for (const [base, bytes] of rows) {
    const codes = bytes.split(' ');
    for (const [at, byte] of codes.entries()) {
      const letter = (base + tones[at + tones.length - codes.length]).normalize('NFC');
      assert.deepEqual([...bytesAs(letter, 'tcvn3')], [Number.parseInt(byte, 16)], letter);
    }
  }
  assert.deepEqual(
    [...bytesAs('đĐĂÂÊÔƠƯ', 'tcvn3')],
    [0xae, 0xa7, 0xa1, 0xa2, 0xa3, 0xa4, 0xa5, 0xa6],
  );
});

test('bytes are the same text once windows-1252 or UTF-8 has read them', () => {
  for (const encoding of EVERY) {
    const label = /^nf|^mixed/.test(encoding) ? 'utf-8' : 'windows-1252';
    for (const text of [...names, ...TEXTS]) {
      const read = new TextDecoder(label).decode(bytesAs(text, encoding));
      assert.equal(read, encodeAs(text, encoding));
    }
  }
});

test('every golden name and text comes back', () => {
  for (const text of [...goldenNames, ...TEXTS]) {
    for (const encoding of FAITHFUL) {
      assert.equal(decodeText(encodeAs(text, encoding), encoding), text, encoding);
    }
    const expected = nameCase(text);
    assert.equal(nameCase(decodeText(encodeAs(text, 'tcvn3'), 'tcvn3')), expected);
  }
  for (const name of names.filter((text) => /^(?:\p{Lu}\p{Ll}*[ '-]?)+$/u.test(text))) {
    const drawn = decodeText(encodeAs(name, 'tcvn3-capitals'), 'tcvn3-capitals');
    assert.equal(nameCase(drawn), nameCase(name));
  }
});

test('names in capitals come back in every encoding', () => {
  for (const name of names.map((text) => text.toUpperCase())) {
    for (const encoding of FAITHFUL) {
      assert.equal(decodeText(encodeAs(name, encoding), encoding), name, encoding);
    }
    const read = decodeText(encodeAs(name, 'tcvn3'), 'tcvn3');
    assert.equal(read.toUpperCase(), name);
  }
});

test('what is Unicode is never rewritten, and reading twice changes nothing', () => {
  for (const text of [...names, ...TEXTS]) {
    for (const encoding of EVERY) {
      assert.equal(decodeText(text, encoding), text, encoding);
      assert.equal(decodeText(text.normalize('NFD'), encoding), text, encoding);
      assert.equal(decodeText(encodeAs(text, 'mixed'), encoding), text, encoding);
    }
  }
});

test('samples written in offices', () => {
  const rows: [TextEncoding, string, string][] = [
    ['tcvn3', 'NguyÔn V¨n §øc', 'Nguyễn Văn Đức'],
    ['tcvn3', 'NGUYÔN V¡N §øC', 'NGUYỄN VĂN ĐỨC'],
    ['tcvn3', '§¶NG viªn; vµo héi 2009', 'ĐẢNG viên; vào hội 2009'],
    ['tcvn3', 'L­¬ng ThÞ ¸nh', 'Lương Thị ánh'],
    ['tcvn3', 'Vò Minh Anh', 'Vũ Minh Anh'],
    ['tcvn3', '3×4 cm, ¶nh mµu', '3×4 cm, ảnh màu'],
    ['tcvn3-capitals', 'nguyÔn v¨n ®øc', 'NGUYỄN VĂN ĐỨC'],
    ['vni', 'Ñöùc', 'Đức'],
    ['vni', 'Nguyeãn Vaên Ñöùc', 'Nguyễn Văn Đức'],
    ['vni', 'TRAÀN THÒ AÙNH', 'TRẦN THỊ ÁNH'],
    ['vni', 'TRAàN Aùnh', 'TRẦN Ánh'],
    ['vni', 'Quaûng Trò, Mî Tho', 'Quảng Trị, Mỵ Tho'],
    ['viqr', "Nguye^~n Va(n DDu+'c", 'Nguyễn Văn Đức'],
    ['viqr', "Nguye~^n Va(n Ddu*'c", 'Nguyễn Văn Đức'],
    ['windows-1258', 'NguyêÞn Vãn Ðýìc', 'Nguyễn Văn Đức'],
    ['windows-1258', 'HaÌ Nôòi', 'Hà Nội'],
    ['windows-1258', '5.000 þ', '5.000 ₫'],
  ];
  for (const [encoding, found, expected] of rows) {
    assert.equal(decodeText(found, encoding), expected, found);
  }
});

test('tones of Windows-1258 may all stand apart', () => {
  for (const letter of accentedLetters) {
    const apart = [...encodeAs(letter, 'mixed')];
    const bytes = apart.map((char) => encodeAs(char, 'windows-1258')).join('');
    assert.equal(decodeText(bytes, 'windows-1258'), letter);
  }
});

test('a lost soft hyphen is put back where only one syllable can be meant', () => {
  const rows: [string, string][] = [
    ['D¬ng V¨n Hng', 'Dương Văn Hưng'],
    ['Phan Träng Ph¬ng', 'Phan Trọng Phương'],
    ['Tr¬ng ThÞ Ph¬ng', 'Trương Thị Phương'],
    ['TrÇn Ph­¬ng Hng', 'Trần Phương Hng'],
    ['Phan Lu §øc', 'Phan Lu Đức'],
  ];
  for (const [found, expected] of rows) assert.equal(decodeText(found, 'tcvn3'), expected);
});

test('spaces are ordinary, what is invisible goes', () => {
  for (const encoding of EVERY) {
    assert.equal(decodeText('\ufeffNguyễn\u00a0Văn\u200b Đức\u00ad', encoding), 'Nguyễn Văn Đức');
  }
  assert.equal(decodeText('Le\u00a0An\u200b', 'viqr'), 'Le An');
  assert.equal(decodeText('NguyÔn\u00a0V¨n', 'tcvn3'), 'Nguyễn Văn');
  assert.equal(decodeText('Lê\u00ad Hà', 'nfc'), 'Lê Hà');
});

test('ð is đ in Vietnamese words, and stays in Icelandic ones', () => {
  assert.equal(
    decodeText('Nguyễn Văn Ðức, ÐH Ðà Nẵng, QÐ-UBND, Kðoh', 'nfc'),
    'Nguyễn Văn Đức, ĐH Đà Nẵng, QĐ-UBND, Kđoh',
  );
  assert.equal(decodeText('ðảng viên \u0189ồng', 'nfc'), 'đảng viên Đồng');
  assert.equal(decodeText('Guðrún', 'nfc'), 'Guðrún');
});

test('plain ASCII is returned as it is', () => {
  for (const encoding of EVERY) {
    for (const text of ['', 'Le Van An', '0912345678', 'an.le@example.vn', 'H Yim']) {
      assert.equal(decodeText(text, encoding), text);
    }
  }
});

test('Unicode cells of a legacy column that have only letters of windows-1252', () => {
  const cells = [
    'Lê Minh Hà',
    'Hoàng Minh Anh',
    'Lê Bé',
    'Phan Thanh Bình',
    "H'Hen Niê",
    'René',
    'Võ Sĩ',
    'Lê Lý',
  ];
  for (const cell of cells) {
    for (const encoding of EVERY) assert.equal(decodeText(cell, encoding), cell, encoding);
  }
  assert.equal(decodeText('Müller', 'tcvn3'), 'Müller');
  assert.equal(decodeText('ABC® 25m² 5°C', 'tcvn3'), 'ABC® 25m² 5°C');
});

test('words lean to the encoding of the column, or against it', () => {
  assert.equal(decodeText('Võ A Chu', 'tcvn3'), 'Võ A Chu');
  assert.equal(decodeText('Võ A Chu', 'tcvn3', 2), 'Vừ A Chu');
  assert.equal(decodeText('Hoàng', 'vni'), 'Hồng');
  assert.equal(decodeText('Hoàng', 'vni', -1.5), 'Hoàng');
  assert.equal(decodeText('NguyÔn V¨n §øc', 'tcvn3', -1.5), 'Nguyễn Văn Đức');
});

test('a ư that was lost with its soft hyphen comes back in cells of plain letters too', () => {
  assert.equal(decodeText('Mai Phng', 'tcvn3'), 'Mai Phưng');
  assert.equal(decodeText('D\u00acng Quúnh Nh', 'tcvn3'), 'Dương Quỳnh Như');
  assert.equal(decodeText('Lan Th', 'tcvn3'), 'Lan Thư');
  for (const text of ['Th', 'TH', 'THCS', 'Lan Th.']) assert.equal(decodeText(text, 'tcvn3'), text);
  for (const text of ['Mai Phng', 'Lan Th']) assert.equal(decodeText(text, 'nfc'), text);
});
