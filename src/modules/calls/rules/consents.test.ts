import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  bandsOn,
  type Consent,
  type ConsentParty,
  consentsDue,
  consentsMissing,
  mayBePublic,
} from './consents.ts';

const both: readonly ConsentParty[] = ['author', 'representative'];
const guardian: readonly ConsentParty[] = ['representative'];
const self: readonly ConsentParty[] = ['author'];
const nobody: readonly ConsentParty[] = [];

test('who agrees on the day before, on and after the birthdays of 7, 16 and 18', () => {
  const birth = '2010-06-15';
  const table: readonly (readonly [string, readonly ConsentParty[]])[] = [
    ['2010-06-15', guardian],
    ['2017-06-14', guardian],
    ['2017-06-15', both],
    ['2017-06-16', both],
    ['2026-06-14', both],
    ['2026-06-15', both],
    ['2026-06-16', both],
    ['2028-06-14', both],
    ['2028-06-15', nobody],
    ['2028-06-16', nobody],
  ];
  for (const [on, due] of table) assert.deepEqual(consentsDue(birth, on), due, on);
});

test('where the edition does not ask the representative, those of 16 and 17 agree by themselves', () => {
  const edition = { representative: false };
  const table: readonly (readonly [string, readonly ConsentParty[]])[] = [
    ['2017-06-14', guardian],
    ['2017-06-15', both],
    ['2026-06-14', both],
    ['2026-06-15', self],
    ['2026-06-16', self],
    ['2028-06-14', self],
    ['2028-06-15', nobody],
  ];
  for (const [on, due] of table) assert.deepEqual(consentsDue('2010-06-15', on, edition), due, on);
});

test('born on 29 February: a year older on 1 March of a common year, on 29 February of a leap year', () => {
  const birth = '2012-02-29';
  const edition = { representative: false };
  const table: readonly (readonly [string, readonly ConsentParty[]])[] = [
    ['2019-02-28', guardian],
    ['2019-03-01', both],
    ['2019-03-02', both],
    ['2028-02-28', both],
    ['2028-02-29', self],
    ['2028-03-01', self],
    ['2030-02-28', self],
    ['2030-03-01', nobody],
    ['2030-03-02', nobody],
  ];
  for (const [on, due] of table) assert.deepEqual(consentsDue(birth, on, edition), due, on);
});

test('a birth date known in part protects as the youngest age that it may be', () => {
  const table: readonly (readonly [string | null, string, readonly ConsentParty[]])[] = [
    // Perhaps 17 still: somebody of 17 needs both.
    ['2008', '2026-12-30', both],
    ['2008', '2026-12-31', nobody],
    ['2008-12', '2026-12-30', both],
    ['2008-11', '2026-12-01', nobody],
    // Perhaps 6, perhaps 7 already: the representative, and the child in case.
    ['2019', '2026-06-15', both],
    ['2020', '2026-12-31', guardian],
    ['2019', '2026-12-31', both],
    [null, '2026-06-15', both],
    ['khong ro', '2026-06-15', both],
    // Not born yet on that day.
    ['2027-01-01', '2026-06-15', guardian],
  ];
  for (const [birth, on, due] of table)
    assert.deepEqual(consentsDue(birth, on), due, `${birth} ${on}`);
  assert.deepEqual(bandsOn('2010', '2026-06-15'), ['under_16', 'under_18']);
  assert.deepEqual(consentsDue('2010', '2026-06-15', { representative: false }), both);
});

const consent = (
  author: string,
  party: ConsentParty,
  given: boolean,
  at: string,
  purpose: Consent['purpose'] = 'publish',
): Consent => ({ author, party, purpose, given, at: new Date(at) });

const child = { key: 'an', birth: '2014-05-10' };
const adult = { key: 'binh', birth: '1980-01-01' };
const on = '2026-11-20';
const morning = '2026-11-01T08:00:00+07:00';

