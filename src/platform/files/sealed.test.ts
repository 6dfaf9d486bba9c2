import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import type { Database } from '../database/index.ts';
import { one } from '../database/query.ts';
import { testDatabase } from '../database/testing.ts';
import { TooLarge } from '../errors.ts';
import { fingerprintsOf, localFileStore, openFile, saveFile } from '../files.ts';
import { type Keys, KeysError, loadKeys, looseKeys, rotateKey } from '../keys.ts';
import { testCx } from '../testing.ts';
import { sealing, unsealed } from './sealed.ts';
import type { Content } from './store.ts';

const PIECE = 65_536;
const keys = looseKeys();

async function seal(bytes: Buffer, chunk = 10_000, by: Keys = keys): Promise<Buffer> {
  const given = (async function* () {
    for (let at = 0; at < bytes.length; at += chunk) yield bytes.subarray(at, at + chunk);
  })();
  const parts: Buffer[] = [];
  const away = sealing(by, given, Number.POSITIVE_INFINITY);
  for await (const part of away.bytes) parts.push(part);
  assert.equal(away.outcome().size, bytes.length);
  return Buffer.concat(parts);
}

const contentOf = (bytes: Buffer): Content => ({
  size: bytes.length,
  read: async (start, length) => bytes.subarray(start, start + length),
});
const whole = async (content: Content) => content.read(0, content.size);
const fails = (code: string) => (error: unknown) =>
  error instanceof KeysError && error.code === code;

describe('a file that is kept encrypted', () => {
  it('comes back byte for byte, whatever its length and however it arrives', async () => {
    for (const length of [0, 1, PIECE - 1, PIECE, PIECE + 1, PIECE * 3, PIECE * 3 + 777]) {
      const bytes = randomBytes(length);
      for (const chunk of [1 + Math.floor(length / 7), PIECE, PIECE * 5]) {
        const opened = await unsealed(keys, contentOf(await seal(bytes, chunk)));
        assert.equal(opened.size, length);
        assert.ok((await whole(opened)).equals(bytes), `${length} in ${chunk}`);
      }
    }
  });

  it('is read at any place, over the borders of its pieces and past its end', async () => {
    const bytes = randomBytes(PIECE * 2 + 100);
    const opened = await unsealed(keys, contentOf(await seal(bytes)));
    for (const [start, length] of [
      [0, 4],
      [PIECE - 2, 4],
      [PIECE - 1, PIECE + 2],
      [PIECE * 2 + 90, 500],
      [5, 10],
      [bytes.length, 10],
    ] as const)
      assert.ok((await opened.read(start, length)).equals(bytes.subarray(start, start + length)));
  });

  it('never looks the same twice, and shows nothing of itself', async () => {
    const text = Buffer.from('014051000123;'.repeat(20_000));
    const [one, two] = [await seal(text), await seal(text)];
    assert.ok(!one.includes('014051000123') && !one.equals(two));
    const last = (sealed: Buffer) => sealed.subarray(-5000);
    assert.ok(!last(one).equals(last(two)));
  });

  it('opens no more when a bit, a piece, the order or the end of it was changed', async () => {
    const bytes = randomBytes(PIECE * 3);
    const sealed = await seal(bytes);
    const stored = PIECE + 16;
    const head = sealed.length - 3 * stored;
    const piece = (at: number) => sealed.subarray(head + at * stored, head + (at + 1) * stored);
    const begin = sealed.subarray(0, head);
    const changed: Record<string, Buffer> = {
      'cut at a piece': sealed.subarray(0, head + 2 * stored),
      'cut inside': sealed.subarray(0, sealed.length - 5),
      'pieces swapped': Buffer.concat([begin, piece(1), piece(0), piece(2)]),
      'a piece twice': Buffer.concat([begin, piece(0), piece(0), piece(1), piece(2)]),
      'bytes added': Buffer.concat([sealed, Buffer.from('x')]),
    };
    for (const at of [9, 20, head, head + 70_000, sealed.length - 1]) {
      const flipped = Buffer.from(sealed);
      flipped[at]! ^= 1;
      changed[`bit at ${at}`] = flipped;
    }
    for (const [what, damaged] of Object.entries(changed))
      await assert.rejects(
        async () => whole(await unsealed(keys, contentOf(damaged))),
        KeysError,
        what,
      );
    await assert.rejects(unsealed(keys, contentOf(Buffer.from('x'))), fails('sealed_file_damaged'));
  });

  it('opens with an older key, and says when its key is gone', async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'lientri-sealed-'));
    const file = path.join(folder, 'keys.json');
    const first = await loadKeys(file, { create: true });
    const sealed = await seal(Buffer.from('roster'), 10, first);
    const second = await rotateKey(file, 'field');
    assert.equal(String(await whole(await unsealed(second, contentOf(sealed)))), 'roster');
    await assert.rejects(unsealed(keys, contentOf(sealed)), fails('sealed_file_locked'));
    rmSync(folder, { recursive: true });
  });

  it('stops at the limit', async () => {
    const away = sealing(keys, Buffer.alloc(101), 100);
    await assert.rejects(async () => {
      for await (const _ of away.bytes);
    }, TooLarge);
  });
});

