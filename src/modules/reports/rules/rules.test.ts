import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  addsUp,
  asNumber,
  cellIssues,
  differenceOf,
  differsFrom,
  fillFigures,
  fullNumber,
  isAnswered,
  isReopened,
  type Lock,
  lockOf,
  nothing,
  offeredOf,
  planWriting,
  reportSymbol,
  type SentCell,
  sameFigure,
  stepIssues,
  steps,
  symbolPattern,
  valueIssues,
} from './index.ts';

describe('figures', () => {
  const row = { kind: 'number', unit: null, indicator: 'A' } as const;

  test('values of those below add up only where it makes sense', () => {
    const sums = ['count', 'sum', 'stock', 'entered', 'distinct', 'years', 'ratio', 'yes_no'];
    assert.deepEqual(
      sums.map((measure) => addsUp(row, measure)),
      [true, true, true, true, false, false, false, false],
    );
    assert.equal(addsUp(row, null), false, 'an indicator without meaning on the day');
    const hand = { ...row, indicator: null };
    assert.equal(addsUp(hand, null), true);
    assert.equal(addsUp({ ...hand, unit: '%' }, null), false);
    assert.equal(addsUp({ ...hand, kind: 'yes_no' }, null), false);
  });

  test('yes and no are 1 and 0', () => {
    assert.deepEqual([true, false, 7, 0, null, undefined].map(asNumber), [1, 0, 7, 0, null, null]);
  });

  test('what prints alike is the same', () => {
    assert.equal(sameFigure(0.2222, 0.2, 1), true);
    assert.equal(sameFigure(0.25, 0.2, 1), false);
    assert.equal(sameFigure(1.005, 1.01, 2), true);
    assert.equal(sameFigure(null, null, 0), true);
    assert.equal(sameFigure(null, 0, 0), false);
    assert.equal(sameFigure(-0.4, 0, 0), true);
  });

  test('the records are offered, else those below, as they print', () => {
    assert.equal(offeredOf(18.46, 30, 1), 18.5);
    assert.equal(offeredOf(0, 30, 0), 0);
    assert.equal(offeredOf(null, 30, 0), 30);
    assert.equal(offeredOf(null, null, 0), null);
    assert.equal(offeredOf(null, null, 0, true), 0);
    assert.equal(offeredOf(null, 30, 0, true), 30);
  });

  test('nothing differs where one side is not known', () => {
    assert.equal(differsFrom(5, 4, 0), true);
    assert.equal(differsFrom(5, null, 0), false);
    assert.equal(differsFrom(null, 4, 0), false);
    assert.equal(differsFrom(0.2, 0.2222, 1), false);
  });

  test('a difference has no digits that nobody sees', () => {
    assert.equal(differenceOf(0.3, 0.1, 1), 0.2);
    assert.equal(differenceOf(2, 5, 0), -3);
    assert.equal(differenceOf(null, 5, 0), null);
  });
});

