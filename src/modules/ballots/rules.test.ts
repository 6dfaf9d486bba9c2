import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { chooserFromSeed } from '../../kernel/random.ts';
import {
  afterAct,
  type BallotRule,
  type Choices,
  countPapers,
  decideBallot,
  enough,
  isQuorate,
  leastVotes,
  type PaperForm,
  paperState,
  type Tally,
  totalsIssues,
} from './rules.ts';

const twoThirds = { parts: 2, of: 3 };
const half = { parts: 1, of: 2 };
const all = { parts: 1, of: 1 };

describe('thresholds', () => {
  const table: readonly (readonly [number, number, { parts: number; of: number }, boolean])[] = [
    [6, 9, twoThirds, true],
    [5, 9, twoThirds, false],
    [7, 10, twoThirds, true],
    [6, 10, twoThirds, false],
    [2, 3, twoThirds, true],
    [1, 3, twoThirds, false],
    [1, 1, twoThirds, true],
    [0, 1, twoThirds, false],
    [0, 0, twoThirds, false],
    [9, 9, all, true],
    [8, 9, all, false],
    [2, 4, half, true],
    [2, 5, half, false],
    [0, 5, { parts: 0, of: 1 }, false],
    // What 2 / 3 as a double would round away: 2/3 of 3·10¹⁴ + 1.
    [200_000_000_000_001, 300_000_000_000_001, twoThirds, true],
    [200_000_000_000_000, 300_000_000_000_001, twoThirds, false],
  ];
  for (const [votes, of, share, expected] of table)
    test(`${votes} of ${of} at ${share.parts}/${share.of}: ${expected}`, () => {
      assert.equal(enough(votes, of, share), expected);
    });

  test('the least number that is enough is enough, and one fewer is not', () => {
    for (let members = 0; members <= 60; members += 1)
      for (const share of [twoThirds, half, all, { parts: 3, of: 5 }, { parts: 1, of: 7 }]) {
        const least = leastVotes(members, share);
        if (members === 0) {
          assert.equal(least, null);
          continue;
        }
        assert.ok(enough(least!, members, share), `${least} of ${members}`);
        assert.ok(!enough(least! - 1, members, share), `${least! - 1} of ${members}`);
      }
  });

  test('a quorum is of the members, and never of nobody', () => {
    assert.equal(isQuorate({ members: 9, present: 6 }, twoThirds), true);
    assert.equal(isQuorate({ members: 9, present: 5 }, twoThirds), false);
    assert.equal(isQuorate({ members: 9, present: 1 }, null), true);
    assert.equal(isQuorate({ members: 9, present: 0 }, null), false);
    assert.equal(isQuorate({ members: 0, present: 0 }, null), false);
    assert.equal(isQuorate({ members: 1, present: 1 }, twoThirds), true);
  });
});

describe('papers', () => {
  const approve: PaperForm = { kind: 'approve', options: 3, most: null };
  const choose: PaperForm = { kind: 'choose', options: 3, most: 2 };

  test('valid, blank and invalid', () => {
    const table: readonly (readonly [PaperForm, Choices, string])[] = [
      [approve, ['yes', 'no', null], 'valid'],
      [approve, [null, null, null], 'blank'],
      [approve, ['yes', 'no'], 'invalid'],
      [choose, ['yes', 'yes', null], 'valid'],
      [choose, ['yes', 'yes', 'yes'], 'invalid'],
      [choose, ['yes', 'no', null], 'invalid'],
      [choose, [null, null, null], 'blank'],
      [{ kind: 'question', options: 1, most: null }, ['no'], 'valid'],
    ];
    for (const [form, choices, state] of table)
      assert.equal(paperState(form, choices), state, `${form.kind} ${choices}`);
  });

  test('only valid papers count for an option, in whatever order they lie', () => {
    const papers = [
      ['yes', 'yes', null],
      ['yes', 'yes', 'yes'],
      [null, null, null],
      ['yes', null, null],
    ].map((choices) => ({ choices: choices as Choices }));
    const counted = countPapers(choose, papers);
    assert.deepEqual(counted, {
      issued: 4,
      collected: 4,
      valid: 2,
      blank: 1,
      invalid: 1,
      options: [
        { yes: 2, no: 0, blank: 0 },
        { yes: 1, no: 0, blank: 1 },
        { yes: 0, no: 0, blank: 2 },
      ],
    });
    assert.deepEqual(countPapers(choose, papers.toReversed()), counted);
  });

  test('a count is sound by the rules for typed totals, whatever was cast', () => {
    const { pick, between } = chooserFromSeed('papers');
    for (let round = 0; round < 200; round += 1) {
      const form = pick([approve, choose, { kind: 'question', options: 1, most: null } as const]);
      const papers = Array.from({ length: between(0, 9) }, () => ({
        choices: Array.from({ length: form.options }, () => pick(['yes', 'no', null] as const)),
      }));
      assert.deepEqual(totalsIssues(form, 9, countPapers(form, papers)), []);
    }
  });
});

