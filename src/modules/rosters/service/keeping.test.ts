// What is kept of an uploaded file: encrypted, and only for a while.
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, beforeEach, describe, it } from 'node:test';
import { sql } from 'kysely';
import { type Cx, execute } from '../../../platform/command.ts';
import type { Database } from '../../../platform/database/index.ts';
import { maybe, one } from '../../../platform/database/query.ts';
import { testDatabase } from '../../../platform/database/testing.ts';
import { localFileStore, saveFile, sweepFiles } from '../../../platform/files.ts';
import { testClock, testCx } from '../../../platform/testing.ts';
import { coverage } from '../../organisations/index.ts';
import { Refused } from '../../spreadsheets/index.ts';
import { findImport, importById } from '../queries/imports.ts';
import { organisation } from '../testing.ts';
import {
  importFile,
  mapImport,
  openImport,
  readImport,
  setState,
  startCheck,
  tidyImports,
  unwatched,
} from './index.ts';

const roster = 'Họ và tên,Số CCCD,Ngày sinh\r\nLò Văn Pâng,014051000123,1951\r\nLò Thị Én,,1960';
const days = (count: number) => count * 86_400_000;

describe('the file of an import', () => {
  let database: Database;
  let cx: Cx;
  let clock: ReturnType<typeof testClock>;
  let place: { id: string; code: string };
  const folder = mkdtempSync(path.join(os.tmpdir(), 'lientri-keeping-'));
  const store = localFileStore(path.join(folder, 'files'));
  before(async () => {
    database = await testDatabase();
  });
  after(async () => {
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  });
  beforeEach(async () => {
    await database.ownerPool.query(
      'truncate organisation, person, roster_import, roster_row, roster_result, file, file_link cascade',
    );
    rmSync(path.join(folder, 'files'), { recursive: true, force: true });
    clock = testClock();
    cx = testCx(database.db, { coverage, clock, via: 'cli', files: store });
    const union = await organisation(cx, 'sonla', 'provincial_union', 'Sơn La');
    place = {
      id: await organisation(cx, 'lamvuon', 'member_association', 'Hội Làm vườn', [union]),
      code: 'lamvuon',
    };
  });

  const onDisk = (): string[] =>
    readdirSync(path.join(folder, 'files'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name));
  async function bring(): Promise<string> {
    const file = path.join(folder, 'ds.csv');
    writeFileSync(file, roster);
    const done = await importFile(cx, place, { path: file, name: 'ds.csv', asOf: null }, unwatched);
    assert.ok(done.ok, JSON.stringify(done));
    return done.value.importPid ?? '';
  }
  async function opened(text = roster, sealed = true): Promise<string> {
    const upload = { name: 'ds.csv', bytes: Buffer.from(text), limit: 1_000_000, sealed };
    const saved = await saveFile(cx, store, upload);
    assert.ok(saved.ok);
    const begun = await execute(cx, openImport, {
      organisation: place.code,
      file: saved.value.pid,
      asOf: '',
    });
    assert.ok(begun.ok, JSON.stringify(begun));
    return begun.value.pid;
  }
  const persons = async () =>
    (await one(cx.db, sql<{ n: number }>`select count(*)::integer as n from person`)).n;
  async function tidy(): Promise<void> {
    await tidyImports(cx);
    await sweepFiles(cx.db, store, clock);
  }
  const sheetOf = async (pid: string) => (await findImport(cx, pid)).sheets[0];

  it('lies encrypted in the store and is read from there', async () => {
    await bring();
    assert.equal(await persons(), 2);
    const [file, ...others] = onDisk();
    assert.equal(others.length, 0);
    const bytes = readFileSync(file!);
    assert.ok(!bytes.includes('014051000123') && !bytes.includes('Pâng'));
  });

  it('is read as well where it was kept open, by an earlier version', async () => {
    const pid = await opened(roster, false);
    assert.ok(onDisk().some((file) => readFileSync(file).includes('014051000123')));
    const { id } = await findImport(cx, pid);
    await readImport(cx, id, unwatched);
    assert.equal((await importById(cx.db, id)).readTo, 2);
  });

  it('goes a week after it was applied; where values come from stays', async () => {
    const pid = await bring();
    clock.move(days(6.9));
    await tidy();
    assert.equal(onDisk().length, 1);
    clock.move(days(0.2));
    utimesBack();
    await tidy();
    assert.equal(onDisk().length, 0);
    assert.equal(await maybe(cx.db, sql`select from file`), null);
    const of = await findImport(cx, pid);
    assert.deepEqual([of.state, of.fileId, of.fileName], ['applied', null, 'ds.csv']);
    const { n } = await one(
      cx.db,
      sql<{ n: number }>`select count(*)::integer as n from roster_row`,
    );
    assert.equal(n, 2);
  });

  it('goes after thirty days where it was never applied; then it has to be sent again', async () => {
    const pid = await opened();
    clock.move(days(29));
    await tidy();
    assert.equal(onDisk().length, 1);
    const busy = await opened(`${roster}\r\nVì Thị Mai,,1970`);
    await setState(cx, (await findImport(cx, busy)).id, 'checking');
    clock.move(days(31));
    utimesBack();
    await tidy();
    assert.equal(onDisk().length, 1, 'what works keeps its file');
    const of = await findImport(cx, pid);
    assert.deepEqual([of.state, of.fileId], ['cancelled', null]);
    const checked = await execute(cx, startCheck, { pid });
    assert.ok(!checked.ok && checked.issues[0]?.code === 'roster_file_gone');
    const moved = await execute(cx, mapImport, {
      pid,
      version: of.version,
      sheets: [{ index: (await sheetOf(pid))?.index, headerRow: 2 }],
    });
    assert.ok(!moved.ok && moved.issues[0]?.code === 'roster_file_gone');
    await assert.rejects(readImport(cx, of.id, unwatched), Refused);
  });

  it('that was damaged on the disk is refused in words, and nothing is written', async () => {
    const pid = await opened();
    const [file] = onDisk();
    const bytes = readFileSync(file!);
    bytes[bytes.length - 1]! ^= 1;
    writeFileSync(file!, bytes);
    const { id } = await findImport(cx, pid);
    await assert.rejects(
      readImport(cx, id, unwatched),
      (error: unknown) =>
        error instanceof Refused && error.issues[0]?.code === 'sealed_file_damaged',
    );
  });

  // The store keeps what was put within a day by the machine's own clock.
  function utimesBack(): void {
    const before = new Date(0);
    for (const file of onDisk()) utimesSync(file, before, before);
  }
});
