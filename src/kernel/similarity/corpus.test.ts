// How many copies are found, and how many texts that are none: 1,000 made texts and the pages of the
// guide, all with the headings of one form and with stock sentences.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sketchIndex } from './memory.ts';
import { compareTexts } from './passages.ts';
import { isNearDuplicate } from './rank.ts';
import { stockKeys } from './rarity.ts';
import { sketchOf } from './sketch.ts';
import {
  changed,
  inTcvn3,
  madeText,
  realTexts,
  reordered,
  withoutMarks,
  withThirdOf,
} from './testing.ts';
import { wordsOf } from './words.ts';

const texts = [...Array.from({ length: 1000 }, (_, number) => madeText(number)), ...realTexts()];
const index = sketchIndex();
for (const text of texts) index.add(sketchOf(text));
const rarity = index.rarity();

/** The numbers of the texts that a person would be shown beside this one. */
function shownBeside(text: string): number[] {
  const words = wordsOf(text);
  return index
    .search(sketchOf(words))
    .filter((candidate) => isNearDuplicate(compareTexts(words, texts[candidate.text]!, rarity)))
    .map((candidate) => candidate.text);
}

const host = (turn: number) => madeText(1_000_000 + turn);
const copies: Record<string, [least: number, copy: (text: string, turn: number) => string]> = {
  'the same': [1, (text) => text],
  'a fifth of the words changed': [1, (text, turn) => changed(text, 0.2, `${turn}`)],
  'two fifths changed': [0.98, (text, turn) => changed(text, 0.4, `${turn}`)],
  'sentences in another order': [1, (text, turn) => reordered(text, `${turn}`)],
  'another order, and a fifth changed': [
    1,
    (text, turn) => reordered(changed(text, 0.2, `${turn}`), `${turn}`),
  ],
  'dấu dropped': [1, (text) => withoutMarks(text)],
  'in capitals, without punctuation': [1, (text) => text.toUpperCase().replace(/[.,:-]/g, ' ')],
  TCVN3: [1, (text) => inTcvn3(text)],
  'TCVN3, and a fifth changed': [1, (text, turn) => inTcvn3(changed(text, 0.2, `${turn}`))],
  'a third in another text': [0.98, (text, turn) => withThirdOf(host(turn), text, `${turn}`)],
  'a third, and a fifth of it changed': [
    0.95,
    (text, turn) => withThirdOf(host(turn), changed(text, 0.2, `${turn}`), `${turn}`),
  ],
};

for (const [what, [least, copy]] of Object.entries(copies)) {
  test(`copies are found, and nothing else: ${what}`, () => {
    const wrong: string[] = [];
    let found = 0;
    let asked = 0;
    for (let number = 3; number < texts.length; number += 17) {
      const beside = shownBeside(copy(texts[number]!, number));
      if (beside.includes(number)) found++;
      asked++;
      wrong.push(
        ...beside.filter((other) => other !== number).map((other) => `${number} ${other}`),
      );
    }
    assert.deepEqual(wrong, []);
    assert.ok(found >= least * asked, `${found} of ${asked}`);
  });
}

test('the pages of the guide are all found with a fifth changed, and not taken for each other', () => {
  realTexts().forEach((text, at) => {
    assert.deepEqual(shownBeside(changed(text, 0.2, `real ${at}`)), [1000 + at]);
    assert.deepEqual(shownBeside(text), [1000 + at]);
  });
});

test('texts that are no copies are not shown, of the same subject neither', () => {
  for (let turn = 0; turn < 200; turn++) {
    assert.deepEqual(shownBeside(madeText(2_000_000 + turn)), []);
    assert.deepEqual(shownBeside(madeText(3_000_000 + turn, { subject: 7, words: 600 })), []);
  }
});

test('the most alike comes first', () => {
  const copy = changed(texts[40]!, 0.3, 'first');
  const both = `${copy}\n${texts[41]!.slice(0, texts[41]!.length / 4)}`;
  const found = index.search(sketchOf(both)).map((candidate) => candidate.text);
  assert.deepEqual(found.slice(0, 2), [40, 41]);
  assert.deepEqual(
    index.search(sketchOf(both), 1).map((candidate) => candidate.text),
    [40],
  );
});

test('an index that is empty, and a text without words', () => {
  assert.deepEqual(sketchIndex().search(sketchOf(texts[0]!)), []);
  assert.deepEqual(index.search(sketchOf('')), []);
  assert.equal(index.size, texts.length);
});

test('frequencies are those of the texts', () => {
  const sketches = texts.map((text) => new Set(sketchOf(text).keys));
  for (const key of sketchOf(texts[12]!).keys) {
    assert.equal(index.frequency(key), sketches.filter((keys) => keys.has(key)).length);
  }
});

test('in a small collection the form has to be told, as nothing shows that it is one', () => {
  const few = sketchIndex();
  for (let number = 0; number < 4; number++) few.add(sketchOf(madeText(number, { words: 300 })));
  const [a, b] = [madeText(0, { words: 300 }), madeText(1, { words: 300 })];
  const form = a.split('\n').filter((_, at) => at % 2 === 0);
  assert.ok(isNearDuplicate(compareTexts(a, b, few.rarity())));
  assert.ok(!isNearDuplicate(compareTexts(a, b, few.rarity(stockKeys(form)))));
});
