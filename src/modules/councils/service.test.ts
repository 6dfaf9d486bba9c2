import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { sql } from 'kysely';
import { type Cx, execute } from '../../platform/command.ts';
import type { Database } from '../../platform/database/index.ts';
import { all } from '../../platform/database/query.ts';
import { testDatabase, withRollback } from '../../platform/database/testing.ts';
import { NotFound } from '../../platform/errors.ts';
import { installJobs } from '../../platform/jobs/index.ts';
import { broken, sound, type TestClock, testClock } from '../../platform/testing.ts';
import { cxOf, smallFederation, someone, system } from '../activities/testing.ts';
import { closeEdition, createEdition, editionByPid, openEdition } from '../calls/index.ts';
import { openContest, submittedDossier } from '../likenesses/testing.ts';
import { addPost, createMember } from '../people/index.ts';
import { done, refused } from '../rounds/testing.ts';
import { handlers, listening, toDo } from './jobs.ts';
import {
  conflictsAmong,
  councilsOf,
  invariants,
  judgeByPid,
  judgeByToken,
  judgesOf,
  listConflicts,
  relationsOf,
  seatsOf,
  seatsOfJudges,
} from './queries/index.ts';
import * as service from './service/index.ts';
import {
  acceptedJudge,
  councilWith,
  invitedJudge,
  judgeToken,
  proposedJudge,
  site,
} from './testing.ts';

let database: Database;
before(async () => {
  database = await testDatabase();
  await installJobs(database.ownerPool);
  await smallFederation(cxOf(database.db));
});
after(() => database.close());

interface Trial {
  readonly cx: Cx;
  readonly clock: TestClock;
  /** Public id and id. */
  readonly edition: string;
  readonly id: string;
}

const inTrial = (work: (trial: Trial) => Promise<void>) => (): Promise<void> =>
  withRollback(database, async (trx) => {
    const clock = testClock();
    const cx = { ...cxOf(trx, system), clock };
    const edition = await openContest(cx);
    await work({ cx, clock, edition, id: (await editionByPid(cx, edition)).id });
    await sound(cx.db, invariants);
  });

/** A submitted dossier whose author has details; gives its id. */
async function entered(
  cx: Cx,
  edition: string,
  author: string,
  { details = {}, birth = '1980-05-01' }: { details?: object; birth?: string | null } = {},
): Promise<string> {
  const id = await submittedDossier(cx, { edition, text: 'Nội dung', author });
  await sql`update dossier_author set details = ${JSON.stringify(details)}::jsonb, birth = ${birth},
    key = md5(${author}) where dossier_id = ${id}`.execute(cx.db);
  return id;
}

const kinds = async (cx: Cx, edition: string): Promise<string[]> => {
  const { rows } = await listConflicts(cx, edition, { page: 1, size: 200 });
  return rows
    .map(({ judge, kind, state, sure }) => `${judge.name}: ${kind} ${state} ${sure}`)
    .sort();
};

