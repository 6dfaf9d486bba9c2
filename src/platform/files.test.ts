import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { sql } from 'kysely';
import type { Database } from './database/index.ts';
import { countQueries } from './database/index.ts';
import { inTransaction, one } from './database/query.ts';
import { testDatabase, withRollback } from './database/testing.ts';
import { NotFound } from './errors.ts';
import { bytesOf } from './files/testing-samples.ts';
import {
  type FileStore,
  fileHeaders,
  filesOf,
  findFile,
  linkFiles,
  localFileStore,
  type StoredFile,
  saveFile,
  sweepFiles,
} from './files.ts';
import { testAccount, testClock, testCx } from './testing.ts';
import { fileIssues } from './vi.ts';

const LIMIT = 1024 ** 2;
const ORGANISATION = '01900000-0000-7000-8000-000000000001';
const A = '01900000-0000-7000-8000-00000000000a';
const B = '01900000-0000-7000-8000-00000000000b';
const subject = (id: string) => ({ type: 'thing', id, organisationId: ORGANISATION });

describe('files', () => {
  let database: Database;
  let folder: string;
  let store: FileStore;
  before(async () => {
    database = await testDatabase();
    folder = mkdtempSync(path.join(os.tmpdir(), 'lientri-files-'));
    store = localFileStore(folder);
  });
  after(async () => {
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  });

  type Cx = ReturnType<typeof testCx>;
  const save = async (cx: Cx, name: string, bytes: Buffer): Promise<StoredFile> => {
    const saved = await saveFile(cx, store, { name, bytes, limit: LIMIT });
    assert.ok(saved.ok, JSON.stringify(saved));
    return saved.value;
  };

  it('are kept with what they are, and read back byte for byte', () =>
    withRollback(database, async (db) => {
      const cx = testCx(db, { actor: testAccount(A) });
      const file = await save(cx, 'C:\\Hồ sơ\\Báo cáo.pdf', bytesOf.pdf);
      assert.equal(file.name, 'Báo cáo.pdf');
      assert.equal(file.mediaType, 'application/pdf');
      const found = await findFile(db, file.pid);
      assert.deepEqual(found, { file, links: [], createdBy: A });
      const parts: Buffer[] = [];
      for await (const part of await store.open(file.sha256)) parts.push(part);
      assert.deepEqual(Buffer.concat(parts), bytesOf.pdf);
      assert.equal(await findFile(db, 'zzzzzzzzzzzzzzzz'), null);
    }));

  it('get the ending that their name lacks', () =>
    withRollback(database, async (db) => {
      assert.equal((await save(testCx(db), 'công văn', bytesOf.docx)).name, 'công văn.docx');
      assert.equal((await save(testCx(db), '', bytesOf.png)).name, 'tep.png');
    }));

  it('get a name that is safe and not too long, however it was sent', () =>
    withRollback(database, async (db) => {
      const cx = testCx(db);
      const long = await save(cx, `${'ế'.repeat(100_000)}.pdf`, bytesOf.pdf);
      assert.match(long.name, /^ế+\.pdf$/);
      assert.ok(Buffer.byteLength(long.name) <= 200);
      const tricky = await save(
        cx,
        '../..\\a\r\n\u202efdp\u0000.pdf'.normalize('NFD'),
        bytesOf.pdf,
      );
      assert.doesNotMatch(tricky.name, /[/\\\p{Cc}\p{Cf}]/u);
      assert.match(tricky.name, /fdp ?\.pdf$/);
    }));

  it('are refused with an issue in words, and leave no row', () =>
    withRollback(database, async (db) => {
      const cx = testCx(db);
      const cases: [string, Buffer, string][] = [
        ['empty.pdf', Buffer.alloc(0), 'file_empty'],
        ['large.txt', Buffer.alloc(LIMIT + 1, 'a'), 'file_too_large'],
        ['lying.pdf', bytesOf.png, 'file_mismatch'],
        ['page.html', bytesOf.txt, 'file_markup'],
        ['picture.svg', bytesOf.png, 'file_markup'],
        ['page.txt', Buffer.from('<html>'), 'file_markup'],
        ['run.exe', bytesOf.pdf, 'file_runnable'],
        ['invoice.pdf\u202efdp.exe', bytesOf.pdf, 'file_runnable'],
        ['program.pdf', Buffer.from('MZ\0\0'), 'file_runnable'],
        ['what.pdf', Buffer.from([0, 1, 2, 3]), 'file_type'],
      ];
      for (const [name, bytes, code] of cases) {
        const refused = await saveFile(cx, store, { name, bytes, limit: LIMIT, field: 'papers' });
        assert.ok(!refused.ok);
        const [problem] = refused.issues;
        assert.deepEqual([problem?.path, problem?.code], ['papers', code], name);
        assert.doesNotMatch(fileIssues[code]!(problem?.data ?? {}), /undefined|NaN/);
      }
      const { count } = await one(
        db,
        sql<{ count: number }>`select count(*)::int as count from file`,
      );
      assert.equal(count, 0);
      assert.deepEqual(readdirSync(path.join(folder, 'draft')), []);
    }));

  it('belong to their subject in order; the change is told', () =>
    withRollback(database, async (db) => {
      const cx = testCx(db, { actor: testAccount(A) });
      const [x, y, z] = [
        await save(cx, 'x.txt', bytesOf.txt),
        await save(cx, 'y.txt', bytesOf.txt),
        await save(cx, 'z.txt', bytesOf.txt),
      ];
      await linkFiles(cx, subject(A), [z.pid, x.pid, z.pid]);
      const told = await linkFiles(cx, subject(A), [x.pid, y.pid]);
      assert.deepEqual(told, {
        old: [z, x].map(({ pid, name }) => ({ pid, name })),
        new: [x, y].map(({ pid, name }) => ({ pid, name })),
      });
      await linkFiles(cx, subject(B), [z.pid]);
      const { result, count } = await countQueries(() =>
        filesOf(db, 'thing', [A, B, ORGANISATION]),
      );
      assert.equal(count, 1);
      assert.deepEqual(
        [...result].map(([id, files]) => [id, files.map((file) => file.name)]),
        [
          [A, ['x.txt', 'y.txt']],
          [B, ['z.txt']],
        ],
      );
      assert.deepEqual((await findFile(db, z.pid))?.links, [
        { subjectType: 'thing', subjectId: B, organisationId: ORGANISATION },
      ]);
      assert.equal((await filesOf(db, 'thing', [])).size, 0);
    }));

  it('cannot be taken from another account or another subject', () =>
    withRollback(database, async (db) => {
      const mine = testCx(db, { actor: testAccount(A) });
      const theirs = testCx(db, { actor: testAccount(B) });
      const file = await save(mine, 'x.txt', bytesOf.txt);
      await assert.rejects(linkFiles(theirs, subject(B), [file.pid]), NotFound);
      await linkFiles(mine, subject(A), [file.pid]);
      await assert.rejects(linkFiles(mine, subject(B), [file.pid]), NotFound);
      await assert.rejects(linkFiles(testCx(db), subject(B), [file.pid]), NotFound);
      await linkFiles(theirs, subject(A), [file.pid]);
      await assert.rejects(linkFiles(mine, subject(A), ['zzzzzzzzzzzzzzzz']), NotFound);
    }));

  it('are swept a day after nobody linked to them, but never bytes that a row names', async () => {
    const clock = testClock(new Date(Date.now() - 3 * 24 * 3600 * 1000).toISOString());
    const cx = testCx(database.db, { clock });
    const linked = await save(cx, 'linked.txt', Buffer.from('the same'));
    const twin = await save(cx, 'twin.txt', Buffer.from('the same'));
    const loose = await save(cx, 'loose.txt', Buffer.from('loose'));
    await inTransaction(database.db, (db) => linkFiles({ ...cx, db }, subject(A), [linked.pid]));
    clock.move(2 * 24 * 3600 * 1000);
    const young = await save(cx, 'young.txt', Buffer.from('young'));
    const old = new Date(clock.now().getTime() - 2 * 24 * 3600 * 1000);
    for (const { sha256 } of [linked, loose, young]) {
      const address = path.join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
      utimesSync(address, old, old);
    }
    const swept = await sweepFiles(database.db, store, clock);
    assert.equal(swept.rows, 2);
    assert.ok(await findFile(database.db, linked.pid));
    assert.equal(await findFile(database.db, twin.pid), null);
    assert.equal(await store.has(linked.sha256), true);
    assert.equal(await store.has(loose.sha256), false);
    assert.equal(await store.has(young.sha256), true);
  });

  it('are not swept between their bytes and their row', async () => {
    const clock = testClock(new Date(Date.now() + 5 * 24 * 3600 * 1000).toISOString());
    const open = await database.db.startTransaction().execute();
    const file = await save(testCx(open, { clock }), 'slow.txt', Buffer.from('slow commit'));
    const sweeping = sweepFiles(database.db, store, clock);
    await new Promise((resolve) => setTimeout(resolve, 100));
    assert.equal(await store.has(file.sha256), true);
    await open.commit().execute();
    await sweeping;
    assert.equal(await store.has(file.sha256), true);
  });

  it('are sent to be saved, never to be guessed at or run', () => {
    const file = { name: 'Báo cáo "Đại hội".pdf', mediaType: 'application/pdf', size: 12 };
    const headers = fileHeaders(file, { inline: true });
    assert.match(
      headers['Content-Disposition']!,
      /^attachment; filename="[\w .-]+\.pdf"; filename\*=UTF-8''B%C3%A1o/,
    );
    assert.equal(headers['X-Content-Type-Options'], 'nosniff');
    assert.match(headers['Content-Security-Policy'] ?? '', /sandbox/);
    assert.equal(headers['Content-Length'], '12');
    const picture = { name: 'a.png', mediaType: 'image/png', size: 1 };
    assert.match(fileHeaders(picture, { inline: true })['Content-Disposition']!, /^inline;/);
    assert.match(fileHeaders(picture)['Content-Disposition']!, /^attachment;/);
  });
});
