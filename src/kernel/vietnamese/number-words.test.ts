import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chooserFromSeed } from '../random.ts';
import { moneyInWords, numberInWords, parseNumberWords } from './number-words.ts';

test('numbers in words, northern standard', () => {
  const rows: [number | bigint, string][] = [
    [0, 'không'],
    [1, 'một'],
    [4, 'bốn'],
    [5, 'năm'],
    [10, 'mười'],
    [11, 'mười một'],
    [14, 'mười bốn'],
    [15, 'mười lăm'],
    [20, 'hai mươi'],
    [21, 'hai mươi mốt'],
    [24, 'hai mươi tư'],
    [25, 'hai mươi lăm'],
    [91, 'chín mươi mốt'],
    [100, 'một trăm'],
    [101, 'một trăm linh một'],
    [104, 'một trăm linh bốn'],
    [105, 'một trăm linh năm'],
    [110, 'một trăm mười'],
    [115, 'một trăm mười lăm'],
    [555, 'năm trăm năm mươi lăm'],
    [1000, 'một nghìn'],
    [1005, 'một nghìn không trăm linh năm'],
    [1010, 'một nghìn không trăm mười'],
    [2021, 'hai nghìn không trăm hai mươi mốt'],
    [15_000, 'mười lăm nghìn'],
    [1_001_000, 'một triệu không trăm linh một nghìn'],
    [1_000_005, 'một triệu không trăm linh năm'],
    [1_000_000, 'một triệu'],
    [1_000_000_000, 'một tỷ'],
    [1_000_000_001, 'một tỷ không trăm linh một'],
    [1_005_000_000, 'một tỷ không trăm linh năm triệu'],
    [15_000_000_000, 'mười lăm tỷ'],
    [1_000_000_000_000, 'một nghìn tỷ'],
    [1_000_000_000_000_000_000n, 'một tỷ tỷ'],
    [-21, 'âm hai mươi mốt'],
  ];
  for (const [value, words] of rows) assert.equal(numberInWords(value), words, String(value));
  for (const bad of [1.5, Number.NaN, 2 ** 53]) assert.throws(() => numberInWords(bad), RangeError);
});

test('money in words begins with a capital', () => {
  assert.equal(moneyInWords(12_500_000n), 'Mười hai triệu năm trăm nghìn đồng');
  assert.equal(moneyInWords(0n), 'Không đồng');
  assert.equal(moneyInWords(-5n), 'Âm năm đồng');
});

// Reads the words back by what each word does, not by how they were made.
function meaningOf(words: string): bigint {
  const digits = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'];
  const others: Record<string, number> = { mốt: 1, tư: 4, lăm: 5 };
  let total = 0n;
  let upToBillion = 0n;
  let group = 0n;
  let digit = 0n;
  const close = () => {
    group += digit;
    digit = 0n;
    const closed = group;
    group = 0n;
    return closed;
  };
  for (const word of words.split(' ')) {
    if (word === 'linh') continue;
    if (word === 'trăm') [group, digit] = [group + digit * 100n, 0n];
    else if (word === 'mươi') [group, digit] = [group + digit * 10n, 0n];
    else if (word === 'mười') group += 10n;
    else if (word === 'nghìn') upToBillion += close() * 1000n;
    else if (word === 'triệu') upToBillion += close() * 1_000_000n;
    else if (word === 'tỷ')
      [total, upToBillion] = [(total + upToBillion + close()) * 1_000_000_000n, 0n];
    else digit = BigInt(others[word] ?? digits.indexOf(word));
    assert.ok(digit >= 0n, `unknown word: ${word}`);
  }
  return total + upToBillion + close();
}

test('random numbers: the words mean the number, are different, and keep the rules', () => {
  const choose = chooserFromSeed('words');
  const seen = new Map<string, bigint>();
  for (let round = 0; round < 10_000; round++) {
    const digits = Array.from({ length: choose.between(1, 18) }, () =>
      choose.chance(0.5) ? 0 : choose.between(0, 9),
    );
    const value = BigInt(digits.join(''));
    const words = numberInWords(value);
    assert.equal(meaningOf(words), value, words);
    assert.equal(seen.get(words) ?? value, value);
    seen.set(words, value);
    assert.doesNotMatch(
      words,
      /\s\s|^\s|\s$|lẻ|ngàn|mươi (một|bốn|năm)( |$)|mười năm( |$)|mười mươi/,
    );
  }
});

test('words back to numbers, northern and southern', () => {
  const choose = chooserFromSeed('words back');
  for (let round = 0; round < 2000; round++) {
    const value = choose.below(10 ** choose.between(1, 12));
    assert.equal(parseNumberWords(numberInWords(value)), value, numberInWords(value));
  }
  assert.equal(parseNumberWords('Một trăm lẻ năm'), 105);
  assert.equal(parseNumberWords('hai ngàn không trăm bẩy mươi tư'), 2074);
  for (const no of [
    '',
    'hội',
    'mười hội',
    'hai ba',
    'trăm',
    'mười không',
    'nghìn',
    'năm trăm trăm',
  ]) {
    assert.equal(parseNumberWords(no), null, no);
  }
});
