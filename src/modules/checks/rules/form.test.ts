import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type FormRow, formProblems } from './form.ts';

const row = (key: string, value: number | null, more: Partial<FormRow> = {}): FormRow => ({
  key,
  label: key,
  unit: null,
  decimals: 0,
  value,
  previous: null,
  sum: [],
  within: null,
  ...more,
});
const found = (rows: FormRow[], narratives: { key: string; words: string }[] = []) =>
  formProblems({ rows, narratives }).map(({ code, path, stated, computed }) => ({
    code,
    path,
    stated,
    computed,
  }));

test('a form that agrees with itself has no problem', () => {
  const rows = [
    row('1', 38, { label: 'Tổng số tổ chức', sum: ['1.1', '1.2'], previous: 37 }),
    row('1.1', 26, { label: 'Hội thành viên' }),
    row('1.2', 12, { label: 'Hội viên tập thể' }),
    row('2', 16356, { label: 'Số hội viên', previous: 15000 }),
    row('2.1', 18, { label: 'Trí thức (nghìn)', decimals: 1, within: '2' }),
    row('3', null, { sum: ['1', '2'] }),
    row('4', 3, { sum: ['3', '1'] }),
  ];
  const words =
    'Đến nay có 38 tổ chức gồm 26 hội thành viên và 12 hội viên tập thể, với trên 16.000 hội viên.';
  assert.deepEqual(found(rows, [{ key: 'I', words }]), []);
  assert.deepEqual(formProblems({ rows: [], narratives: [] }), []);
});

test('sums, parts, jumps and impossible figures, at the key of the row', () => {
  assert.deepEqual(found([row('1', 39, { sum: ['1.1', '1.2'] }), row('1.1', 26), row('1.2', 12)]), [
    { code: 'sum', path: '1', stated: 39, computed: 38 },
  ]);
  assert.deepEqual(found([row('a', 5), row('b', 6, { within: 'a' })]), [
    { code: 'part_exceeds_whole', path: 'b', stated: 6, computed: 5 },
  ]);
  assert.deepEqual(found([row('a', 110000, { previous: 11000 })]), [
    { code: 'jump', path: 'a', stated: 110000, computed: 11000 },
  ]);
  assert.deepEqual(found([row('a', 6, { previous: 1 }), row('b', 60, { previous: 50 })]), []);
  assert.deepEqual(found([row('a', -1), row('b', 1.5)]), [
    { code: 'negative', path: 'a', stated: -1, computed: null },
    { code: 'fraction', path: 'b', stated: 1.5, computed: 2 },
  ]);
});

test('a sum of figures with decimals may miss by one step, not by two', () => {
  const parts = [row('x', 1.3, { decimals: 1 }), row('y', 2.4, { decimals: 1 })];
  const sum = (value: number) => row('s', value, { decimals: 1, sum: ['x', 'y'] });
  assert.deepEqual(found([sum(3.7), ...parts]), []);
  assert.deepEqual(found([sum(3.8), ...parts]), []);
  assert.equal(found([sum(3.9), ...parts])[0]?.computed, 3.7);
});

test('a narrative is held against the rows, whatever it is called, and against itself', () => {
  const rows = [
    row('2', 19, { label: 'Số hội thành viên' }),
    row('3', 300, { label: 'Số hội viên' }),
  ];
  const say = (words: string) => found(rows, [{ key: 'I', words }]);
  assert.deepEqual(say('Đến nay có 18 hội thành viên.'), [
    { code: 'narrative', path: 'I', stated: 18, computed: 19 },
  ]);
  assert.deepEqual(say('Số hội thành viên: 20.'), [
    { code: 'narrative', path: 'I', stated: 20, computed: 19 },
  ]);
  for (const right of [
    'Đến nay có 19 hội thành viên.',
    'Có gần 20 hội thành viên và trên 280 hội viên.',
    'Năm 2010 có 10 hội thành viên.',
    'So với cùng kỳ tăng 2 hội thành viên',
    'Kết nạp 5 hội viên tập thể.',
    'Hội Khuyến học có 120 hội viên danh dự.',
  ]) {
    assert.deepEqual(say(right), [], right);
  }
});
