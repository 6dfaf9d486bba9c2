import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type CalendarEvent, calendarOf } from './icalendar.ts';

const event: CalendarEvent = {
  uid: '0123456789abcdef@lhh.example',
  title: 'Hội thảo',
  startsOn: '2026-12-31',
  endsOn: null,
  place: 'Sơn La',
  description: '',
  category: 'Hội thảo',
  href: 'https://lhh.example/hoat-dong/0123456789abcdef',
  stamp: new Date('2026-05-12T01:02:03.456Z'),
  sequence: 2,
};
const textOf = (...events: Partial<CalendarEvent>[]) =>
  calendarOf({
    name: 'Hoạt động; của, Liên hiệp hội',
    language: 'vi',
    href: 'https://lhh.example/hoat-dong',
    events: events.map((one) => ({ ...event, ...one })),
  });
/** Content lines with their folds taken back. */
const lines = (text: string) => text.replaceAll('\r\n ', '').split('\r\n');

test('a day is a day: the end is the first day after it, across a year', () => {
  const shown = lines(textOf({}, { startsOn: '2028-02-28', endsOn: '2028-02-29' }));
  assert.ok(shown.includes('DTSTART;VALUE=DATE:20261231'));
  assert.ok(shown.includes('DTEND;VALUE=DATE:20270101'));
  assert.ok(shown.includes('DTEND;VALUE=DATE:20280301'));
  assert.ok(shown.includes('DTSTAMP:20260512T010203Z'));
});

test('every line ends with both signs, none is longer than 75 octets, no letter is cut', () => {
  const title = 'Đồng bào Thượng – “ươm mầm” 🌱 '.repeat(12).trim();
  const text = textOf({ title });
  assert.ok(text.endsWith('END:VCALENDAR\r\n'));
  assert.equal(text.replaceAll('\r\n', '').search(/[\r\n]/), -1);
  const raw = text.split('\r\n');
  assert.ok(raw.length > 20);
  for (const line of raw) {
    assert.ok(Buffer.byteLength(line) <= 75, line);
    assert.ok(!line.includes('\uFFFD'));
  }
  assert.ok(
    raw.some((line) => Buffer.byteLength(line) >= 72),
    'lines are filled',
  );
  assert.ok(lines(text).includes(`SUMMARY;LANGUAGE=vi:${title}`));
});

test('what has a meaning of its own is written so that it has none', () => {
  const text = textOf({
    title: 'A;B,C\\D\r\nBEGIN:VEVENT\nUID:x',
    place: 'Nhà\u0000 văn\u0007 hóa',
    description: 'Một\rHai',
  });
  const shown = lines(text);
  assert.ok(shown.includes('SUMMARY;LANGUAGE=vi:A\\;B\\,C\\\\D\\nBEGIN:VEVENT\\nUID:x'));
  assert.ok(shown.includes('LOCATION;LANGUAGE=vi:Nhà  văn  hóa'));
  assert.ok(shown.includes('DESCRIPTION;LANGUAGE=vi:Một\\nHai'));
  assert.ok(shown.includes('X-WR-CALNAME:Hoạt động\\; của\\, Liên hiệp hội'));
  assert.equal(shown.filter((line) => line === 'BEGIN:VEVENT').length, 1);
});

test('what is not known is left out; nothing at all is still a calendar', () => {
  assert.ok(!textOf({ place: null }).includes('LOCATION'));
  assert.ok(!textOf({}).includes('DESCRIPTION'));
  assert.match(textOf(), /^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\nPRODID:/);
});
