import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  checkContent,
  dropRow,
  dropSection,
  figuresIn,
  freeKey,
  missingIn,
  moveRow,
  moveSection,
  putRow,
  putSection,
  type TemplateContent,
  type TemplateRow,
  type TemplateSection,
} from './rules/index.ts';

const row = (key: string, more: Partial<TemplateRow> = {}): TemplateRow => ({
  key,
  number: '',
  label: key.toUpperCase(),
  unit: 'người',
  decimals: 0,
  kind: 'number',
  indicator: null,
  level: 1,
  sum: [],
  within: null,
  required: true,
  ...more,
});
const section = (key: string, more: Partial<TemplateSection> = {}): TemplateSection => ({
  key,
  number: '',
  title: key,
  level: 1,
  kind: 'narrative',
  hint: null,
  sentences: [],
  rows: [],
  ...more,
});
const table = (rows: readonly TemplateRow[], key = 'bang') => section(key, { kind: 'table', rows });
const content = (...sections: TemplateSection[]): TemplateContent => ({ sections });
const codesOf = (made: TemplateContent, known: Parameters<typeof checkContent>[1] = null) =>
  checkContent(made, known).map((one) => `${one.path} ${one.code}`);

describe('what is wrong with a template', () => {
  test('nothing with an empty one, nor with parts of one unit', () => {
    assert.deepEqual(codesOf(content()), []);
    const rows = [row('a', { sum: ['b', 'c'] }), row('b'), row('c', { within: 'a' })];
    assert.deepEqual(codesOf(content(table(rows))), []);
  });

  test('a key is used once, by sections and rows together', () => {
    assert.deepEqual(codesOf(content(section('a'), table([row('a'), row('b'), row('b')]))), [
      'sections.1.rows.0.key key_taken',
      'sections.1.rows.2.key key_taken',
    ]);
  });

  test('relations lead to rows that are there, to others, and to numbers', () => {
    const rows = [
      row('a', { sum: ['x'], within: 'a' }),
      row('b', { sum: ['c', 'd', 'd'] }),
      row('c', { kind: 'yes_no', unit: null }),
      row('d'),
    ];
    assert.deepEqual(codesOf(content(table(rows))), [
      'sections.0.rows.0.sum row_unknown',
      'sections.0.rows.0.within related_to_itself',
      'sections.0.rows.1.sum not_a_number_row',
      'sections.0.rows.1.sum part_repeated',
    ]);
  });

  test('parts have the unit of their sum; no unit is a unit too', () => {
    const rows = [
      row('a', { sum: ['b'] }),
      row('b', { unit: 'vạn' }),
      row('c', { within: 'd' }),
      row('d', { unit: null }),
    ];
    assert.deepEqual(codesOf(content(table(rows))), [
      'sections.0.rows.0.sum other_unit',
      'sections.0.rows.2.within other_unit',
    ]);
    assert.deepEqual(
      codesOf(content(table([row('a', { unit: null, sum: ['b'] }), row('b', { unit: '' })]))),
      [],
    );
  });

  test('sums and parts never turn in a circle, over tables too', () => {
    const two = content(
      table([row('a', { sum: ['b'] })], 't1'),
      table([row('b', { sum: ['a'] })], 't2'),
    );
    assert.deepEqual(codesOf(two), [
      'sections.0.rows.0.sum relations_in_circle',
      'sections.1.rows.0.sum relations_in_circle',
    ]);
    const three = [row('a', { sum: ['b'] }), row('b', { sum: ['c'] }), row('c', { sum: ['a'] })];
    assert.equal(codesOf(content(table(three))).length, 3);
    // a is part of b, and b a part of what a adds up: neither can be larger.
    const mixed = [row('a', { within: 'b', sum: ['b'] }), row('b')];
    assert.equal(codesOf(content(table(mixed))).length, 2);
    // The same two rows said twice in one direction are no circle.
    assert.deepEqual(
      codesOf(content(table([row('a', { sum: ['b'] }), row('b', { within: 'a' })]))),
      [],
    );
  });

  test("an indicator is there and of the row's kind", () => {
    const known = new Map([
      ['N', { measure: 'count', unit: null }],
      ['Y', { measure: 'yes_no', unit: null }],
    ]);
    const rows = [
      row('a', { indicator: 'N' }),
      row('b', { indicator: 'Y' }),
      row('c', { indicator: 'Y', kind: 'yes_no' }),
      row('d', { indicator: 'X' }),
    ];
    assert.deepEqual(codesOf(content(table(rows)), known), [
      'sections.0.rows.1.indicator indicator_of_other_kind',
      'sections.0.rows.3.indicator indicator_unknown',
    ]);
    assert.deepEqual(codesOf(content(table(rows))), []);
  });

  test('a sentence names rows of the template, and only a table has rows', () => {
    const words = section('a', {
      sentences: ['Có {b} người.', 'Có {c} và {b}.'],
      rows: [row('x')],
    });
    assert.deepEqual(codesOf(content(words, table([row('b')]))), [
      'sections.0.rows rows_outside_table',
      'sections.0.sentences.1 figure_unknown',
    ]);
    assert.deepEqual(figuresIn('{I.3} và {} và {a b} và {I.3a}.'), ['I.3', 'I.3a']);
  });

  test('it is asked for when it has sections and no table is empty', () => {
    assert.deepEqual(
      missingIn(content()).map((one) => one.code),
      ['no_sections'],
    );
    assert.deepEqual(
      missingIn(content(section('a'), table([]))).map((one) => one.path),
      ['sections.1.rows'],
    );
    assert.deepEqual(missingIn(content(table([row('a')]))), []);
  });
});

