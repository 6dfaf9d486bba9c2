import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { sql } from 'kysely';
import { inTcvn3, madeText, withoutMarks } from '../../kernel/similarity/testing.ts';
import { type Cx, execute } from '../../platform/command.ts';
import type { Database } from '../../platform/database/index.ts';
import { one } from '../../platform/database/query.ts';
import { testDatabase, withRollback } from '../../platform/database/testing.ts';
import { Conflict, Forbidden, NotFound } from '../../platform/errors.ts';
import { installJobs } from '../../platform/jobs/index.ts';
import { broken, sound } from '../../platform/testing.ts';
import { cxOf, smallFederation, someone } from '../activities/testing.ts';
import { done, refused } from '../rounds/testing.ts';
import { comparedByPid, findingByPid, invariants, listFindings } from './queries/index.ts';
import { decideLikeness, forgetText, importText } from './service/index.ts';
import { early, entered, found, imported, late, openContest, textCalled } from './testing.ts';

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

describe('who may', () => {
  async function pair(cx: Cx): Promise<string> {
    const lai = await openContest(cx, 'laichau', 'lai');
    const son = await openContest(cx, 'sonla', 'son');
    await entered(cx, { edition: lai, title: 'Của Lai Châu', text: madeText(2), at: early });
    await entered(cx, { edition: son, title: 'Của Sơn La', text: madeText(2), at: late });
    return (await found(cx))[0]!.pid;
  }

  test(
    'its own office and those above see a finding, others do not know that it is there',
    inTrial(async (cx) => {
      const pid = await pair(cx);
      for (const [role, at] of [
        ['clerk', 'sonla'],
        ['auditor', 'vusta'],
        ['national', 'vusta'],
      ] as const) {
        const who = await someone(cx, role, at);
        assert.equal((await listFindings(who, { under: null, page: 1, size: 5 })).total, 1, role);
        assert.equal((await findingByPid(who, pid)).pid, pid);
      }
      for (const [role, at] of [
        ['clerk', 'laichau'],
        ['officer', 'sonla-dat'],
        ['judge', 'sonla'],
      ] as const) {
        const who = await someone(cx, role, at);
        assert.equal((await listFindings(who, { under: null, page: 1, size: 5 })).total, 0, role);
        await assert.rejects(findingByPid(who, pid), NotFound);
        await assert.rejects(
          execute(who, decideLikeness, { pid, answer: 'same', reason: 'x' }),
          NotFound,
        );
      }
    }),
  );

  test(
    'of a dossier of another union only the union, the year and the passages are told',
    inTrial(async (cx) => {
      const pid = await pair(cx);
      const clerk = await someone(cx, 'clerk', 'sonla');
      const { earlier, newer } = await comparedByPid(clerk, pid);
      assert.deepEqual(earlier, {
        organisation: { code: 'laichau', name: 'Liên hiệp hội tỉnh Lai Châu' },
        year: 2027,
        imported: false,
        open: false,
        title: null,
        number: null,
        dossier: null,
        edition: null,
        authors: null,
      });
      const { pid: hidden } = await one(
        cx.db,
        sql<{ pid: string }>`select pid from dossier where title = 'Của Lai Châu'`,
      );
      const guess = { under: null, dossier: hidden, page: 1, size: 5 };
      assert.equal((await listFindings(clerk, guess)).total, 0);
      assert.equal((await listFindings(cx, guess)).total, 1);
      assert.equal(newer.title, 'Của Sơn La');
      assert.equal(newer.authors, 'Lò Văn Bình');
      const national = await comparedByPid(await someone(cx, 'national', 'vusta'), pid);
      assert.equal(national.earlier.title, 'Của Lai Châu');
    }),
  );

  test(
    'once it is public everybody who sees the finding sees whose it is',
    inTrial(async (cx) => {
      const pid = await pair(cx);
      const clerk = await someone(cx, 'clerk', 'sonla');
      const title = async () => (await findingByPid(clerk, pid)).earlier.title;
      await sql`update dossier set state = 'valid' where title = 'Của Lai Châu'`.execute(cx.db);
      assert.equal(await title(), null);
      await sql`update edition set state = 'closed' where code = 'lai'`.execute(cx.db);
      assert.equal(await title(), 'Của Lai Châu');
      await sql`insert into dossier_consent (id, dossier_id, author, party, purpose, given, told_by, how, at)
        select ${cx.ids.uuid()}, a.dossier_id, a.key, 'author', 'publish', false, 'x', 'page',
          ${cx.clock.now()}
        from dossier_author a join dossier d on d.id = a.dossier_id
        where d.title = 'Của Lai Châu'`.execute(cx.db);
      assert.equal(await title(), null);
    }),
  );

  test(
    'a decision has a reason, its account and time; who only reads cannot decide',
    inTrial(async (cx) => {
      const pid = await pair(cx);
      const clerk = await someone(cx, 'clerk', 'sonla');
      const auditor = await someone(cx, 'auditor', 'vusta');
      const say = { pid, answer: 'other', reason: 'Cùng tác giả, đã nêu nguồn.' };
      await assert.rejects(execute(auditor, decideLikeness, say), Forbidden);
      assert.deepEqual(await refused(execute(clerk, decideLikeness, { ...say, reason: ' ' })), [
        'reason required',
      ]);
      assert.deepEqual(await refused(execute(clerk, decideLikeness, { ...say, answer: 'maybe' })), [
        'answer not_in_list',
      ]);
      await done(execute(clerk, decideLikeness, { ...say, version: 1 }));
      await assert.rejects(execute(clerk, decideLikeness, { ...say, version: 1 }), Conflict);
      const decided = await findingByPid(clerk, pid);
      assert.deepEqual(
        [decided.state, decided.reason, decided.changedSince],
        ['other', say.reason, false],
      );
      await done(execute(clerk, decideLikeness, { ...say, answer: 'same', version: 2 }));
      assert.equal((await findingByPid(clerk, pid)).state, 'same');
      const { many } = await one(
        cx.db,
        sql<{
          many: number;
        }>`select count(*)::integer as many from event where action = 'likeness.decide'`,
      );
      assert.equal(many, 2);
    }),
  );
});

