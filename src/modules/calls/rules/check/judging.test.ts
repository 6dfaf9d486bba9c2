import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wordsOf } from '../../../../platform/forms/words.ts';
import { callsIssues, sampleRubrics, samples } from '../../vi/index.ts';
import type { EditionContent, Rubric, RubricPart, VotingRule } from '../content/index.ts';
import { checkEdition, missingForOpening } from './index.ts';

const technical = samples.find(({ code }) => code === 'sang-tao-ky-thuat')!.content;
const [sheet] = technical.rubrics as [Rubric];
const first = technical.phases.findIndex(({ rubric }) => rubric !== null);

/** Path and code of each issue; each has a sentence without holes. */
function told(content: EditionContent, find = checkEdition): string[] {
  return find(content).map((one) => {
    const said = wordsOf(one, callsIssues);
    assert.notEqual(said, one.code);
    assert.doesNotMatch(said, /undefined|NaN|\[object|null/, one.code);
    return `${one.path} ${one.code}`;
  });
}
const withSheets = (...rubrics: Rubric[]) => told({ ...technical, rubrics: [sheet, ...rubrics] });
const other = (own: Partial<Rubric>): Rubric => ({
  key: 'khac',
  name: 'Phiếu khác',
  basis: null,
  pass: null,
  parts: [],
  ...own,
});
const withPart = (part: Partial<RubricPart> & { readonly kind: RubricPart['kind'] }): string[] => {
  const base = { key: 'x', label: 'X', help: null, step: 1, weight: 1, comment: 'none' };
  return withSheets(other({ parts: [{ ...base, ...part } as RubricPart] })).map((line) =>
    line.replace('rubrics.1.parts.0', 'part'),
  );
};
const reviewed = (own: object): string[] => {
  const review = { each: null, trim: 0, spread: null, by: 'mean' as const, goes_on: null, ...own };
  const phases = technical.phases.map((phase, at) => (at === first ? { ...phase, review } : phase));
  return told({ ...technical, phases }).map((line) => line.replace(`phases.${first}.`, ''));
};

test('sheets: keys, names, least totals', () => {
  assert.deepEqual(withSheets(other({})), [], 'a sheet is begun without parts');
  assert.deepEqual(withSheets(other({ key: 'A b', name: ' ' })), [
    'rubrics.1.key key_wrong',
    'rubrics.1.name rubric_name_missing',
  ]);
  assert.deepEqual(withSheets(other({ key: sheet.key, name: sheet.name.toUpperCase() })), [
    'rubrics.1.key rubric_key_twice',
    'rubrics.1.name rubric_name_twice',
  ]);
  assert.deepEqual(withSheets(other({ pass: 0 })), ['rubrics.1.pass pass_wrong']);
  assert.deepEqual(withSheets(other({ pass: 50.125 })), ['rubrics.1.pass pass_wrong']);
  const least = (pass: number) => told({ ...technical, rubrics: [{ ...sheet, pass }] });
  assert.deepEqual(least(100), []);
  assert.deepEqual(least(100.01), ['rubrics.0.pass pass_unreachable']);
  const [part] = sheet.parts as [RubricPart];
  assert.deepEqual(withSheets(other({ parts: [part, part] })), [
    'rubrics.1.parts.1.key part_key_twice',
    'rubrics.1.parts.1.label part_label_twice',
  ]);
  assert.deepEqual(
    sampleRubrics.flatMap((one) => withSheets(other({ ...one, key: 'khac', name: 'Khác' }))),
    [],
  );
});

test('parts: points, steps, weights, votes', () => {
  assert.deepEqual(withPart({ kind: 'points', max: 10 }), []);
  assert.deepEqual(withPart({ kind: 'points', max: 10, key: '1', label: '' }), [
    'part.key key_wrong',
    'part.label part_label_missing',
  ]);
  for (const max of [0, -1, 1000.01, 0.001])
    assert.deepEqual(withPart({ kind: 'points', max }), ['part.max max_wrong'], String(max));
  assert.deepEqual(withPart({ kind: 'points', max: 10, step: 0.25 }), []);
  assert.deepEqual(withPart({ kind: 'points', max: 10, step: 0.3 }), ['part.max max_off_step']);
  for (const step of [0, -1, 0.001, 0.125])
    assert.deepEqual(withPart({ kind: 'points', max: 10, step }), ['part.step step_wrong']);
  for (const weight of [0, -1, 0.125, 101])
    assert.deepEqual(withPart({ kind: 'points', max: 10, weight }), ['part.weight weight_wrong']);
  assert.deepEqual(withPart({ kind: 'points', max: 10, weight: 0.15 }), []);
  assert.deepEqual(withPart({ kind: 'votes', max: 20, decimals: 1 }), []);
  assert.deepEqual(withPart({ kind: 'votes', max: 0, decimals: 1 }), ['part.max max_wrong']);
});

test('bands: in order, without overlap, on the step', () => {
  const of = (
    bands: readonly (readonly [number, number])[],
    own: { readonly step?: number; readonly zeroFails?: boolean } = {},
  ): string[] =>
    withPart({
      kind: 'bands',
      zeroFails: false,
      bands: bands.map(([from, to], at) => ({ label: `Mức ${'abcdef'[at]}`, from, to })),
      ...own,
    });
  const real = [
    [27, 30],
    [21, 26],
    [16, 20],
    [1, 15],
    [0, 0],
  ] as const;
  assert.deepEqual(of(real, { zeroFails: true }), []);
  assert.deepEqual(of(real.slice(0, 4), { zeroFails: true }), ['part.zeroFails zero_not_offered']);
  assert.deepEqual(of(real.slice(0, 4)), []);
  assert.deepEqual(of([]), ['part.bands no_bands']);
  assert.deepEqual(
    of([
      [5, 10],
      [0, 5],
    ]),
    ['part.bands.1.to bands_overlap'],
  );
  assert.deepEqual(
    of([
      [0, 4],
      [5, 10],
    ]),
    ['part.bands.1.to bands_rise'],
  );
  assert.deepEqual(of([[10, 5]]), ['part.bands.0.from band_turned']);
  assert.deepEqual(of([[-1, 5]]), ['part.bands.0.from band_outside']);
  assert.deepEqual(of([[0, 5.5]]), ['part.bands.0.from band_off_step']);
  assert.deepEqual(of([[0, 5.5]], { step: 0.5 }), []);
  const twice = [
    { label: 'Tốt', from: 6, to: 10 },
    { label: 'tốt', from: 0, to: 5 },
    { label: ' ', from: 0, to: 0 },
  ];
  assert.deepEqual(withPart({ kind: 'bands', zeroFails: false, bands: twice }), [
    'part.bands.2.label band_label_missing',
    'part.bands.2.to bands_overlap',
    'part.bands.1.label band_twice',
  ]);
});

test('phases: the sheet is there, has parts, and somebody judges by it', () => {
  const phase = (own: object) => {
    const phases = technical.phases.map((one, at) => (at === first ? { ...one, ...own } : one));
    return { ...technical, phases, rubrics: [sheet, other({})] };
  };
  const at = `phases.${first}`;
  assert.deepEqual(told(phase({ rubric: 'mat' })), [`${at}.rubric rubric_unknown`]);
  assert.deepEqual(told(phase({ rubric: 'khac' })), [
    `${at}.rubric rubric_empty`,
    `${at}.review.spread spread_wrong`,
  ]);
  assert.deepEqual(told(phase({ rubric: null })), [`${at}.rubric review_without_rubric`]);
  assert.deepEqual(told(phase({ rubric: null, review: null })), []);
  assert.deepEqual(told(phase({ permits: [] })), [`${at}.permits rubric_without_judges`]);
  const unset = told(phase({ rubric: null, review: null }), missingForOpening);
  assert.ok(unset.includes(`${at}.rubric phase_without_rubric`));
  assert.ok(!told(technical, missingForOpening).some((line) => line.endsWith('without_rubric')));
});

test('how a phase is judged', () => {
  for (const each of [0, 51, 2.5]) assert.deepEqual(reviewed({ each }), ['review.each each_wrong']);
  assert.deepEqual(reviewed({ trim: 4 }), ['review.trim trim_wrong']);
  assert.deepEqual(reviewed({ trim: 3 }), [], 'how many judge is not known yet');
  for (const [each, trim] of [
    [3, 1],
    [7, 3],
  ])
    assert.deepEqual(reviewed({ each, trim }), []);
  for (const [each, trim] of [
    [2, 1],
    [6, 3],
  ])
    assert.deepEqual(reviewed({ each, trim }), ['review.trim trim_leaves_none']);
  assert.deepEqual(reviewed({ by: 'trimmed' }), ['review.trim trim_of_none']);
  const all = { each: 3, trim: 1, by: 'trimmed', spread: 100, goes_on: 1 };
  assert.deepEqual(reviewed(all), []);
  for (const spread of [0, -5, 100.5])
    assert.deepEqual(reviewed({ spread }), ['review.spread spread_wrong']);
  for (const goes_on of [0, -1, 1.5])
    assert.deepEqual(reviewed({ goes_on }), ['review.goes_on goes_on_wrong']);
});

test('rules of voting: shares from more than nothing to all', () => {
  const [rule] = technical.voting as [VotingRule];
  const of = (...voting: VotingRule[]) => told({ ...technical, voting });
  const share = (parts: number, of: number) => ({ ...rule, share: { parts, of } });
  for (const fine of [share(1, 1), share(2, 3), share(1, 1000)]) assert.deepEqual(of(fine), []);
  for (const wrong of [share(0, 3), share(4, 3), share(1.5, 3), share(1, 1001), share(-1, -1)])
    assert.deepEqual(of(wrong), ['voting.0.share voting_share_wrong']);
  assert.deepEqual(of({ ...rule, quorum: null }), []);
  assert.deepEqual(of({ ...rule, quorum: { parts: 0, of: 1 } }), [
    'voting.0.quorum voting_share_wrong',
  ]);
  assert.deepEqual(of(rule, { ...rule, key: 'B', name: '' }), [
    'voting.1.key key_wrong',
    'voting.1.name voting_name_missing',
  ]);
  assert.deepEqual(of(rule, rule), [
    'voting.1.key voting_key_twice',
    'voting.1.name voting_name_twice',
  ]);
});
