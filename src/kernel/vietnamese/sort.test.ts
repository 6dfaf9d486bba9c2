import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chooserFromSeed } from '../random.ts';
import { goldenNames } from './golden-names.ts';
import { splitName } from './names.ts';
import { comparePersonNames, compareVietnamese } from './sort.ts';

// The order by hand, from the alphabet of the dictionaries: letters of the whole text, then tones,
// then small before capital. A space, a hyphen and an apostrophe stand before every letter.
const ALPHABET = " -'aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";
const TONES = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'];

function levels(text: string): [number[], number[], number[]] {
  const result: [number[], number[], number[]] = [[], [], []];
  for (const letter of text.normalize('NFC')) {
    const parts = letter.normalize('NFD');
    const tone = parts.match(/[\u0300\u0301\u0303\u0309\u0323]/)?.[0] ?? '';
    const base = parts.replace(tone, '').normalize('NFC');
    const place = ALPHABET.indexOf(base.toLowerCase());
    assert.ok(place >= 0, `${letter} of ${text}`);
    result[0].push(place);
    result[1].push(TONES.indexOf(tone));
    result[2].push(base === base.toLowerCase() ? 0 : 1);
  }
  return result;
}

function compareByHand(a: string, b: string): number {
  const [left, right] = [levels(a), levels(b)];
  for (const level of [0, 1, 2] as const) {
    const [x, y] = [left[level], right[level]];
    for (let at = 0; at < Math.max(x.length, y.length); at++) {
      const difference = (x[at] ?? -1) - (y[at] ?? -1);
      if (difference !== 0) return difference;
    }
  }
  return 0;
}

function shuffled(items: readonly string[], seed: string): string[] {
  const choose = chooserFromSeed(seed);
  const result = [...items];
  for (let at = result.length - 1; at > 0; at--) {
    const other = choose.below(at + 1);
    [result[at], result[other]] = [result[other]!, result[at]!];
  }
  return result;
}

test('the golden list holds at least 500 different entries in NFC, every vowel with every tone', () => {
  assert.ok(goldenNames.length >= 500, String(goldenNames.length));
  assert.equal(new Set(goldenNames).size, goldenNames.length);
  for (const name of goldenNames) {
    assert.equal(name, name.normalize('NFC').trim());
    assert.doesNotMatch(name, /[|`]|\s\s/);
  }
  for (const vowel of 'aăâeêioôơuưy') {
    for (const tone of TONES) assert.ok(goldenNames.includes((vowel + tone).normalize('NFC')));
  }
});

test('the golden list in the order of the collator is in the order of the dictionaries', () => {
  const byHand = shuffled(goldenNames, 'one').sort(compareByHand);
  assert.deepEqual(shuffled(goldenNames, 'two').sort(compareVietnamese), byHand);
  assert.notDeepEqual(shuffled(goldenNames, 'three').sort(), byHand);
});

test('tones, letters and forms', () => {
  const tones = ['ma', 'mà', 'mả', 'mã', 'má', 'mạ'];
  assert.deepEqual([...tones].reverse().sort(compareVietnamese), tones);
  const names = ['An', 'Ánh', 'Ân', 'Duy', 'Dũng', 'Đạt', 'Đức', 'Oanh', 'Ơn'];
  const sorted = ['An', 'Ánh', 'Ân', 'Dũng', 'Duy', 'Đạt', 'Đức', 'Oanh', 'Ơn'];
  assert.deepEqual([...names].reverse().sort(compareVietnamese), sorted);
  assert.equal(compareVietnamese('Nguyễn', 'Nguyễn'.normalize('NFD')), 0);
});

test('a roster goes by given name, then family and middle name', () => {
  const sorted = [
    'Y',
    'Lê An',
    'Trần An',
    'Trần Bảo An',
    'Trần Thị An',
    'Lê Thị Ánh',
    'Đặng Văn Bình',
    'Đinh Văn Bình',
    'Bùi Thu Đào',
    'Vàng A Đào',
  ];
  const roster = (names: string[]) =>
    names
      .map((name) => splitName(name))
      .sort(comparePersonNames)
      .map((name) => `${name.family} ${name.middle} ${name.given}`.replace(/\s+/g, ' ').trim());
  const expected = [...sorted.slice(1), 'Y'];
  assert.deepEqual(roster(shuffled(sorted, 'roster')), expected);
  const a = { family: 'Lê', middle: '', given: 'An' };
  assert.equal(comparePersonNames(a, { ...a }), 0);
  assert.ok(comparePersonNames({ family: '', middle: '', given: 'An' }, a) < 0);
});
