import assert from 'node:assert/strict';
import { test } from 'node:test';
import { samples, sayChange } from '../../vi/index.ts';
import type { EditionContent, Phase, Rubric, RubricPart, VotingRule } from '../content/index.ts';
import { diffEditions } from './index.ts';

const technical = samples.find(({ code }) => code === 'sang-tao-ky-thuat')!.content;
const [sheet] = technical.rubrics as [Rubric];
const [rule] = technical.voting as [VotingRule];
const judged = technical.phases.findIndex(({ rubric }) => rubric !== null);

/** Effects with their paths; each has a sentence without holes. */
function told(before: EditionContent, after: EditionContent): string[] {
  return diffEditions(before, after).map((one) => {
    assert.doesNotMatch(sayChange(one), /undefined|NaN|\[object|null/, one.effect);
    return `${one.path} ${one.effect}`;
  });
}
const sheets = (...rubrics: Rubric[]): EditionContent => ({ ...technical, rubrics });
const parts = (change: (part: RubricPart) => RubricPart): EditionContent =>
  sheets({ ...sheet, parts: sheet.parts.map(change) });
const reviewed = (own: object): EditionContent => ({
  ...technical,
  phases: technical.phases.map(
    (phase, at): Phase =>
      at === judged && phase.review !== null
        ? { ...phase, review: { ...phase.review, ...own } }
        : phase,
  ),
});

test('sheets that come and go say which phases are judged by them', () => {
  const spare = { ...sheet, key: 'khac', name: 'Khác' };
  assert.deepEqual(told(technical, sheets(sheet, spare)), ['rubrics.1 rubric_added']);
  assert.deepEqual(told(sheets(sheet, spare), technical), ['rubrics.1 rubric_removed']);
  assert.deepEqual(diffEditions(sheets(), technical).map(sayChange), [
    `Thêm phiếu “${sheet.name}” cho giai đoạn “Chấm sơ khảo”, “Chấm chung khảo”.`,
  ]);
  assert.deepEqual(diffEditions(technical, sheets(sheet, spare)).map(sayChange), [
    'Thêm phiếu “Khác”. Chưa giai đoạn nào chấm theo phiếu này.',
  ]);
});

test('a sheet: what counts otherwise, what is asked otherwise, what is only worded otherwise', () => {
  const more = parts((part) => (part.kind === 'points' ? { ...part, max: part.max + 1 } : part));
  assert.deepEqual(told(technical, more), ['rubrics.0.parts scoring_changed']);
  assert.match(
    diffEditions(technical, more).map(sayChange)[0] ?? '',
    /phải chấm và ký lại phiếu đã ghi/,
  );
  const asked = parts((part) =>
    part.kind === 'points' ? { ...part, comment: 'required' as const } : part,
  );
  assert.deepEqual(told(technical, asked), ['rubrics.0.parts sheet_asks']);
  const worded = parts((part) => ({ ...part, help: 'Khác' }));
  assert.deepEqual(told(technical, worded), ['rubrics.0 words_changed']);
  assert.deepEqual(told(technical, sheets({ ...sheet, pass: 50 })), [
    'rubrics.0.pass pass_changed',
  ]);
  const turned = { ...sheet, parts: sheet.parts.toReversed() };
  assert.deepEqual(told(technical, sheets(turned)), ['rubrics.0 words_changed']);
});

test('how a phase is judged', () => {
  const at = `phases.${judged}.review`;
  assert.deepEqual(told(technical, reviewed({ each: 5 })), [`${at}.each judges_changed`]);
  assert.deepEqual(told(technical, reviewed({ each: null })), [`${at}.each judges_changed`]);
  assert.deepEqual(told(technical, reviewed({ trim: 1, by: 'trimmed' })), [
    `${at} ranking_changed`,
  ]);
  assert.deepEqual(told(technical, reviewed({ spread: null, goes_on: null })), [
    `${at}.spread spread_changed`,
    `${at}.goes_on goes_on_changed`,
  ]);
  assert.deepEqual(told(reviewed({ spread: null, goes_on: null }), technical), [
    `${at}.spread spread_changed`,
    `${at}.goes_on goes_on_changed`,
  ]);
  const plain = technical.phases.map((phase) => ({ ...phase, review: null }));
  assert.ok(told(technical, { ...technical, phases: plain }).length > 0);
});

test('rules of voting', () => {
  const voting = (...rules: VotingRule[]): EditionContent => ({ ...technical, voting: rules });
  assert.deepEqual(told(technical, voting()), ['voting.0 voting_removed']);
  assert.deepEqual(told(voting(), technical), ['voting.0 voting_added']);
  const half = { ...rule, share: { parts: 1, of: 2 }, quorum: null };
  assert.deepEqual(diffEditions(technical, voting(half)).map(sayChange), [
    `Cách biểu quyết “${rule.name}” nay cần ít nhất 1/2 tổng số thành viên, trước là ít nhất 2/3 tổng số thành viên, họp khi có mặt ít nhất 2/3.`,
  ]);
  assert.deepEqual(told(technical, voting({ ...rule, name: 'Khác' })), ['voting.0 words_changed']);
});

test('an answer that begins to tell who the entrant is', () => {
  const form = technical.form.map((field) =>
    field.key === 'ap-dung' ? { ...field, identifies: true } : field,
  );
  const at = technical.form.findIndex(({ key }) => key === 'ap-dung');
  assert.deepEqual(told(technical, { ...technical, form }), [
    `form.${at}.identifies identifies_changed`,
  ]);
  // Tables of people always do.
  const people = technical.form.map((field) =>
    field.kind === 'people' ? { ...field, identifies: true } : field,
  );
  assert.deepEqual(told(technical, { ...technical, form: people }), []);
});
