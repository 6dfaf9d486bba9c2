import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  actsNow,
  type ComplaintAct,
  cameInTime,
  complaintActs,
  complaintNumber,
  complaintStates,
  daysLeft,
  dueDay,
  isNamed,
  isOpen,
  runningDay,
  stateAfter,
  tellsName,
  timingOf,
} from './index.ts';

test('days of the calendar: the first is not counted, the last is, over ends of months and years', () => {
  assert.equal(dueDay('2026-05-12', 1, 'calendar'), '2026-05-13');
  assert.equal(dueDay('2026-05-12', 10, 'calendar'), '2026-05-22');
  assert.equal(dueDay('2026-01-31', 30, 'calendar'), '2026-03-02');
  assert.equal(dueDay('2028-01-31', 30, 'calendar'), '2028-03-01');
  assert.equal(dueDay('2026-12-31', 10, 'calendar'), '2027-01-10');
  for (const days of [0, -1, 1.5])
    assert.throws(() => dueDay('2026-05-12', days, 'calendar'), RangeError);
});

test('working days: Saturday and Sunday are passed over, also at the beginning', () => {
  // 2026-05-15 is a Friday.
  assert.equal(dueDay('2026-05-15', 1, 'working'), '2026-05-18');
  assert.equal(dueDay('2026-05-16', 1, 'working'), '2026-05-18');
  assert.equal(dueDay('2026-05-17', 1, 'working'), '2026-05-18');
  assert.equal(dueDay('2026-05-14', 1, 'working'), '2026-05-15');
  assert.equal(dueDay('2026-05-15', 5, 'working'), '2026-05-22');
  assert.equal(dueDay('2026-05-15', 10, 'working'), '2026-05-29');
});

test('the last day is in time, the next is over; three days before it is near', () => {
  const due = '2026-05-22';
  assert.deepEqual(
    ['2026-05-18', '2026-05-19', '2026-05-22', '2026-05-23'].map((day) => [
      daysLeft(due, day),
      timingOf(due, day),
    ]),
    [
      [4, 'ahead'],
      [3, 'soon'],
      [0, 'soon'],
      [-1, 'over'],
    ],
  );
});

test('the day that runs is that of the state', () => {
  const days = { acceptBy: '2026-05-22', answerBy: '2026-06-20' };
  const running = complaintStates.map((state) => runningDay({ ...days, state }));
  assert.deepEqual(running, ['2026-05-22', '2026-06-20', '2026-06-20', null, null, null, null]);
});

test('a letter came in time on the first and on the last day, whatever the hour', () => {
  const window = { opens: '2026-05-10T08:00:00', closes: '2026-05-20T17:00:00' };
  const came = (day: string) => cameInTime([window], day);
  assert.deepEqual(['2026-05-09', '2026-05-10', '2026-05-20', '2026-05-21'].map(came), [
    false,
    true,
    true,
    false,
  ]);
  assert.equal(cameInTime([{ ...window, closes: null }], '2030-01-01'), true);
  assert.equal(cameInTime([{ opens: null, closes: null }], '2026-05-12'), false);
  assert.equal(cameInTime([], '2026-05-12'), false);
});

test('the table of states', () => {
  const ways = complaintStates.map((state) => [
    state,
    complaintActs.flatMap((act) => {
      const next = stateAfter(state, act);
      return next === null ? [] : [`${act} ${next}`];
    }),
  ]);
  assert.deepEqual(Object.fromEntries(ways), {
    received: ['accept accepted', 'refuse refused', 'identify received', 'withdraw withdrawn'],
    accepted: ['identify accepted', 'assign handling', 'extend accepted', 'withdraw withdrawn'],
    handling: [
      'identify handling',
      'assign handling',
      'consult handling',
      'extend handling',
      'propose handling',
      'answer answered',
      'withdraw withdrawn',
    ],
    answered: ['close closed'],
    closed: [],
    refused: [],
    withdrawn: [],
  });
  assert.deepEqual(complaintStates.filter(isOpen), ['received', 'accepted', 'handling']);
});

test('it is extended once, and answered only when an answer was drafted', () => {
  const may = (act: ComplaintAct, extended: number | null, drafted: boolean) =>
    actsNow({ state: 'handling', extended, drafted }).includes(act);
  assert.deepEqual([may('extend', null, false), may('extend', 5, false)], [true, false]);
  assert.deepEqual([may('answer', null, false), may('answer', null, true)], [false, true]);
});

test('numbers have at least four digits', () => {
  assert.deepEqual([1, 9999, 10_000].map(complaintNumber), ['KN-0001', 'KN-9999', 'KN-10000']);
  for (const number of [0, -1, 1.5]) assert.throws(() => complaintNumber(number), RangeError);
});

test('somebody has to stand behind a complaint', () => {
  for (const name of ['Nguyễn Văn Hòa', 'Vàng A Páo', 'Nguyễn An Danh', 'Lò Thị Tên', 'Lê An'])
    assert.equal(isNamed(name), true, name);
  for (const name of [
    'Ẩn danh',
    'Người giấu tên',
    'Tác giả ẩn danh',
    'Một thí sinh',
    'một người dân ở Mai Sơn',
    'Không ghi tên',
    'nặc danh',
    'Hòa',
    'N. V.',
    '???',
  ])
    assert.equal(isNamed(name), false, name);
});

test('a name is found with and without dấu, only as a whole', () => {
  const name = 'Nguyễn Văn Hòa';
  for (const text of ['ông Nguyễn Văn Hòa nói', 'NGUYEN VAN HOA', 'Theo Nguyễn Văn Hoà,'])
    assert.equal(tellsName(text, name), true, text);
  for (const text of ['Văn Hòa', 'Nguyễn Văn Hoàng', 'người gửi đơn'])
    assert.equal(tellsName(text, name), false, text);
});