describe('a judge', () => {
  test(
    'is typed with a title, invited by a link that only a hash is kept of, and accepts',
    inTrial(async ({ cx, edition, id }) => {
      const made = await acceptedJudge(
        cx,
        edition,
        { name: 'PGS.TS. Lê Thị Hoa', unit: 'Sở Y tế', email: 'HOA@example.vn' },
        [{ relation: 'family', name: 'Lê Văn Sáu' }],
      );
      const { judge, token } = made;
      assert.deepEqual(
        [judge.name, judge.title, judge.email, judge.state],
        ['Lê Thị Hoa', 'PGS.TS', 'hoa@example.vn', 'accepted'],
      );
      const kept = await all(cx.db, sql<{ row: string }>`select l::text as row from judge_link l`);
      assert.equal(kept.length, 1);
      assert.ok(!kept[0]!.row.includes(token));
      const told = await all(
        cx.db,
        sql<{ row: string }>`select e::text as row from event e where subject_id = ${judge.id}`,
      );
      for (const { row } of told) {
        assert.ok(!row.includes(token));
        assert.ok(!row.includes('Lê Văn Sáu'), 'what was declared is not in the log');
      }
      assert.equal((await relationsOf(cx, [judge.id])).length, 1);
      assert.equal((await judgeByToken(cx, token)).pid, judge.pid);
      assert.deepEqual(
        (await judgesOf(cx, id)).map(({ pid }) => pid),
        [judge.pid],
      );
      const again = execute(cx, service.answerInvitation, { token, answer: 'accept', complete: 1 });
      assert.deepEqual(await refused(again), ['judge_answered']);
    }),
  );

  test(
    'answers in full: relations said to be complete, a reason for declining',
    inTrial(async ({ cx, edition }) => {
      const { token, id } = await invitedJudge(cx, edition);
      const answer = (sent: object) => execute(cx, service.answerInvitation, { token, ...sent });
      assert.deepEqual(await refused(answer({ answer: 'accept' })), ['complete judge_undeclared']);
      const nobody = [{ relation: 'family', note: 'con' }];
      assert.deepEqual(
        await refused(answer({ answer: 'accept', relations: nobody, complete: true })),
        ['relations.0.name relation_of_nobody'],
      );
      const relate = { token, relation: 'unit', unit: 'Sở Y tế' };
      assert.deepEqual(await refused(execute(cx, service.declareRelation, relate)), [
        'judge_not_accepted',
      ]);
      assert.deepEqual(await refused(answer({ answer: 'decline' })), [
        'reason judge_reason_missing',
      ]);
      await done(answer({ answer: 'decline', reason: 'Bận' }));
      // Who declined may think again by the same link.
      await done(answer({ answer: 'accept', complete: true }));
      assert.equal((await judgeByToken(cx, token)).reason, null);
      await done(execute(cx, service.declareRelation, relate));
      const [declared] = await relationsOf(cx, [id]);
      await done(execute(cx, service.withdrawRelation, { token, pid: declared!.pid }));
      assert.deepEqual(await relationsOf(cx, [id]), []);
    }),
  );

  test(
    'is there once: the same address, the same record',
    inTrial(async ({ cx, edition }) => {
      await proposedJudge(cx, edition, { name: 'Lê Thị Hoa', email: 'hoa@example.vn' });
      const propose = (more: object) => execute(cx, service.proposeJudge, { edition, ...more });
      assert.deepEqual(await refused(propose({ name: 'Hoa', email: 'HOA@example.vn' })), [
        'judge_known',
      ]);
      const { pid } = await done(
        execute(cx, createMember, {
          organisation: 'sonla-y',
          full_name: 'Cà Văn Tài',
          birth_date: '03/02/1975',
          workplace: 'Bệnh viện Đa khoa tỉnh Sơn La',
          degrees: 'TS',
          email: 'tai@example.vn',
        }),
      );
      const judge = await judgeByPid(cx, (await done(propose({ person: pid }))).pid);
      assert.deepEqual(
        [judge.name, judge.title, judge.unit, judge.email, judge.birth],
        ['Cà Văn Tài', 'TS', 'Bệnh viện Đa khoa tỉnh Sơn La', 'tai@example.vn', '1975-02-03'],
      );
      const other = { person: pid, email: 'khac@example.vn' };
      assert.deepEqual(await refused(propose(other)), ['judge_known']);
      assert.deepEqual(await refused(propose({})), ['name required']);
      assert.deepEqual(await refused(propose({ name: 'A B', expertise: ['khong-co'] })), [
        'expertise field_not_there',
      ]);
      await assert.rejects(propose({ person: 'aaaaaaaaaaaaaaaa' }), NotFound);
    }),
  );

  test(
    'of another address has no link until a new one is sent; a new one ends the old',
    inTrial(async ({ cx, edition }) => {
      const { pid, token, judge } = await acceptedJudge(cx, edition);
      const edit = (sent: object) => execute(cx, service.editJudge, { pid, ...sent });
      assert.deepEqual(await refused(edit({ email: '' })), ['email judge_email_missing']);
      const kept = await done(edit({ unit: 'Sở Y tế', max_load: 12 }));
      assert.equal(kept.mailed, true);
      assert.equal((await judgeByToken(cx, token)).maxLoad, 12);
      const moved = await done(edit({ email: 'moi@example.vn' }));
      assert.equal(moved.mailed, false);
      await assert.rejects(judgeByToken(cx, token), NotFound);
      await done(execute(cx, service.sendJudgeLink, { pid, site }));
      const second = await judgeToken(cx, 'moi@example.vn');
      assert.equal((await judgeByToken(cx, second)).unit, 'Sở Y tế');
      await done(execute(cx, service.sendJudgeLink, { pid, site }));
      await assert.rejects(judgeByToken(cx, second), NotFound);
      assert.equal((await judgeByPid(cx, pid)).title, judge.title);
    }),
  );

  test(
    'keeps the link for 30 days after the edition was closed, and no longer',
    inTrial(async ({ cx, clock, edition, id }) => {
      const { token, pid } = await acceptedJudge(cx, edition);
      const { version } = await editionByPid(cx, edition);
      await done(execute(cx, closeEdition, { pid: edition, version }));
      const happening = { name: 'edition.close', subjectId: id, organisationId: null };
      await listening['edition.close']!(cx, happening);
      clock.move(30 * 86_400_000 - 1000);
      assert.equal((await judgeByToken(cx, token)).pid, pid);
      const relate = { token, relation: 'unit', unit: 'Sở Y tế' };
      assert.deepEqual(await refused(execute(cx, service.declareRelation, relate)), [
        'edition_over',
      ]);
      clock.move(2000);
      await assert.rejects(judgeByToken(cx, token), NotFound);
      await listening['edition.reopen']!(cx, { ...happening, name: 'edition.reopen' });
      assert.equal((await judgeByToken(cx, token)).pid, pid);
    }),
  );

  test(
    'who ends or declines has no seat and, ended, no link',
    inTrial(async ({ cx, edition }) => {
      const [one, two] = [await acceptedJudge(cx, edition), await acceptedJudge(cx, edition)];
      const { id, pid } = await councilWith(cx, edition, { judges: [one, two] });
      const decline = { token: two.token, answer: 'decline', reason: 'Ốm' };
      await done(execute(cx, service.answerInvitation, decline));
      await done(execute(cx, service.endJudge, { pid: one.pid, reason: 'Chuyển công tác' }));
      assert.deepEqual(await seatsOf(cx, [id]), []);
      await assert.rejects(judgeByToken(cx, one.token), NotFound);
      const seat = { council: pid, judge: one.pid, role: 'member' };
      assert.deepEqual(await refused(execute(cx, service.giveSeat, seat)), ['judge judge_state']);
      assert.deepEqual(await refused(execute(cx, service.removeJudge, { pid: one.pid })), [
        'judge_state',
      ]);
      await done(execute(cx, service.inviteJudge, { pid: one.pid, site }));
      const mistaken = await proposedJudge(cx, edition);
      await done(execute(cx, service.removeJudge, { pid: mistaken }));
      await assert.rejects(judgeByPid(cx, mistaken), NotFound);
    }),
  );

  test(
    'is invited only to an open edition, with an address',
    inTrial(async ({ cx, edition }) => {
      const bare = await done(execute(cx, service.proposeJudge, { edition, name: 'Lê Văn Sáu' }));
      const invite = (pid: string) => execute(cx, service.inviteJudge, { pid, site });
      assert.deepEqual(await refused(invite(bare.pid)), ['judge_email_missing']);
      const { content } = await editionByPid(cx, edition);
      const draft = { organisation: 'sonla', code: 'chua-mo', content };
      const { pid } = await done(execute(cx, createEdition, draft));
      const early = await proposedJudge(cx, pid);
      assert.deepEqual(await refused(invite(early)), ['judge_edition_not_open']);
      await done(execute(cx, openEdition, { pid }));
      await done(invite(early));
      assert.deepEqual(await refused(invite(early)), ['judge_state']);
    }),
  );
});

