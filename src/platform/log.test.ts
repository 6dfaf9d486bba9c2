import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createLog } from './log.ts';

const TOKEN = 'q7Zr1xKp0TtVbN3mYcWd8LhJ5sGf2aEu';

function lines(write: (log: ReturnType<typeof createLog>) => void, level?: 'debug' | 'warn') {
  const written: string[] = [];
  const now = () => new Date('2026-05-12T03:00:00Z');
  const options = { write: (line: string) => void written.push(line), now };
  write(createLog(level === undefined ? options : { ...options, level }));
  return written;
}
const one = (data: Record<string, unknown>, message = 'hello') =>
  lines((log) => log.info(message, data))[0] ?? '';

describe('the log', () => {
  it('writes one line of JSON for each message', () => {
    const written = lines((log) => {
      log.debug('unheard');
      log
        .child({ requestId: 'r1' })
        .warn('two\nlines', { size: 12n, at: new Date(0), none: undefined });
    });
    assert.equal(written.length, 1);
    assert.equal(written[0]!.indexOf('\n'), written[0]!.length - 1);
    assert.deepEqual(JSON.parse(written[0]!), {
      requestId: 'r1',
      size: '12',
      at: '1970-01-01T00:00:00.000Z',
      time: '2026-05-12T03:00:00.000Z',
      level: 'warn',
      message: 'two\nlines',
    });
  });

  it('keeps to its level, and data cannot forge a level or time', () => {
    const all = (log: ReturnType<typeof createLog>) => {
      for (const level of ['debug', 'info', 'warn', 'error'] as const) log[level](level);
    };
    assert.equal(lines(all, 'debug').length, 4);
    assert.equal(lines(all, 'warn').length, 2);
    const forged = JSON.parse(one({ level: 'error', time: 'x', message: 'y' }));
    assert.deepEqual([forged.level, forged.message], ['info', 'hello']);
  });

  it('hides what stands under the name of a secret, at any depth', () => {
    for (const key of [
      'authorization',
      'Cookie',
      'set-cookie',
      'Set-Cookie',
      'password',
      'newPassword',
      'token',
      'access_token',
      'csrfToken',
      'secret',
      'passphrase',
      'x-api-key',
      'smtpUrl',
      'email',
      'recipient',
    ]) {
      const line = one({ request: { headers: [{ [key]: TOKEN }] }, [key]: { inner: TOKEN } });
      assert.ok(!line.includes(TOKEN), `${key}: ${line}`);
    }
    const headers = new Headers({ cookie: `session=${TOKEN}`, accept: 'text/html' });
    const line = one({ headers, map: new Map([['password', TOKEN]]) });
    assert.ok(!line.includes(TOKEN));
    assert.match(line, /text\/html/);
  });

  it('hides secrets inside texts: links of letters, headers, addresses with a password', () => {
    for (const text of [
      `https://sonla.example/dang-nhap/duong-dan?token=${TOKEN}&tiep=/vp`,
      `GET /dang-nhap/duong-dan?tiep=/vp&token=${TOKEN}`,
      `see https://sonla.example/dang-nhap/${TOKEN}.`,
      `Authorization: Bearer ${TOKEN}`,
      `sent Bearer ${TOKEN} twice`,
      `postgres://lientri:${TOKEN}@10.0.0.1/lientri refused`,
      `smtps://me:${TOKEN}@mail.example`,
      `Set-Cookie: session=${TOKEN}; Path=/`,
      `password=${TOKEN}`,
      `{"password":"${TOKEN}"}`,
    ]) {
      for (const line of [
        one({ url: text }),
        one({}, text),
        one({ error: new Error(text, { cause: new Error(text) }) }),
        one({ list: [[text]] }),
      ]) {
        assert.ok(!line.includes(TOKEN), line);
      }
    }
  });

  it('leaves ordinary texts readable', () => {
    const text =
      'GET /vp/sonla/hoat-dong?trang=2&loai=hoi-thao 200, 018f3c1e-7a5b-7c2d-9e4f-0a1b2c3d4e5f';
    assert.equal(JSON.parse(one({ text })).text, text);
    const page = 'https://sonla.example/vp/sonla/hoat-dong/k7m2q9x4c8v1b6n3?trang=2';
    assert.equal(JSON.parse(one({ page })).page, page);
  });

  it('keeps of an error what helps, and not the stored values that the database quotes', () => {
    const error = Object.assign(new TypeError('duplicate key'), {
      code: '23505',
      constraint: 'auth_user_email_key',
      detail: 'Key (email)=(nguyen@example.vn) already exists.',
      where: 'nguyen@example.vn',
    });
    const line = one({ error });
    const written = JSON.parse(line).error;
    assert.deepEqual(
      [written.name, written.message, written.code, written.constraint],
      ['TypeError', 'duplicate key', '23505', 'auth_user_email_key'],
    );
    assert.match(written.stack, /log\.test\.ts/);
    assert.ok(!line.includes('nguyen@'));
  });

  it('survives circles, depth, size and strange values', () => {
    const circle: Record<string, unknown> = { long: 'x'.repeat(100_000) };
    circle.self = circle;
    let deep: unknown = 'bottom';
    for (let n = 0; n < 1000; n++) deep = { deep };
    const line = one({
      circle,
      deep,
      bytes: Buffer.alloc(10_000),
      run: () => 1,
      many: Array(10_000).fill(1),
    });
    assert.ok(line.length < 20_000);
    assert.equal(JSON.parse(line).bytes, '[10000 bytes]');
  });
});
