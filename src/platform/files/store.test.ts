import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { NotFound, TooLarge } from '../errors.ts';
import { type FileStore, localFileStore } from './store.ts';

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
const DAY = 24 * 60 * 60 * 1000;

describe('the local file store', () => {
  let folder: string;
  let store: FileStore;
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'lientri-files-'));
    store = localFileStore(folder);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const contentOf = async (sha256: string) => {
    const parts: Buffer[] = [];
    for await (const part of await store.open(sha256)) parts.push(part);
    return Buffer.concat(parts).toString();
  };
  const everything = () =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => entry.name);

  it('keeps bytes under their hash, from a buffer or a stream, once', async () => {
    async function* pieces() {
      yield Buffer.from('hel');
      yield Buffer.from('lo');
    }
    const first = await store.put(pieces());
    const second = await store.put(Buffer.from('hello'));
    assert.deepEqual(first, { sha256: hashOf('hello'), size: 5 });
    assert.deepEqual(second, first);
    assert.equal(await contentOf(first.sha256), 'hello');
    assert.deepEqual(everything(), [first.sha256]);
    assert.deepEqual(await store.shelves(), [first.sha256.slice(0, 2)]);
    assert.equal((await store.put(Buffer.alloc(0))).size, 0);
  });

  it('leaves nothing behind of what was too large, broke off, or was dropped', async () => {
    await assert.rejects(store.stage(Buffer.alloc(11), 10), TooLarge);
    async function* breaks() {
      yield Buffer.from('half');
      throw new Error('the line broke');
    }
    await assert.rejects(store.put(breaks()), /the line broke/);
    const staged = await store.stage(Buffer.from('abcdef'), 6);
    assert.equal((await staged.read(2, 3)).toString(), 'cde');
    assert.equal((await staged.read(4, 100)).toString(), 'ef');
    await staged.drop();
    await staged.drop();
    assert.equal(await store.has(staged.sha256), false);
    assert.deepEqual(everything(), []);
  });

  it('is kept when dropped after keeping', async () => {
    const staged = await store.stage(Buffer.from('x'));
    await staged.keep();
    await staged.drop();
    assert.equal(await store.has(staged.sha256), true);
  });

  it('gives only what lies under a hash', async () => {
    await assert.rejects(store.open(hashOf('nothing')), NotFound);
    for (const name of ['../../etc/passwd', 'draft', '', 'A'.repeat(64)]) {
      await assert.rejects(async () => store.open(name), NotFound);
      await assert.rejects(async () => store.delete(name), NotFound);
    }
    const { sha256 } = await store.put(Buffer.from('x'));
    await store.delete(sha256);
    await store.delete(sha256);
    assert.equal(await store.has(sha256), false);
  });

  it('sweeps what is old and nobody names, and drafts of broken uploads', async () => {
    const texts = ['old and named', 'old', 'put again', 'young'];
    for (const text of texts) await store.put(Buffer.from(text));
    const left = await store.stage(Buffer.from('broken off'));
    const old = new Date(Date.now() - 2 * DAY);
    const age = (hash: string) =>
      utimesSync(path.join(folder, hash.slice(0, 2), hash.slice(2, 4), hash), old, old);
    for (const text of texts.slice(0, 3)) age(hashOf(text));
    const [draft] = readdirSync(path.join(folder, 'draft'));
    utimesSync(path.join(folder, 'draft', draft!), old, old);
    await store.put(Buffer.from('put again'));
    let deleted = 0;
    for (const shelf of await store.shelves()) {
      const named = new Set([hashOf('old and named')]);
      deleted += await store.sweep(shelf, named, new Date(Date.now() - DAY));
    }
    await left.drop();
    assert.equal(deleted, 1);
    assert.deepEqual(
      everything().sort(),
      ['old and named', 'put again', 'young'].map(hashOf).sort(),
    );
  });
});