describe('texts from files', () => {
  const text = madeText(12);
  const raw = { organisation: 'sonla', title: 'Máy bóc lạc', year: '2019', text };

  test(
    'short texts and those that are there are refused, however they are written',
    inTrial(async (cx) => {
      await done(execute(cx, importText, raw));
      const again = (more: object) => refused(execute(cx, importText, { ...raw, ...more }));
      assert.deepEqual(await again({ text: 'Quá ngắn để so.' }), ['text likeness_text_short']);
      for (const same of [text, withoutMarks(text), inTcvn3(text), text.toUpperCase()])
        assert.deepEqual(await again({ organisation: 'laichau', text: same }), [
          'text likeness_text_known',
        ]);
      assert.deepEqual(await again({ year: '19', text: madeText(13) }), ['year too_small']);
    }),
  );

  test(
    'those of the office bring in and take out, others do neither',
    inTrial(async (cx) => {
      const [clerk, auditor, other] = [
        await someone(cx, 'clerk', 'sonla'),
        await someone(cx, 'auditor', 'vusta'),
        await someone(cx, 'clerk', 'laichau'),
      ];
      for (const who of [auditor, other])
        await assert.rejects(execute(who, importText, raw), Forbidden);
      await done(execute(clerk, importText, raw));
      const { pid } = await one(cx.db, sql<{ pid: string }>`select pid from likeness_text`);
      await assert.rejects(execute(other, forgetText, { pid }), NotFound);
      await assert.rejects(execute(auditor, forgetText, { pid }), Forbidden);
      await done(execute(clerk, forgetText, { pid }));
      assert.equal(await textCalled(cx, raw.title), null);
    }),
  );
});

describe('invariants', () => {
  const faults: Record<string, string> = {
    likeness_keys_of_their_texts:
      'delete from likeness_posting where key = (select min(key) from likeness_posting)',
    likeness_frequent_miscounted: 'insert into likeness_frequent values (1, 400)',
    likeness_finding_of_no_dossier: `insert into likeness_finding (id, pid, newer_id, earlier_id, score, words, found_at)
      values (gen_random_uuid(), 'x', 1, 2, 0.5, 60, now())`,
    likeness_text_of_a_draft: `update dossier set state = 'draft', submitted = 0, submitted_at = null,
      first_submitted_at = null, number = null`,
    likeness_text_of_other_organisation: `update likeness_text set organisation_id =
      (select id from organisation where code = 'laichau') where dossier_id is not null`,
  };

  for (const [name, fault] of Object.entries(faults)) {
    test(`${name} is found`, () =>
      withRollback(database, async (trx) => {
        const cx = cxOf(trx);
        await imported(cx, 1);
        await imported(cx, 2);
        await entered(cx, { edition: await openContest(cx), text: madeText(3) });
        await sound(cx.db, invariants);
        await sql.raw(fault).execute(cx.db);
        assert.deepEqual(await broken(cx.db, invariants), [name]);
      }));
  }
});
