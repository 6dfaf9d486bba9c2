import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  dueBelow,
  likelyPeriod,
  mayFollow,
  offeredPeriods,
  remindedSince,
  reminderOn,
  roundMayFollow,
  sentStates,
  timeliness,
} from './rules/index.ts';
import { type ObligationState, obligationStates, roundStates } from './schema.ts';
import { periodName, reminderLetter, roundName } from './vi.ts';

test('which state of a form may follow which', () => {
  const allowed: Record<ObligationState, readonly ObligationState[]> = {
    waiting: ['filling', 'submitted', 'checked'],
    filling: ['submitted', 'checked'],
    submitted: ['filling', 'checked', 'returned'],
    checked: ['filling', 'returned', 'accepted'],
    returned: ['submitted', 'checked'],
    accepted: ['checked', 'returned', 'frozen'],
    frozen: ['accepted'],
  };
  for (const from of obligationStates)
    assert.deepEqual(
      obligationStates.filter((to) => mayFollow(from, to)),
      allowed[from],
      from,
    );
  assert.deepEqual(sentStates, ['checked', 'accepted', 'frozen']);
});

test('a round is opened, closed, opened again, and frozen only when closed', () => {
  const followers = roundStates.map((from) => roundStates.filter((to) => roundMayFollow(from, to)));
  assert.deepEqual(followers, [['open'], ['closed'], ['open', 'frozen'], []]);
});

describe('timeliness', () => {
  test('the due day itself is in time, the day after is late', () => {
    assert.equal(timeliness('2020-01-15', '2020-01-15', '2020-02-01'), 'on_time');
    assert.equal(timeliness('2020-01-16', '2020-01-15', '2020-02-01'), 'late');
  });
  test('while nothing was sent: still time through the due day', () => {
    assert.equal(timeliness(null, '2020-01-15', '2020-01-15'), 'not_yet');
    assert.equal(timeliness(null, '2020-01-15', '2020-01-16'), 'overdue');
  });
});

describe('the due day of those below', () => {
  test('ten days before, within the opening, today and the own due day', () => {
    assert.equal(dueBelow('2020-01-15', '2019-12-02', '2019-12-10'), '2020-01-05');
    assert.equal(dueBelow('2020-01-15', '2020-01-08', '2019-12-10'), '2020-01-08');
    assert.equal(dueBelow('2020-01-15', '2019-12-02', '2020-01-12'), '2020-01-12');
    assert.equal(dueBelow('2020-01-15', '2019-12-02', '2020-02-01'), '2020-01-15');
  });
});

describe('what is reminded of on a day', () => {
  const form = { openedOn: '2019-12-02', dueOn: '2020-01-15', returnedOn: null };
  const on = (today: string) => {
    const reminder = reminderOn(today, form);
    return reminder === null ? null : `${reminder.kind} ${reminder.about}`;
  };
  test('opened until three days before, then due soon through the day', () => {
    assert.equal(on('2019-12-02'), 'opened 2019-12-02');
    assert.equal(on('2020-01-11'), 'opened 2019-12-02');
    assert.equal(on('2020-01-12'), 'due_soon 2020-01-15');
    assert.equal(on('2020-01-15'), 'due_soon 2020-01-15');
  });
  test('overdue: the first day, then once a week, for eight weeks', () => {
    assert.equal(on('2020-01-16'), 'overdue 2020-01-16');
    assert.equal(on('2020-01-22'), 'overdue 2020-01-16');
    assert.equal(on('2020-01-23'), 'overdue 2020-01-23');
    assert.equal(on('2020-03-11'), 'overdue 2020-03-05');
    assert.equal(on('2020-03-12'), null);
    assert.ok(form.dueOn >= remindedSince('2020-03-11'));
    assert.ok(form.dueOn < remindedSince('2020-03-12'));
  });
  test('a returned one is about the day of returning, whatever the due day', () => {
    assert.deepEqual(reminderOn('2020-02-01', { ...form, returnedOn: '2020-01-30' }), {
      kind: 'returned',
      about: '2020-01-30',
    });
  });
});

describe('periods', () => {
  test('those offered, the next one first', () => {
    const codes = offeredPeriods('half_year', '2026-05-12').map((period) => period.code);
    assert.deepEqual(codes.slice(0, 3), ['2026-H2', '2026-H1', '2025-H2']);
    assert.equal(codes.length, 11);
    assert.deepEqual(offeredPeriods('term', '2026-05-12'), []);
  });
  test('early in a period the one before is meant', () => {
    assert.equal(likelyPeriod('year', '2020-02-29').code, '2019');
    assert.equal(likelyPeriod('year', '2020-03-02').code, '2020');
    assert.equal(likelyPeriod('half_year', '2026-05-12').code, '2026-H1');
  });
  test('names', () => {
    assert.equal(periodName('2019-H1'), '6 tháng đầu năm 2019');
    assert.equal(roundName('Báo cáo năm', '2019'), 'Báo cáo năm 2019');
    assert.equal(roundName('Báo cáo 6 tháng', '2019-H1'), 'Báo cáo 6 tháng đầu năm 2019');
    assert.equal(roundName('Báo cáo tổng kết', '2019'), 'Báo cáo tổng kết năm 2019');
  });
});

test('one letter lists all, the overdue first', () => {
  const line = {
    organisation: 'Hội Y',
    round: 'Báo cáo năm 2019',
    collector: 'LHH',
    words: 'Viết ngắn',
    address: 'x',
  };
  const letter = reminderLetter(
    'Lò Văn Đức',
    [
      { ...line, kind: 'opened', dueOn: '2020-02-20' },
      { ...line, kind: 'overdue', dueOn: '2020-01-15' },
    ],
    '2020-01-16',
  );
  assert.equal(letter.subject, '2 báo cáo cần làm');
  assert.match(
    letter.text,
    /QUÁ HẠN[\s\S]*quá hạn 1 ngày[\s\S]*MỚI ĐƯỢC GIAO[\s\S]*20\/02\/2020\n {2}Lời dặn: Viết ngắn\n/,
  );
  assert.equal(letter.text.match(/Viết ngắn/g)?.length, 1);
  const one = reminderLetter(
    'A',
    [{ ...line, kind: 'due_soon', dueOn: '2020-01-18' }],
    '2020-01-16',
  );
  assert.equal(one.subject, 'Báo cáo năm 2019: còn 2 ngày');
});
