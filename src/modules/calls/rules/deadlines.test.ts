import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Phase } from './content/index.ts';
import {
  admission,
  closingInstant,
  instantOf,
  type Leave,
  localSecond,
  openPhases,
  timingOf,
} from './deadlines.ts';

const entry = (opens: string | null, closes: string | null, key = 'nhan'): Phase => ({
  key,
  name: key,
  opens,
  closes,
  permits: [{ who: 'entrant', may: ['save', 'submit'] }],
  hidden: [],
  rubric: null,
  review: null,
});
const at = (iso: string): Date => new Date(iso);

test('the announced second counts as a whole, in Vietnam time whatever the zone of the clock', () => {
  const phase = entry('2026-06-01T00:00:00', '2026-08-31T23:59:59');
  const table: readonly (readonly [string, string])[] = [
    ['2026-05-31T16:59:59.999Z', 'before'],
    ['2026-05-31T17:00:00.000Z', 'open'],
    ['2026-06-01T00:00:00.000+07:00', 'open'],
    ['2026-08-31T23:59:58.999+07:00', 'open'],
    ['2026-08-31T23:59:59.000+07:00', 'open'],
    ['2026-08-31T23:59:59.999+07:00', 'open'],
    ['2026-09-01T00:00:00.000+07:00', 'closed'],
    ['2026-09-01T00:00:00.001+07:00', 'closed'],
    ['2026-08-31T16:59:59.999Z', 'open'],
    ['2026-08-31T17:00:00.000Z', 'closed'],
    ['2026-08-31T12:59:59.999-04:00', 'open'],
    ['2026-08-31T13:00:00.000-04:00', 'closed'],
  ];
  for (const [iso, timing] of table) assert.equal(timingOf(phase, at(iso)), timing, iso);
});

test('deadlines at the ends of months, on leap days, and in the middle of a day', () => {
  const table: readonly (readonly [string, string])[] = [
    ['2024-02-29T23:59:59', '2024-02-29T17:00:00.000Z'],
    ['2026-02-28T23:59:59', '2026-02-28T17:00:00.000Z'],
    ['2026-04-30T23:59:59', '2026-04-30T17:00:00.000Z'],
    ['2026-12-31T23:59:59', '2026-12-31T17:00:00.000Z'],
    ['2026-03-29T02:30:00', '2026-03-28T19:30:01.000Z'],
    ['2026-10-25T02:30:00', '2026-10-24T19:30:01.000Z'],
    ['2026-08-31T17:00:00', '2026-08-31T10:00:01.000Z'],
    ['2026-01-01T00:00:00', '2025-12-31T17:00:01.000Z'],
  ];
  for (const [closes, tooLate] of table)
    assert.equal(closingInstant(closes)?.toISOString(), tooLate, closes);
});

test('a second that does not exist is none, and its phase stays unset', () => {
  for (const text of [
    '2026-02-29T23:59:59',
    '2026-08-31T24:00:00',
    '2026-08-31T23:60:00',
    '2026-08-31T23:59:60',
    '2026-08-31',
    '2026-08-31T23:59:59Z',
    '2026-08-31 23:59:59',
    '31/08/2026',
  ])
    assert.equal(instantOf(text), null, text);
  const now = at('2026-07-01T00:00:00Z');
  assert.equal(timingOf(entry('2026-02-29T00:00:00', null), now), 'unset');
  assert.equal(timingOf(entry('2026-01-01T00:00:00', '2026-06-31T00:00:00'), now), 'unset');
  assert.equal(timingOf(entry(null, '2026-12-31T23:59:59'), now), 'unset');
});

test('a phase may be one second long, and have no end', () => {
  const one = entry('2026-08-31T12:00:00', '2026-08-31T12:00:00');
  assert.equal(timingOf(one, at('2026-08-31T12:00:00.000+07:00')), 'open');
  assert.equal(timingOf(one, at('2026-08-31T12:00:00.999+07:00')), 'open');
  assert.equal(timingOf(one, at('2026-08-31T12:00:01.000+07:00')), 'closed');
  assert.equal(timingOf(entry('2026-01-01T00:00:00', null), at('2099-01-01T00:00:00Z')), 'open');
});

test('localSecond is the second of an instant in Vietnam, and gives it back', () => {
  for (const text of ['2024-02-29T23:59:59', '2026-01-01T00:00:00', '2026-08-31T07:05:09'])
    assert.equal(localSecond(instantOf(text)!), text);
  assert.equal(localSecond(at('2026-08-31T16:59:59.999Z')), '2026-08-31T23:59:59');
  assert.equal(localSecond(at('2026-08-31T17:00:00.000Z')), '2026-09-01T00:00:00');
});

test('a refusal says the next opening, else the last closing, else that there is none', () => {
  const phases = [
    entry('2026-06-01T00:00:00', '2026-06-30T23:59:59', 'a'),
    entry('2026-08-01T00:00:00', '2026-08-31T23:59:59', 'b'),
  ];
  const refused = (when: string, act: 'submit' | 'withdraw' = 'submit') =>
    admission(phases, 'entrant', act, at(when));
  assert.deepEqual(refused('2026-05-01T00:00:00Z'), {
    ok: false,
    code: 'not_open_yet',
    data: { opens: '2026-06-01T00:00:00' },
  });
  assert.deepEqual(refused('2026-07-15T00:00:00Z'), {
    ok: false,
    code: 'not_open_yet',
    data: { opens: '2026-08-01T00:00:00' },
  });
  assert.deepEqual(refused('2026-10-01T00:00:00Z'), {
    ok: false,
    code: 'closed',
    data: { closes: '2026-08-31T23:59:59' },
  });
  assert.deepEqual(refused('2026-06-15T00:00:00Z', 'withdraw'), {
    ok: false,
    code: 'not_permitted',
    data: {},
  });
  const unset = admission([entry(null, null)], 'entrant', 'submit', at('2026-06-15T00:00:00Z'));
  assert.equal(unset.ok === false && unset.code, 'not_set');
  assert.deepEqual(
    openPhases(phases, at('2026-08-15T00:00:00Z')).map(({ key }) => key),
    ['b'],
  );
});

test('an exception gives one dossier time to the end of its own second, for its acts alone', () => {
  const phases = [entry('2026-06-01T00:00:00', '2026-08-31T23:59:59')];
  const leave: Leave = {
    reason: 'exception',
    from: at('2026-09-01T08:00:00+07:00'),
    until: '2026-09-02T17:00:00',
    acts: ['submit'],
  };
  const when = (
    iso: string,
    act: 'submit' | 'save' = 'submit',
    who: 'entrant' | 'judge' = 'entrant',
  ) => admission(phases, who, act, at(iso), leave);
  assert.deepEqual(when('2026-09-02T17:00:00.999+07:00'), {
    ok: true,
    by: 'exception',
    phase: null,
  });
  assert.deepEqual(when('2026-09-02T17:00:01.000+07:00'), {
    ok: false,
    code: 'closed',
    data: { closes: '2026-09-02T17:00:00' },
  });
  assert.equal(when('2026-09-01T07:59:59.999+07:00').ok, false);
  assert.equal(when('2026-09-01T08:00:00.000+07:00').ok, true);
  assert.equal(when('2026-09-02T12:00:00+07:00', 'save').ok, false);
  assert.equal(when('2026-09-02T12:00:00+07:00', 'submit', 'judge').ok, false);
  assert.equal((when('2026-08-31T12:00:00+07:00') as { by: string }).by, 'phase');
});
