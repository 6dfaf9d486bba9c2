import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { compareTexts } from '../../kernel/similarity/index.ts';
import { changed, madeText, reordered } from '../../kernel/similarity/testing.ts';
import { encodeAs } from '../../kernel/vietnamese/encodings/testing.ts';
import type { FormField } from '../calls/index.ts';
import {
  amountOf,
  comparedText,
  formPhrases,
  inOrder,
  markedIn,
  nearnessOf,
  paragraphsOf,
  readableText,
  shownParts,
} from './rules/index.ts';

const field = (key: string, means: FormField['means'], label = key): FormField =>
  ({ key, means, label, help: null, kind: 'long_text' }) as FormField;

test('title, summary and solution are compared, in this order; nothing else', () => {
  const form = [
    field('cach-lam', 'solution'),
    field('ten', 'title'),
    field('tom-tat', 'summary'),
    field('ap-dung', 'solution'),
    field('khac', null),
  ];
  const answers = { ten: 'Máy', 'tom-tat': ' ', 'cach-lam': 'Một', 'ap-dung': 'Hai', khac: 'Ba' };
  assert.deepEqual(comparedText(form, answers), { title: 'Máy', body: 'Máy\n\nMột\n\nHai' });
  assert.deepEqual(comparedText(form, { ten: ['Máy'] }), { title: '', body: '' });
  assert.deepEqual(formPhrases([field('a', null, 'Nêu rõ')]), ['Nêu rõ']);
});

test('legacy texts are read, Unicode stays as it was written', () => {
  const text = 'Máy bóc lạc của nông dân Sơn La,\nchạy bằng điện: 2.000 vòng/phút.';
  for (const encoding of ['nfd', 'tcvn3', 'vni', 'viqr'] as const)
    assert.equal(readableText(encodeAs(text, encoding)), text, encoding);
  assert.equal(readableText(`${text}\r\n`), `${text}\n`);
  assert.equal(readableText(''), '');
});

test('who was submitted first is the earlier; what was not submitted here always is', () => {
  const at = (id: number, time: string | null) => ({
    id,
    submittedAt: time === null ? null : new Date(time),
  });
  const [first, second] = [at(9, '2026-01-01'), at(1, '2026-01-02')];
  assert.deepEqual(inOrder(first, second), { newer: second, earlier: first });
  assert.deepEqual(inOrder(second, first), { newer: second, earlier: first });
  const same = at(10, '2026-01-01');
  assert.deepEqual(inOrder(first, same), { newer: same, earlier: first });
  const file = at(99, null);
  assert.deepEqual(inOrder(file, first), { newer: first, earlier: file });
  assert.equal(inOrder(file, at(98, null)), null);
});

test('a score in words', () => {
  assert.deepEqual([1, 0.9, 0.89, 0.6, 0.4, 0.2, 0.19, 0].map(amountOf), [
    ...['whole', 'whole', 'most', 'most', 'half', 'part', 'passages', 'passages'],
  ]);
  const { score, words } = nearnessOf(compareTexts(madeText(1), madeText(1)));
  assert.ok(score > 0.99 && words > 200);
});

describe('marked texts', () => {
  const first = madeText(4);
  const second = reordered(changed(first, 0.2, 'm'), 'm');
  const { passages } = compareTexts(first, second);
  const sides = [
    { text: first, marked: markedIn(passages, 'first') },
    { text: second, marked: markedIn(passages, 'second') },
  ];

  test('keep every letter, and each passage begins exactly once', () => {
    for (const { text, marked } of sides) {
      const pieces = paragraphsOf(text, marked).flat();
      const plain = (one: string) => one.replace(/\n+/g, '');
      assert.equal(pieces.map((piece) => piece.text).join(''), plain(text));
      assert.deepEqual(
        pieces.flatMap(({ begins }) => begins).sort((a, b) => a - b),
        marked.map(({ number }) => number),
      );
      assert.ok(pieces.some(({ kind }) => kind === 'same'));
      assert.ok(pieces.some(({ kind }) => kind === 'differs'));
    }
  });

  test('of a text that is kept back nothing but the passages is there', () => {
    const { text, marked } = sides[1]!;
    const parts = shownParts(`Đầu bí mật. ${text}`, markedIn([], 'first'), false);
    assert.deepEqual(parts, []);
    const shown = shownParts(text, marked, false);
    assert.equal(shown.length, marked.length);
    for (const [at, { passage, paragraphs }] of shown.entries()) {
      const { start, end, number } = marked[at]!;
      assert.equal(passage, number);
      const words = paragraphs.flatMap((pieces) => pieces.map((piece) => piece.text)).join('');
      assert.equal(words, text.slice(start, end).replace(/\n+/g, ''));
      assert.deepEqual(
        paragraphs.flat().flatMap(({ begins }) => begins),
        [number],
      );
    }
  });
});
