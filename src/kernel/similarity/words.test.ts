import assert from 'node:assert/strict';
import { test } from 'node:test';
import { encodeAs } from '../vietnamese/encodings/testing.ts';
import type { TextEncoding } from '../vietnamese/encodings/types.ts';
import { foldForSearch } from '../vietnamese/fold.ts';
import { realTexts } from './testing.ts';
import { wordsOf } from './words.ts';

const texts = realTexts();
const hashes = (text: string) => [...wordsOf(text).hashes];
const written = (text: string) => {
  const { count, starts, ends } = wordsOf(text);
  return Array.from({ length: count }, (_, at) => text.slice(starts[at]!, ends[at]!));
};

test('words are those of the folded text, in order', () => {
  for (const text of texts) {
    const folded = foldForSearch(text).split(' ');
    assert.equal(wordsOf(text).count, folded.length);
    assert.deepEqual(hashes(text), hashes(folded.join(' ')));
  }
});

test('dấu, case, punctuation and Unicode form make no difference', () => {
  const plain = hashes('Giải pháp kỹ thuật, tại Đà Nẵng');
  for (const other of [
    'giai phap ky thuat tai da nang',
    'GIẢI PHÁP KỸ THUẬT – TẠI ĐÀ NẴNG!',
    'Giải pháp kỹ thuật, tại Đà Nẵng'.normalize('NFD'),
    'Giải\u00a0pháp (kỹ\nthuật) “tại” Ðà\u00adNẵng'.replace('\u00ad', ' '),
  ]) {
    assert.deepEqual(hashes(other), plain, other);
  }
  assert.notDeepEqual(hashes('pháp giải kỹ thuật, tại Đà Nẵng'), plain);
});

test('a text in another encoding has the same words', () => {
  const encodings: TextEncoding[] = ['nfd', 'mixed', 'tcvn3', 'vni', 'viqr', 'windows-1258'];
  for (const encoding of encodings) {
    let [same, all] = [0, 0];
    for (const text of texts) {
      const known = new Set(hashes(text));
      const found = hashes(encodeAs(text, encoding));
      same += found.filter((hash) => known.has(hash)).length;
      all += found.length;
    }
    assert.ok(same / all > 0.98, `${encoding}: ${same / all}`);
  }
});

test('a legacy passage in a Unicode text is read too, however short it is', () => {
  const passage = 'Người nộp phí xem được khoản đã nộp của mình trong sổ của đơn vị';
  for (const encoding of ['tcvn3', 'vni'] as const)
    for (const around of [1, 3, 8]) {
      const before = texts.slice(0, around).join('\n');
      const after = texts.slice(around, 2 * around).join('\n');
      const mixed = `${before}\n${encodeAs(`${passage}\n`.repeat(3), encoding)}\n${after}`;
      const found = hashes(mixed).join(' ');
      assert.ok(found.includes(hashes(passage).join(' ')), `${encoding} among ${around}`);
      assert.ok(found.includes(hashes(after).join(' ')), `${encoding} before ${around}`);
    }
});

test('each word knows its place in the text as it was given', () => {
  assert.deepEqual(written('  Xin «chào», Đà\u0300 Nẵng – 38/TB.'), [
    ...['Xin', 'chào', 'Đà\u0300', 'Nẵng', '38', 'TB'],
  ]);
  assert.deepEqual(written('😀 máy 🚜 cày 👩‍🌾'.normalize('NFC')), ['máy', 'cày']);
  const tcvn3 = encodeAs('Nguyễn Văn Đức, người nông dân ở Sơn La, đã chế tạo máy.', 'tcvn3');
  assert.deepEqual(written(tcvn3), tcvn3.split(' '));
});

test('nothing to read', () => {
  for (const text of ['', ' \n\t', '—…!', '😀😀', '\u200b\ufeff']) {
    assert.equal(wordsOf(text).count, 0, JSON.stringify(text));
  }
});

test('one word as long as a text, and many lines', () => {
  assert.equal(wordsOf('a'.repeat(200_000)).count, 1);
  assert.equal(wordsOf('a,'.repeat(100_000)).count, 100_000);
  assert.equal(wordsOf('máy\n'.repeat(50_000)).count, 50_000);
});
