import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseEmail } from './email.ts';

test('an address, without what stands around it', () => {
  for (const typed of [
    'Ban.Hang@Example.VN',
    'mailto:ban.hang@example.vn',
    'Lò Bàn <ban.hang@example.vn>',
    ' ban.hang@ example.vn. ',
    'Email: ban.hang@example.vn',
  ]) {
    assert.deepEqual(parseEmail(typed), { ok: 'ban.hang@example.vn' }, typed);
  }
});

test('what is none says why', () => {
  const why = (typed: string) => {
    const read = parseEmail(typed);
    return 'ok' in read ? read.ok : read.error;
  };
  assert.equal(why('khong co'), 'email_no_at');
  assert.equal(why('ban@gmail,com'), 'email_comma');
  assert.equal(why('bàn@example.vn'), 'email_letters');
  for (const typed of [
    'ban@vn',
    '@example.vn',
    'ban@example..vn',
    'a@b.vn; c@d.vn',
    'ban.@example.vn',
  ]) {
    assert.ok(why(typed).startsWith('email_'), typed);
  }
});
