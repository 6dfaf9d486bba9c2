import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inLanguages, type Language, language, setLanguageSource } from './language.ts';

const words = inLanguages(
  {
    home: 'Trang chủ',
    office: 'Văn phòng',
    found: (many: number) => `${many} bài`,
    states: { open: 'Đang mở', over: 'Đã kết thúc' },
  },
  {
    home: 'Home',
    found: (many) => `${many} articles`,
    states: { open: 'Open', over: 'Closed' },
  },
);

function inLanguage<T>(one: Language, read: () => T): T {
  setLanguageSource(() => one);
  try {
    return read();
  } finally {
    setLanguageSource(() => 'vi');
  }
}

test('words are those of the page that is being made, and Vietnamese where English has none', () => {
  assert.deepEqual([language(), words.home, words.found(2)], ['vi', 'Trang chủ', '2 bài']);
  inLanguage('en', () => {
    assert.equal(language(), 'en');
    assert.equal(words.home, 'Home');
    assert.equal(words.found(2), '2 articles');
    assert.equal(words.states.over, 'Closed');
    assert.equal(words.office, 'Văn phòng');
  });
  assert.equal(words.states.over, 'Đã kết thúc');
});