describe('which places may be written', () => {
  const form = (state: Lock['state'], more: Partial<Lock> = {}): Lock => ({
    state,
    openUntil: null,
    round: { state: 'open' },
    ...more,
  });
  const today = '2020-01-10';

  test('by the state of the form and the place', () => {
    const table = (
      ['waiting', 'filling', 'submitted', 'checked', 'returned', 'accepted', 'frozen'] as const
    ).map((state) =>
      (['open', 'returned', 'accepted'] as const).map((place) => lockOf(form(state), place, today)),
    );
    assert.deepEqual(table, [
      [null, null, 'place_accepted'],
      [null, null, 'place_accepted'],
      ['locked_submitted', 'locked_submitted', 'locked_submitted'],
      ['locked_checked', 'locked_checked', 'locked_checked'],
      ['place_not_returned', null, 'place_not_returned'],
      ['locked_accepted', 'locked_accepted', 'locked_accepted'],
      ['locked_frozen', 'locked_frozen', 'locked_frozen'],
    ]);
  });

  test('a lock exception holds to the end of its day', () => {
    const until = (openUntil: string) => isReopened(form('accepted', { openUntil }), today);
    assert.deepEqual(['2020-01-09', today, '2020-01-11'].map(until), [false, true, true]);
    assert.equal(isReopened(form('frozen', { openUntil: today }), today), false);
    assert.equal(lockOf(form('accepted', { openUntil: today }), 'accepted', today), null);
  });

  test('a closed round takes only corrections', () => {
    const round = { state: 'closed' };
    assert.equal(lockOf(form('filling', { round }), 'open', today), 'round_closed');
    assert.equal(lockOf(form('returned', { round }), 'returned', today), null);
    const codes = (step: keyof typeof steps, state: Lock['state']) =>
      stepIssues(step, form(state, { round })).map((one) => one.code);
    assert.deepEqual(codes('submit', 'waiting'), ['round_closed']);
    assert.deepEqual(codes('submit', 'returned'), []);
    assert.deepEqual(codes('withdraw', 'checked'), ['round_closed']);
    assert.deepEqual(codes('accept', 'checked'), []);
    assert.deepEqual(codes('check', 'submitted'), []);
  });

  test('every step from every state', () => {
    const states = [
      'waiting',
      'filling',
      'submitted',
      'checked',
      'returned',
      'accepted',
      'frozen',
    ] as const;
    const allowed = Object.fromEntries(
      (Object.keys(steps) as (keyof typeof steps)[]).map((step) => [
        step,
        states.filter((state) => stepIssues(step, form(state)).length === 0).join(' '),
      ]),
    );
    assert.deepEqual(allowed, {
      submit: 'waiting filling returned',
      withdraw: 'submitted checked',
      check: 'submitted',
      returns: 'checked returned',
      accept: 'checked returned',
      reopen: 'accepted frozen',
      freeze: 'accepted',
      publish: 'accepted frozen',
      number: 'checked returned accepted frozen',
    });
    assert.deepEqual(
      stepIssues('freeze', form('checked')).map((one) => one.code),
      ['freeze_not_now'],
    );
  });
});

describe('what becomes of what was typed', () => {
  const standing = { ...nothing, declared: 3, version: 2 };
  const typed = (declared: number | null) => ({ ...nothing, declared });

  test('by the version that was seen', () => {
    assert.equal(planWriting(null, typed(3), 0), 'saved');
    assert.equal(planWriting(standing, typed(4), 2), 'saved');
    assert.equal(planWriting(standing, typed(4), 1), 'conflict');
    assert.equal(planWriting(standing, typed(4), 0), 'conflict');
    assert.equal(planWriting(standing, typed(4), 3), 'conflict');
    assert.equal(planWriting(standing, typed(null), 2), 'saved');
    assert.equal(planWriting(null, typed(4), 1), 'conflict');
  });

  test('the same value is no conflict', () => {
    assert.equal(planWriting(standing, typed(3), 0), 'unchanged');
    assert.equal(planWriting(null, typed(null), 0), 'unchanged');
    assert.equal(planWriting(null, { ...nothing, words: '' }, 5), 'unchanged');
    assert.equal(planWriting(standing, { ...typed(3), reason: 'x' }, 0), 'conflict');
  });

  test('yes or no, and no more digits than are printed', () => {
    const row = { key: 'A', label: 'A', kind: 'number', decimals: 1 } as const;
    const codes = (kind: 'number' | 'yes_no', value: number | null) =>
      valueIssues('declared', { ...row, kind }, value).map((one) => one.code);
    assert.deepEqual(codes('yes_no', 1), []);
    assert.deepEqual(codes('yes_no', 0.5), ['yes_or_no']);
    assert.deepEqual(codes('yes_no', null), []);
    assert.deepEqual(codes('number', 0.1 + 0.2), []);
    assert.deepEqual(codes('number', 0.25), ['too_precise']);
    assert.deepEqual(codes('number', 999_999_999_999_999), []);
  });
});

