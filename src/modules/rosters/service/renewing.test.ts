// A key was rotated between two imports: nothing may be lost, doubled or taken for changed.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, beforeEach, describe, it } from 'node:test';
import { sql } from 'kysely';
import { type Cx, execute } from '../../../platform/command.ts';
import type { Database } from '../../../platform/database/index.ts';
import { one } from '../../../platform/database/query.ts';
import { testDatabase } from '../../../platform/database/testing.ts';
import { decryptField, loadKeys, renewEncrypted, rotateKey } from '../../../platform/keys.ts';
import { testClock, testCx } from '../../../platform/testing.ts';
import { coverage } from '../../organisations/index.ts';
import { people } from '../../people/index.ts';
import { findImport } from '../queries/imports.ts';
import type { MemberLine } from '../queries/members.ts';
import { organisation } from '../testing.ts';
import { encryptedRows } from './encrypted.ts';
import { exportMembers, importFile, takeBackImport, unwatched } from './index.ts';

const rows = (faith: string, name = 'Lò Văn Pâng') =>
  `Họ và tên,Số CCCD,Năm sinh,Tôn giáo\r\n${name},014051000123,1951,${faith}\r\nLò Thị Én,12345,,`;

describe('imports before and after a key was rotated', () => {
  let database: Database;
  let cx: Cx;
  let keyFile: string;
  let place: { id: string; code: string };
  const folder = mkdtempSync(path.join(os.tmpdir(), 'lientri-renewing-'));
  before(async () => {
    database = await testDatabase();
  });
  after(async () => {
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  });
  let made = 0;
  beforeEach(async () => {
    await database.ownerPool.query(
      'truncate organisation, person, roster_import, roster_row, roster_result, roster_pair, file cascade',
    );
    made += 1;
    keyFile = path.join(folder, `keys-${made}`);
    const keys = await loadKeys(keyFile, { create: true });
    cx = testCx(database.db, { coverage, clock: testClock(), via: 'cli', keys });
    const union = await organisation(cx, 'sonla', 'provincial_union', 'Sơn La');
    place = {
      id: await organisation(cx, 'lamvuon', 'member_association', 'Hội Làm vườn', [union]),
      code: 'lamvuon',
    };
  });

  async function bring(text: string): Promise<{ pid: string; counts: string }> {
    (cx.clock as ReturnType<typeof testClock>).move(60_000);
    const file = path.join(folder, 'ds.csv');
    writeFileSync(file, text);
    const done = await importFile(cx, place, { path: file, name: 'ds.csv', asOf: null }, unwatched);
    assert.ok(done.ok, JSON.stringify(done));
    const { created, updated, unchanged } = done.value.counts;
    return { pid: done.value.importPid ?? '', counts: `${created} ${updated} ${unchanged}` };
  }
  async function rotate(renewing = true): Promise<void> {
    await rotateKey(keyFile, 'field');
    cx = { ...cx, keys: await rotateKey(keyFile, 'blind_index') };
    const tables = [...(people.encrypted ?? []), ...encryptedRows];
    if (renewing) await renewEncrypted(cx.db, cx.keys, tables);
  }
  async function citizen(): Promise<string | null | undefined> {
    const found: MemberLine[] = [];
    await exportMembers(cx, place.code, true, (batch) => void found.push(...batch));
    return found.find(({ fullName }) => fullName.endsWith('Pâng'))?.citizenId;
  }
  const stored = () =>
    one(
      cx.db,
      sql<{ religion: string; index: string }>`select religion, citizen_id_index as index
        from person_identity where citizen_id is not null`,
    );

  it('the same file again changes nothing', async () => {
    assert.equal((await bring(rows('Không'))).counts, '2 0 0');
    await rotate();
    assert.equal((await bring(rows('Không'))).counts, '0 0 2');
    assert.equal(await citizen(), '014051000123');
  });

  it('somebody is known by the number under another name', async () => {
    await bring(rows('Không'));
    await rotate();
    assert.equal((await bring(rows('Không', 'Lò Nam Pâng'))).counts, '0 1 1');
    await rotate();
    assert.equal((await bring(rows('Không', 'Lò Văn Nam Pâng'))).counts, '0 1 1');
  });

  it('and is not, as long as the fingerprints are the old ones', async () => {
    await bring(rows('Không'));
    await rotate(false);
    assert.equal((await bring(rows('Không', 'Lò Nam Pâng'))).counts, '1 0 1');
  });

  it('an import from before is taken back: its values go, the older ones come', async () => {
    await bring(rows('Không'));
    const before = await stored();
    const { pid, counts } = await bring(rows('Phật giáo'));
    assert.equal(counts, '0 1 1');
    await rotate();
    const { id } = await findImport(cx, pid);
    const undone = await execute(cx, takeBackImport(unwatched), { id });
    assert.ok(undone.ok, JSON.stringify(undone));
    const after = await stored();
    assert.notEqual(after.religion, before.religion);
    assert.deepEqual(decryptField(cx.keys, after.religion, 'person_identity.religion'), {
      state: 'open',
      value: 'Không',
    });
  });
});
