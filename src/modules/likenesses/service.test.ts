import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { sql } from 'kysely';
import { MOST_TEXTS } from '../../kernel/similarity/index.ts';
import {
  changed,
  inTcvn3,
  madeText,
  realTexts,
  reordered,
  withoutMarks,
  withThirdOf,
} from '../../kernel/similarity/testing.ts';
import { type Cx, execute } from '../../platform/command.ts';
import type { Database } from '../../platform/database/index.ts';
import { all, inTransaction, one } from '../../platform/database/query.ts';
import { testDatabase, withRollback } from '../../platform/database/testing.ts';
import { installJobs } from '../../platform/jobs/index.ts';
import { sound } from '../../platform/testing.ts';
import { cxOf, smallFederation } from '../activities/testing.ts';
import { importEdition, readPastJson, undoImport } from '../archive/index.ts';
import { done } from '../rounds/testing.ts';
import { handlers } from './jobs.ts';
import { findLikenesses, invariants } from './queries/index.ts';
import {
  type CompareOrder,
  compareAfter,
  compareDossier,
  compareJob,
  decideLikeness,
} from './service/index.ts';
import {
  early,
  entered,
  found,
  imported,
  late,
  openContest,
  resubmitted,
  submittedDossier,
  textCalled,
} from './testing.ts';

let database: Database;
before(async () => {
  database = await testDatabase();
  await installJobs(database.ownerPool);
  await smallFederation(cxOf(database.db));
});
after(() => database.close());

const inTrial = (work: (cx: Cx) => Promise<void>) => (): Promise<void> =>
  withRollback(database, async (trx) => {
    const cx = cxOf(trx);
    await work(cx);
    await sound(cx.db, invariants);
  });

/** A past edition of so many dossiers, as a file tells them. */
async function importedEdition(cx: Cx, many: number): Promise<{ id: string; pid: string }> {
  const dossiers = Array.from({ length: many }, (_, number) => ({
    title: `Giải pháp cũ ${number}`,
    summary: madeText(number),
  }));
  const read = readPastJson({ name: 'Hội thi năm 2019', dossiers });
  assert.ok(read.ok);
  const { edition } = await done(
    execute(cx, importEdition(read.value), { organisation: 'laichau' }),
  );
  const pid = edition as string;
  return {
    pid,
    ...(await one(cx.db, sql<{ id: string }>`select id from edition where pid = ${pid}`)),
  };
}

const ordered = (cx: Cx, subjectId: string) =>
  compareAfter['archive.import']!(cx, {
    name: 'archive.import',
    subjectId,
    organisationId: null,
  });

/** Does the comparisons that wait, and those that they order; how many texts of dossiers from files each left. */
async function worked(cx: Cx): Promise<number[]> {
  const left: number[] = [];
  for (;;) {
    const [job, ...more] = await all(
      cx.db,
      sql<{ id: string; payload: CompareOrder }>`select id, payload
        from graphile_worker._private_jobs`,
    );
    if (job === undefined) return left;
    assert.equal(more.length, 0, 'one job at a time');
    await sql`delete from graphile_worker._private_jobs where id = ${job.id}`.execute(cx.db);
    await handlers[compareJob]!(cx, job.payload);
    const { many } = await one(
      cx.db,
      sql<{ many: number }>`select count(*)::integer as many from likeness_text t
        join dossier d on d.id = t.dossier_id where d.origin = 'import'`,
    );
    left.push(many);
  }
}