describe('decisions', () => {
  const rule: Pick<BallotRule, 'of' | 'share' | 'quorum'> = {
    of: 'members',
    share: twoThirds,
    quorum: twoThirds,
  };
  const one = (yes: number, no: number): Tally => ({
    issued: yes + no,
    collected: yes + no,
    valid: yes + no,
    blank: 0,
    invalid: 0,
    options: [{ yes, no, blank: 0 }],
  });
  const table: readonly (readonly [
    string,
    'members' | 'present',
    number,
    number,
    Tally,
    boolean,
  ])[] = [
    ['exactly two thirds of the members', 'members', 9, 7, one(6, 1), true],
    ['one below', 'members', 9, 7, one(5, 2), false],
    ['two thirds of those present', 'present', 9, 6, one(4, 2), true],
    ['one below of those present', 'present', 9, 6, one(3, 3), false],
    ['nobody present', 'present', 9, 0, one(0, 0), false],
    ['everybody', 'members', 5, 5, one(5, 0), true],
    ['nobody for it', 'members', 5, 5, one(0, 5), false],
    ['no quorum, all for it', 'present', 9, 5, one(5, 0), false],
    ['one member', 'members', 1, 1, one(1, 0), true],
    ['one member against', 'members', 1, 1, one(0, 1), false],
    ['no member', 'members', 0, 0, one(0, 0), false],
  ];
  for (const [name, of, members, present, tally, passed] of table)
    test(name, () => {
      const result = decideBallot({ ...rule, of }, { members, present }, tally);
      assert.equal(result.options[0]!.passed, passed);
    });

  test('totals that do not add up are told by field', () => {
    const form: PaperForm = { kind: 'approve', options: 1, most: null };
    const codes = (tally: Tally, present = 7) =>
      totalsIssues(form, present, tally).map(({ path, code }) => `${path} ${code}`);
    assert.deepEqual(codes(one(5, 2)), []);
    assert.deepEqual(codes(one(5, 2), 6), ['issued ballot_issued_over']);
    assert.deepEqual(codes({ ...one(5, 2), collected: 8 }), [
      'collected ballot_collected_over',
      'valid ballot_parts_differ',
    ]);
    assert.deepEqual(codes({ ...one(5, 2), valid: 6 }), [
      'valid ballot_parts_differ',
      'options.0.yes ballot_option_sum',
    ]);
    assert.deepEqual(codes({ ...one(5, 2), options: [] }), ['options ballot_options_differ']);
    const chosen: PaperForm = { kind: 'choose', options: 1, most: 1 };
    assert.deepEqual(
      totalsIssues(chosen, 7, one(5, 2)).map(({ code }) => code),
      ['ballot_no_without', 'ballot_chosen_range'],
    );
  });

  test('what is closed or cancelled stays so', () => {
    for (const act of ['edit', 'open', 'attend', 'cast', 'count', 'close', 'cancel'] as const)
      for (const state of ['closed', 'cancelled'] as const)
        assert.equal(afterAct(state, act), null);
    assert.equal(afterAct('draft', 'cast'), null);
    assert.equal(afterAct('open', 'close'), 'closed');
  });
});
