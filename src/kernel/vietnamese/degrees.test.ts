import assert from 'node:assert/strict';
import { test } from 'node:test';
import { degreeCodes, degreeName, readDegrees, sortDegrees } from './degrees.ts';

test('degrees as they are written, the highest first', () => {
  const cases: Readonly<Record<string, readonly string[]>> = {
    'PGS.TS': ['PGS', 'TS'],
    'PGSTS.': ['PGS', 'TS'],
    'GS.TSKH': ['GS', 'TSKH'],
    'Kỹ sư, thạc sỹ': ['ThS', 'KS'],
    'tien si': ['TS'],
    'Tiến sĩ khoa học': ['TSKH'],
    'bác sĩ CKII': ['BSCKII'],
    'Bác sĩ chuyên khoa 1': ['BSCKI'],
    'Đại học': ['ĐH'],
    'KTS; NSƯT': ['KTS', 'NSƯT'],
    '': [],
  };
  for (const [typed, codes] of Object.entries(cases)) {
    assert.deepEqual(readDegrees(typed), { codes, rest: '' }, typed);
  }
});

test('what is not understood is given back', () => {
  assert.deepEqual(readDegrees('Thạc sĩ Kinh tế'), { codes: ['ThS'], rest: 'Kinh tế' });
  assert.deepEqual(readDegrees('12/12'), { codes: [], rest: '12 12' });
});

test('every code has words, reads as itself, and has one place', () => {
  assert.equal(new Set(degreeCodes).size, degreeCodes.length);
  for (const code of degreeCodes) {
    assert.deepEqual(readDegrees(code).codes, [code], code);
    assert.deepEqual(readDegrees(degreeName(code)).codes, [code], degreeName(code));
  }
  assert.deepEqual(sortDegrees(['KS', 'TS', 'KS', 'lạ', 'PGS']), ['PGS', 'TS', 'KS']);
});
