import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  dateIssues,
  type KindField,
  keyIssues,
  keyOf,
  mostFields,
  newFieldIssues,
  storedData,
} from './rules.ts';
import { readData } from './schema/index.ts';

const field = (more: Partial<KindField>): KindField => ({
  key: 'papers',
  label: 'Papers',
  type: 'integer',
  required: false,
  ...more,
});
const codes = (issues: readonly { path: string; code: string }[]) =>
  issues.map(({ path, code }) => `${path} ${code}`.trim());

describe('days of an activity', () => {
  test('one day, the same day twice, and a later end are fine', () => {
    assert.deepEqual(dateIssues('2026-04-22', null), []);
    assert.deepEqual(dateIssues('2026-04-22', '2026-04-22'), []);
    assert.deepEqual(dateIssues('2026-12-31', '2027-01-01'), []);
  });
  test('an end one day before the start is not', () => {
    const [issue] = dateIssues('2026-04-22', '2026-04-21');
    assert.equal(issue?.code, 'end_before_start');
    assert.deepEqual(issue?.data, { start: '2026-04-22', end: '2026-04-21' });
  });
});

describe('fields of a kind', () => {
  test('a new field needs a new key and label, a choice at least two options', () => {
    assert.deepEqual(newFieldIssues([], field({})), []);
    assert.deepEqual(codes(newFieldIssues([field({})], field({}))), [
      'key key_taken',
      'label label_taken',
    ]);
    const one = [{ value: 'a', label: 'A' }];
    assert.deepEqual(codes(newFieldIssues([], field({ type: 'choice', options: one }))), [
      'options few_options',
    ]);
    const twice = field({ type: 'choice', options: [...one, ...one] });
    assert.deepEqual(codes(newFieldIssues([], twice)), ['options option_twice']);
    assert.deepEqual(codes(newFieldIssues([], field({ options: one }))), [
      'options options_unused',
    ]);
  });
  test('the last free place may be taken, the next not', () => {
    const many = (n: number) =>
      Array.from({ length: n }, (_, i) => field({ key: `k${i}`, label: `L${i}` }));
    assert.deepEqual(newFieldIssues(many(mostFields - 1), field({})), []);
    assert.deepEqual(codes(newFieldIssues(many(mostFields), field({}))), ['too_many_fields']);
  });
  test('keys are plain', () => {
    for (const key of ['a', 'so_nguoi_2', 'a'.repeat(40)])
      assert.deepEqual(keyIssues('key', key), []);
    for (const key of ['', '2a', 'A', 'a__b', 'a_', 'a-b', 'a'.repeat(41), "a'"]) {
      assert.equal(keyIssues('key', key).length, 1, key);
    }
    for (const folded of ['so nguoi du', '120 nguoi', 'a '.repeat(40).trim()]) {
      assert.deepEqual(keyIssues('key', keyOf(folded)), [], folded);
    }
  });
  test('what was not filled in is not stored; a plain no is', () => {
    assert.deepEqual(storedData({ a: null, b: 0, c: false, d: 'x' }), { b: 0, c: false, d: 'x' });
  });
});

describe('reading own fields', () => {
  const fields: KindField[] = [
    field({ key: 'papers' }),
    field({ key: 'money', type: 'money' }),
    field({ key: 'share', type: 'number' }),
    field({ key: 'on', type: 'day' }),
    field({ key: 'ok', type: 'yes_no' }),
    field({
      key: 'form',
      type: 'choice',
      options: [
        { value: 'in_person', label: 'A' },
        { value: 'online', label: 'B' },
      ],
    }),
  ];
  test('a form and JSON give the same values', () => {
    const typed = {
      papers: '1.200',
      money: '12.500.000 đồng',
      share: '18,5',
      on: '05/01/2026',
      ok: 'on',
      form: 'online',
    };
    const sent = {
      papers: 1200,
      money: 12500000,
      share: 18.5,
      on: '2026-01-05',
      ok: true,
      form: 'online',
    };
    const expected = { ...sent };
    assert.deepEqual(readData(fields, typed), { data: expected, issues: [] });
    assert.deepEqual(readData(fields, sent), { data: expected, issues: [] });
  });
  test('nothing at all is fine; a box that was not ticked is a no', () => {
    assert.deepEqual(readData(fields, undefined), { data: { ok: false }, issues: [] });
  });
  test('each wrong value is told at its own field', () => {
    const wrong = {
      papers: 'khoảng 120',
      money: '12,5',
      share: 'x',
      on: '31/02/2026',
      ok: 'maybe',
      form: 'zoom',
      more: '1',
    };
    assert.deepEqual(codes(readData(fields, wrong).issues).sort(), [
      'data unknown_field',
      'data.form not_in_list',
      'data.money not_whole',
      'data.ok not_yes_no',
      'data.on day_not_in_month',
      'data.papers not_a_number',
      'data.share not_a_number',
    ]);
  });
  test('counts and money are never negative; a required field is asked for', () => {
    assert.deepEqual(codes(readData(fields, { papers: '-1', money: -5 }).issues), [
      'data.papers too_small',
      'data.money too_small',
    ]);
    const must = fields.map((one) => ({ ...one, required: true }));
    assert.deepEqual(codes(readData(must, {}).issues), [
      'data.papers required',
      'data.money required',
      'data.share required',
      'data.on required',
      'data.form choose_one',
    ]);
  });
});