describe('saving a file encrypted', () => {
  let database: Database;
  const folder = mkdtempSync(path.join(os.tmpdir(), 'lientri-sealed-'));
  before(async () => {
    database = await testDatabase();
  });
  after(async () => {
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('writes no open byte to the disk, not even while it arrives', async () => {
    const store = localFileStore(folder);
    const cx = testCx(database.db, { files: store });
    const secret = '014051000123';
    const seen: boolean[] = [];
    const look = () => {
      for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
        if (entry.isFile())
          seen.push(readFileSync(path.join(entry.parentPath, entry.name)).includes(secret));
    };
    async function* arriving() {
      for (let at = 0; at < 40; at += 1) {
        yield Buffer.from(`Lò Văn Pâng,${secret}\n`.repeat(500));
        look();
      }
    }
    const upload = { name: 'ds.csv', bytes: arriving(), limit: 10_000_000, sealed: true };
    const saved = await saveFile(cx, store, upload);
    assert.ok(saved.ok);
    look();
    assert.ok(seen.length > 40 && !seen.includes(true));
    assert.equal(saved.value.mediaType, 'text/csv');
    const opened = await openFile(cx, saved.value);
    const text = String(await whole(opened));
    assert.equal(text, `Lò Văn Pâng,${secret}\n`.repeat(20_000));
    assert.equal(saved.value.size, Buffer.byteLength(text));
    await opened.close();
    const row = await one(
      cx.db,
      sql<{ fingerprint: string; sealed: boolean }>`select fingerprint, sealed from file
        where pid = ${saved.value.pid}`,
    );
    const digest = createHash('sha256').update(text).digest('hex');
    assert.deepEqual(row, { fingerprint: fingerprintsOf(cx.keys, digest)[0], sealed: true });
    assert.ok(!row.fingerprint.includes(digest));
  });

  it('keeps other files as they are, and takes none without keys', async () => {
    const store = localFileStore(folder);
    const cx = testCx(database.db, { files: store });
    const plain = { name: 'a.csv', bytes: Buffer.from('a,b\n'), limit: 100 };
    const saved = await saveFile(cx, store, plain);
    assert.ok(saved.ok && !saved.value.sealed);
    const opened = await openFile(cx, saved.value);
    assert.equal(String(await whole(opened)), 'a,b\n');
    await opened.close();
    const missing = await loadKeys(path.join(folder, 'none.json'), { create: false });
    const refused = await saveFile({ ...cx, keys: missing }, store, { ...plain, sealed: true });
    assert.ok(!refused.ok && refused.issues[0]?.code === 'file_no_keys');
  });
});