describe('councils and seats', () => {
  test(
    'one chair, known fields, phases and rules; a seat may change',
    inTrial(async ({ cx, edition, id }) => {
      const [one, two] = [await acceptedJudge(cx, edition), await invitedJudge(cx, edition)];
      const { content } = await editionByPid(cx, edition);
      const create = (more: object) =>
        execute(cx, service.createCouncil, { edition, name: 'Hội đồng Y tế', ...more });
      assert.deepEqual(
        await refused(create({ fields: ['x'], phases: ['nhan-ho-so'], voting: 'x' })),
        ['fields field_not_there', 'phases phase_not_reviewing', 'voting voting_not_there'],
      );
      const { pid } = await done(create({ fields: [content.fields[0]!.code] }));
      assert.deepEqual(await refused(create({ name: 'hội đồng y tế' })), [
        'name council_name_taken',
      ]);
      const seat = (judge: { pid: string }, role: string, votes = true) =>
        execute(cx, service.giveSeat, { council: pid, judge: judge.pid, role, votes });
      await done(seat(one, 'chair'));
      assert.deepEqual(await refused(seat(two, 'chair')), ['role chair_taken']);
      await done(seat(two, 'secretary', false));
      await done(seat(one, 'vice'));
      await done(seat(two, 'chair'));
      const [council] = await councilsOf(cx, id);
      assert.deepEqual(
        (await seatsOf(cx, [council!.id])).map((s) => [s.judge.pid, s.role, s.votes]),
        [
          [two.pid, 'chair', true],
          [one.pid, 'vice', true],
        ],
      );
      const [kept] = await seatsOfJudges(cx, [two.id]);
      await done(execute(cx, service.removeSeat, { pid: kept!.pid }));
      const edit = { pid, fields: [], decision: '15/QĐ-BTC', decided_on: '01/06/2026' };
      await done(execute(cx, service.editCouncil, edit));
      const [changed] = await councilsOf(cx, id);
      assert.deepEqual(
        [changed!.fields, changed!.name, changed!.decidedOn, changed!.version],
        [[], 'Hội đồng Y tế', '2026-06-01', 2],
      );
      await done(execute(cx, service.deleteCouncil, { pid, version: 2 }));
      assert.deepEqual(await councilsOf(cx, id), []);
      const other = await openContest(cx, 'laichau', 'khac');
      const stranger = await acceptedJudge(cx, other);
      const mine = await councilWith(cx, edition);
      const mixed = { council: mine.pid, judge: stranger.pid, role: 'member' };
      await assert.rejects(execute(cx, service.giveSeat, mixed), NotFound);
    }),
  );
});