describe('setting in order', () => {
  const three = content(section('a'), section('b'), section('c'));
  const keys = (made: TemplateContent) => made.sections.map((one) => one.key).join('');

  test('a section moves one place and stays at the ends', () => {
    assert.equal(keys(moveSection(three, 'c', 'up')), 'acb');
    assert.equal(keys(moveSection(three, 'a', 'down')), 'bac');
    assert.equal(keys(moveSection(three, 'a', 'up')), 'abc');
    assert.equal(keys(moveSection(three, 'c', 'down')), 'abc');
    assert.equal(keys(moveSection(three, 'x', 'up')), 'abc');
  });

  test('a row moves within its table', () => {
    const made = moveRow(content(table([row('x'), row('y')]), table([row('z')], 't2')), 'y', 'up');
    assert.deepEqual(
      made.sections.map((one) => one.rows.map(({ key }) => key).join('')),
      ['yx', 'z'],
    );
  });

  test('a new section stands where it was put; a known one is replaced', () => {
    assert.equal(keys(putSection(three, section('n'), 'a')), 'anbc');
    assert.equal(keys(putSection(three, section('n'))), 'abcn');
    assert.equal(keys(putSection(three, section('n'), 'x')), 'abcn');
    const again = putSection(three, section('b', { title: 'mới' }), 'c');
    assert.deepEqual([keys(again), again.sections[1]?.title], ['abc', 'mới']);
    const rows = putRow(content(table([row('x'), row('y')])), 'bang', row('n'), 'x');
    assert.deepEqual(
      rows.sections[0]?.rows.map(({ key }) => key),
      ['x', 'n', 'y'],
    );
  });

  test('what goes away is forgotten by others', () => {
    const made = content(
      section('loi', { sentences: ['Có {b}.', 'Có {a}.'] }),
      table([row('a', { sum: ['b', 'c'] }), row('b'), row('c', { within: 'b' })]),
    );
    const less = dropRow(made, 'b');
    assert.deepEqual(less.sections[0]?.sentences, ['Có {a}.']);
    assert.deepEqual(
      less.sections[1]?.rows.map((one) => [one.key, one.sum, one.within]),
      [
        ['a', ['c'], null],
        ['c', [], null],
      ],
    );
    const none = dropSection(made, 'bang');
    assert.deepEqual(
      none.sections.map((one) => one.sentences),
      [[]],
    );
    assert.deepEqual(checkContent(none, null), []);
  });

  test('a key is the code, or the words without marks, and is always free', () => {
    const made = content(section('to-chuc'), table([row('I.3')]));
    assert.equal(freeKey(made, 'I.3a'), 'I.3a');
    assert.equal(freeKey(made, 'I.3'), 'I.3-2');
    assert.equal(freeKey(made, 'Tổ chức'), 'to-chuc-2');
    assert.equal(
      freeKey(made, 'Đề tài, dự án KH&CN bắt đầu trong kỳ'),
      'de-tai-du-an-kh-cn-bat-dau',
    );
    assert.equal(freeKey(made, '…'), 'muc');
    assert.ok(freeKey(made, 'x'.repeat(80)).length <= 30);
  });
});
