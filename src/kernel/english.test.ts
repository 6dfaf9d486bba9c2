import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  englishCount,
  englishDate,
  englishDateWithWeekday,
  englishDayOf,
  englishMoment,
  englishNumber,
} from './english.ts';

test('days name their month, so that nobody reads another day', () => {
  assert.equal(englishDate('2026-01-05'), '5 January 2026');
  assert.equal(englishDate('2026-12-31'), '31 December 2026');
  assert.equal(englishDateWithWeekday('2026-11-24'), 'Tuesday, 24 November 2026');
  assert.equal(englishDateWithWeekday('2026-11-29'), 'Sunday, 29 November 2026');
});

test('an instant is told in the time of Vietnam', () => {
  const late = new Date('2026-05-11T18:05:00Z');
  assert.equal(englishDayOf(late), '12 May 2026');
  assert.equal(englishMoment(late), '12 May 2026, 01:05');
});

test('numbers have commas between thousands, one thing is one', () => {
  assert.equal(englishNumber(1234.5), '1,234.5');
  const plain = (text: string) => text.replaceAll('\u00a0', ' ');
  assert.equal(plain(englishCount(0, 'comment')), '0 comments');
  assert.equal(plain(englishCount(1, 'comment')), '1 comment');
  assert.equal(plain(englishCount(1234, 'reply', 'replies')), '1,234 replies');
});
