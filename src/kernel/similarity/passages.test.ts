import assert from 'node:assert/strict';
import { test } from 'node:test';
import { foldForSearch } from '../vietnamese/fold.ts';
import { type Comparison, compareTexts } from './passages.ts';
import { isNearDuplicate } from './rank.ts';
import { rarityOf, stockKeys } from './rarity.ts';
import { changed, inTcvn3, madeText, reordered, withoutMarks, withThirdOf } from './testing.ts';

const text = madeText(3, { words: 900 });
const other = madeText(4, { words: 700 });

/** Every equal stretch is equal in both texts, inside its passage, and in order. */
function assertSound(first: string, second: string, found: Comparison, decoded = second): void {
  const words = (part: string) => foldForSearch(part);
  for (const passage of found.passages) {
    let [a, b] = [passage.first.start, passage.second.start];
    for (const same of passage.same) {
      assert.ok(same.first.start >= a && same.second.start >= b);
      [a, b] = [same.first.end, same.second.end];
      if (decoded === second) {
        assert.equal(
          words(first.slice(same.first.start, a)),
          words(second.slice(same.second.start, b)),
        );
      }
    }
    assert.deepEqual([a, b], [passage.first.end, passage.second.end]);
    assert.ok(passage.words.same <= Math.min(passage.words.first, passage.words.second));
  }
}

test('a text and itself: one passage, all of it', () => {
  const { passages, words, common, share } = compareTexts(text, text);
  assert.equal(passages.length, 1);
  assert.deepEqual(share, { first: 1, second: 1 });
  assert.deepEqual(common, words);
  assert.equal(text.slice(passages[0]!.first.start, passages[0]!.first.end), text.slice(0, -1));
});

test('unrelated texts share headings only, and these are known by their frequency', () => {
  const found = compareTexts(
    text,
    other,
    rarityOf(1000, () => 300),
  );
  assertSound(text, other, found);
  assert.deepEqual(found.share, { first: 0, second: 0 });
  assert.ok(found.passages.length > 0 && found.passages.every(({ rarity }) => rarity === 0));
});

test('stock phrases that are told do not count, what is written around them does', () => {
  const declaration = 'Tôi xin cam đoan những điều khai trên đây là đúng sự thật.';
  const [a, b] = ['Máy gieo hạt của nhóm chạy bằng pin', 'Bể lọc nước mưa cho lớp học vùng cao'];
  const plain = compareTexts(`${a}. ${declaration}`, `${declaration} ${b}.`);
  assert.equal(plain.passages.length, 1);
  const rarity = rarityOf(5, () => 1, stockKeys([declaration]));
  const stock = compareTexts(`${a}. ${declaration}`, `${declaration} ${b}.`, rarity);
  assert.deepEqual(stock.common, { first: 0, second: 0 });
  const copied = compareTexts(`${text}\n${declaration}`, `${declaration}\n${text}`, rarity);
  assert.ok(copied.share.first > 0.95 && copied.share.first < 1);
});

test('a fifth of the words changed: nearly all is one passage, what differs lies between', () => {
  const copy = changed(text, 0.2, 'fifth');
  const found = compareTexts(text, copy);
  assertSound(text, copy, found);
  assert.ok(found.share.first > 0.9 && found.share.second > 0.9, JSON.stringify(found.share));
  const { words, same } = found.passages.toSorted((x, y) => y.words.same - x.words.same)[0]!;
  assert.ok(words.same / words.first > 0.75 && words.same / words.first < 0.87);
  assert.ok(same.length > 50);
});

test('words put in and left out do not break a passage', () => {
  const all = text.split(' ');
  const shorter = all.filter((_, at) => at % 10 !== 7).join(' ');
  const longer = all.flatMap((word, at) => (at % 9 === 5 ? [word, 'thêm'] : [word])).join(' ');
  for (const copy of [shorter, longer]) {
    const found = compareTexts(text, copy);
    assertSound(text, copy, found);
    assert.ok(found.share.first > 0.95);
    assert.equal(found.passages.length, 1);
  }
});

test('sentences in another order are found one by one', () => {
  const copy = reordered(text, 'order');
  const found = compareTexts(text, copy);
  assertSound(text, copy, found);
  assert.ok(found.passages.length > 10);
  assert.ok(found.share.first > 0.8);
});

test('without dấu, and in TCVN3, with places in the text as it was given', () => {
  for (const copy of [withoutMarks(text), inTcvn3(text)]) {
    const found = compareTexts(text, copy);
    assertSound(text, copy, found, '');
    assert.deepEqual(found.share, { first: 1, second: 1 });
    const { second } = found.passages[0]!;
    assert.equal(
      copy.slice(second.start, second.end).split(/\s+/).length,
      copy.split(/\s+/).length,
    );
  }
});

test('a third in another text: the share is of the text it was taken from', () => {
  const host = madeText(8, { words: 3000 });
  const found = compareTexts(
    withThirdOf(host, text, 'third'),
    text,
    rarityOf(9, () => undefined),
  );
  const longest = found.passages.toSorted((x, y) => y.words.same - x.words.same)[0]!;
  assert.ok(Math.abs(longest.words.second - found.words.second / 3) < 10);
  assert.ok(found.share.first < 0.2 && found.share.second > 0.33);
});

test('nothing, one word, a short text', () => {
  for (const [a, b] of [
    ['', ''],
    ['', text],
    ['máy', 'máy'],
    ['máy cày tay', 'máy cày tay'],
    ['😀', '😀'],
  ] as const) {
    const found = compareTexts(a, b);
    assert.deepEqual(found.passages, []);
    assert.deepEqual(found.share, { first: 0, second: 0 });
    assert.ok(!isNearDuplicate(found));
  }
  const short = 'Máy gieo hạt chạy bằng pin mặt trời cho ruộng bậc thang';
  assert.equal(compareTexts(short, short.toUpperCase()).share.first, 1);
});

test('a person is asked from a fifth of a text and 25 words on, or 200 words', () => {
  const near = (words: number, share: number) =>
    isNearDuplicate({
      ...{ passages: [], words: { first: 1, second: 1 } },
      ...{ common: { first: words, second: 0 }, share: { first: 0, second: share } },
    });
  assert.ok(near(25, 0.2) && near(200, 0.01));
  assert.ok(!near(24, 1) && !near(199, 0.19));
});

test('texts that repeat themselves take no more steps than others of their length', () => {
  const many = 100_000;
  const hostile = [
    'a '.repeat(many),
    'a b '.repeat(many / 2),
    'một hai ba bốn năm sáu bảy '.repeat(many / 7),
    `${text} `.repeat(100),
    Array.from({ length: many }, (_, at) => ['a', 'b'][((at * 7919) % 13) & 1]).join(' '),
  ];
  for (const first of hostile) {
    assert.deepEqual(compareTexts(first, first).share, { first: 1, second: 1 });
    for (const second of [text, ...hostile]) {
      assert.ok(compareTexts(first, second).passages.length < 20_000);
    }
  }
});

test('200 kB with a page copied from it', () => {
  const long = Array.from({ length: 24 }, (_, at) => madeText(100 + at, { words: 2200 })).join(
    '\n',
  );
  assert.ok(long.length > 200_000);
  const page = long.slice(100_000, 102_000);
  const found = compareTexts(page, long);
  assert.ok(found.share.first > 0.98 && found.share.second < 0.05);
  assertSound(page, long, found);
});
