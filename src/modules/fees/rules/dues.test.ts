import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  accountIssues,
  divide,
  dueState,
  paidOnIssues,
  periodIssues,
  refundIssues,
  remaining,
  surplus,
} from './dues.ts';

const codes = (issues: readonly { path: string; code: string }[]) =>
  issues.map((one) => `${one.path} ${one.code}`);

test('what somebody owes has a state at every edge', () => {
  const due = { member: true, exempt: false, amount: 200_000, paid: 0 };
  assert.equal(dueState(due), 'none');
  assert.equal(dueState({ ...due, paid: 1 }), 'part');
  assert.equal(dueState({ ...due, paid: 199_999 }), 'part');
  assert.equal(dueState({ ...due, paid: 200_000 }), 'paid');
  assert.equal(dueState({ ...due, paid: 200_001 }), 'over');
  assert.equal(dueState({ ...due, amount: 0 }), 'exempt');
  assert.equal(dueState({ ...due, amount: 0, paid: 1 }), 'over');
  assert.equal(dueState({ ...due, exempt: true }), 'exempt');
  assert.equal(dueState({ ...due, exempt: true, paid: 200_000 }), 'over');
  assert.equal(dueState({ ...due, member: false, paid: 200_000 }), 'gone');
});

test('what is left and what is too much are never below zero', () => {
  assert.deepEqual(
    [0, 50, 100, 150].map((paid) => remaining({ owed: 100, paid })),
    [100, 50, 0, 0],
  );
  assert.deepEqual(
    [0, 50, 100, 150].map((paid) => surplus({ owed: 100, paid })),
    [0, 0, 0, 50],
  );
});

test('a period of one day, of two years, and what is none', () => {
  const first = '2026-01-01';
  assert.deepEqual(periodIssues({ first, last: first, dueOn: first }), []);
  assert.deepEqual(periodIssues({ first, last: '2027-12-31', dueOn: first }), []);
  assert.deepEqual(codes(periodIssues({ first, last: '2028-01-01', dueOn: first })), [
    'last_day period_too_long',
  ]);
  assert.deepEqual(codes(periodIssues({ first, last: '2025-12-31', dueOn: first })), [
    'last_day end_before_start',
  ]);
  assert.deepEqual(codes(periodIssues({ first, last: '2026-12-31', dueOn: '2025-12-31' })), [
    'due_on due_before_start',
  ]);
  assert.deepEqual(periodIssues({ first, last: '2026-12-31', dueOn: '2027-12-30' }), []);
  assert.deepEqual(codes(periodIssues({ first, last: '2026-12-31', dueOn: '2027-12-31' })), [
    'due_on due_too_late',
  ]);
});

test('an account is there in full or not at all', () => {
  const all = { bank: '970418', number: '12', holder: 'X' };
  assert.deepEqual(accountIssues(all), []);
  assert.deepEqual(accountIssues({ bank: null, number: null, holder: null }), []);
  assert.deepEqual(codes(accountIssues({ ...all, bank: null })), ['bank account_incomplete']);
  assert.deepEqual(codes(accountIssues({ bank: null, number: null, holder: 'X' })), [
    'bank account_incomplete',
    'account_number account_incomplete',
  ]);
});

test('no more is given back than was paid, and why is said', () => {
  assert.deepEqual(refundIssues({ amount: 100, reason: 'x' }, 100), []);
  assert.deepEqual(codes(refundIssues({ amount: 101, reason: 'x' }, 100)), [
    'amount refund_over_paid',
  ]);
  assert.deepEqual(codes(refundIssues({ amount: 100, reason: null }, 100)), ['reason required']);
});

test('a payment is of today or before, from two years before the period on', () => {
  assert.deepEqual(paidOnIssues('2026-05-12', '2026-01-01', '2026-05-12'), []);
  assert.deepEqual(paidOnIssues('2024-01-01', '2026-01-01', '2026-05-12'), []);
  assert.deepEqual(codes(paidOnIssues('2026-05-13', '2026-01-01', '2026-05-12')), [
    'paid_on day_in_future',
  ]);
  assert.deepEqual(codes(paidOnIssues('2023-12-31', '2026-01-01', '2026-05-12')), [
    'paid_on day_too_early',
  ]);
});

test('one sum for several people', () => {
  const [a, b] = [
    { id: 'a', owed: 100, paid: 0 },
    { id: 'b', owed: 100, paid: 40 },
  ];
  assert.deepEqual(divide(160, [a, b]), [
    { due: 'a', amount: 100 },
    { due: 'b', amount: 60 },
  ]);
  assert.deepEqual(divide(80, [a, b]), [{ due: 'a', amount: 80 }]);
  assert.deepEqual(divide(200, [a, b])[1], { due: 'b', amount: 100 });
  assert.deepEqual(divide(50, [a]), [{ due: 'a', amount: 50 }]);
});
