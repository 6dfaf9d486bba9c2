// Correcting how a file is read, and giving an import up.
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { sql } from 'kysely';
import { type Cx, execute } from '../../../platform/command.ts';
import type { Database } from '../../../platform/database/index.ts';
import { one } from '../../../platform/database/query.ts';
import { testDatabase } from '../../../platform/database/testing.ts';
import { Conflict, Forbidden, NotFound } from '../../../platform/errors.ts';
import { saveFile } from '../../../platform/files.ts';
import { installJobs } from '../../../platform/jobs/index.ts';
import { performRun } from '../../../platform/jobs/perform.ts';
import { silentLog } from '../../../platform/log.ts';
import { testAccount, testClock, testCx } from '../../../platform/testing.ts';
import { coverage } from '../../organisations/index.ts';
import { rosterRuns } from '../jobs.ts';
import { findImport } from '../queries/imports.ts';
import { count, organisation } from '../testing.ts';
import {
  applyImport,
  cancelImport,
  forecastImport,
  mapImport,
  openImport,
  readImport,
  startApply,
  startCheck,
  startUndo,
  unwatched,
} from './index.ts';

const roster = [
  'Danh sách,,',
  'Họ và tên,Ngày sinh,Ghi',
  'Lường Văn Khoát,02/05/1951,Chi hội 1',
  'Tòng Thị Piêng,1960,Chi hội 2',
].join('\r\n');

