import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  actIssues,
  aheadMs,
  fieldIssues,
  fieldNamed,
  fillLetter,
  fillSubject,
  letterFields,
  letterValues,
  paced,
} from './rules.ts';

const codes = (text: string) => fieldIssues('body', text).map((found) => found.code);
const an = {
  fullName: 'Nguyễn Văn An',
  given: 'An',
  association: 'Hội Đất',
  branch: 'Chi hội 1',
  cardNumber: '001',
};
const letter = { sender: 'Liên hiệp hội Sơn La', date: 'ngày 05 tháng 01 năm 2026' };

describe('fields of a letter', () => {
  test('known ones, in any case, with or without dấu', () => {
    for (const field of letterFields) assert.deepEqual(codes(`x {${field}} y`), []);
    assert.equal(fieldNamed(' Họ tên '), 'ho_ten');
    assert.equal(fieldNamed('SO_THE'), 'so_the');
    assert.equal(fieldNamed('Ngày'), 'ngay');
    assert.equal(fieldNamed(''), null);
    assert.equal(fieldNamed('toString'), null);
  });

  test('unknown ones are refused, each named once, with the list of the known', () => {
    const [found] = fieldIssues('subject', '{tuoi} {ten} {tuoi} {__proto__}');
    assert.equal(found?.code, 'unknown_letter_field');
    assert.equal(found?.data?.names, '{tuoi}, {__proto__}');
    assert.match(String(found?.data?.known), /\{ho_ten\}.*\{ngay\}/);
    assert.deepEqual(codes('{}'), ['unknown_letter_field']);
    assert.deepEqual(codes('{#if ten}x{/if}'), ['unknown_letter_field']);
  });

  test('braces without their partner', () => {
    for (const text of ['{ho_ten', 'ho_ten}', '{{ho_ten}}', 'a { b', '}{'])
      assert.ok(codes(text).includes('lone_brace'), text);
    assert.deepEqual(codes(''), []);
  });

  test('values go in as text on one line and are not read again', () => {
    const values = letterValues([{ ...an, fullName: '{ten}\r\nBcc: x@y.example $& $1' }], letter);
    assert.equal(fillLetter('Gửi {ho_ten}.', values), 'Gửi {ten} Bcc: x@y.example $& $1.');
    assert.equal(fillLetter('a\n{ten}\nb', values), 'a\nAn\nb');
  });

  test('an empty value leaves no gap in a subject', () => {
    const values = letterValues([{ ...an, cardNumber: null, branch: null }], letter);
    assert.equal(fillSubject('Thẻ {so_the} của {ten}', values), 'Thẻ của An');
    assert.equal(fillSubject('{so_the}', values), '');
    assert.equal(fillLetter('[{chi_hoi}]', values), '[]');
  });

  test('a letter to two at one address names both, what they share once', () => {
    const binh = { ...an, fullName: 'Trần Thị Bình', given: 'Bình', cardNumber: '002' };
    const values = letterValues([an, binh], letter);
    assert.equal(values.ho_ten, 'Nguyễn Văn An, Trần Thị Bình');
    assert.equal(values.hoi, 'Hội Đất');
    assert.equal(values.so_the, '001, 002');
    assert.equal(values.noi_gui, letter.sender);
    assert.equal(values.ngay, letter.date);
  });
});

test('what may be done follows the state', () => {
  const allowed = (state: 'draft' | 'sending' | 'stopped' | 'sent') =>
    (['edit', 'send', 'remove', 'stop', 'resume'] as const).filter(
      (act) => actIssues(state, act).length === 0,
    );
  assert.deepEqual(allowed('draft'), ['edit', 'send', 'remove']);
  assert.deepEqual(allowed('sending'), ['stop']);
  assert.deepEqual(allowed('stopped'), ['resume']);
  assert.deepEqual(allowed('sent'), []);
  assert.deepEqual(actIssues('sent', 'edit'), [{ path: '', code: 'not_when_sent' }]);
});

describe('pace', () => {
  const now = new Date('2026-05-12T03:00:00Z');
  const long = new Date('2000-01-01T00:00:00Z');
  const after = (ms: number) => new Date(now.getTime() + ms);

  test('the first goes now, the others evenly after it', () => {
    const { at, nextAt } = paced(now, long, 3600, 3);
    assert.deepEqual(at, [now, after(1000), after(2000)]);
    assert.deepEqual(nextAt, after(3000));
  });

  test('never more than the hour takes', () => {
    assert.equal(paced(now, long, 500, 10_000).at.length, 500);
    assert.equal(paced(now, long, 1, 10).at.length, 1);
    const full = paced(now, long, 500, 500).nextAt;
    assert.equal(paced(now, full, 500, 50).at.length, 0);
    assert.deepEqual(paced(now, full, 500, 50).nextAt, full);
    // A quarter of an hour later a quarter of the hour is free again.
    assert.equal(paced(after(aheadMs / 4), full, 500, 500).at.length, 125);
  });

  test('none wanted, none given', () => {
    assert.deepEqual(paced(now, long, 500, 0), { at: [], nextAt: long });
  });
});