describe('what keeps a form from being sent', () => {
  const cell: SentCell = {
    key: 'A',
    label: 'A',
    required: true,
    declared: null,
    offered: null,
    derived: null,
    differs: false,
    reason: null,
    editable: true,
    rivals: 0,
  };
  const codes = (change: Partial<SentCell>) =>
    cellIssues({ ...cell, ...change }).map((one) => one.code);

  test('a required row without a value, a difference without a reason, rivals', () => {
    assert.deepEqual(codes({}), ['row_required']);
    assert.deepEqual(codes({ offered: 0 }), []);
    assert.deepEqual(codes({ required: false }), []);
    assert.deepEqual(codes({ declared: 5, derived: 4, differs: true }), ['reason_required']);
    assert.deepEqual(codes({ declared: 5, differs: true, reason: 'x' }), []);
    assert.deepEqual(codes({ declared: 5, rivals: 1 }), ['rival_open']);
    assert.deepEqual(codes({ editable: false, rivals: 1 }), [], 'what nobody may change');
  });

  test('a returned place is answered by a change of it or by words about it', () => {
    const stands = { versions: new Map([['A', 2]]), answers: new Set<string | null>() };
    assert.equal(isAnswered({ place: 'A', seen: 2 }, stands), false);
    assert.equal(isAnswered({ place: 'A', seen: 1 }, stands), true);
    assert.equal(isAnswered({ place: 'B', seen: 0 }, stands), false);
    const versions = new Map([
      ['A', 2],
      ['B', 1],
    ]);
    assert.equal(isAnswered({ place: null, seen: 3 }, { ...stands, versions }), false);
    assert.equal(isAnswered({ place: null, seen: 2 }, { ...stands, versions }), true);
    assert.equal(isAnswered({ place: 'A', seen: 2 }, { ...stands, answers: new Set(['A']) }), true);
    assert.equal(
      isAnswered({ place: 'A', seen: 2 }, { ...stands, answers: new Set([null]) }),
      false,
    );
  });
});

test('figures stand in words; what is not known is an ellipsis', () => {
  const shown = (key: string) => (key === 'I.3a' ? '1.418' : null);
  assert.equal(
    fillFigures('Có {I.3a} hội, {I.4} người; {a b}', shown),
    'Có 1.418 hội, … người; {a b}',
  );
  assert.equal(
    fillFigures('$& {I.3a}', () => '$&'),
    '$& $&',
  );
});

test('the symbol of an organisation and its full number', () => {
  assert.equal(reportSymbol('Liên hiệp hội Sơn La'), 'BC-LHHSL');
  assert.equal(reportSymbol('LHH Điện Biên'), 'BC-LHHĐB');
  assert.equal(reportSymbol('Hội Khuyến học tỉnh Sơn La'), 'BC-HKHSL');
  assert.equal(reportSymbol('Liên hiệp hội tỉnh Sơn La'), 'BC-LHHSL');
  assert.equal(reportSymbol('Liên hiệp hội Thành phố Hà Nội'), 'BC-LHHHN');
  assert.equal(reportSymbol('Ủy ban'), 'BC-UB');
  assert.equal(reportSymbol('Liên hiệp hội Bà Rịa – Vũng Tàu'), 'BC-LHHBRVT');
  assert.equal(reportSymbol('—'), 'BC');
  assert.equal(fullNumber(5, 'BC-LHHSL'), '05/BC-LHHSL');
  assert.equal(fullNumber(123, 'BC-LHHSL'), '123/BC-LHHSL');
  assert.deepEqual(
    ['BC-LHHĐB', 'BC', 'BC-', 'BC LHH', '-BC', 'BC/LHH.1'].map((one) => symbolPattern.test(one)),
    [true, true, false, false, false, true],
  );
});
