import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ALL_KEYS, gramsOf } from './grams.ts';
import { bestHits, likeness, probesOf, worthComparing } from './rank.ts';
import { counted, rarityOf, stockKeys } from './rarity.ts';
import { KEPT_BELOW, LEAST_KEYS, MOST_KEYS, type Sketch, sketchOf } from './sketch.ts';
import { changed, inTcvn3, madeText, withoutMarks } from './testing.ts';
import { wordsOf } from './words.ts';

const of = (...keys: number[]): Sketch => ({ words: 1000, limit: KEPT_BELOW, keys });

test('keys go up, are whole, fit an integer, and each lies below the limit', () => {
  for (let number = 0; number < 40; number++) {
    const { keys, limit, words } = sketchOf(madeText(number));
    assert.ok(keys.every((key, at) => Number.isInteger(key) && (at === 0 || key > keys[at - 1]!)));
    assert.ok(keys[0]! >= 0 && keys.at(-1)! < limit && limit <= ALL_KEYS);
    assert.ok(keys.length >= LEAST_KEYS && keys.length < words / 2);
  }
});

test('every gram below the limit is kept, whatever the length', () => {
  for (const words of [3, 20, 66, 67, 300, 3000, 40_000]) {
    const text = madeText(1, { words });
    const { keys, limit } = sketchOf(text);
    const grams = new Set(gramsOf(wordsOf(text)).filter((key) => key < limit));
    assert.deepEqual(
      keys,
      [...grams].sort((a, b) => a - b),
    );
    assert.ok(keys.length <= MOST_KEYS);
  }
});

test('too few words for a gram', () => {
  for (const text of ['', 'máy', 'máy cày', '😀']) assert.deepEqual(sketchOf(text).keys, []);
  assert.equal(sketchOf('máy cày tay').keys.length, 1);
  assert.equal(sketchOf('máy cày tay').limit, ALL_KEYS);
});

test('the same text written in other ways has the same sketch', () => {
  const text = madeText(5);
  const sketch = sketchOf(text);
  for (const other of [text.toUpperCase(), withoutMarks(text), inTcvn3(text)]) {
    assert.deepEqual(sketchOf(other), sketch);
  }
});

test('likeness counts what is shared, in both directions', () => {
  const { shared, weight, ofFirst, ofSecond, resemblance } = likeness(of(1, 2, 3, 4), of(3, 4));
  assert.deepEqual([shared, weight, ofFirst, ofSecond, resemblance], [2, 2, 0.5, 1, 0.5]);
  assert.equal(likeness(of(1, 2), of(3)).resemblance, 0);
  assert.equal(likeness(of(), of()).resemblance, 0);
  const rare = likeness(of(1, 2, 3), of(2, 3), (key) => (key === 3 ? 0 : 1));
  assert.deepEqual([rare.shared, rare.weight, rare.ofFirst], [2, 1, 0.5]);
});

test('sketches of different fineness are compared where both keep everything', () => {
  const fine = { words: 50, limit: 100, keys: [10, 20, 60, 90] };
  const coarse = { words: 90_000, limit: 50, keys: [10, 30] };
  const { shared, ofFirst, ofSecond } = likeness(fine, coarse);
  assert.deepEqual([shared, ofFirst, ofSecond], [1, 0.5, 0.5]);
});

test('the estimate is near the share of grams that are left', () => {
  for (const [share, left] of [
    [0.2, 0.8 ** 3],
    [0.4, 0.6 ** 3],
  ] as const) {
    let sum = 0;
    for (let number = 0; number < 30; number++) {
      const text = madeText(number);
      sum += likeness(sketchOf(text), sketchOf(changed(text, share, `${number}`))).ofFirst / 30;
    }
    assert.ok(Math.abs(sum - left) < 0.04, `${share}: ${sum}, not ${left}`);
  }
});

test('rarity goes from 1 for one text to 0 for what many have', () => {
  const rarity = rarityOf(100_000, (key) => key);
  assert.deepEqual([0, 1, 2001, 100_000].map(rarity), [1, 1, 0, 0]);
  const between = [2, 10, 100, 1000, 2000].map((key) => rarity(key)!);
  assert.ok(between.every((value, at) => value > 0 && value < (between[at - 1] ?? 1)));
  const few = rarityOf(10, (key) => key);
  assert.ok(few(2)! > 0.8);
  assert.deepEqual(
    [20, 21, 22].map((key) => few(key)! > 0),
    [true, false, false],
  );
  assert.equal(rarityOf(10, () => undefined)(1), undefined);
  assert.equal(rarityOf(10, () => 1, new Set([7]))(7), 0);
});

test('the frequency of a key that most sketches leave out is not known', () => {
  assert.equal(
    counted(KEPT_BELOW - 1, () => 3),
    3,
  );
  assert.equal(
    counted(KEPT_BELOW, () => 3),
    undefined,
  );
});

test('stock keys are those of every gram of the phrases', () => {
  const keys = stockKeys(['Mô tả giải pháp', 'tính mới']);
  assert.deepEqual([...keys], [...gramsOf(wordsOf('mo ta giai phap'))]);
});

test('only keys that some texts have, and not too many, are asked for', () => {
  assert.deepEqual(
    probesOf(of(0, 1, 300, 301), (key) => key),
    [1, 300],
  );
});

test('best hits: by the share of the shorter sketch, at least three keys', () => {
  const hits = [
    { id: 'long', shared: 20, keys: 400 },
    { id: 'short', shared: 20, keys: 40 },
    { id: 'chance', shared: 2, keys: 2 },
    { id: 'more', shared: 25, keys: 100 },
  ];
  const ids = (most?: number) => bestHits(hits, 100, most).map(({ id }) => id);
  assert.deepEqual(ids(), ['short', 'more', 'long']);
  assert.deepEqual(ids(1), ['short']);
  assert.deepEqual(bestHits([], 0), []);
});

test('a share of a few keys is not worth comparing', () => {
  const base = { shared: 9, resemblance: 0.1 };
  assert.ok(worthComparing({ ...base, weight: 3, ofFirst: 0.06, ofSecond: 0 }));
  assert.ok(worthComparing({ ...base, weight: 3, ofFirst: 0, ofSecond: 0.06 }));
  assert.ok(!worthComparing({ ...base, weight: 2.9, ofFirst: 1, ofSecond: 1 }));
  assert.ok(!worthComparing({ ...base, weight: 30, ofFirst: 0.05, ofSecond: 0.05 }));
});
