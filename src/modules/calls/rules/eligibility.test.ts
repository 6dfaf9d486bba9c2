import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sayDecision } from '../vi/index.ts';
import type { Eligibility } from './content/index.ts';
import {
  awardAllows,
  bornWithin,
  type EntrantFacts,
  eligibilityOf,
  madeWithin,
  verdictOf,
  workedEnough,
} from './eligibility.ts';

test('the window of birth dates holds both of its days', () => {
  const window = { first: '1996-07-31', last: '2009-07-31' };
  const table: readonly (readonly [string | null, boolean | null])[] = [
    ['1996-07-30', false],
    ['1996-07-31', true],
    ['1996-08-01', true],
    ['2009-07-30', true],
    ['2009-07-31', true],
    ['2009-08-01', false],
    ['2000-02-29', true],
    // Known in part: asked where it makes a difference.
    ['1996', null],
    ['1996-07', null],
    ['1996-06', false],
    ['1996-08', true],
    ['2009', null],
    ['2009-07', true],
    ['2009-08', false],
    ['2000', true],
    ['1995', false],
    ['2010', false],
    [null, null],
    ['31/7/1996', null],
  ];
  for (const [birth, ok] of table) assert.equal(bornWithin(window, birth).ok, ok, String(birth));
});

test('a window of one day, on a leap day, and open on one side', () => {
  const leap = { first: '2008-02-29', last: '2008-02-29' };
  assert.equal(bornWithin(leap, '2008-02-29').ok, true);
  assert.equal(bornWithin(leap, '2008-02-28').ok, false);
  assert.equal(bornWithin(leap, '2008-03-01').ok, false);
  assert.equal(bornWithin(leap, '2008-02').ok, null);
  assert.equal(bornWithin({ first: null, last: '2010-01-01' }, '1900-01-01').ok, true);
  assert.equal(bornWithin({ first: '2010-01-01', last: null }, '2009-12-31').ok, false);
  assert.equal(bornWithin({ first: null, last: null }, '2010').ok, true);
  // A year that is longer than the window on both sides may lie outside of it either way.
  assert.equal(bornWithin({ first: '2008-03-01', last: '2008-04-01' }, '2008').ok, null);
});

test('the years in which the solution was made are both inside', () => {
  const window = { from: 2021, to: 2025 };
  const table: readonly (readonly [string | null, boolean | null])[] = [
    ['2020-12-31', false],
    ['2021-01-01', true],
    ['2021', true],
    ['2025-12', true],
    ['2026', false],
    [null, null],
  ];
  for (const [made, ok] of table) assert.equal(madeWithin(window, made).ok, ok, String(made));
  assert.equal(madeWithin({ from: 2021, to: null }, '2099').ok, true);
});

test('full years of work are reached on the day itself', () => {
  const table: readonly (readonly [string | null, string, boolean | null])[] = [
    ['2016-09-01', '2026-08-31', false],
    ['2016-09-01', '2026-09-01', true],
    ['2016-02-29', '2026-02-28', false],
    ['2016-02-29', '2026-03-01', true],
    ['2016', '2026-06-01', null],
    ['2016', '2026-12-31', true],
    ['2015', '2026-01-01', true],
    ['2017', '2026-12-31', false],
    ['2030', '2026-12-31', false],
    [null, '2026-06-01', null],
  ];
  for (const [since, on, ok] of table)
    assert.equal(workedEnough(10, since, on).ok, ok, `${since} ${on}`);
});

const award = (own: boolean, year: number | null, level: 'province' | 'nation' = 'province') => ({
  level,
  own,
  year,
  name: 'Giải Ba',
});

test('awards keep out by level, contest and year', () => {
  const own = [{ level: 'province' as const, contests: 'own' as const, since: null }];
  assert.equal(awardAllows(own, award(true, 2019)).ok, false);
  assert.equal(awardAllows(own, award(false, 2019)).ok, true);
  assert.equal(awardAllows(own, award(true, 2019, 'nation')).ok, true);
  const since = [{ level: 'province' as const, contests: 'any' as const, since: 2020 }];
  assert.equal(awardAllows(since, award(false, 2019)).ok, true);
  assert.equal(awardAllows(since, award(false, 2020)).ok, false);
  assert.equal(awardAllows(since, award(false, null)).ok, null);
  assert.equal(awardAllows([...since, ...own], award(true, null)).ok, false);
  assert.equal(awardAllows([], award(true, 2019)).ok, true);
});

const eligibility: Eligibility = {
  born: { first: '2006-08-01', last: '2020-07-31' },
  worked: null,
  made: { from: 2024, to: null },
  awarded: [],
  group: { min: 2, max: 3 },
  representative: true,
};
const edition = {
  fields: [{ code: 'y', name: 'Y' }],
  entrants: ['individual' as const, 'group' as const],
  eligibility,
};
const facts: EntrantFacts = {
  field: 'y',
  entrant: 'group',
  authors: [{ birth: '2010-01-01' }, { birth: '2011-01-01' }],
  made: '2026-01',
  awards: [],
};
const verdict = (changed: Partial<EntrantFacts>) =>
  verdictOf(eligibilityOf(edition, { ...facts, ...changed }, '2026-06-01'));
const told = (changed: Partial<EntrantFacts>) =>
  verdict(changed).against.map(({ rule, path, ok }) => `${rule} ${path} ${ok}`);

test('every rule that refuses is told with whom it is about', () => {
  assert.deepEqual(verdict({}), { ok: true, against: [] });
  assert.deepEqual(told({ authors: [{ birth: '2010-01-01' }, { birth: '2000-01-01' }] }), [
    'born authors.1 false',
  ]);
  assert.deepEqual(told({ authors: [{ birth: '2010-01-01' }] }), ['group  false']);
  const four = Array.from({ length: 4 }, () => ({ birth: '2010-01-01' }));
  assert.deepEqual(told({ authors: four }), ['group  false']);
  assert.deepEqual(told({ authors: four.slice(1) }), []);
  assert.deepEqual(told({ entrant: 'organisation' }), ['entrant  false']);
  assert.deepEqual(told({ entrant: 'individual' }), ['group  false']);
  assert.deepEqual(told({ field: 'x' }), ['field  false']);
  assert.deepEqual(told({ made: '2023-12' }), ['made  false']);
});

test('unknown is asked, and a refusal outweighs it', () => {
  assert.equal(verdict({ field: null }).ok, null);
  assert.deepEqual(told({ authors: [], entrant: 'individual' }), [
    'group  null',
    'born authors null',
  ]);
  assert.equal(verdict({ field: null, made: '2000' }).ok, false);
});

test('an organisation without named authors has no age to be asked', () => {
  const open = { ...edition, entrants: ['organisation' as const] };
  const of = (authors: EntrantFacts['authors']) =>
    verdictOf(eligibilityOf(open, { ...facts, entrant: 'organisation', authors }, '2026-06-01')).ok;
  assert.equal(of([]), true);
  assert.equal(of([{ birth: '1980-01-01' }]), false);
});

test('the sentence of a decision has the dates that it was decided by', () => {
  const window = { first: '2006-08-01', last: '2020-07-31' };
  assert.equal(
    sayDecision(bornWithin(window, '2006-07-31')),
    'Sinh 31/07/2006, thể lệ nhận người sinh từ 01/08/2006 đến hết 31/07/2020.',
  );
  assert.match(sayDecision(bornWithin(window, '2006')), /^Mới biết sinh 2006, .* Cần hỏi thêm\.$/);
});
