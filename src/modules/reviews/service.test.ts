import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { sql } from 'kysely';
import { type Cx, execute } from '../../platform/command.ts';
import type { Database } from '../../platform/database/index.ts';
import { all, one } from '../../platform/database/query.ts';
import { testDatabase, withRollback } from '../../platform/database/testing.ts';
import { Conflict, Forbidden, NotFound } from '../../platform/errors.ts';
import { saveFile } from '../../platform/files.ts';
import { installJobs } from '../../platform/jobs/index.ts';
import { verifyText } from '../../platform/keys.ts';
import { broken, sound, type TestClock } from '../../platform/testing.ts';
import { cxOf, smallFederation, someone } from '../activities/testing.ts';
import { done, refused } from '../rounds/testing.ts';
import { invariants, reopeningsOf, sheetsOf, votesOf } from './queries/index.ts';
import {
  paperSheet,
  readSheet,
  recordVotes,
  remindJudges,
  reopenAsChair,
  reopenSheet,
  saveSheet,
  sayInCouncil,
  signSheet,
} from './service/index.ts';
import {
  assignmentId,
  frozenDossier,
  fullMarks,
  openContest,
  type Panel,
  panel,
  validDossier,
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

const hour = 3_600_000;
const day = 24 * hour;
const move = (cx: Cx, by: number): void => (cx.clock as TestClock).move(by);

/** What the first judge sends for the first dossier. */
const first = ({ judges, sheets }: Panel) => ({
  token: judges[0].token,
  assignment: sheets[0]![0]!,
});
const second = ({ judges, sheets }: Panel) => ({
  token: judges[1].token,
  assignment: sheets[1]![0]!,
});

const editionId = async (cx: Cx, pid: string): Promise<string> =>
  (await one(cx.db, sql<{ id: string }>`select id from edition where pid = ${pid}`)).id;

const sheetOf = async (cx: Cx, { edition }: Panel, pid: string) =>
  (await sheetsOf(cx, await editionId(cx, edition), 'so-khao')).find((one) => one.pid === pid)!;

const signed = (cx: Cx, sent: object, version = 0) =>
  done(execute(cx, signSheet, { ...sent, marks: fullMarks, version, dossier: 1 }));

describe('writing', () => {
  test(
    'keeps what is complete or not, each time as a version of its own',
    inTrial(async (cx) => {
      const at = await panel(cx);
      const sent = first(at);
      const partly = { ...sent, marks: { 'tinh-moi': { points: 'hai mươi' } } };
      assert.deepEqual(await done(execute(cx, saveSheet, { ...partly, version: 0 })), {
        pid: sent.assignment,
        version: 1,
      });
      const more = { ...sent, marks: fullMarks, version: 1 };
      assert.equal((await done(execute(cx, saveSheet, more))).version, 2);
      const sheet = await sheetOf(cx, at, sent.assignment);
      assert.equal(sheet.state, 'draft');
      assert.equal(sheet.holds, null);
    }),
  );

  test(
    'two devices: the second one is told, and nothing is overwritten',
    inTrial(async (cx) => {
      const at = await panel(cx);
      const sent = first(at);
      const pc = {
        ...sent,
        marks: { 'tinh-moi': { points: 28 } },
        version: 0,
        writer: 'pc',
        seq: 1,
      };
      const phone = { ...sent, marks: fullMarks, version: 0, writer: 'phone', seq: 1 };
      await done(execute(cx, saveSheet, pc));
      await assert.rejects(execute(cx, saveSheet, phone), (error) => {
        assert.ok(error instanceof Conflict);
        assert.equal(error.version, 1);
        return true;
      });
      const { working } = await one(
        cx.db,
        sql<{ working: object }>`select working from score_sheet`,
      );
      assert.deepEqual(working, { 'tinh-moi': { points: 28, band: 0 } });
      await done(execute(cx, saveSheet, { ...phone, version: 1 }));
    }),
  );

  test(
    'a page whose answer was lost goes on, but what it sent earlier does not come back over it',
    inTrial(async (cx) => {
      const sent = { ...first(await panel(cx)), writer: 'pc' };
      const one = { ...sent, marks: { 'tinh-moi': { points: 21 } }, version: 0, seq: 1 };
      const two = { ...sent, marks: { 'tinh-moi': { points: 22 } }, version: 0, seq: 2 };
      await done(execute(cx, saveSheet, one));
      // It never had the answer with version 1.
      assert.equal((await done(execute(cx, saveSheet, two))).version, 2);
      await assert.rejects(execute(cx, saveSheet, one), Conflict);
    }),
  );

  test(
    'the log tells that something was written, and nobody finds out what by trying',
    inTrial(async (cx) => {
      const at = await panel(cx);
      await done(execute(cx, saveSheet, { ...first(at), marks: fullMarks, version: 0 }));
      await done(execute(cx, saveSheet, { ...second(at), marks: fullMarks, version: 0 }));
      await signed(cx, first(at), 1);
      await signed(cx, second(at), 1);
      const events = await all(
        cx.db,
        sql<{ name: string; text: string }>`select e.action as name,
            e::text || coalesce(string_agg(v::text, ' '), '') as text
          from event e left join event_value v on v.event_id = e.id
          where e.action like 'sheet.%' group by e.id, e.* order by e.id`,
      );
      assert.equal(events.length, 4);
      for (const { text } of events) assert.doesNotMatch(text, /30[.,]5|\b28\b|\b89\b|công/);
      const marks = events.map(({ text }) => /[0-9a-f]{64}|"[0-9a-f]{16}"/.exec(text)?.[0]);
      // The same marks of two judges leave different marks.
      assert.equal(new Set(marks).size, marks.length);
    }),
  );
});

describe('signing', () => {
  test(
    'freezes what is on the sheet, with its hash and a signature',
    inTrial(async (cx) => {
      const at = await panel(cx);
      const sent = first(at);
      const given = await signed(cx, sent);
      assert.equal(given.number, 1);
      assert.equal(given.round, 1);
      const { holds, state } = await sheetOf(cx, at, sent.assignment);
      assert.equal(state, 'signed');
      assert.equal(holds?.points, 8900);
      assert.equal(holds?.failed, false);
      assert.equal(holds?.sha256, createHash('sha256').update(holds!.frozen).digest('hex'));
      assert.equal(given.sha256, holds?.sha256);
      assert.equal(verifyText(cx.keys, 'receipt', holds!.frozen, holds!), 'good');
      assert.equal(verifyText(cx.keys, 'receipt', `${holds!.frozen} `, holds!), 'bad');
      const text = readSheet(holds!.frozen);
      assert.equal(text.judge, at.judges[0].pid);
      assert.equal(text.points, '89');
      assert.deepEqual(text.dossier, {
        pid: at.dossiers[0].pid,
        version: 1,
        sha256: text.dossier.sha256,
      });
      assert.match(text.dossier.sha256 ?? '', /^[0-9a-f]{64}$/);
    }),
  );

  test(
    'what is missing is told, place by place',
    inTrial(async (cx) => {
      const sent = { ...first(await panel(cx)), version: 0, dossier: 1 };
      const marks = { 'tinh-moi': { points: 31 }, 'hieu-qua': { points: '12,3' } };
      assert.deepEqual(await refused(execute(cx, signSheet, { ...sent, marks })), [
        'mark-tinh-moi mark_in_no_band',
        'mark-hieu-qua mark_step',
        'comment-hieu-qua comment_missing',
        'gate-an-toan gate_missing',
      ]);
      // Nothing was ever saved: an empty sheet is not complete either.
      assert.equal((await refused(execute(cx, signSheet, sent))).length, 4);
    }),
  );

  test(
    'a sheet is signed once, then it stays',
    inTrial(async (cx) => {
      const at = await panel(cx);
      const sent = first(at);
      await signed(cx, sent);
      const again = { ...sent, marks: fullMarks, version: 1, dossier: 1 };
      assert.deepEqual(await refused(execute(cx, signSheet, again)), ['sheet_state']);
      assert.deepEqual(await refused(execute(cx, saveSheet, { ...sent, marks: {}, version: 1 })), [
        'sheet_state',
      ]);
    }),
  );

  test(
    'no hand changes what was signed',
    inTrial(async (cx) => {
      await signed(cx, first(await panel(cx)));
      for (const statement of [
        sql`update score_version set points = 100`,
        sql`delete from score_version`,
        sql`insert into score_version select assignment_id, 2, round, dossier_version, frozen || ' ', sha256,
          points, failed, how, reason, typed_by, signed_at, signature, key_id from score_version`,
      ]) {
        await sql`savepoint hand`.execute(cx.db);
        await assert.rejects(statement.execute(cx.db), /append_only|score_version_check/);
        await sql`rollback to savepoint hand`.execute(cx.db);
      }
    }),
  );

  test(
    'what was saved is signed where nothing is sent with it; a dossier that changed is looked at first',
    inTrial(async (cx) => {
      const at = await panel(cx);
      const sent = first(at);
      await done(execute(cx, saveSheet, { ...sent, marks: fullMarks, version: 0 }));
      await frozenDossier(cx, at.edition, at.dossiers[0], 2, {
        ten: 'Máy băm thân chuối, bản hai',
      });
      const signing = { ...sent, version: 1 };
      assert.deepEqual(await refused(execute(cx, signSheet, { ...signing, dossier: 1 })), [
        'sheet_dossier_changed',
      ]);
      await done(execute(cx, signSheet, { ...signing, dossier: 2 }));
      assert.equal((await sheetOf(cx, at, sent.assignment)).holds?.dossierVersion, 2);
    }),
  );

  test(
    'what the server had in the last second is in time, whenever it comes to it',
    inTrial(async (cx) => {
      const at = await panel(cx);
      const received = new Date('2026-05-20T17:00:00.999+07:00');
      move(cx, received.getTime() + 60_000 - cx.clock.now().getTime());
      const sent = { ...first(at), marks: fullMarks, version: 0, dossier: 1 };
      const late = new Date('2026-05-20T17:00:01.000+07:00');
      assert.deepEqual(await refused(execute(cx, signSheet, { ...sent, received: late })), [
        'sheet_closed',
      ]);
      assert.deepEqual(await refused(execute(cx, signSheet, sent)), ['sheet_closed']);
      await done(execute(cx, signSheet, { ...sent, received }));
      // A request that says that it comes from the future is read at the present.
      const future = new Date('2027-01-01T00:00:00Z');
      const other = { ...second(at), marks: fullMarks, version: 0, dossier: 1, received: future };
      assert.deepEqual(await refused(execute(cx, signSheet, other)), ['sheet_closed']);
    }),
  );

  test(
    'a gate answered by no, and no points where that fails, fail the sheet',
    inTrial(async (cx) => {
      const at = await panel(cx);
      const no = { ...fullMarks, 'an-toan': { answer: 'no' } };
      const zero = { ...fullMarks, 'tinh-moi': { points: 0 } };
      for (const [sent, marks] of [
        [first(at), no],
        [second(at), zero],
      ] as const) {
        await done(execute(cx, signSheet, { ...sent, marks, version: 0, dossier: 1 }));
        assert.equal((await sheetOf(cx, at, sent.assignment)).holds?.failed, true);
      }
    }),
  );
});

describe('opening again', () => {
  test(
    'in the phase something is mended in the same round; both versions stay',
    inTrial(async (cx) => {
      const at = await panel(cx);
      const sent = first(at);
      await signed(cx, sent);
      const clerk = await someone(cx, 'clerk', 'sonla');
      const why = { pid: sent.assignment, reason: 'Gõ nhầm điểm.', version: 1 };
      assert.equal((await done(execute(clerk, reopenSheet, why))).round, 1);
      const changed = { ...fullMarks, 'tinh-moi': { points: 21 } };
      await done(execute(cx, signSheet, { ...sent, marks: changed, version: 2, dossier: 1 }));
      const { holds, versions } = await sheetOf(cx, at, sent.assignment);
      assert.deepEqual(
        versions.map(({ number, round, points }) => [number, round, points]),
        [
          [1, 1, 8900],
          [2, 1, 8200],
        ],
      );
      assert.equal(holds?.number, 2);
    }),
  );

  test(
    'after the phase it is judged anew when the council discusses, in the next round',
    inTrial(async (cx) => {
      const at = await panel(cx);
      const sent = second(at);
      await signed(cx, sent);
      const clerk = await someone(cx, 'clerk', 'sonla');
      const why = { pid: sent.assignment, reason: 'Lệch 28 điểm.', version: 1 };
      move(cx, 8 * day + 8 * hour);
      assert.deepEqual(await refused(execute(clerk, reopenSheet, why)), ['sheet_closed']);
      move(cx, day);
      const byChair = { token: at.judges[0].token, assignment: sent.assignment };
      const chair = { ...byChair, reason: 'Lệch 28 điểm.', version: 1 };
      assert.equal((await done(execute(cx, reopenAsChair, chair))).round, 2);
      assert.equal((await sheetOf(cx, at, sent.assignment)).holds?.points, 8900);
      const lower = { ...fullMarks, 'tinh-moi': { points: 22 } };
      await done(execute(cx, signSheet, { ...sent, marks: lower, version: 2, dossier: 1 }));
      const { holds, versions } = await sheetOf(cx, at, sent.assignment);
      assert.deepEqual([holds?.round, holds?.points, versions.length], [2, 8300, 2]);
      const [opened] = await reopeningsOf(cx.db, [await assignmentId(cx, sent.assignment)]);
      assert.deepEqual([opened?.by, opened?.number, opened?.round], ['chair', 1, 2]);
      // The first sheet was not opened: the phase is over for it.
      assert.deepEqual(
        await refused(execute(cx, saveSheet, { ...first(at), marks: {}, version: 0 })),
        ['sheet_closed'],
      );
    }),
  );

  test(
    'only the chair of the council opens a sheet of somebody else',
    inTrial(async (cx) => {
      const at = await panel(cx);
      await signed(cx, first(at));
      const member = { token: at.judges[1].token, assignment: at.sheets[0]![0]! };
      await assert.rejects(
        execute(cx, reopenAsChair, { ...member, reason: 'Vì sao', version: 1 }),
        NotFound,
      );
    }),
  );
});

describe('whose sheet it is', () => {
  test(
    'a link opens its own sheets, and none after the judge stepped back or was ended',
    inTrial(async (cx) => {
      const at = await panel(cx);
      const save = { marks: fullMarks, version: 0 };
      const other = { token: at.judges[0].token, assignment: at.sheets[1]![0]! };
      await assert.rejects(execute(cx, saveSheet, { ...other, ...save }), NotFound);
      await assert.rejects(
        execute(cx, saveSheet, { ...first(at), ...save, token: 'f'.repeat(40) }),
        NotFound,
      );
      await sql`update assignment set state = 'recused', reason = 'Cùng cơ quan', ended_at = ${cx.clock.now()}
        where pid = ${first(at).assignment}`.execute(cx.db);
      assert.deepEqual(await refused(execute(cx, saveSheet, { ...first(at), ...save })), [
        'sheet_not_yours',
      ]);
      await sql`update judge set state = 'declined' where pid = ${at.judges[1].pid}`.execute(cx.db);
      await assert.rejects(execute(cx, saveSheet, { ...second(at), ...save }), NotFound);
    }),
  );
});

describe('what the secretariat does', () => {
  test(
    'types in a signed paper with its reason and scan, marked for good',
    inTrial(async (cx) => {
      const at = await panel(cx);
      const clerk = await someone(cx, 'clerk', 'sonla');
      const bytes = Buffer.from(
        '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
      );
      const scan = await done(
        saveFile(clerk, clerk.files, { name: 'phieu.pdf', bytes, limit: 1_000_000 }),
      );
      const pid = second(at).assignment;
      const sent = {
        pid,
        marks: fullMarks,
        reason: 'Chấm tại buổi họp.',
        file: scan.pid,
        version: 0,
      };
      assert.deepEqual(await refused(execute(clerk, paperSheet, { ...sent, marks: {} })), [
        'band-tinh-moi band_missing',
        'mark-hieu-qua mark_missing',
        'comment-hieu-qua comment_missing',
        'gate-an-toan gate_missing',
      ]);
      await done(execute(clerk, paperSheet, sent));
      const { holds } = await sheetOf(cx, at, pid);
      assert.deepEqual(
        [holds?.how, holds?.reason, holds?.points],
        ['paper', 'Chấm tại buổi họp.', 8900],
      );
      assert.equal(readSheet(holds!.frozen).how, 'paper');
    }),
  );

  test(
    'only those who may; others do not know that it is there',
    inTrial(async (cx) => {
      const at = await panel(cx);
      const pid = first(at).assignment;
      await signed(cx, first(at));
      const reopen = { pid, reason: 'Vì sao', version: 1 };
      await assert.rejects(
        execute(await someone(cx, 'auditor', 'sonla'), reopenSheet, reopen),
        Forbidden,
      );
      for (const [role, where] of [
        ['clerk', 'laichau'],
        ['officer', 'sonla-y'],
        ['judge', 'sonla'],
      ] as const)
        await assert.rejects(
          execute(await someone(cx, role, where), reopenSheet, reopen),
          NotFound,
        );
    }),
  );

  test(
    'types in votes for the parts that ask for them',
    inTrial(async (cx) => {
      const at = await panel(cx);
      const clerk = await someone(cx, 'clerk', 'sonla');
      const sent = (votes: readonly object[], part = 'binh-chon') => ({
        edition: at.edition,
        phase: 'so-khao',
        part,
        source: 'Biên bản kiểm phiếu số 3',
        votes,
      });
      const [a, b] = at.dossiers;
      const both = [
        { dossier: a.pid, votes: 12 },
        { dossier: b.pid, votes: 0 },
      ];
      await done(execute(clerk, recordVotes, sent(both)));
      await done(execute(clerk, recordVotes, sent([{ dossier: a.pid, votes: 15 }])));
      const kept = await votesOf(cx, await editionId(cx, at.edition), 'so-khao');
      assert.deepEqual(
        new Map(kept.map((row) => [row.dossierId, [row.votes, row.version]])),
        new Map([
          [a.id, [15, 2]],
          [b.id, [0, 1]],
        ]),
      );
      assert.deepEqual(await refused(execute(clerk, recordVotes, sent(both, 'hieu-qua'))), [
        'part votes_no_part',
      ]);
      const other = await validDossier(cx, await openContest(cx, {}, 'khac'));
      assert.deepEqual(
        await refused(execute(clerk, recordVotes, sent([{ dossier: other.pid, votes: 1 }]))),
        ['votes.0.dossier votes_no_dossier'],
      );
      assert.deepEqual(
        await refused(execute(clerk, recordVotes, sent([{ dossier: a.pid, votes: -1 }]))),
        ['votes.0.votes too_small'],
      );
      const early = new Date('2026-04-25T08:00:00+07:00').getTime() - cx.clock.now().getTime();
      move(cx, early);
      assert.deepEqual(await refused(execute(clerk, recordVotes, sent(both))), ['votes_too_early']);
    }),
  );

  test(
    'reminds each judge with unsigned sheets once in twenty hours',
    inTrial(async (cx) => {
      const at = await panel(cx);
      const clerk = await someone(cx, 'clerk', 'sonla');
      for (const pid of at.sheets[0]!)
        await signed(cx, { token: at.judges[0].token, assignment: pid });
      const order = { edition: at.edition, phase: 'so-khao', site: 'https://hoi.example' };
      assert.equal((await done(execute(clerk, remindJudges, order))).letters, 1);
      assert.equal((await done(execute(clerk, remindJudges, order))).letters, 0);
      move(cx, 20 * hour);
      assert.equal((await done(execute(clerk, remindJudges, order))).letters, 1);
      const letters = await all(
        cx.db,
        sql<{ subject: string; body: string }>`select subject, body from mail_message`,
      );
      assert.equal(letters.length, 2);
      assert.match(letters[0]!.subject, /^Còn 2 phiếu chấm chưa ký/);
      assert.match(letters[0]!.body, /17:00:00 ngày 20\/05\/2026/);
      // No letter names a dossier, or has a way in.
      assert.doesNotMatch(letters[0]!.body, /chuối|http/);
      for (const pid of at.sheets[1]!)
        await signed(cx, { token: at.judges[1].token, assignment: pid });
      assert.deepEqual(await refused(execute(clerk, remindJudges, order)), ['review_nobody_late']);
      move(cx, 10 * day);
      assert.deepEqual(await refused(execute(clerk, remindJudges, order)), [
        'review_phase_not_open',
      ]);
    }),
  );
});

describe('the council', () => {
  test(
    'speaks of a dossier while it discusses, and about a sheet that was opened again',
    inTrial(async (cx) => {
      const at = await panel(cx);
      const words = { ...first(at), text: 'Điểm mới ở góc dao.' };
      assert.deepEqual(await refused(execute(cx, sayInCouncil, words)), ['review_not_discussed']);
      await signed(cx, first(at));
      await done(
        execute(await someone(cx, 'clerk', 'sonla'), reopenSheet, {
          pid: first(at).assignment,
          reason: 'Gõ nhầm',
          version: 1,
        }),
      );
      await done(execute(cx, sayInCouncil, words));
      move(cx, 9 * day);
      await done(execute(cx, sayInCouncil, { ...second(at), text: 'Cần thử thêm.' }));
      // The chair also about sheets of others.
      const chair = { token: at.judges[0].token, assignment: at.sheets[1]![1]! };
      await done(execute(cx, sayInCouncil, { ...chair, text: 'Đề nghị xem lại.' }));
      const member = { token: at.judges[1].token, assignment: at.sheets[0]![1]! };
      await assert.rejects(
        execute(cx, sayInCouncil, { ...member, text: 'Không phải của tôi' }),
        NotFound,
      );
    }),
  );
});

describe('invariants', () => {
  const signedAgain = (round: string, dossier: string, points: string): string =>
    `insert into score_version select assignment_id, 2, ${round}, ${dossier}, frozen, sha256, ${points},
      failed, how, reason, typed_by, signed_at, signature, key_id from score_version`;
  const planted: readonly (readonly [string, string])[] = [
    ['score_sheet_holds_its_newest_version', 'update score_sheet set signed = 2'],
    ['score_version_points_of_its_marks', signedAgain('round', 'dossier_version', 'points + 0.01')],
    ['score_version_of_its_assignment', signedAgain('round', 'dossier_version', 'points')],
    ['score_version_of_a_dossier_version', signedAgain('round', '7', 'points')],
    ['score_sheet_round_of_its_versions', signedAgain('3', 'dossier_version', 'points')],
    [
      'phase_votes_of_another_edition',
      `insert into phase_votes (edition_id, phase, dossier_id, part, votes, source, typed_at)
        select o.id, 'so-khao', d.id, 'binh-chon', 1, 'x', now() from dossier d, edition o
        where o.id <> d.edition_id limit 1`,
    ],
  ];
  for (const [name, statement] of planted)
    test(`${name} finds its fault`, () =>
      withRollback(database, async (trx) => {
        const cx = cxOf(trx);
        await signed(cx, first(await panel(cx)));
        await openContest(cx, {}, 'khac');
        assert.deepEqual(await broken(cx.db, invariants), []);
        await sql.raw(statement).execute(cx.db);
        assert.ok((await broken(cx.db, invariants)).includes(name));
      }));
});
