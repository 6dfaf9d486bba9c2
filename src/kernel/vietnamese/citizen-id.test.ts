import assert from 'node:assert/strict';
import { test } from 'node:test';
import { citizenIdMeaning, parseCitizenId } from './citizen-id.ts';

const codes = (...asked: Parameters<typeof parseCitizenId>) => {
  const read = parseCitizenId(...asked);
  return 'ok' in read ? [read.ok, ...read.warnings.map((one) => one.code)] : [read.error];
};

test('nine digits or twelve, with what the twelve say', () => {
  assert.deepEqual(codes('014 068 000 118'), ['014068000118']);
  assert.deepEqual(codes('050123456'), ['050123456']);
  assert.deepEqual(citizenIdMeaning('014068000118'), {
    province: '014',
    gender: 'male',
    birthYear: 1968,
  });
  assert.deepEqual(citizenIdMeaning('001305012345'), {
    province: '001',
    gender: 'female',
    birthYear: 2005,
  });
  assert.equal(citizenIdMeaning('050123456'), null);
});

test('zeros that a spreadsheet dropped are put back, and said', () => {
  assert.deepEqual(codes('14068000118'), ['014068000118', 'citizen_id_zero_lost']);
  assert.deepEqual(codes('1305012345'), ['001305012345', 'citizen_id_zero_lost']);
  assert.deepEqual(codes('50123456'), ['050123456', 'citizen_id_zero_lost']);
});

test('what does not agree with the person is a warning', () => {
  assert.deepEqual(codes('014068000118', { gender: 'male', birthDate: '1968-03' }), [
    '014068000118',
  ]);
  assert.deepEqual(codes('014068000118', { gender: 'female', birthDate: '1969' }), [
    '014068000118',
    'citizen_id_gender',
    'citizen_id_birth_year',
  ]);
  assert.deepEqual(codes('014068000118', { gender: 'other', birthDate: null }), ['014068000118']);
});

test('what is none says why', () => {
  assert.deepEqual(codes('123'), ['citizen_id_length']);
  assert.deepEqual(codes('0140680001189'), ['citizen_id_length']);
  assert.deepEqual(codes('999068000118'), ['citizen_id_province']);
  assert.deepEqual(codes('014O68000118'), ['citizen_id_letters']);
});
