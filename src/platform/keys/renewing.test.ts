import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, beforeEach, describe, it } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Database } from '../database/index.ts';
import { all } from '../database/query.ts';
import { testDatabase } from '../database/testing.ts';
import {
  blindIndex,
  decryptField,
  type EncryptedTable,
  encryptField,
  isCurrent,
  type Keys,
  loadKeys,
  looseKeys,
  renewEncrypted,
  renewField,
  renewIfRotated,
  rotateKey,
} from '../keys.ts';

const plain: EncryptedTable = {
  table: 'secret_thing',
  key: { id: 'uuid', line: 'integer' },
  fields: { number: 'thing.number', faith: 'thing.faith' },
  indexes: { number_index: { of: 'number', field: 'number' } },
};
const inside: EncryptedTable = {
  ...plain,
  table: 'secret_note',
  key: { id: 'uuid' },
  inside: { columns: ['before', 'after'], prefix: 'x.' },
};

describe('what is encrypted, after a key was rotated', () => {
  let database: Database;
  let file: string;
  const folder = mkdtempSync(path.join(os.tmpdir(), 'lientri-renew-'));
  before(async () => {
    database = await testDatabase();
    await database.ownerPool.query(`
      create table secret_thing (id uuid, line integer, number text, number_index text, faith text,
        open text, primary key (id, line));
      create table secret_note (id uuid primary key, before jsonb, after jsonb);
      grant all on secret_thing, secret_note to public;`);
  });
  after(async () => {
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  });
  let made = 0;
  beforeEach(async () => {
    made += 1;
    file = path.join(folder, `keys-${made}`);
    await database.ownerPool.query('truncate secret_thing, secret_note, setting');
  });

  const id = '01900000-0000-7000-8000-000000000001';
  async function put(keys: Keys, line: number, number: string | null, faith: string | null) {
    const sealed = (text: string | null, about: string) =>
      text === null ? null : encryptField(keys, text, about);
    await sql`insert into secret_thing values (${id}, ${line}, ${sealed(number, 'thing.number')},
      ${number === null ? null : blindIndex(keys, 'number', number)},
      ${sealed(faith, 'thing.faith')}, 'open')`.execute(database.db);
  }
  interface Thing {
    line: number;
    number: string | null;
    number_index: string | null;
    faith: string | null;
  }
  const things = () => all(database.db, sql<Thing>`select * from secret_thing order by line`);
  async function rotated(): Promise<Keys> {
    await rotateKey(file, 'field');
    return rotateKey(file, 'blind_index');
  }
  const openedText = (keys: Keys, stored: string | null, about: string) => {
    const found = stored === null ? null : decryptField(keys, stored, about);
    return found?.state === 'open' ? found.value : null;
  };

  it('holds the same values under the new key, and is found by it', async () => {
    const old = await loadKeys(file, { create: true });
    // More than one step takes.
    for (let line = 1; line <= 1203; line += 1)
      await put(
        old,
        line,
        line % 3 === 0 ? null : String(line),
        line % 2 === 0 ? null : `f${line}`,
      );
    const keys = await rotated();
    const stale = (await things()).filter((row) => row.number !== null || row.faith !== null);
    assert.equal(await renewEncrypted(database.db, keys, [plain]), stale.length);
    for (const row of await things()) {
      const number = row.line % 3 === 0 ? null : String(row.line);
      assert.equal(openedText(keys, row.number, 'thing.number'), number);
      assert.equal(row.number_index, number === null ? null : blindIndex(keys, 'number', number));
      assert.equal(
        openedText(keys, row.faith, 'thing.faith'),
        row.line % 2 ? `f${row.line}` : null,
      );
      assert.ok(row.number === null || isCurrent(keys, 'field', row.number));
      assert.ok(row.faith === null || isCurrent(keys, 'field', row.faith));
    }
    assert.equal(await renewEncrypted(database.db, keys, [plain]), 0);
  });

  it('stays equal to its copies in other tables, so that what compares them goes on', async () => {
    const old = await loadKeys(file, { create: true });
    await put(old, 1, '014051000123', null);
    const [row] = await things();
    const note = { 'x.number': row!.number, 'x.number_index': row!.number_index, open: 'ghi chú' };
    await sql`insert into secret_note values (${id}, null, ${JSON.stringify(note)}::jsonb)`.execute(
      database.db,
    );
    const keys = await rotated();
    assert.equal(await renewEncrypted(database.db, keys, [plain, inside]), 2);
    const [now] = await things();
    const notes = await all(database.db, sql`select before, after from secret_note`);
    assert.notEqual(now!.number, row!.number);
    assert.deepEqual(notes, [
      {
        before: null,
        after: { 'x.number': now!.number, 'x.number_index': now!.number_index, open: 'ghi chú' },
      },
    ]);
    assert.notEqual(
      renewField(keys, encryptField(old, 'a', 'thing.faith'), 'thing.faith'),
      renewField(keys, encryptField(old, 'a', 'thing.faith'), 'thing.faith'),
    );
  });

  it('stays as it is where its key is gone, and stops nothing', async () => {
    await loadKeys(file, { create: true });
    await put(looseKeys(), 1, '1', 'x');
    const before = await things();
    const keys = await rotated();
    await put(await loadKeys(file, { create: false }), 2, '2', 'y');
    assert.equal(await renewEncrypted(database.db, keys, [plain]), 0);
    assert.deepEqual((await things())[0], before[0]);
  });

  it('is renewed by night once for each rotation', async () => {
    const old = await loadKeys(file, { create: true });
    await put(old, 1, '1', 'x');
    assert.equal(await renewIfRotated(database.db, old, [plain]), null);
    const keys = await rotated();
    assert.equal(await renewIfRotated(database.db, keys, [plain]), 1);
    assert.equal(await renewIfRotated(database.db, keys, [plain]), null);
    assert.equal(await renewIfRotated(database.db, await rotated(), [plain]), 1);
    const missing = await loadKeys(path.join(folder, 'none'), { create: false });
    assert.equal(await renewIfRotated(database.db, missing, [plain]), null);
  });

  it('is written with the new key by a server that was running', async () => {
    const running = await loadKeys(file, { create: true });
    assert.equal(running.current('field').version, 1);
    await rotated();
    for (let tries = 0; tries < 100 && running.current('field').version === 1; tries += 1)
      await setTimeout(50);
    assert.equal(running.current('field').version, 2);
    assert.equal(running.all('field').length, 2);
  });
});
