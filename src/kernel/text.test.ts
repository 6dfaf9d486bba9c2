import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keptText } from './text.ts';

test('letters and marks come together, also where something stood between them', () => {
  assert.equal(keptText('Nguye\u0302\u0303n'), 'Nguyễn');
  assert.equal(keptText('e\u0000\u0301'), 'é');
  assert.equal(keptText('Va\u200e\u0306n'), 'Văn');
});

test('control characters and marks of direction go, tabs and line ends stay', () => {
  assert.equal(keptText('\u202eabc\u2069\ufeff\u007f'), 'abc');
  assert.equal(keptText('a\tb\r\nc\rd\n\ne'), 'a\tb\nc\nd\n\ne');
});

test('blanks around go, also when they come to stand there', () => {
  assert.equal(keptText(' \u00a0\u200f a b \u0001\r\n'), 'a b');
  assert.equal(keptText('\ufeff \u0000'), '');
});

test('half a character becomes a sign that can be kept', () => {
  assert.equal(keptText('a\ud800b\udc00'), 'a\ufffdb\ufffd');
  assert.equal(keptText('\ud83d\ude00'), '\u{1f600}');
});

test('what is kept stays as it is', () => {
  const kept = keptText('\u200e e\u0000\u0301\r\n\ud800 ');
  assert.equal(keptText(kept), kept);
});