describe('finding', () => {
  const copies: Record<string, (text: string) => string> = {
    'words changed': (text) => changed(text, 0.2, 'w'),
    'another order': (text) => reordered(text, 'o'),
    'another order and words changed': (text) => reordered(changed(text, 0.2, 'b'), 'b'),
    'dấu dropped': (text) => withoutMarks(text),
    TCVN3: (text) => inTcvn3(text),
    'TCVN3 and words changed': (text) => inTcvn3(changed(text, 0.2, 't')),
    'a third in another text': (text) => withThirdOf(madeText(900_001), text, 'h'),
  };

  test(
    'copies of earlier texts are found, and no others',
    inTrial(async (cx) => {
      for (let number = 0; number < 40; number += 1) await imported(cx, number);
      for (const [at, text] of realTexts().entries()) await imported(cx, 1000 + at, text);
      const edition = await openContest(cx);
      for (const [at, [what, copy]] of Object.entries(copies).entries())
        await entered(cx, { edition, title: what, text: copy(madeText(at * 5)) });
      for (let turn = 0; turn < 20; turn += 1)
        await entered(cx, { edition, title: `Khác ${turn}`, text: madeText(2_000_000 + turn) });
      const pairs = (await found(cx)).map(({ newer, earlier }) => [newer, earlier]);
      assert.deepEqual(
        pairs,
        Object.keys(copies).map((what, at) => [what, `Bài ${at * 5}`]),
      );
    }),
  );

  test(
    'a text written in TCVN3 is kept in Unicode and shown so',
    inTrial(async (cx) => {
      const said = 'Máy tách hạt ngô chạy bằng pin, do nông dân ở Sơn La chế tạo từ vật liệu cũ.';
      await imported(cx, 1, inTcvn3(`${said}\n\n`.repeat(5)));
      const { body } = await one(cx.db, sql<{ body: string }>`select body from likeness_text`);
      assert.equal(body, `${said}\n\n`.repeat(5).trim());
    }),
  );

  test(
    'a text that is not kept is looked for as well',
    inTrial(async (cx) => {
      for (let number = 0; number < 8; number += 1) await imported(cx, number);
      const own = (await textCalled(cx, 'Bài 3'))!;
      const alike = await findLikenesses(cx.db, changed(madeText(3), 0.2, 'x'));
      assert.ok(alike.some(({ id }) => id === own));
      assert.ok(alike[0]!.comparison.passages.length > 0);
      assert.deepEqual(await findLikenesses(cx.db, ''), []);
      assert.deepEqual(await findLikenesses(cx.db, 'ba chữ thôi'), []);
    }),
  );

  test(
    'keys that very many texts have are told apart, and counted right when texts go',
    inTrial(async (cx) => {
      const common = madeText(77, { words: 60 });
      await sql`insert into likeness_text (id, pid, organisation_id, title, origin, body, sha256,
          words_sha256, imported_sha256, words, key_limit, keys, key_count, kept_at)
        select n, 'pid' || n, (select id from organisation limit 1), 'x', 'x', '', encode(sha256(''), 'hex'),
          n::text, n::text, 60, 10, array[1, 2, 1000 + n], 3, now()
        from generate_series(1, ${MOST_TEXTS + 1}::integer) n`.execute(cx.db);
      await sound(cx.db, invariants);
      const frequent = () =>
        all(cx.db, sql<{ key: number }>`select key, texts from likeness_frequent order by key`);
      assert.deepEqual(await frequent(), [
        { key: 1, texts: MOST_TEXTS + 1 },
        { key: 2, texts: MOST_TEXTS + 1 },
      ]);
      await sql`update likeness_text set keys = array[1], key_count = 1 where id = 5`.execute(
        cx.db,
      );
      assert.deepEqual(await frequent(), [{ key: 1, texts: MOST_TEXTS + 1 }]);
      await sql`delete from likeness_text where id < 3`.execute(cx.db);
      assert.deepEqual(await frequent(), []);
      await imported(cx, 77, common);
    }),
  );
});

