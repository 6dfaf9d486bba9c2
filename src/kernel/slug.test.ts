import assert from 'node:assert/strict';
import test from 'node:test';
import { isSlug, numberedSlug, SLUG_LENGTH, slugOf } from './slug.ts';

test('letters lose their dấu, everything else becomes one hyphen', () => {
  assert.equal(slugOf('Đại hội đại biểu lần thứ IX'), 'dai-hoi-dai-bieu-lan-thu-ix');
  assert.equal(slugOf('  “Ổ khoá” – 5.000 đồng/kg!  '), 'o-khoa-5-000-dong-kg');
  assert.equal(slugOf('Nguyễn Thị Ngọc Quỳnh, Ẵm, Ổ'), 'nguyen-thi-ngoc-quynh-am-o');
});

test('composed and decomposed letters give the same', () => {
  const title = 'Hội nghị trí thức';
  assert.equal(slugOf(title.normalize('NFD')), slugOf(title.normalize('NFC')));
});

test('nothing that a slug can hold: still something', () => {
  for (const text of ['', '   ', '—…!?', '科学', '🌾'])
    assert.equal(slugOf(text), 'bai', JSON.stringify(text));
  assert.equal(slugOf('科学 2026'), '2026');
});

test('cut at the end of a word, never inside one', () => {
  const exact = `${'abcd-'.repeat(15)}abcde`;
  assert.equal(exact.length, SLUG_LENGTH);
  assert.equal(slugOf(exact), exact, 'as long as it may be');
  assert.equal(slugOf(`${exact}f`), 'abcd-'.repeat(15).slice(0, -1), 'one letter more');
  assert.equal(slugOf(`${exact} g`), exact, 'one word more');
  assert.equal(slugOf('Liên hiệp hội', 9), 'lien-hiep');
  assert.equal(slugOf('Liên hiệp hội', 8), 'lien');
});

test('a single word that is too long is cut inside', () => {
  assert.equal(slugOf('a'.repeat(200)), 'a'.repeat(SLUG_LENGTH));
});

test('what it gives is a slug, and again the same', () => {
  for (const text of ['Đ', 'ð', 'İstanbul', 'ﬁle', 'a--b', '-a-', `${'x'.repeat(79)} y`, 'ß½Ⅷ']) {
    const slug = slugOf(text);
    assert.ok(isSlug(slug), `${text} → ${slug}`);
    assert.equal(slugOf(slug), slug);
  }
});

test('what is no slug', () => {
  for (const text of ['', 'A', 'a--b', '-a', 'a-', 'a b', 'a/b', 'đ', 'a'.repeat(SLUG_LENGTH + 1)])
    assert.equal(isSlug(text), false, text);
});

test('numbers of the same title fit too', () => {
  assert.equal(numberedSlug('tin', 1), 'tin');
  assert.equal(numberedSlug('tin', 2), 'tin-2');
  const long = slugOf('abcd '.repeat(40));
  const numbered = numberedSlug(long, 1234);
  assert.ok(isSlug(numbered), numbered);
  assert.ok(numbered.endsWith('abcd-1234'));
  assert.equal(numberedSlug('a'.repeat(80), 2), `${'a'.repeat(78)}-2`);
});
