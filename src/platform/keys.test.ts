import assert from 'node:assert/strict';
import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import {
  blindIndex,
  blindIndexes,
  decryptField,
  encryptField,
  exportKeys,
  importKeys,
  type KeysError,
  loadKeys,
  PURPOSES,
  rotateKey,
} from './keys.ts';

const code = (wanted: KeysError['code']) => (error: unknown) =>
  (error as KeysError).code === wanted || assert.fail(String(error));
const PHRASE = 'bốn con gà trống gáy';

describe('keys', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'lientri-keys-'));
    file = path.join(folder, 'inner', 'keys');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('are made on the first run, for the owner alone, and stay the same', async () => {
    const made = await loadKeys(file, { create: true });
    assert.equal(made.status, 'ready');
    if (process.platform !== 'win32') assert.equal(statSync(file).mode & 0o777, 0o600);
    const secrets = PURPOSES.map((purpose) => made.current(purpose).secret.toString('hex'));
    assert.equal(new Set(secrets).size, PURPOSES.length);
    assert.ok(secrets.every((secret) => secret.length === 64));
    const again = await loadKeys(file, { create: false });
    assert.deepEqual(
      PURPOSES.map((purpose) => again.current(purpose).secret.toString('hex')),
      secrets,
    );
    assert.deepEqual(readdirSync(path.dirname(file)), ['keys']);
  });

  it('are the same for processes that make them at the same moment', async () => {
    const rings = await Promise.all(
      Array.from({ length: 8 }, () => loadKeys(file, { create: true })),
    );
    assert.equal(new Set(rings.map((ring) => ring.current('field').id)).size, 1);
  });

  it('open without the file, say so, and refuse only what needs a key', async () => {
    const keys = await loadKeys(file, { create: false });
    assert.equal(keys.status, 'missing');
    assert.equal(keys.current('session').secret.length, 32);
    assert.throws(() => encryptField(keys, 'x', 'a'), code('keys_missing'));
    assert.throws(() => blindIndex(keys, 'a', 'x'), code('keys_missing'));
    assert.deepEqual(blindIndexes(keys, 'a', 'x'), []);
    const elsewhere = await loadKeys(path.join(folder, 'other'), { create: true });
    const stored = encryptField(elsewhere, 'x', 'a');
    assert.deepEqual(decryptField(keys, stored, 'a'), { state: 'locked' });
  });

  it('are refused in a file that others may read or write', {
    skip: process.platform === 'win32',
  }, async () => {
    await loadKeys(file, { create: true });
    for (const mode of [0o644, 0o604, 0o660, 0o602]) {
      chmodSync(file, mode);
      await assert.rejects(loadKeys(file, { create: true }), code('keys_exposed'));
    }
    chmodSync(file, 0o640);
    assert.equal((await loadKeys(file, { create: false })).status, 'ready');
  });

  it('are refused from a file of another shape, which stays as it is', async () => {
    await loadKeys(file, { create: true });
    for (const text of ['', '{}', '{"format":"lientri-keys","keys":[{"purpose":"field"}]}']) {
      writeFileSync(file, text);
      await assert.rejects(loadKeys(file, { create: true }), code('keys_unreadable'));
      assert.equal(readFileSync(file, 'utf8'), text);
    }
  });

  it('encrypt a field for one place, never twice the same', async () => {
    const keys = await loadKeys(file, { create: true });
    const stored = encryptField(keys, 'Nguyễn Thị Hương 001234567890', 'person.identity:1');
    assert.notEqual(
      stored,
      encryptField(keys, 'Nguyễn Thị Hương 001234567890', 'person.identity:1'),
    );
    assert.ok(!stored.includes('001234'));
    assert.deepEqual(decryptField(keys, stored, 'person.identity:1'), {
      state: 'open',
      value: 'Nguyễn Thị Hương 001234567890',
    });
    assert.throws(() => decryptField(keys, stored, 'person.identity:2'), code('field_damaged'));
    assert.equal(
      (decryptField(keys, encryptField(keys, '', 'a'), 'a') as { value: string }).value,
      '',
    );
  });

  it('find every change to an encrypted field', async () => {
    const keys = await loadKeys(file, { create: true });
    const stored = encryptField(keys, 'secret', 'a');
    const [version, id, data] = stored.split('.') as [string, string, string];
    const bytes = Buffer.from(data, 'base64url');
    for (let at = 0; at < bytes.length; at++) {
      const changed = Buffer.from(bytes);
      changed[at] = changed[at]! ^ 1;
      const text = `${version}.${id}.${changed.toString('base64url')}`;
      assert.throws(() => decryptField(keys, text, 'a'), code('field_damaged'));
    }
    for (const text of ['', 'plain', `${version}.${id}.`, `${version}.${id}.AAAA`]) {
      assert.throws(() => decryptField(keys, text, 'a'), code('field_damaged'));
    }
  });

  it('rotate: old values still open, new ones take the new key', async () => {
    const before = await loadKeys(file, { create: true });
    const old = encryptField(before, 'old', 'a');
    const oldMark = blindIndex(before, 'a', 'value');
    await rotateKey(file, 'field');
    await rotateKey(file, 'blind_index');
    const after = await loadKeys(file, { create: false });
    assert.equal(after.current('field').version, 2);
    assert.equal(after.byVersion('field', 1)?.id, before.current('field').id);
    assert.equal(after.byVersion('field', 3), null);
    assert.equal(after.current('session').id, before.current('session').id);
    assert.deepEqual(decryptField(after, old, 'a'), { state: 'open', value: 'old' });
    assert.ok(encryptField(after, 'new', 'a').startsWith('2.'));
    assert.notEqual(blindIndex(after, 'a', 'value'), oldMark);
    assert.deepEqual(blindIndexes(after, 'a', 'value'), [blindIndex(after, 'a', 'value'), oldMark]);
    await assert.rejects(rotateKey(path.join(folder, 'none'), 'field'), code('keys_missing'));
  });

  it('give equal marks to equal values of one field only', async () => {
    const keys = await loadKeys(file, { create: true });
    const mark = blindIndex(keys, 'phone', '0912345678');
    assert.equal(mark, blindIndex(keys, 'phone', '0912345678'));
    assert.notEqual(mark, blindIndex(keys, 'phone', '0912345679'));
    assert.notEqual(mark, blindIndex(keys, 'identity', '0912345678'));
    assert.notEqual(blindIndex(keys, 'ab', 'c'), blindIndex(keys, 'a', 'bc'));
  });

  it('go out under a passphrase and come back', async () => {
    const keys = await loadKeys(file, { create: true });
    await rotateKey(file, 'receipt');
    const text = await exportKeys(file, PHRASE);
    assert.ok(!text.includes(keys.current('field').secret.toString('base64url')));
    const target = path.join(folder, 'restored');
    await assert.rejects(importKeys(target, text, `${PHRASE}!`), code('passphrase_wrong'));
    await importKeys(target, text, PHRASE.normalize('NFD'));
    assert.equal(readFileSync(target, 'utf8'), readFileSync(file, 'utf8'));
    if (process.platform !== 'win32') assert.equal(statSync(target).mode & 0o777, 0o600);
  });

  it('refuse a short passphrase, a changed export, and to push other keys aside', async () => {
    await loadKeys(file, { create: true });
    await assert.rejects(exportKeys(file, 'ngắn quá'), code('passphrase_short'));
    await assert.rejects(exportKeys(path.join(folder, 'none'), PHRASE), code('keys_missing'));
    const text = await exportKeys(file, PHRASE);
    const envelope = JSON.parse(text);
    const target = path.join(folder, 'other');
    for (const [change, wanted] of [
      [{ data: `${envelope.data.slice(0, -2)}AA` }, 'passphrase_wrong'],
      [{ kdf: { ...envelope.kdf, p: 2 } }, 'passphrase_wrong'],
      [{ kdf: { ...envelope.kdf, N: 2 ** 30 } }, 'keys_unreadable'],
      [{ format: 'other' }, 'keys_unreadable'],
    ] as const) {
      const changed = JSON.stringify({ ...envelope, ...change });
      await assert.rejects(importKeys(target, changed, PHRASE), code(wanted));
    }
    const own = await loadKeys(target, { create: true });
    await assert.rejects(importKeys(target, text, PHRASE), code('keys_in_use'));
    const still = await loadKeys(target, { create: false });
    assert.equal(still.current('field').id, own.current('field').id);
    await rotateKey(file, 'field');
    const newer = await exportKeys(file, PHRASE);
    writeFileSync(target, readFileSync(file));
    await importKeys(target, newer, PHRASE);
  });
});