test('a child is public with both consents, and then by name, school and prize only', () => {
  const one = [consent('an', 'representative', true, morning)];
  assert.deepEqual(mayBePublic([child], one, on), {
    ok: false,
    missing: [{ author: 'an', party: 'author', why: 'not_given' }],
    authors: [{ author: 'an', shows: 'nothing' }],
  });
  const all = [...one, consent('an', 'author', true, morning)];
  assert.deepEqual(mayBePublic([child], all, on), {
    ok: true,
    missing: [],
    authors: [{ author: 'an', shows: ['name', 'school', 'prize'] }],
  });
});

test('consent to enter, or to be sent on, is none to publish', () => {
  const enter = both.map((party) => consent('an', party, true, morning, 'enter'));
  assert.equal(mayBePublic([child], enter, on).ok, false);
  assert.deepEqual(consentsMissing([child], enter, 'enter', on), []);
  assert.equal(consentsMissing([child], enter, 'forward', on).length, 2);
});

test('one child without consents keeps the whole dossier back, adults as well', () => {
  const { ok, authors } = mayBePublic([adult, child], [], on);
  assert.equal(ok, false);
  assert.deepEqual(authors, [
    { author: 'binh', shows: 'nothing' },
    { author: 'an', shows: 'nothing' },
  ]);
  assert.deepEqual(mayBePublic([adult], [], on).authors, [{ author: 'binh', shows: 'agreed' }]);
});

test('a consent that was withdrawn counts no more, one given again does', () => {
  const given = both.map((party) => consent('an', party, true, '2026-10-01T08:00:00+07:00'));
  const withdrawn = [...given, consent('an', 'representative', false, morning)];
  assert.deepEqual(mayBePublic([child], withdrawn, on).missing, [
    { author: 'an', party: 'representative', why: 'withdrawn' },
  ]);
  assert.equal(mayBePublic([child], withdrawn, '2026-10-31').ok, true);
  const again = [...withdrawn, consent('an', 'representative', true, '2026-11-02T08:00:00+07:00')];
  assert.equal(mayBePublic([child], again, on).ok, true);
  assert.equal(mayBePublic([child], again.toReversed(), on).ok, true);
  const tied = [...given, consent('an', 'author', false, '2026-10-01T08:00:00+07:00')];
  assert.equal(mayBePublic([child], tied, on).ok, false);
});

test('a consent of a later day is none yet, by the day in Vietnam', () => {
  const late = both.map((party) => consent('an', party, true, '2026-11-20T17:00:00Z'));
  assert.equal(mayBePublic([child], late, '2026-11-20').ok, false);
  assert.equal(mayBePublic([child], late, '2026-11-21').ok, true);
});

test('a child of 6 turns 7: from the birthday on its own consent is due too', () => {
  const small = { key: 'an', birth: '2019-11-21' };
  const given = [consent('an', 'representative', true, morning)];
  assert.equal(mayBePublic([small], given, '2026-11-20').ok, true);
  assert.equal(mayBePublic([small], given, '2026-11-21').ok, false);
});

test('at 18 what the representative said counts no more, what the author refused does', () => {
  const grown = { key: 'an', birth: '2008-11-20' };
  const byGuardian = [consent('an', 'representative', false, morning)];
  assert.equal(mayBePublic([grown], byGuardian, '2026-11-19').ok, false);
  assert.equal(mayBePublic([grown], byGuardian, '2026-11-20').ok, true);
  const bySelf = [consent('an', 'author', false, morning)];
  assert.deepEqual(mayBePublic([grown], bySelf, '2026-11-20').missing, [
    { author: 'an', party: 'author', why: 'withdrawn' },
  ]);
});

test('who has no birth date is shown as a minor even with all consents', () => {
  const unknown = { key: 'an', birth: null };
  const given = both.map((party) => consent('an', party, true, morning));
  assert.equal(mayBePublic([unknown], [], on).ok, false);
  assert.deepEqual(mayBePublic([unknown], given, on).authors[0]?.shows, [
    'name',
    'school',
    'prize',
  ]);
});