describe('dossiers', () => {
  test(
    'the one that was submitted first is the earlier, whichever is compared first',
    inTrial(async (cx) => {
      const edition = await openContest(cx);
      const text = madeText(5);
      const second = await submittedDossier(cx, { edition, title: 'Sau', text, at: late });
      const first = await submittedDossier(cx, { edition, title: 'Trước', text, at: early });
      await compareDossier(cx, second);
      await compareDossier(cx, first);
      const [pair, more] = await found(cx);
      assert.equal(more, undefined);
      assert.deepEqual([pair?.newer, pair?.earlier], ['Sau', 'Trước']);
      assert.ok(pair!.score > 0.99, `${pair!.score}`);
    }),
  );

  test(
    'comparing again changes nothing, and never doubles a finding',
    inTrial(async (cx) => {
      await imported(cx, 4);
      const edition = await openContest(cx);
      const id = await entered(cx, { edition, text: changed(madeText(4), 0.2, 'y') });
      const state = async () => [
        await all(cx.db, sql`select * from likeness_text order by id`),
        await all(cx.db, sql`select * from likeness_finding`),
        await all(cx.db, sql`select * from likeness_posting order by key, text_id`),
      ];
      const before = await state();
      await handlers[compareJob]!(cx, { dossier: id });
      await handlers[compareJob]!(cx, { text: (await textCalled(cx, 'Bài 4'))! });
      assert.deepEqual(await state(), before);
    }),
  );

  test(
    'a comparison that is cut off leaves nothing, and is done whole the next time',
    inTrial(async (cx) => {
      await imported(cx, 4);
      const edition = await openContest(cx);
      const id = await submittedDossier(cx, { edition, title: 'Chép', text: madeText(4) });
      const cutOff = inTransaction(cx.db, async (db) => {
        await handlers[compareJob]!({ ...cx, db }, { dossier: id });
        throw new Error('killed');
      });
      await assert.rejects(cutOff, /killed/);
      assert.deepEqual([await textCalled(cx, 'Chép'), await found(cx)], [null, []]);
      await sound(cx.db, invariants);
      await handlers[compareJob]!(cx, { dossier: id });
      assert.equal((await found(cx)).length, 1);
    }),
  );

  test(
    'another version replaces the text; what is no longer alike goes, what was decided stays',
    inTrial(async (cx) => {
      await imported(cx, 4);
      await imported(cx, 6);
      const edition = await openContest(cx);
      const both = `${madeText(4)}\n${madeText(6)}`;
      const id = await entered(cx, { edition, title: 'Chép', text: both });
      const [four] = await found(cx);
      assert.deepEqual(
        (await found(cx)).map(({ earlier }) => earlier),
        ['Bài 4', 'Bài 6'],
      );
      await done(
        execute(cx, decideLikeness, { pid: four!.pid, answer: 'same', reason: 'Chép nguyên.' }),
      );
      await resubmitted(cx, id, madeText(3_000_000));
      await compareDossier(cx, id);
      const left = await found(cx);
      assert.deepEqual(
        left.map(({ earlier, state }) => [earlier, state]),
        [['Bài 4', 'same']],
      );
    }),
  );

  test(
    'the dossier that it was sent on from is no finding, nor is the other way round',
    inTrial(async (cx) => {
      const [own, national] = [await openContest(cx), await openContest(cx, 'vusta', 'toan-quoc')];
      const source = await entered(cx, { edition: own, text: madeText(9), at: early });
      await entered(cx, { edition: national, text: madeText(9), at: late, source });
      await compareDossier(cx, source);
      assert.deepEqual(await found(cx), []);
    }),
  );

  test(
    'one that was withdrawn or deleted is forgotten with what was found',
    inTrial(async (cx) => {
      await imported(cx, 4);
      const edition = await openContest(cx);
      const id = await entered(cx, { edition, title: 'Rút', text: madeText(4) });
      assert.equal((await found(cx)).length, 1);
      await sql`update dossier set state = 'withdrawn' where id = ${id}`.execute(cx.db);
      await compareDossier(cx, id);
      assert.deepEqual(await found(cx), []);
      assert.equal(await textCalled(cx, 'Rút'), null);
      await compareDossier(cx, cx.ids.uuid());
    }),
  );

  test(
    'a text from a file that comes later is found beside the dossiers that are there',
    inTrial(async (cx) => {
      const edition = await openContest(cx, 'laichau');
      await entered(cx, { edition, title: 'Đã nộp', text: changed(madeText(8), 0.2, 'z') });
      await imported(cx, 8);
      await imported(cx, 9, `${madeText(8)} ${madeText(9)}`);
      assert.deepEqual(
        (await found(cx)).map(({ newer, earlier }) => [newer, earlier]),
        [
          ['Đã nộp', 'Bài 8'],
          ['Đã nộp', 'Bài 9'],
        ],
      );
    }),
  );

  test(
    'what a file brings into a past edition is compared page by page, and forgotten when it goes',
    inTrial(async (cx) => {
      const now = await openContest(cx);
      const said = (number: number) => changed(madeText(number), 0.1, `p${number}`);
      for (const number of [3, 55])
        await entered(cx, { edition: now, title: `Đã nộp ${number}`, text: said(number) });
      const past = await importedEdition(cx, 60);
      await ordered(cx, past.id);
      await ordered(cx, past.id);
      assert.deepEqual(await worked(cx), [50, 60]);
      assert.deepEqual(
        (await found(cx)).map(({ newer, earlier }) => [newer, earlier]),
        [
          ['Đã nộp 3', 'Giải pháp cũ 3'],
          ['Đã nộp 55', 'Giải pháp cũ 55'],
        ],
      );
      await entered(cx, { edition: now, title: 'Nộp sau', text: said(40) });
      assert.deepEqual((await found(cx)).at(-1)?.earlier, 'Giải pháp cũ 40');
      await done(execute(cx, undoImport, { pid: past.pid }));
      assert.deepEqual(await found(cx), []);
    }),
  );

  test(
    'submitting and withdrawing order one comparison; of several that wait one is left',
    inTrial(async (cx) => {
      const edition = await openContest(cx);
      const id = await submittedDossier(cx, { edition, text: madeText(1) });
      for (const name of ['dossier.submit', 'dossier.submit', 'dossier.withdraw'])
        await compareAfter[name]!(cx, { name, subjectId: id, organisationId: null });
      const jobs = await all(
        cx.db,
        sql<{ task: string }>`select task_identifier as task from graphile_worker.jobs`,
      );
      assert.deepEqual(jobs, [{ task: compareJob }]);
    }),
  );
});
