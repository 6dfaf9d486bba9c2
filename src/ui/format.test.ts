import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fieldId, formatCount } from './format.ts';

test('ids of fields hold no dots or spaces', () => {
  assert.equal(fieldId('rows.3.title'), 'f-rows-3-title');
  assert.equal(fieldId('a"><b'), 'f-a-b');
});

test('counts have dots between thousands', () => {
  assert.deepEqual([0, 999, 1000, 14206518].map(formatCount), ['0', '999', '1.000', '14.206.518']);
});