describe('conflicts', () => {
  test(
    'with dossiers of one unit are found when somebody is proposed, and shown before the invitation',
    inTrial(async ({ cx, edition, id }) => {
      const school = { school: 'Trường THPT Tô Hiệu, TP Sơn La' };
      const dossier = await entered(cx, edition, 'Lò Thị Hoa', { details: school });
      await entered(cx, edition, 'Cà Văn Tài', { details: { school: 'THPT Chiềng Sinh' } });
      const unit = 'THPT Tô Hiệu, Sơn La';
      const pid = await proposedJudge(cx, edition, { name: 'Lê Văn Sáu', unit });
      assert.deepEqual(await kinds(cx, id), ['Lê Văn Sáu: same_unit found true']);
      const invite = (more: object) => execute(cx, service.inviteJudge, { pid, site, ...more });
      assert.deepEqual(await refused(invite({})), ['anyway judge_conflicted']);
      await done(invite({ anyway: true }));
      const judge = await judgeByPid(cx, pid);
      assert.deepEqual(await conflictsAmong(cx, [judge.id], [dossier]), [
        { judgeId: judge.id, dossierId: dossier, kinds: ['same_unit'], stands: true },
      ]);
      // Another unit: nothing speaks for it any more.
      await done(execute(cx, service.editJudge, { pid, unit: 'Sở Y tế tỉnh Sơn La' }));
      assert.deepEqual(await kinds(cx, id), []);
    }),
  );

  test(
    'of memberships and posts together, by the registry; another human of the name is no one',
    inTrial(async ({ cx, edition, id }) => {
      const member = async (full_name: string, birth_date: string, organisation = 'sonla-y') =>
        (
          await done(
            execute(cx, createMember, { organisation, full_name, birth_date, joined: '2020' }),
          )
        ).pid;
      const judge = await member('Lê Văn Sáu', '03/02/1970');
      const author = await member('Lò Thị Hoa', '01/05/1980');
      await member('Cà Văn Tài', '01/05/1985');
      for (const [person, title] of [
        [judge, 'Chủ tịch'],
        [author, 'Ủy viên Ban Chấp hành'],
      ])
        await done(
          execute(cx, addPost, { person, organisation: 'sonla-y', title, from: '01/01/2021' }),
        );
      await entered(cx, edition, 'Lò Thị Hoa');
      await entered(cx, edition, 'Cà Văn Tài', { birth: '1990-01-01' });
      await proposedJudge(cx, edition, { person: judge });
      assert.deepEqual(await kinds(cx, id), [
        'Lê Văn Sáu: committee found true',
        'Lê Văn Sáu: same_unit found true',
      ]);
      const { rows } = await listConflicts(cx, id, { kind: 'committee', page: 1, size: 10 });
      assert.deepEqual(rows[0]!.evidence, [
        {
          by: 'post',
          sure: true,
          match: 'full',
          author: 'Lò Thị Hoa',
          judge: 'Chủ tịch',
          found: 'Ủy viên Ban Chấp hành',
          organisation: 'sonla-y',
          since: '2021-01-01',
        },
      ]);
    }),
  );

  test(
    'of an earlier dossier of any edition that both wrote, and of what it won',
    inTrial(async ({ cx, edition, id }) => {
      const other = await openContest(cx, 'laichau', 'cu');
      const earlier = await entered(cx, other, 'Lê Văn Sáu', { birth: '1970-02-03' });
      await sql`insert into dossier_author (dossier_id, position, key, name, birth, details)
        values (${earlier}, 1, 'b', 'Lò Thị Hoa', '1980-05-01', '{}')`.execute(cx.db);
      await entered(cx, edition, 'LÒ THỊ HOA');
      const name = 'Lê Văn Sáu';
      const pid = await proposedJudge(cx, edition, { name, birth: '03/02/1970' });
      assert.deepEqual(await kinds(cx, id), ['Lê Văn Sáu: coauthor found true']);
      await sql`insert into dossier_award (id, dossier_id, level, name, year, recorded_at)
        values (${cx.ids.uuid()}, ${earlier}, 'province', 'Giải Nhì', 2024, now())`.execute(cx.db);
      assert.deepEqual(await done(execute(cx, service.findConflicts, { edition })), {
        added: 1,
        changed: 0,
        gone: 0,
      });
      assert.deepEqual(await done(execute(cx, service.findConflicts, { edition })), {
        added: 0,
        changed: 0,
        gone: 0,
      });
      await done(execute(cx, service.editJudge, { pid, birth: '1971' }));
      assert.deepEqual(await kinds(cx, id), []);
    }),
  );

  test(
    'that a judge declares block, only the judge takes them back, and nothing tells what matched',
    inTrial(async ({ cx, edition, id }) => {
      const dossier = await entered(cx, edition, 'Lò Thị Hoa');
      const one = await acceptedJudge(cx, edition, { name: 'Lê Văn Sáu' });
      const answer = await done(
        execute(cx, service.declareRelation, {
          token: one.token,
          relation: 'family',
          name: 'lo thi hoa',
        }),
      );
      assert.deepEqual(answer, { pid: one.pid });
      assert.deepEqual(await kinds(cx, id), ['Lê Văn Sáu: declared found false']);
      assert.equal((await conflictsAmong(cx, [one.id], null))[0]!.dossierId, dossier);
      const [conflict] = (await listConflicts(cx, id, { page: 1, size: 1 })).rows;
      const dismiss = { pid: conflict!.pid, reason: 'Không phải' };
      assert.deepEqual(await refused(execute(cx, service.dismissConflict, dismiss)), [
        'conflict_declared',
      ]);
      await done(execute(cx, service.upholdConflict, { pid: conflict!.pid }));
      const [declared] = await relationsOf(cx, [one.id]);
      const back = { token: one.token, pid: declared!.pid };
      await done(execute(cx, service.withdrawRelation, back));
      assert.deepEqual(await kinds(cx, id), []);
    }),
  );

  test(
    'are dismissed with a reason and stay so until something new speaks for them',
    inTrial(async ({ cx, edition, id }) => {
      const dossier = await entered(cx, edition, 'Lê Văn Sáu', { birth: null });
      const one = await acceptedJudge(cx, edition, { name: 'Lê Văn Sáu' });
      assert.deepEqual(await kinds(cx, id), ['Lê Văn Sáu: author found false']);
      const [{ pid } = { pid: '' }] = (await listConflicts(cx, id, { page: 1, size: 1 })).rows;
      const dismiss = (sent: object) => execute(cx, service.dismissConflict, { pid, ...sent });
      assert.deepEqual(await refused(dismiss({})), ['reason required']);
      await done(dismiss({ reason: 'Trùng tên, khác người', version: 1 }));
      assert.deepEqual(await conflictsAmong(cx, [one.id], [dossier]), []);
      await done(execute(cx, service.findConflicts, { edition }));
      assert.deepEqual(await kinds(cx, id), ['Lê Văn Sáu: author dismissed false']);
      await sql`update dossier_author set details = jsonb_build_object('email', ${one.judge.email}::text)
        where dossier_id = ${dossier}`.execute(cx.db);
      await handlers[service.FIND]!(cx, { edition: id });
      assert.deepEqual(await kinds(cx, id), ['Lê Văn Sáu: author found true']);
      const [again] = (await listConflicts(cx, id, { page: 1, size: 1 })).rows;
      assert.deepEqual([again!.reason, again!.decidedAt], [null, null]);
    }),
  );

  test(
    'that the office notes stand at once; withdrawn dossiers have none',
    inTrial(async ({ cx, edition, id }) => {
      const dossier = await entered(cx, edition, 'Lò Thị Hoa', {
        details: { workplace: 'Sở Y tế tỉnh Sơn La' },
      });
      const one = await acceptedJudge(cx, edition, { unit: 'Sở Y tế tỉnh Sơn La' });
      const [row] = await all(
        cx.db,
        sql<{ number: string }>`select number from dossier where id = ${dossier}`,
      );
      const add = (sent: object) =>
        execute(cx, service.addConflict, {
          judge: one.pid,
          dossier: row!.number.toLowerCase(),
          kind: 'family',
          words: 'Em rể',
          ...sent,
        });
      await done(add({}));
      assert.deepEqual(await refused(add({})), ['kind conflict_known']);
      assert.deepEqual(await refused(add({ dossier: 'khong-co' })), ['dossier dossier_not_there']);
      assert.deepEqual(await refused(add({ kind: 'declared' })), ['kind not_in_list']);
      assert.equal((await conflictsAmong(cx, [one.id], null))[0]!.kinds.length, 2);
      await sql`update dossier set state = 'withdrawn' where id = ${dossier}`.execute(cx.db);
      await done(execute(cx, service.findConflicts, { edition }));
      const left = await listConflicts(cx, id, { page: 1, size: 10 });
      assert.deepEqual(
        left.rows.map(({ kind }) => kind),
        ['family'],
      );
    }),
  );

  test(
    'are looked for again after a dossier, once however many come',
    inTrial(async ({ cx, edition }) => {
      const orders = () =>
        all(
          cx.db,
          sql<{ task: string }>`select task_identifier as task from graphile_worker.jobs
            where task_identifier = ${service.FIND}`,
        );
      const first = await entered(cx, edition, 'Lò Thị Hoa');
      const happening = { name: 'dossier.submit', subjectId: first, organisationId: null };
      await listening['dossier.submit']!(cx, happening);
      assert.equal((await orders()).length, 0, 'nobody judges yet');
      await proposedJudge(cx, edition);
      for (const subjectId of [first, await entered(cx, edition, 'Cà Văn Tài')])
        await listening['dossier.submit']!(cx, { ...happening, subjectId });
      assert.equal((await orders()).length, 1);
    }),
  );
});

