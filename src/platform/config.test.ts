import assert from 'node:assert/strict';
import path from 'node:path';
import test from 'node:test';
import { loadConfig, projectRoot, StartError } from './config.ts';

test('nothing given: the folder and port of the project', () => {
  assert.deepEqual(loadConfig({ env: {} }), {
    dataDir: path.join(projectRoot, 'data'),
    databaseUrl: null,
    databaseOwnerUrl: null,
    port: 3000,
    host: null,
    smtpUrl: null,
    mailFrom: 'lientri@localhost',
    publicUrl: null,
    keysPath: path.join(projectRoot, 'data', 'keys'),
    logLevel: 'info',
    trustProxy: false,
  });
});

test('the command line wins over the environment, and --data over DATABASE_URL', () => {
  const env = {
    LIENTRI_DATA: '/srv/a',
    PORT: '4000',
    HOST: '0.0.0.0',
    DATABASE_URL: 'postgres://a@b/c',
    LIENTRI_URL: 'https://hoi.example/',
    LIENTRI_KEYS: '/etc/keys',
    LIENTRI_TRUST_PROXY: '1',
    LIENTRI_LOG: 'debug',
  };
  const plain = loadConfig({ env });
  assert.equal(plain.databaseUrl, 'postgres://a@b/c');
  assert.equal(plain.publicUrl, 'https://hoi.example');
  assert.deepEqual(
    [plain.dataDir, plain.port, plain.host, plain.keysPath, plain.logLevel, plain.trustProxy],
    ['/srv/a', 4000, '0.0.0.0', '/etc/keys', 'debug', true],
  );
  const given = loadConfig({ argv: { data: '/srv/b', port: '65535' }, env });
  assert.deepEqual([given.dataDir, given.databaseUrl, given.port], ['/srv/b', null, 65535]);
  const both = loadConfig({ argv: { data: '/srv/b', database: 'postgresql://x/y' }, env });
  assert.equal(both.databaseUrl, 'postgresql://x/y');
});

test('a value that cannot be meant stops the start with one line that names it', () => {
  const wrong: [Record<string, string>, RegExp][] = [
    [{ PORT: '0' }, /PORT.*"0"/],
    [{ PORT: '65536' }, /PORT/],
    [{ PORT: '3000x' }, /PORT/],
    [{ PORT: '1e3' }, /PORT/],
    [{ DATABASE_URL: 'mysql://a/b' }, /DATABASE_URL/],
    [{ SMTP_URL: 'http://a' }, /SMTP_URL/],
    [{ LIENTRI_URL: 'hoi.example' }, /LIENTRI_URL/],
    [{ LIENTRI_URL: 'javascript:alert(1)' }, /LIENTRI_URL/],
    [{ LIENTRI_LOG: 'loud' }, /LIENTRI_LOG/],
    [{ LIENTRI_TRUST_PROXY: 'yes' }, /LIENTRI_TRUST_PROXY/],
  ];
  for (const [env, words] of wrong)
    assert.throws(
      () => loadConfig({ env }),
      (error) =>
        error instanceof StartError && words.test(error.message) && !error.message.includes('\n'),
      JSON.stringify(env),
    );
});

test('a password in an address is never part of a message', () => {
  assert.throws(
    () => loadConfig({ env: { DATABASE_URL: 'mysql://a:secret@b/c' } }),
    (error) => error instanceof StartError && !error.message.includes('secret'),
  );
});