describe('an import', () => {
  let database: Database;
  let cx: Cx;
  let place: string;
  before(async () => {
    database = await testDatabase();
    await installJobs(database.ownerPool);
  });
  after(() => database.close());
  beforeEach(async () => {
    await database.ownerPool.query(
      'truncate organisation, person, roster_import, roster_row, roster_result, roster_choice, roster_mapping, job_run, file cascade',
    );
    cx = testCx(database.db, { coverage, clock: testClock(), via: 'web' });
    const union = await organisation(cx, 'sonla', 'provincial_union', 'Sơn La');
    place = await organisation(cx, 'lamvuon', 'member_association', 'Hội Làm vườn', [union]);
  });

  async function opened(text = roster): Promise<string> {
    const bytes = Buffer.from(text);
    const upload = { name: 'ds.csv', bytes, limit: 1_000_000, sealed: true };
    const saved = await saveFile(cx, cx.files, upload);
    assert.ok(saved.ok);
    const input = { organisation: 'lamvuon', file: saved.value.pid, asOf: '' };
    const begun = await execute(cx, openImport, input);
    assert.ok(begun.ok, JSON.stringify(begun));
    return begun.value.pid;
  }
  const of = (pid: string) => findImport(cx, pid);
  const fields = async (pid: string) => (await of(pid)).sheets[0]?.columns.map((c) => c.field);
  const codes = async (outcome: ReturnType<typeof execute>) => {
    const settled = await outcome;
    return settled.ok ? [] : settled.issues.map(({ path, code }) => `${path} ${code}`.trim());
  };
  async function checked(pid: string): Promise<void> {
    const { id } = await of(pid);
    await readImport(cx, id, unwatched);
    await forecastImport(cx, id, unwatched);
  }
  const perform = async (pid: string, by = cx) => {
    const { runId } = await of(pid);
    const { name } = await one(
      cx.db,
      sql<{ name: string }>`select name from job_run where id = ${runId}`,
    );
    await performRun(rosterRuns[name]!, runId!, {
      cx: by,
      log: silentLog,
      attempt: 1,
      stopping: new AbortController().signal,
    });
    return one(
      cx.db,
      sql<{ state: string; message: string | null; payload: { href: string } }>`
        select state, message, payload from job_run where id = ${runId}`,
    );
  };

  describe('whose columns are corrected', () => {
    it('is read anew in that way, and the next file of the shape is read so at once', async () => {
      const pid = await opened();
      assert.deepEqual(await fields(pid), ['fullName', 'birthDate', 'branch']);
      await checked(pid);
      assert.equal(await count(cx, 'roster_row'), 2);
      const change = { sheets: [{ index: 0, columns: [{ index: 2, field: 'note' }] }] };
      assert.deepEqual(await codes(execute(cx, mapImport, { pid, ...change })), []);
      const now = await of(pid);
      assert.deepEqual([now.state, now.readTo, now.counts], ['mapped', 0, {}]);
      assert.equal(await count(cx, 'roster_row'), 0, 'what was read in another way is forgotten');
      const column = now.sheets[0]?.columns[2];
      assert.deepEqual([column?.field, column?.reason, column?.certainty], ['note', 'chosen', 1]);
      assert.equal(now.sheets[0]?.columns[0]?.reason === 'chosen', false, 'others stay guessed');
      await checked(pid);
      const row = await one(
        cx.db,
        sql<{ note: string }>`select note from roster_row order by line limit 1`,
      );
      assert.equal(row.note, 'Chi hội 1');
      const next = await opened(roster.replace('Khoát', 'Khoa'));
      assert.deepEqual(await fields(next), ['fullName', 'birthDate', 'note']);
      assert.equal((await of(next)).sheets[0]?.columns[2]?.reason, 'remembered');
    });

    it('may have its header elsewhere; what was typed for its rows then goes', async () => {
      const pid = await opened();
      await checked(pid);
      const { id } = await of(pid);
      await sql`insert into roster_choice (import_id, line, decision) values (${id}, 1, 'skip')`.execute(
        cx.db,
      );
      const keep = { sheets: [{ index: 0, columns: [{ index: 2, field: 'skip' }] }] };
      assert.deepEqual(await codes(execute(cx, mapImport, { pid, ...keep })), []);
      assert.equal(await count(cx, 'roster_choice'), 1);
      const moved = await execute(cx, mapImport, { pid, sheets: [{ index: 0, headerRow: 3 }] });
      assert.ok(moved.ok, JSON.stringify(moved));
      assert.equal((await of(pid)).sheets[0]?.headerRow, 3);
      const back = {
        sheets: [{ index: 0, headerRow: 2, columns: [{ index: 0, field: 'fullName' }] }],
      };
      assert.deepEqual(await codes(execute(cx, mapImport, { pid, ...back })), []);
      assert.equal(await count(cx, 'roster_choice'), 0);
      assert.equal((await of(pid)).sheets[0]?.headerRow, 2);
    });

    it('is refused without a name, with a field twice, and with numbers out of bounds', async () => {
      const pid = await opened();
      const change = (index: number, field: string) => ({
        pid,
        sheets: [{ index: 0, columns: [{ index, field }] }],
      });
      assert.deepEqual(await codes(execute(cx, mapImport, change(0, 'skip'))), [
        'sheets.0 mapping_without_name',
      ]);
      assert.deepEqual(await codes(execute(cx, mapImport, change(2, 'birthDate'))), [
        'sheets.0.columns.2 field_twice',
      ]);
      assert.equal((await codes(execute(cx, mapImport, change(2, 'nonsense')))).length, 1);
      for (const likelyFrom of [29, 101])
        assert.equal((await codes(execute(cx, mapImport, { pid, likelyFrom }))).length, 1);
      assert.deepEqual(await fields(pid), ['fullName', 'birthDate', 'branch'], 'nothing was kept');
    });

    it('keeps day and threshold; a form of an older version is told so', async () => {
      const pid = await opened();
      const { version } = await of(pid);
      const input = { pid, version, asOf: '01/02/2026', likelyFrom: 75 };
      assert.deepEqual(await codes(execute(cx, mapImport, input)), []);
      const { options } = await of(pid);
      assert.deepEqual([options.asOf, options.likelyFrom], ['2026-02-01', 75]);
      await assert.rejects(execute(cx, mapImport, input), Conflict);
    });

    it('is not when it was applied, nor by others', async () => {
      const pid = await opened();
      const stranger = { ...cx, actor: testAccount('00000000-0000-7000-8000-00000000000e') };
      await assert.rejects(execute(stranger, mapImport, { pid }), NotFound);
      const grants = [{ role: 'auditor', organisationId: place }];
      const reader = { ...cx, actor: { ...stranger.actor, grants } as Cx['actor'] };
      await assert.rejects(execute(reader, mapImport, { pid }), Forbidden);
      await assert.rejects(execute(reader, cancelImport, { pid }), Forbidden);
      await checked(pid);
      const { id } = await of(pid);
      assert.ok((await execute(cx, applyImport(unwatched), { id })).ok);
      assert.deepEqual(await codes(execute(cx, mapImport, { pid })), ['roster_state']);
      assert.deepEqual(await codes(execute(cx, cancelImport, { pid })), ['roster_state']);
    });
  });

  describe('that is given up', () => {
    it('writes nothing, whatever it waited for, and may be read again', async () => {
      const pid = await opened();
      assert.deepEqual(await codes(execute(cx, cancelImport, { pid })), []);
      assert.equal((await of(pid)).state, 'cancelled');
      await checked(pid);
      assert.deepEqual(await codes(execute(cx, cancelImport, { pid })), []);
      assert.equal((await of(pid)).state, 'cancelled');
      assert.deepEqual(await codes(execute(cx, startApply, { pid })), ['roster_state']);
      assert.equal(await count(cx, 'person'), 0);
      assert.deepEqual(await codes(execute(cx, startCheck, { pid })), []);
    });

    it('before its run began never begins', async () => {
      const pid = await opened();
      assert.ok((await execute(cx, startCheck, { pid })).ok);
      assert.deepEqual(await codes(execute(cx, cancelImport, { pid })), []);
      assert.equal((await of(pid)).state, 'cancelled');
      assert.equal((await perform(pid)).state, 'cancelled');
      assert.equal((await of(pid)).state, 'cancelled');
      assert.equal(await count(cx, 'roster_row'), 0);
    });

    it('while its run works ends with the run, and only then', async () => {
      const pid = await opened();
      assert.ok((await execute(cx, startCheck, { pid })).ok);
      const { runId } = await of(pid);
      // As if the run worked elsewhere at this moment.
      await sql`update job_run set state = 'running' where id = ${runId}`.execute(cx.db);
      assert.deepEqual(await codes(execute(cx, cancelImport, { pid })), []);
      assert.equal((await of(pid)).state, 'checking');
      assert.equal((await perform(pid)).state, 'cancelled');
      assert.equal((await of(pid)).state, 'cancelled');
    });

    it('is where it was before when its run broke off or was stopped before it began', async () => {
      const pid = await opened();
      assert.ok((await execute(cx, startCheck, { pid })).ok);
      const stop = sql`update job_run set state = 'cancelled', finished_at = now()`;
      await stop.execute(cx.db);
      assert.equal((await of(pid)).state, 'cancelled');
      assert.ok((await execute(cx, startCheck, { pid })).ok, 'it can be begun again');
      assert.equal((await perform(pid)).state, 'done');
      assert.ok((await execute(cx, startApply, { pid })).ok);
      await stop.execute(cx.db);
      assert.equal((await of(pid)).state, 'checked');
      assert.ok((await execute(cx, startApply, { pid })).ok);
      assert.equal((await perform(pid)).state, 'done');
      assert.ok((await execute(cx, startUndo, { pid })).ok);
      await stop.execute(cx.db);
      assert.equal((await of(pid)).state, 'applied');
    });
  });

  describe('whose run fails', () => {
    it('says why, and the page of the run leads back to it', async () => {
      const pid = await opened();
      assert.ok((await execute(cx, startCheck, { pid })).ok);
      await sql`update roster_import set file_id = null`.execute(cx.db);
      const run = await perform(pid);
      assert.deepEqual([run.state, run.message], ['failed', 'roster_refused']);
      assert.equal(run.payload.href, `/vp/lamvuon/hoi-vien/nhap/${pid}`);
      assert.equal((await of(pid)).state, 'failed');
    });

    it('for a reason nobody thought of is over as well, and may be tried again', async () => {
      const pid = await opened();
      assert.ok((await execute(cx, startCheck, { pid })).ok);
      const broken = {
        ...cx,
        files: { ...cx.files, openContent: () => Promise.reject(new Error('disk')) },
      };
      const run = await perform(pid, broken);
      assert.deepEqual([run.state, run.message], ['failed', 'run_failed']);
      assert.equal((await of(pid)).state, 'failed');
      assert.ok((await execute(cx, startCheck, { pid })).ok);
      assert.equal((await perform(pid)).state, 'done');
    });
  });
});
