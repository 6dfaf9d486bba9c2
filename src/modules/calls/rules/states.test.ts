import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wordsOf } from '../../../platform/forms/words.ts';
import { callsIssues } from '../vi/index.ts';
import type { Phase, PhaseAct } from './content/index.ts';
import type { Leave } from './deadlines.ts';
import {
  actionsNow,
  type DossierAction,
  type DossierState,
  dossierActions,
  dossierStates,
  mayDo,
} from './states.ts';

const phase = (key: string, opens: string, closes: string, permits: Phase['permits']): Phase => ({
  key,
  name: key,
  opens,
  closes,
  permits,
  hidden: [],
  rubric: null,
  review: null,
});
const entering: readonly PhaseAct[] = ['save', 'submit', 'withdraw'];
const checking: readonly PhaseAct[] = ['return', 'validate', 'move'];
const phases = [
  phase('nhan', '2026-06-01T00:00:00', '2026-08-31T23:59:59', [
    { who: 'entrant', may: entering },
    { who: 'secretariat', may: ['return', 'move'] },
  ]),
  phase('kiem-tra', '2026-09-01T00:00:00', '2026-09-30T23:59:59', [
    { who: 'entrant', may: ['withdraw'] },
    { who: 'secretariat', may: checking },
  ]),
];
const july = new Date('2026-07-01T12:00:00+07:00');
const september = new Date('2026-09-10T12:00:00+07:00');
const always = [
  phase('luon', '2026-01-01T00:00:00', '2026-12-31T23:59:59', [
    { who: 'entrant', may: entering },
    { who: 'secretariat', may: checking },
  ]),
];

test('what may follow each state, when every phase permits everything', () => {
  const ways: Record<DossierState, Partial<Record<DossierAction, DossierState | null>>> = {
    draft: { save: 'draft', submit: 'submitted', discard: null },
    submitted: {
      save: 'submitted',
      submit: 'submitted',
      withdraw: 'withdrawn',
      return: 'returned',
      validate: 'valid',
      invalidate: 'invalid',
      move: 'submitted',
    },
    returned: {
      save: 'returned',
      submit: 'submitted',
      withdraw: 'withdrawn',
      validate: 'valid',
      invalidate: 'invalid',
      move: 'returned',
    },
    valid: { withdraw: 'withdrawn', reopen: 'submitted', move: 'valid' },
    invalid: { reopen: 'submitted' },
    withdrawn: { save: 'withdrawn', submit: 'submitted' },
  };
  for (const state of dossierStates)
    for (const action of dossierActions) {
      const verdict = mayDo(state, action, always, july);
      const next = ways[state][action];
      assert.equal(verdict.ok, next !== undefined, `${state} ${action}`);
      if (verdict.ok) assert.equal(verdict.next, next, `${state} ${action}`);
    }
});

test('the phase decides: drafts can be submitted while entries are taken and not a moment longer', () => {
  assert.deepEqual(actionsNow('entrant', 'draft', phases, july), ['save', 'submit', 'discard']);
  assert.deepEqual(actionsNow('entrant', 'draft', phases, september), ['discard']);
  assert.deepEqual(actionsNow('entrant', 'submitted', phases, september), ['withdraw']);
  assert.deepEqual(actionsNow('secretariat', 'submitted', phases, july), ['return', 'move']);
  assert.deepEqual(actionsNow('secretariat', 'submitted', phases, september), [
    'return',
    'validate',
    'invalidate',
    'move',
  ]);
  assert.deepEqual(actionsNow('judge', 'submitted', phases, september), []);
});

test('returned after the deadline: it is supplemented within its leave, others are not', () => {
  const leave: Leave = {
    reason: 'supplement',
    from: new Date('2026-09-05T08:00:00+07:00'),
    until: '2026-09-12T17:00:00',
    acts: ['save', 'submit'],
  };
  assert.deepEqual(mayDo('returned', 'submit', phases, september, leave), {
    ok: true,
    next: 'submitted',
    by: 'supplement',
  });
  assert.equal(mayDo('returned', 'submit', phases, september).ok, false);
  const late = new Date('2026-09-12T17:00:01.000+07:00');
  assert.equal(mayDo('returned', 'submit', phases, late, leave).ok, false);
  assert.equal(mayDo('valid', 'submit', phases, september, leave).ok, false);
});

test('each refusal has its sentence', () => {
  const said = (state: DossierState, action: DossierAction, now: Date): string => {
    const verdict = mayDo(state, action, phases, now);
    return verdict.ok ? 'ok' : wordsOf(verdict.issue, callsIssues);
  };
  assert.equal(
    said('draft', 'submit', september),
    'Hết hạn nộp hồ sơ lúc 23:59:59 ngày 31/08/2026 theo giờ máy chủ. Những gì đã lưu vẫn còn; có lý do chính đáng thì hỏi ban thư ký.',
  );
  assert.match(
    said('draft', 'submit', new Date('2026-05-01T00:00:00Z')),
    /00:00:00 ngày 01\/06\/2026/,
  );
  assert.match(said('valid', 'submit', july), /“Hợp lệ”/);
  const none = mayDo('submitted', 'withdraw', [], july);
  assert.match(none.ok ? '' : wordsOf(none.issue, callsIssues), /không có giai đoạn nào/);
});
