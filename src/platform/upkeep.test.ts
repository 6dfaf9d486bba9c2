import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { parseCronItems } from 'graphile-worker';
import { sql } from 'kysely';
import type { Database } from './database/index.ts';
import { testDatabase } from './database/testing.ts';
import { findFile, localFileStore, saveFile } from './files.ts';
import { installJobs } from './jobs/index.ts';
import { listOutbox, sendMail } from './mail.ts';
import { testClock, testCx } from './testing.ts';
import { platformJobs } from './upkeep.ts';
import { localUploads } from './uploads.ts';

describe('the upkeep of a night', () => {
  let database: Database;
  let folder: string;
  before(async () => {
    database = await testDatabase();
    await installJobs(database.ownerPool);
    folder = mkdtempSync(path.join(os.tmpdir(), 'lientri-files-'));
  });
  after(async () => {
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('takes away loose files and old letters, each by a job that the clock adds', async () => {
    const files = localFileStore(folder);
    const { handlers, cron } = platformJobs({
      files,
      uploads: localUploads(path.join(folder, 'uploads')),
      mail: { smtpUrl: null, from: 'a@b.example' },
    });
    assert.equal(parseCronItems(cron.map((l) => ({ task: l.name, match: l.match }))).length, 3);
    const clock = testClock();
    const cx = testCx(database.db, { clock });
    const upload = { name: 'a.txt', bytes: Buffer.from('x'), limit: 10 };
    const saved = await saveFile(cx, files, upload);
    assert.ok(saved.ok);
    await sendMail(cx, { to: 'an@hoi.example', subject: 'a', text: 'b' });
    clock.move(40 * 24 * 3600 * 1000);
    for (const { name } of cron) await handlers[name]!(cx, {});
    assert.equal(await findFile(database.db, saved.value.pid), null);
    assert.deepEqual(await listOutbox(database.db), []);
    await sql`delete from graphile_worker._private_jobs`.execute(database.db);
  });
});
