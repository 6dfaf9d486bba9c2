import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findReferences, largestNumber, parseReference, writeReference } from './reference.ts';

const some = [1, 2, 3, 31, 32, 1000, 299_999, 300_000, 16_777_216, largestNumber];

test('every number comes back, and none has the reference of another', () => {
  const seen = new Set<string>();
  const numbers = [...some, ...Array.from({ length: 20_000 }, (_, i) => i * 1601 + 7)];
  for (const number of numbers) {
    const text = writeReference({ year: 2026, number });
    assert.match(text, /^HP26 [0-9A-HJKMNP-TV-Z]{6}$/);
    assert.deepEqual(parseReference(text), { year: 2026, number });
    seen.add(text);
  }
  assert.equal(seen.size, new Set(numbers).size);
});

test('neighbours do not look alike', () => {
  const [a = '', b = ''] = [41, 42].map((number) => writeReference({ year: 2026, number }));
  const same = [...a.slice(5)].filter((sign, at) => sign === b[5 + at]).length;
  assert.ok(same <= 2, `${a} ${b}`);
});

test('what banks do to a text does not hide it', () => {
  const number = 123_456;
  const text = writeReference({ year: 2026, number });
  const bare = text.replace(' ', '');
  const forms = [
    text.toLowerCase(),
    bare,
    `${text.slice(0, 8)} ${text.slice(8)}`,
    `HP-26.${text.slice(5)}`,
    `MBVCB.3987654.${bare}.CT tu 0011000 NGUYEN VAN A`,
    `NGUYENVANA${bare}CHUYENTIEN`,
    `${text} HOI PHI`,
    `Nộp hội phí ${text.toLowerCase().split('').join(' ')}`,
    `HP HP26 ${bare}`,
    bare.replaceAll('0', 'O').replaceAll('1', 'l'),
  ];
  for (const form of forms) assert.deepEqual(findReferences(form), [{ year: 2026, number }], form);
});

test('several, each once; none in other words', () => {
  const a = writeReference({ year: 2026, number: 5 });
  const b = writeReference({ year: 2025, number: 5 });
  assert.deepEqual(findReferences(`${a} va ${b}, ${a}`), [
    { year: 2026, number: 5 },
    { year: 2025, number: 5 },
  ]);
  for (const text of [
    '',
    'HP',
    'HP26',
    'HOI PHI 2026',
    'CHP26 1234567890',
    'NOP HP26 NGUYEN VAN A',
  ])
    assert.deepEqual(findReferences(text), [], text);
});

test('one wrong character, or two that changed places, is not taken for somebody else', () => {
  const right = writeReference({ year: 2026, number: 98_765 }).replace(' ', '');
  for (let at = 2; at < right.length; at++) {
    for (const sign of '0123456789ABCDEFGHJKMNPQRSTVWXYZ') {
      if (sign === right[at]) continue;
      const wrong = right.slice(0, at) + sign + right.slice(at + 1);
      assert.equal(parseReference(wrong), null, wrong);
    }
    for (let other = at + 1; other < right.length; other++) {
      const signs = [...right];
      [signs[at], signs[other]] = [signs[other]!, signs[at]!];
      if (signs.join('') !== right) assert.equal(parseReference(signs.join('')), null);
    }
  }
});

test('typed in a search: whole, or its six characters where the year is known', () => {
  const text = writeReference({ year: 2026, number: 77 });
  assert.deepEqual(parseReference(text.slice(5), 2026), { year: 2026, number: 77 });
  assert.equal(parseReference(text.slice(5)), null);
  assert.equal(parseReference(text.slice(5), 2025), null);
  assert.equal(parseReference('Nguyen', 2026), null);
});
