import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  checkAffiliation,
  checkWithin,
  factValue,
  type Node,
  placeValue,
  sealLines,
  usualAffiliation,
} from './index.ts';

describe('placeValue', () => {
  const bounds = { from: '2010-01-01', until: '2030-01-01' };
  const a = { id: 'a', during: { from: '2010-01-01', until: '2015-01-01' } };
  const b = { id: 'b', during: { from: '2020-01-01', until: null } };

  test('the first value lasts as long as the bounds', () => {
    const placed = placeValue([], bounds, '2012-01-01', null);
    assert.deepEqual(placed, {
      kind: 'insert',
      during: { from: '2012-01-01', until: '2030-01-01' },
      cut: null,
    });
  });

  test('inside another it ends that one and takes its end', () => {
    assert.deepEqual(placeValue([a, b], bounds, '2014-12-31', null), {
      kind: 'insert',
      during: { from: '2014-12-31', until: '2015-01-01' },
      cut: { id: 'a', during: { from: '2010-01-01', until: '2014-12-31' } },
    });
  });

  test('in a gap it lasts until the next', () => {
    assert.deepEqual(placeValue([b, a], bounds, '2015-01-01', null), {
      kind: 'insert',
      during: { from: '2015-01-01', until: '2020-01-01' },
      cut: null,
    });
  });

  test('on the first day of another it replaces that, the end kept unless one is given', () => {
    assert.deepEqual(placeValue([a, b], bounds, '2010-01-01', null), {
      kind: 'replace',
      id: 'a',
      during: { from: '2010-01-01', until: '2015-01-01' },
    });
    assert.deepEqual(placeValue([a, b], bounds, '2010-01-01', '2012-01-01'), {
      kind: 'replace',
      id: 'a',
      during: { from: '2010-01-01', until: '2012-01-01' },
    });
  });

  test('an end may touch the next but not enter it', () => {
    assert.equal(placeValue([a, b], bounds, '2016-01-01', '2020-01-01').kind, 'insert');
    const refused = placeValue([a, b], bounds, '2016-01-01', '2020-01-02');
    assert.ok(refused.kind === 'refuse' && refused.issue.code === 'later_value');
  });

  test('first and last day of the bounds are in, those beside them out', () => {
    const at = (from: string) => {
      const placed = placeValue([], bounds, from, null);
      return placed.kind === 'refuse' ? placed.issue.code : placed.kind;
    };
    assert.equal(at('2010-01-01'), 'insert');
    assert.equal(at('2009-12-31'), 'before_founding');
    assert.equal(at('2029-12-31'), 'insert');
    assert.equal(at('2030-01-01'), 'after_closing');
  });
});

test('checkWithin says the last day as people do', () => {
  const existence = { from: '2010-01-01', until: '2020-01-01' };
  const late = checkWithin(existence, { from: '2019-01-01', until: '2020-01-02' });
  assert.deepEqual(late, { path: 'to', code: 'after_closing', data: { closed: '2019-12-31' } });
  const turned = checkWithin(existence, { from: '2015-01-02', until: '2015-01-02' });
  assert.equal(turned?.code, 'end_before_start');
  assert.deepEqual(turned?.data, { start: '2015-01-02', end: '2015-01-01' });
  assert.equal(checkWithin(existence, { from: '2015-01-01', until: '2020-01-01' }), null);
  assert.equal(checkWithin(existence, { from: '2015-01-01', until: null }), null);
});

describe('checkAffiliation', () => {
  const child: Node = {
    id: 'c',
    kind: 'member_association',
    name: 'C',
    during: { from: '2012-01-01', until: null },
  };
  const parent: Node = {
    id: 'p',
    kind: 'provincial_union',
    name: 'P',
    during: { from: '2010-01-01', until: '2025-07-01' },
  };
  const codes = (from: string, until: string | null) =>
    checkAffiliation(child, parent, 'territorial', { from, until }, []).map((i) => i.code);

  test('the parent’s end and the child’s beginning bound it', () => {
    assert.deepEqual(codes('2012-01-01', '2025-07-01'), []);
    assert.deepEqual(codes('2011-12-31', null), ['before_founding']);
    assert.deepEqual(codes('2012-01-01', '2025-07-02'), ['parent_after_closing']);
    assert.deepEqual(codes('2025-07-01', null), ['parent_after_closing']);
    assert.deepEqual(codes('2015-01-02', '2015-01-02'), ['end_before_start']);
  });

  test('the same one may follow but not overlap', () => {
    const present = [{ during: { from: '2012-01-01', until: '2015-01-01' } }];
    const at = (from: string) =>
      checkAffiliation(child, parent, 'territorial', { from, until: '2020-01-01' }, present);
    assert.deepEqual(at('2015-01-01'), []);
    assert.equal(at('2014-12-31')[0]?.code, 'already_affiliated');
    assert.equal(at('2014-12-31')[0]?.data?.end, '2014-12-31');
  });
});

test('usualAffiliation follows the kinds', () => {
  assert.equal(usualAffiliation('branch', 'member_association'), 'branch');
  assert.equal(usualAffiliation('affiliated_unit', 'provincial_union'), 'unit');
  assert.equal(usualAffiliation('member_association', 'provincial_union'), 'territorial');
  assert.equal(usualAffiliation('member_association', 'sector_society'), 'sectoral');
  assert.equal(usualAffiliation('sector_society', 'national_union'), 'sectoral');
});

test('factValue stores yes as 1 and no as 0', () => {
  const none = { amount: null, yes: null, words: null };
  assert.deepEqual(factValue('yes_no', { ...none, yes: false }), { amount: 0, words: null });
  assert.deepEqual(factValue('yes_no', { ...none, yes: true, words: 'x' }), {
    amount: 1,
    words: null,
  });
  assert.deepEqual(factValue('number', { ...none, amount: 0 }), { amount: 0, words: null });
  assert.deepEqual(factValue('text', { ...none, words: 'a' }), { amount: null, words: 'a' });
  assert.deepEqual(factValue('number', none), { path: 'amount', code: 'required' });
});

test('sealLines: two lines of the place, three for long names, the uploaded ones as they are', () => {
  assert.deepEqual(sealLines(null, 'LHH Sơn La'), ['SƠN', 'LA']);
  assert.deepEqual(sealLines(null, 'Liên hiệp hội tỉnh Phú Thọ'), ['PHÚ', 'THỌ']);
  assert.deepEqual(sealLines(null, 'LHH TP. Hồ Chí Minh'), ['HỒ CHÍ', 'MINH']);
  assert.deepEqual(sealLines(null, 'LHH Việt Nam'), ['VIỆT', 'NAM']);
  assert.deepEqual(sealLines(null, 'LHH Bà Rịa - Vũng Tàu'), ['BÀ RỊA', 'VŨNG TÀU']);
  assert.deepEqual(sealLines(null, 'Hội Huế'), ['HUẾ']);
  assert.deepEqual(sealLines(null, 'LHH'), ['LHH']);
  assert.equal(sealLines(null, 'Hội Khoa học Kỹ thuật Cầu đường Việt Nam').length, 2);
  assert.equal(sealLines(null, 'Trung tâm Ứng dụng và Chuyển giao Công nghệ').length, 3);
  assert.deepEqual(sealLines(['A', 'B', 'C'], 'LHH Sơn La'), ['A', 'B', 'C']);
});
