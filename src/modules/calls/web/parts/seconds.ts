import { parseVietnameseDate } from '../../../../kernel/vietnamese/dates.ts';
import type { LocalSecond } from '../../rules/index.ts';
import { date } from '../../vi/say.ts';

type Values = Readonly<Record<string, string>>;

/** A second as two boxes show it: 'opens.day' with '31/08/2026', 'opens.time' with '17:00:00'. */
export function typedSecond(name: string, second: LocalSecond | null): Record<string, string> {
  const [day = '', time = ''] = (second ?? '').split('T');
  return { [`${name}.day`]: date(day), [`${name}.time`]: time };
}

// Where no time of day is typed: what begins does so with the day, what ends with its last second.
const ofDay = { first: '00:00:00', last: '23:59:59' } as const;
// '17:00:00', '17h30', '17 g', and the word for hours written out.
const CLOCK = /^(\d{1,2})(?:\s*(?::|h|g\p{L}*)\s*(\d{2})?)?(?::(\d{2}))?$/iu;

/**
 * '31/08/2026' and '17:00' or '17 giờ' as '2026-08-31T17:00:00'; empty when both are. `empty` is the time
 * where none is typed. What is none stays as it was typed, so that the one who typed it is told.
 */
export function secondOf(day: string, time: string, empty: string): string {
  const [on, at] = [day.trim(), time.trim().normalize('NFC')];
  if (on === '' && at === '') return '';
  const parsed = parseVietnameseDate(on);
  const clock = CLOCK.exec(at === '' ? empty : at);
  if (!('ok' in parsed) || clock === null) return `${on} ${at}`.trim().slice(0, 19);
  const [hour = '', minute = '00', second = '00'] = clock.slice(1);
  return `${parsed.ok}T${hour.padStart(2, '0')}:${minute}:${second}`;
}

/** What the two boxes of `typedSecond` say. */
export const typedSecondOf = (values: Values, name: string, end: 'first' | 'last'): string =>
  secondOf(values[`${name}.day`] ?? '', values[`${name}.time`] ?? '', ofDay[end]);
