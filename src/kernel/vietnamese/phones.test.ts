import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatPhone, parsePhone, parsePhones } from './phones.ts';

test('one number in many spellings', () => {
  const cases: Readonly<Record<string, string>> = {
    '0912 000 118': '0912000118',
    '0912.000.118': '0912000118',
    '0912-000-118': '0912000118',
    '+84 912 000 118': '0912000118',
    '+84(0)912000118': '0912000118',
    '0084912000118': '0912000118',
    '84912000118': '0912000118',
    'ĐT: 0912000118': '0912000118',
    '0912000118 (con trai)': '0912000118',
    '(0212) 3852 000': '02123852000',
    '+84 24 3825 1234': '02438251234',
    '+49 151 2345678': '+491512345678',
    '1800 1234': '18001234',
  };
  for (const [typed, ok] of Object.entries(cases))
    assert.deepEqual(parsePhone(typed), { ok }, typed);
});

test('what a spreadsheet or an old list did is put right, and said', () => {
  assert.deepEqual(parsePhone('912000118'), { ok: '0912000118', guessed: 'zero' });
  const old: Readonly<Record<string, string>> = {
    '01201234567': '0701234567',
    '01231234567': '0831234567',
    '01291234567': '0821234567',
    '01621234567': '0321234567',
    '01691234567': '0391234567',
    '01881234567': '0581234567',
    '01991234567': '0591234567',
  };
  for (const [typed, ok] of Object.entries(old)) {
    assert.deepEqual(parsePhone(typed), { ok, guessed: 'old_prefix' }, typed);
  }
});

test('what is no number says why', () => {
  const why = (typed: string) => {
    const read = parsePhone(typed);
    return 'ok' in read ? read.ok : read.error;
  };
  assert.equal(why('091200011'), 'phone_length');
  assert.equal(why('09120001188'), 'phone_length');
  assert.equal(why('0612000118'), 'phone_prefix');
  assert.equal(why('0223852123'), 'phone_area');
  assert.equal(why('9.12E+08'), 'phone_scientific');
  assert.equal(why('không có'), 'phone_letters');
  assert.equal(why('+123'), 'phone_length');
});

test('several in one field, each once; those that cannot be read are told', () => {
  const both = ['0912000118', '0913000119'];
  for (const typed of [
    '0912000118; 0913000119',
    '0912.000.118 - 0913.000.119',
    '0912000118/0913000119',
    '0912 000 118 0913 000 119',
    '0912000118\n0913000119',
    '0912000118, +84912000118, 0913000119',
  ]) {
    assert.deepEqual(parsePhones(typed).phones, both, typed);
  }
  const mixed = parsePhones('0912000118; 12');
  assert.deepEqual(mixed.phones, ['0912000118']);
  assert.deepEqual(mixed.problems, [{ code: 'phone_length', data: { typed: '12' } }]);
  assert.deepEqual(parsePhones(' ; '), { phones: [], problems: [], guessed: [] });
});

test('shown in groups', () => {
  const plain = (phone: string) => formatPhone(phone).replaceAll('\u00a0', ' ');
  assert.equal(plain('0912000118'), '0912 000 118');
  assert.equal(plain('02438251234'), '024 3825 1234');
  assert.equal(plain('02123852000'), '0212 3852 000');
  assert.equal(plain('+491512345678'), '+491512345678');
});
