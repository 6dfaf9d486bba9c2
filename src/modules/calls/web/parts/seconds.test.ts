import assert from 'node:assert/strict';
import { test } from 'node:test';
import { secondOf, typedSecond, typedSecondOf } from './seconds.ts';

test('day and time of day become a second of that day in Vietnam', () => {
  const at = (time: string) => secondOf('31/8/2026', time, '23:59:59').slice(11);
  const times = ['17:00', '17:00:05', '9', '17 giờ', '17 giờ 30', '17h30', '7g', ''];
  assert.deepEqual(times.map(at), [
    '17:00:00',
    '17:00:05',
    '09:00:00',
    '17:00:00',
    '17:30:00',
    '17:30:00',
    '07:00:00',
    '23:59:59',
  ]);
  assert.equal(secondOf('31/8/2026', '17:00', '00:00:00'), '2026-08-31T17:00:00');
});

test('nothing is nothing; what is no time stays as it was typed', () => {
  assert.equal(secondOf(' ', '', '00:00:00'), '');
  assert.equal(secondOf('31/02/2026', '17:00', ''), '31/02/2026 17:00');
  assert.equal(secondOf('31/8/2026', 'chiều', ''), '31/8/2026 chiều');
  assert.equal(secondOf('', '17:00', ''), '17:00');
});

test('what two boxes show is read as the same second', () => {
  const shown = typedSecond('closes', '2026-08-31T23:59:59');
  assert.deepEqual(shown, { 'closes.day': '31/08/2026', 'closes.time': '23:59:59' });
  assert.equal(typedSecondOf(shown, 'closes', 'last'), '2026-08-31T23:59:59');
  assert.equal(typedSecondOf(typedSecond('opens', null), 'opens', 'first'), '');
});
