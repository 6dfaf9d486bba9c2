import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listQuestion } from '../forms/list.ts';
import { fewerFilters, pickedCode, pickedName, setFilters, yearBounds } from './narrowing.ts';

const shape = { filters: ['q', 'nam', 'loai'], sorts: ['ngay'], sort: '-ngay' };
const asked = (query: Record<string, string>) => listQuestion('/list', query, shape);
const shown = { q: (v: string) => `(${v})`, loai: (v: string) => v.toUpperCase() };

test('set filters: in the order of their words, each with the address without it', () => {
  const set = setFilters(asked({ loai: 'a', q: 'b', nam: '2020' }), shown);
  assert.deepEqual(
    set.map(({ name, label, removeHref }) => [name, label, removeHref]),
    [
      ['q', '(b)', '/list?nam=2020&loai=a'],
      ['loai', 'A', '/list?q=b&nam=2020'],
    ],
  );
  assert.deepEqual(setFilters(asked({}), shown), []);
});

test('fewer filters: the first of the set ones that finds something; others are not counted', async () => {
  const set = setFilters(asked({ loai: 'a', q: 'b' }), shown);
  const counted: string[] = [];
  const count = (totals: Record<string, number>) => async (change: string) => {
    counted.push(change);
    return totals[change] ?? 0;
  };
  const without = { nam: 'no year', loai: 'no kind', q: 'no words' };
  const found = await fewerFilters(set, without, count({ 'no words': 3, 'no year': 9 }));
  assert.deepEqual([found?.name, found?.total], ['q', 3]);
  assert.deepEqual(counted, ['no kind', 'no words']);
  assert.equal(await fewerFilters(set, without, count({})), null);
});

test('a year is four digits; anything else bounds nothing', () => {
  assert.deepEqual(yearBounds('2019'), { from: '2019-01-01', to: '2019-12-31' });
  for (const typed of ['', '19', '2019a', undefined]) {
    assert.deepEqual(yearBounds(typed), { from: null, to: null });
  }
});

test('a filter by name: nothing, the code meant, or a code that is nobody', () => {
  const options = [{ code: 'sonla', name: 'Sơn La' }];
  assert.equal(pickedCode(options, ''), null);
  assert.equal(pickedCode(options, 'son la'), 'sonla');
  assert.equal(pickedCode(options, 'Lai Châu'), '-');
  assert.equal(pickedName(options, 'sonla'), 'Sơn La');
  assert.equal(pickedName(options, 'Lai Châu'), 'Lai Châu');
});
