import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chooserFromSeed } from '../random.ts';
import { foldForSearch, matchKey, toNfc } from './fold.ts';
import { goldenNames } from './golden-names.ts';

// The third form: circumflex, breve and horn in the letter, the tone apart. Neither NFC nor NFD.
function mixed(text: string): string {
  return [...text.normalize('NFC')]
    .map((letter) => {
      const parts = letter.normalize('NFD');
      const tone = parts.match(/[\u0300\u0301\u0303\u0309\u0323]/)?.[0] ?? '';
      return parts.replace(tone, '').normalize('NFC') + tone;
    })
    .join('');
}

test('every Unicode form of a text becomes one', () => {
  for (const name of goldenNames) {
    for (const form of [name.normalize('NFC'), name.normalize('NFD'), mixed(name)]) {
      assert.equal(toNfc(form), name);
      assert.equal(foldForSearch(form), foldForSearch(name));
      assert.equal(matchKey(form), matchKey(name));
    }
  }
  assert.notEqual(mixed('ễ'), 'ễ'.normalize('NFC'));
  assert.notEqual(mixed('ễ'), 'ễ'.normalize('NFD'));
});

test('a folded text has plain letters only, and folding again changes nothing', () => {
  for (const name of goldenNames) {
    const folded = foldForSearch(name);
    assert.match(folded, /^[a-z]+( [a-z]+)*$/);
    assert.equal(foldForSearch(folded), folded);
    assert.equal(foldForSearch(name.toLocaleUpperCase('vi')), folded);
  }
});

test('folding at the edges', () => {
  const rows: [string, string][] = [
    ['', ''],
    [' \u00a0\t\n ', ''],
    ['...', ''],
    ['Đặng Thị Mỹ Đẹp', 'dang thi my dep'],
    ['ĐẶNG', 'dang'],
    ['Ðặng ðức', 'dang duc'],
    ['  Nguyễn\u00a0 Văn-Đức, ', 'nguyen van duc'],
    ["H'Hen  Niê", 'h hen nie'],
    ['Ênuôl', 'enuol'],
    ['Nguy\u00adễn', 'nguyen'],
    ['\u200bLê\ufeff', 'le'],
    ['38/TB-LHH', '38 tb lhh'],
    ['25 m²', '25 m2'],
    ['Ｈà Nội', 'ha noi'],
    ['ẤỞỮỴ', 'aouy'],
    ['Kraków', 'krakow'],
  ];
  for (const [text, folded] of rows) assert.equal(foldForSearch(text), folded, text);
});

test('the match key joins spellings of one word', () => {
  const same: [string, string][] = [
    ['hoà', 'hòa'],
    ['thuý', 'thúy'],
    ['khoẻ', 'khỏe'],
    ['uỷ', 'ủy'],
    ['oà', 'òa'],
    ['loè', 'lòe'],
    ['đoạ', 'đọa'],
    ['CỘNG HOÀ', 'Cộng hòa'],
    ['kỹ thuật', 'kĩ thuật'],
    ['Mỹ', 'Mĩ'],
    ['Lý', 'lí'],
    ['sỹ', 'sĩ'],
    ['tỷ', 'tỉ'],
    ['hy', 'hi'],
    ['quý', 'quí'],
    ['quy', 'qui'],
    ['Nguyễn  Thuý-Hoà', 'nguyễn thúy hòa'],
  ];
  for (const [a, b] of same) assert.equal(matchKey(a), matchKey(b), `${a} = ${b}`);
});

test('the match key keeps different words apart', () => {
  const different: [string, string][] = [
    ['hòa', 'hoa'],
    ['hòa', 'hóa'],
    ['đa', 'da'],
    ['quý', 'qúy'],
    ['quý', 'quỳ'],
    ['hòạ', 'hòa'],
    ['giá', 'gía'],
    ['của', 'cuả'],
    ['hoàn', 'hòan'],
    ['Vy', 'Vi'],
    ['ý', 'í'],
    ['thúy', 'thúi'],
    ['thuy', 'thui'],
    ['ngày', 'ngài'],
    ['tay', 'tai'],
    ['kính', 'kýnh'],
    ['Dung', 'Dũng'],
    ['Lan Anh', 'Lananh'],
  ];
  for (const [a, b] of different) assert.notEqual(matchKey(a), matchKey(b), `${a} ≠ ${b}`);
});

test('a tone in a place that is no style stays where it is', () => {
  for (const odd of ['qúy', 'gía', 'hòạ']) assert.equal(matchKey(odd), odd);
});

test('random text: keys are stable and the same for every form', () => {
  const choose = chooserFromSeed('fold');
  const parts = [
    ...'aáàoòóoeèuúyýiíqhklmstđĐ -.,',
    'hoà',
    'quý',
    '\u0301',
    '\u0323',
    'Ð',
    '\u00ad',
    '´',
  ];
  for (let round = 0; round < 5000; round++) {
    const text = Array.from({ length: choose.between(0, 9) }, () => choose.pick(parts)).join('');
    const [folded, key] = [foldForSearch(text), matchKey(text)];
    assert.equal(foldForSearch(folded), folded);
    assert.equal(matchKey(key), key);
    assert.equal(foldForSearch(text.normalize('NFD')), folded);
    assert.equal(matchKey(text.normalize('NFD')), key);
  }
});
