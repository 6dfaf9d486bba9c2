import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixedClock, systemClock, vietnamDay, vietnamInstant, vietnamTime } from './clock.ts';
import { chooserFromSeed } from './random.ts';

test('the day changes at 17:00 UTC', () => {
  assert.equal(vietnamDay(new Date('2026-05-12T16:59:59.999Z')), '2026-05-12');
  assert.equal(vietnamDay(new Date('2026-05-12T17:00:00.000Z')), '2026-05-13');
  assert.equal(vietnamDay(new Date('2025-12-31T17:00:00Z')), '2026-01-01');
  assert.equal(vietnamDay(new Date('2024-02-28T17:00:00Z')), '2024-02-29');
});

test('day and time agree with the time zone data for Asia/Ho_Chi_Minh', () => {
  const format = new Intl.DateTimeFormat('sv', {
    timeZone: 'Asia/Ho_Chi_Minh',
    dateStyle: 'short',
    timeStyle: 'medium',
  });
  const choose = chooserFromSeed('clock');
  const low = Date.parse('1976-01-01T00:00:00Z') / 1000;
  const high = Date.parse('2099-12-31T00:00:00Z') / 1000;
  for (let round = 0; round < 2000; round++) {
    const date = new Date(choose.between(low, high) * 1000);
    const { day, hour, minute, second } = vietnamTime(date);
    const time = [hour, minute, second].map((part) => String(part).padStart(2, '0')).join(':');
    assert.equal(`${day} ${time}`, format.format(date));
    assert.equal(vietnamInstant(day, hour, minute, second).getTime(), date.getTime());
  }
});

test('a fixed clock stands still and gives a fresh date each time', () => {
  const clock = fixedClock('2026-05-12T18:30:00Z');
  clock.now().setTime(0);
  assert.equal(clock.now().toISOString(), '2026-05-12T18:30:00.000Z');
  assert.equal(clock.today(), '2026-05-13');
});

test('without a zone, or as a day, the text is Vietnam time on every machine', () => {
  assert.equal(fixedClock('2026-05-12T09:00').now().toISOString(), '2026-05-12T02:00:00.000Z');
  assert.equal(fixedClock('2026-05-12').now().toISOString(), '2026-05-11T17:00:00.000Z');
  assert.equal(fixedClock('2026-05-12').today(), '2026-05-12');
  assert.equal(fixedClock('2026-05-12T09:00+07:00').today(), '2026-05-12');
  for (const bad of ['', 'hôm nay', '2026-13-01']) assert.throws(() => fixedClock(bad), RangeError);
});

test('the system clock tells the time of the machine', () => {
  const before = Date.now();
  const now = systemClock.now().getTime();
  assert.ok(before <= now && now <= Date.now());
  assert.ok([vietnamDay(new Date(before)), vietnamDay(new Date())].includes(systemClock.today()));
});

test('an invalid date is an error, not a day', () => {
  assert.throws(() => vietnamDay(new Date(Number.NaN)), RangeError);
  assert.throws(() => vietnamInstant('2026-02-30'), RangeError);
});