describe('rights and the desk', () => {
  test(
    'another union sees nothing, an auditor reads, a clerk writes',
    inTrial(async ({ cx, edition, id }) => {
      await entered(cx, edition, 'Lò Thị Hoa', { details: { workplace: 'Sở Y tế, Sơn La' } });
      const judge = await proposedJudge(cx, edition, { unit: 'Sở Y tế, Sơn La' });
      const { pid } = await councilWith(cx, edition);
      const [conflict] = (await listConflicts(cx, id, { page: 1, size: 1 })).rows;
      const dismiss = { pid: conflict!.pid, reason: 'Khác' };
      const stranger = await someone(cx, 'clerk', 'laichau');
      await assert.rejects(judgeByPid(stranger, judge), NotFound);
      await assert.rejects(execute(stranger, service.deleteCouncil, { pid }), NotFound);
      await assert.rejects(execute(stranger, service.dismissConflict, dismiss), NotFound);
      assert.equal((await listConflicts(stranger, id, { page: 1, size: 10 })).total, 0);
      const auditor = await someone(cx, 'auditor', 'sonla');
      assert.equal((await judgeByPid(auditor, judge)).pid, judge);
      await assert.rejects(execute(auditor, service.dismissConflict, dismiss), {
        message: 'forbidden: council.manage',
      });
      await done(execute(await someone(cx, 'clerk', 'sonla'), service.dismissConflict, dismiss));
    }),
  );

  test(
    'the home tells of invitations after a week and of conflicts, to those who may act',
    inTrial(async ({ cx, clock, edition }) => {
      await entered(cx, edition, 'Lò Thị Hoa', { details: { workplace: 'Sở Y tế, Sơn La' } });
      await invitedJudge(cx, edition, { unit: 'Sở Y tế, Sơn La' });
      const { organisation } = await editionByPid(cx, edition);
      const clerk = await someone(cx, 'clerk', 'sonla');
      const titles = async (who: Cx) =>
        (await toDo(who, organisation.id, 'sonla')).map(({ title }) => title);
      assert.deepEqual(await titles(clerk), ['1 quan hệ lợi ích chờ xem xét']);
      clock.move(8 * 86_400_000);
      assert.deepEqual(await titles(clerk), [
        '1 thư mời giám khảo chưa có trả lời',
        '1 quan hệ lợi ích chờ xem xét',
      ]);
      assert.deepEqual(await titles(await someone(cx, 'auditor', 'sonla')), []);
    }),
  );

  test('each invariant finds what is wrong', () =>
    withRollback(database, async (trx) => {
      const cx = { ...cxOf(trx, system), clock: testClock() };
      const edition = await openContest(cx);
      await entered(cx, edition, 'Lò Thị Hoa', { details: { workplace: 'Sở Y tế, Sơn La' } });
      const one = await acceptedJudge(cx, edition, { unit: 'Sở Y tế, Sơn La' });
      await councilWith(cx, edition, { judges: [one] });
      await sound(cx.db, invariants);
      const faults: readonly (readonly [string, string])[] = [
        ['conflict_without_evidence', `update conflict set evidence = '[]', sure = false`],
        ['conflict_surer_than_its_evidence', `update conflict set sure = not sure`],
        ['seat_of_who_does_not_judge', `update judge set state = 'ended', reason = 'x'`],
        ['judge_link_of_who_was_not_invited', `update judge set state = 'proposed'`],
        [
          'conflict_declared_by_nobody',
          `update conflict set kind = 'declared', source = 'declared'`,
        ],
        [
          'conflict_dismissed_without_reason',
          `update conflict set state = 'dismissed', reason = ' ', decided_at = now()`,
        ],
      ];
      for (const [name, fault] of faults) {
        await sql.raw('savepoint fault').execute(cx.db);
        await sql.raw(fault).execute(cx.db);
        assert.ok((await broken(cx.db, invariants)).includes(name), name);
        await sql.raw('rollback to savepoint fault').execute(cx.db);
      }
    }));
});
