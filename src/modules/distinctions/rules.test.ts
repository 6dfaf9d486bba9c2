import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  classIssues,
  type DistinctionTitle,
  decisionDayIssues,
  recipientIssues,
  revocationIssues,
} from './rules.ts';

const title = (recipients: DistinctionTitle['recipients'], form = 'commendation') => ({
  code: 'x',
  name: 'X',
  form,
  recipients,
});
const codes = (issues: readonly { code: string }[]) => issues.map((issue) => issue.code);

test('a title goes to whom it is for', () => {
  for (const recipient of ['organisation', 'person'] as const) {
    assert.deepEqual(recipientIssues(title('both'), recipient), []);
    assert.deepEqual(recipientIssues(title(recipient), recipient), []);
  }
  assert.deepEqual(codes(recipientIssues(title('person'), 'organisation')), ['only_person']);
  assert.deepEqual(codes(recipientIssues(title('organisation'), 'person')), ['only_organisation']);
});

test('only orders have classes, and may go without', () => {
  assert.deepEqual(classIssues(title('both', 'order'), 'III'), []);
  assert.deepEqual(classIssues(title('both', 'order'), null), []);
  assert.deepEqual(classIssues(title('both'), null), []);
  assert.deepEqual(codes(classIssues(title('both'), 'III')), ['no_classes']);
});

test('a decision is of today at the latest', () => {
  assert.deepEqual(decisionDayIssues('2026-05-12', '2026-05-12'), []);
  assert.deepEqual(codes(decisionDayIssues('2026-05-13', '2026-05-12')), ['day_in_future']);
});

test('revoked from the day of the decision until today', () => {
  const revoked = (on: string) => codes(revocationIssues('2026-01-10', on, '2026-05-12'));
  assert.deepEqual(revoked('2026-01-09'), ['before_decision']);
  assert.deepEqual(revoked('2026-01-10'), []);
  assert.deepEqual(revoked('2026-05-12'), []);
  assert.deepEqual(revoked('2026-05-13'), ['day_in_future']);
});
