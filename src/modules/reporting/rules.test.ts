import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chosenDay, structureDay, yearsToChoose } from './rules.ts';
import { nationalText, placeName, valueText } from './vi.ts';

const today = '2026-05-12';

test('the structure of then is that of the day, the structure of today that of today', () => {
  assert.equal(structureDay('then', '2019-12-31', today), '2019-12-31');
  assert.equal(structureDay('today', '2019-12-31', today), today);
});

test('a typed day holds; without one it is today', () => {
  assert.equal(chosenDay('2019-06-30', 2019, 2019, today), '2019-06-30');
  assert.equal(chosenDay('2019-06-30', null, null, today), '2019-06-30');
  assert.equal(chosenDay(null, null, null, today), today);
});

test('another year gives its last day, the running year today', () => {
  assert.equal(chosenDay('2019-06-30', 2018, 2019, today), '2018-12-31');
  assert.equal(chosenDay('2019-06-30', 2026, 2019, today), today);
  assert.equal(chosenDay(null, 2018, null, today), '2018-12-31');
});

test('when day and year were both changed to the same year, the day holds', () => {
  assert.equal(chosenDay('2018-06-30', 2018, 2019, today), '2018-06-30');
});

test('when only the day was changed, the year in the other field does not matter', () => {
  assert.equal(chosenDay('2017-06-30', 2019, 2019, today), '2017-06-30');
});

test('years go back from the later of today and the day shown', () => {
  assert.deepEqual(yearsToChoose('2012-01-01', '2011-01-01', 2010), [2012, 2011, 2010]);
  assert.deepEqual(yearsToChoose('2012-01-01', '2008-01-01', 2010), [2012, 2011, 2010, 2009, 2008]);
  assert.equal(yearsToChoose('2012-01-01', '2014-01-01', 2010)[0], 2014);
});

test('figures are read as people write them', () => {
  const plain = { decimals: 1, measured: false };
  const measured = { decimals: 1, measured: true };
  assert.deepEqual(
    [19, 22.45, 1234].map((n) => valueText(n, plain)),
    ['19', '22,5', '1.234'],
  );
  assert.deepEqual(
    [9, 30.42].map((n) => valueText(n, measured)),
    ['9,0', '30,4'],
  );
  assert.deepEqual(
    [true, false, null].map((v) => valueText(v, plain)),
    ['Có', 'Chưa có', 'Chưa có số'],
  );
  assert.equal(nationalText({ national: 11, nationalKind: 'mean', decimals: 1 }), '11,0');
  assert.equal(nationalText({ national: 31, nationalKind: 'count', decimals: 0 }), '31 đơn vị');
  assert.equal(nationalText({ national: null, nationalKind: 'none', decimals: 0 }), '');
});

test('a union is called by its place', () => {
  const names = [
    'Liên hiệp hội tỉnh Sơn La',
    'Liên hiệp hội Thành phố Huế',
    'LHH Sơn La',
    'Hội Y học',
  ];
  assert.deepEqual(names.map(placeName), ['Sơn La', 'Huế', 'Sơn La', 'Hội Y học']);
});
