import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { sql } from 'kysely';
import { type Cx, execute } from '../../platform/command.ts';
import type { Database } from '../../platform/database/index.ts';
import { all } from '../../platform/database/query.ts';
import { testDatabase, withRollback } from '../../platform/database/testing.ts';
import { Forbidden, NotFound } from '../../platform/errors.ts';
import { installJobs } from '../../platform/jobs/index.ts';
import { broken, sound, testClock } from '../../platform/testing.ts';
import { cxOf, smallFederation, someone, system } from '../activities/testing.ts';
import { editionByPid } from '../calls/index.ts';
import { conflictsAmong, councilByPid } from '../councils/index.ts';
import { done, refused } from '../rounds/testing.ts';
import { assignmentByPid, assignmentsOf, invariants, runsOf, standingIn } from './queries/index.ts';
import { rerun } from './rules/index.ts';
import { previewInput, type WhyNot } from './schema/index.ts';
import * as service from './service/index.ts';
import {
  type Bench,
  benchOf,
  conflicted,
  idOf,
  type MadeDossier,
  phases,
  reviewedContest,
  validDossiers,
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
  readonly edition: string;
  readonly id: string;
}

const inTrial =
  (work: (trial: Trial) => Promise<void>, each = 2) =>
  (): Promise<void> =>
    withRollback(database, async (trx) => {
      const cx = { ...cxOf(trx, system), clock: testClock() };
      const edition = await reviewedContest(cx, { each });
      await work({ cx, edition, id: await idOf(cx, edition) });
      await sound(cx.db, invariants);
    });

const run = (cx: Cx, council: string, more: object = {}) =>
  execute(cx, service.runAssignment, { council, phase: phases.first, ...more });

/** 'dossier judge' of the active pairs, as places in what was made. */
async function pairs(
  { cx, id }: Trial,
  dossiers: readonly MadeDossier[],
  { judges }: Bench,
  phase: string = phases.first,
): Promise<string[]> {
  const rows = await assignmentsOf(cx, { editionId: id, phase });
  const d = new Map(dossiers.map((one, at) => [one.id, at]));
  const j = new Map(judges.map((one, at) => [one.id, at]));
  return rows.map((row) => `${d.get(row.dossierId)} ${j.get(row.judgeId)}`).sort();
}

const known = [['cntt'], ['cntt'], ['co-khi'], ['co-khi'], []] as const;

describe('a run', () => {
  test(
    'gives each dossier judges of its field, evenly, and can be run again',
    inTrial(async (trial) => {
      const { cx, edition, id } = trial;
      const dossiers = await validDossiers(cx, edition, ['cntt', 'cntt', 'co-khi', 'co-khi']);
      const bench = await benchOf(cx, edition, known.slice(0, 4));
      const told = await done(run(cx, bench.council, { seed: 7 }));
      assert.deepEqual([told.added, told.removed, told.total, told.bound], [8, 0, 80, 80]);
      assert.deepEqual(await pairs(trial, dossiers, bench), [
        '0 0',
        '0 1',
        '1 0',
        '1 1',
        '2 2',
        '2 3',
        '3 2',
        '3 3',
      ]);
      const [kept] = await runsOf(cx, { editionId: id });
      assert.deepEqual(rerun(kept!.input, kept!.seed), kept!.output);
      assert.equal(kept!.output.pairs.length, 8);
      const again = await done(run(cx, bench.council, { seed: 7 }));
      assert.deepEqual([again.added, again.removed], [0, 0]);
    }),
  );

  test(
    'never gives a dossier to whom it must not: conflict, seat without vote, not accepted, another council',
    inTrial(async (trial) => {
      const { cx, edition } = trial;
      const dossiers = await validDossiers(cx, edition, ['cntt', 'cntt', 'cntt']);
      const bench = await benchOf(cx, edition, [['cntt'], ['cntt'], ['cntt'], ['cntt']]);
      await conflicted(cx, bench.judges[0]!, dossiers[0]!);
      await sql`update seat set votes = false where judge_id = ${bench.judges[3]!.id}`.execute(
        cx.db,
      );
      await done(run(cx, bench.council));
      const found = await pairs(trial, dossiers, bench);
      assert.equal(found.length, 6);
      assert.ok(!found.includes('0 0') && found.every((pair) => !pair.endsWith('3')));
      // Three judges are left; without one of them not all dossiers get two.
      await sql`update judge set state = 'ended', reason = 'x' where id = ${bench.judges[2]!.id}`.execute(
        cx.db,
      );
      assert.deepEqual(await refused(run(cx, bench.council)), ['anyway assignment_short']);
      const partly = await done(run(cx, bench.council, { anyway: true }));
      assert.ok(partly.removed > 0);
      assert.equal((await pairs(trial, dossiers, bench)).length, 5);
    }),
  );

  test(
    'keeps what was given by hand and what is signed, and gives no more than a judge takes',
    inTrial(async (trial) => {
      const { cx, edition, id } = trial;
      const dossiers = await validDossiers(cx, edition, ['cntt', 'cntt', 'co-khi', 'co-khi']);
      const bench = await benchOf(cx, edition, known, { max_load: 3 });
      const sent = { council: bench.council, phase: phases.first, reason: 'Am hiểu đề tài' };
      const odd = { ...sent, dossier: dossiers[0]!.pid, judge: bench.judges[2]!.pid };
      await done(execute(cx, service.addAssignment, odd));
      await done(run(cx, bench.council));
      const first = await pairs(trial, dossiers, bench);
      assert.ok(first.includes('0 2'));
      assert.equal(first.length, 8);
      const rows = await assignmentsOf(cx, { editionId: id });
      const signed = rows.find(({ judgeId }) => judgeId !== bench.judges[2]!.id)!;
      service.keepAssignments(async (_cx, ids) => new Set(ids.filter((one) => one === signed.id)));
      // The judge who signed has no seat any more: the sheet counts, and nothing new comes.
      await sql`delete from seat where judge_id = ${signed.judgeId}`.execute(cx.db);
      await done(run(cx, bench.council, { anyway: true, seed: 3 }));
      const then = await assignmentsOf(cx, { editionId: id });
      assert.deepEqual(
        then.filter(({ judgeId }) => judgeId === signed.judgeId).map((row) => row.id),
        [signed.id],
      );
      assert.ok(then.some(({ how }) => how === 'hand'));
      const remove = { pid: signed.pid, reason: 'Thừa' };
      assert.deepEqual(await refused(execute(cx, service.removeAssignment, remove)), [
        'assignment_signed',
      ]);
    }),
  );

  test(
    'says what is missing instead of assigning nothing',
    inTrial(async ({ cx, edition }) => {
      const empty = await benchOf(cx, edition, [['cntt']]);
      assert.deepEqual(await refused(run(cx, empty.council)), ['assignment_no_dossiers']);
      await validDossiers(cx, edition, ['cntt']);
      assert.deepEqual(await refused(run(cx, empty.council)), ['assignment_few_judges']);
      const none = await benchOf(cx, edition, []);
      assert.deepEqual(await refused(run(cx, none.council)), ['assignment_no_judges']);
      assert.deepEqual(await refused(run(cx, empty.council, { phase: 'nhan' })), [
        'phase phase_not_reviewing',
      ]);
      assert.deepEqual(await refused(run(cx, empty.council, { share: 101, experts: 'ba' })), [
        'experts not_a_number',
        'share too_large',
      ]);
    }),
  );
});

describe('by hand', () => {
  test(
    'a dossier is given and taken with a reason; a run does not undo it',
    inTrial(async (trial) => {
      const { cx, edition, id } = trial;
      const dossiers = await validDossiers(cx, edition, ['cntt', 'cntt', 'cntt']);
      const bench = await benchOf(cx, edition, [['cntt'], ['cntt'], ['cntt'], []], { max_load: 2 });
      await conflicted(cx, bench.judges[0]!, dossiers[0]!);
      const add = (dossier: number, judge: number, reason = 'Được phân công lại') =>
        execute(cx, service.addAssignment, {
          ...{ council: bench.council, phase: phases.first, reason },
          dossier: dossiers[dossier]!.pid,
          judge: bench.judges[judge]!.pid,
        });
      assert.deepEqual(await refused(add(0, 0)), ['judge assignment_conflict']);
      assert.deepEqual(await refused(add(0, 1, '')), ['reason required']);
      await done(add(0, 3));
      assert.deepEqual(await refused(add(0, 3)), ['judge assignment_there']);
      await done(add(1, 3));
      assert.deepEqual(await refused(add(2, 3)), ['judge assignment_full']);
      const [held] = await assignmentsOf(cx, { editionId: id, dossierId: dossiers[1]!.id });
      const remove = { pid: held!.pid, reason: 'Ông ấy bận', version: held!.version };
      await done(execute(cx, service.removeAssignment, remove));
      await done(run(cx, bench.council));
      const found = await pairs(trial, dossiers, bench);
      assert.ok(found.includes('0 3') && !found.includes('1 3'));
      const gone = await assignmentByPid(cx, held!.pid);
      assert.deepEqual([gone.state, gone.how, gone.reason], ['removed', 'hand', 'Ông ấy bận']);
      await done(add(1, 3));
      assert.equal((await assignmentByPid(cx, held!.pid)).state, 'active');
    }),
  );

  test(
    'a judge who stands aside is not given the dossier again, in no phase; somebody else is',
    inTrial(async (trial) => {
      const { cx, edition, id } = trial;
      await validDossiers(cx, edition, ['cntt', 'cntt']);
      const bench = await benchOf(cx, edition, [['cntt'], ['cntt'], []]);
      await done(run(cx, bench.council));
      const judge = bench.judges[0]!;
      const [held] = await assignmentsOf(cx, { editionId: id, judgeId: judge.id });
      const recuse = (sent: object) => execute(cx, service.recuse, sent);
      const asked = { token: judge.token, assignment: held!.pid, reason: 'Từng hướng dẫn tác giả' };
      await assert.rejects(recuse({ ...asked, token: bench.judges[1]!.token }), NotFound);
      await assert.rejects(recuse({ ...asked, token: 'f'.repeat(40) }), NotFound);
      assert.deepEqual(await refused(recuse({ ...asked, reason: ' ' })), ['reason required']);
      await done(recuse(asked));
      await assert.rejects(recuse(asked), NotFound);
      const gone = await assignmentByPid(cx, held!.pid);
      assert.deepEqual([gone.state, gone.reason], ['recused', 'Từng hướng dẫn tác giả']);
      const noted = await conflictsAmong(cx, [judge.id], null);
      assert.deepEqual(noted, [
        { judgeId: judge.id, dossierId: held!.dossierId, kinds: ['other'], stands: true },
      ]);
      await done(run(cx, bench.council));
      const others = await assignmentsOf(cx, { editionId: id, dossierId: held!.dossierId });
      assert.equal(others.length, 2);
      assert.ok(others.every(({ judgeId }) => judgeId !== judge.id));
      const back = { council: bench.council, phase: phases.first, reason: 'x' };
      assert.deepEqual(
        await refused(
          execute(cx, service.addAssignment, {
            ...{ ...back, dossier: held!.dossier.pid, judge: judge.pid },
          }),
        ),
        ['judge assignment_recused'],
      );
    }),
  );
});

describe('later phases', () => {
  test(
    'what goes on is chosen; the whole council judges all of it, but for conflicts',
    inTrial(async (trial) => {
      const { cx, edition, id } = trial;
      const dossiers = await validDossiers(cx, edition, ['cntt', 'cntt', 'cntt']);
      const bench = await benchOf(cx, edition, [['cntt'], ['cntt'], []]);
      const opened = await editionByPid(cx, edition);
      assert.equal((await standingIn(cx, opened, phases.first)).length, 3);
      assert.equal((await standingIn(cx, opened, phases.last)).length, 0);
      const last = { phase: phases.last };
      assert.deepEqual(await refused(run(cx, bench.council, last)), ['assignment_no_dossiers']);
      const enter = (sent: readonly string[], phase: string = phases.last) =>
        execute(cx, service.enterPhase, { edition, phase, dossiers: sent });
      assert.deepEqual(await refused(enter([], phases.first)), ['phase phase_takes_all']);
      assert.deepEqual(await refused(enter(['0'.repeat(16)])), ['dossiers phase_entry_unknown']);
      const chosen = [dossiers[0]!.pid, dossiers[2]!.pid];
      assert.deepEqual(await done(enter(chosen)), { dossiers: 2 });
      assert.deepEqual(
        (await standingIn(cx, opened, phases.last)).map(({ pid }) => pid).sort(),
        chosen.toSorted(),
      );
      await conflicted(cx, bench.judges[1]!, dossiers[0]!);
      await done(run(cx, bench.council, last));
      assert.deepEqual(await pairs(trial, dossiers, bench, phases.last), [
        '0 0',
        '0 2',
        '2 0',
        '2 1',
        '2 2',
      ]);
      const whole = await assignmentsOf(cx, { editionId: id, phase: phases.last });
      assert.ok(whole.every(({ how }) => how === 'whole'));
      assert.deepEqual(await refused(enter([chosen[0]!])), ['dossiers phase_entry_given']);
      assert.deepEqual(await done(enter(dossiers.map(({ pid }) => pid))), { dossiers: 3 });
    }),
  );
});

test(
  'why not: what stands against a judge, or what it would cost',
  inTrial(async ({ cx, edition }) => {
    const dossiers = await validDossiers(cx, edition, ['cntt', 'cntt', 'co-khi']);
    const bench = await benchOf(cx, edition, [['cntt'], ['cntt'], ['cntt'], ['co-khi'], []]);
    await conflicted(cx, bench.judges[0]!, dossiers[0]!);
    await done(run(cx, bench.council));
    const council = await councilByPid(cx, bench.council);
    const phase = service.phaseOf(council, phases.first)!;
    const why = (dossier: number, judge: number): Promise<WhyNot> =>
      service.whyNotFor(cx, council, phase, {
        ...previewInput.parse({ council: bench.council, phase: phases.first }),
        dossier: dossiers[dossier]!.pid,
        judge: bench.judges[judge]!.pid,
      });
    assert.deepEqual(await why(0, 0), { why: 'conflict', kinds: ['same_unit'] });
    assert.deepEqual(await why(0, 1), { why: 'assigned' });
    const cost = await why(0, 3);
    assert.equal(cost.why, 'cost');
    if (cost.why !== 'cost') return;
    assert.deepEqual([cost.ofField, cost.score, cost.instead.length], [false, 0, 1]);
    assert.ok(cost.loss > 0);
    await sql`update dossier set state = 'invalid' where id = ${dossiers[0]!.id}`.execute(cx.db);
    assert.deepEqual(await why(0, 3), { why: 'not_standing' });
    await sql`update seat set votes = false where judge_id = ${bench.judges[3]!.id}`.execute(cx.db);
    assert.deepEqual(await why(1, 3), { why: 'not_in_council' });
  }),
);

test(
  'whoever may read may not assign; other unions see nothing',
  inTrial(async ({ cx, edition, id }) => {
    await validDossiers(cx, edition, ['cntt']);
    const bench = await benchOf(cx, edition, [['cntt'], ['cntt']]);
    await done(run(cx, bench.council));
    const [held] = await assignmentsOf(cx, { editionId: id });
    const as = async (role: string, code: string): Promise<Cx> => ({
      ...(await someone(cx, role, code)),
      clock: cx.clock,
    });
    const auditor = await as('auditor', 'sonla');
    assert.equal((await assignmentByPid(auditor, held!.pid)).pid, held!.pid);
    await assert.rejects(run(auditor, bench.council), Forbidden);
    const input = { pid: held!.pid, reason: 'x' };
    await assert.rejects(execute(auditor, service.removeAssignment, input), Forbidden);
    const stranger = await as('clerk', 'laichau');
    await assert.rejects(assignmentByPid(stranger, held!.pid), NotFound);
    await assert.rejects(run(stranger, bench.council), NotFound);
    const clerk = await as('clerk', 'sonla');
    await done(execute(clerk, service.removeAssignment, input));
    const told = await all(
      cx.db,
      sql<{ row: string }>`select e::text as row from event e where action like 'assignment.%'`,
    );
    assert.ok(told.length >= 2);
  }),
);

test(
  'the invariants find what is wrong',
  inTrial(async ({ cx, edition, id }) => {
    const dossiers = await validDossiers(cx, edition, ['cntt', 'cntt']);
    const bench = await benchOf(cx, edition, [['cntt'], ['cntt']]);
    await done(run(cx, bench.council));
    const otherId = await idOf(cx, await reviewedContest(cx, { organisation: 'laichau' }));
    const faults = [
      [
        'assignment_across_editions',
        sql`update council set edition_id = ${otherId} where edition_id = ${id}`,
      ],
      ['assignment_run_of_another_council', sql`update assignment_run set phase = 'khac'`],
      [
        'assignment_of_a_draft',
        sql`update dossier set state = 'draft', number = null, submitted = 0, first_submitted_at = null,
          submitted_at = null where id = ${dossiers[0]!.id}`,
      ],
      [
        'phase_entry_of_another_edition',
        sql`insert into phase_entry (edition_id, phase, dossier_id, chosen_at)
          values (${otherId}, 'chung-khao', ${dossiers[0]!.id}, now())`,
      ],
    ] as const;
    for (const [name, fault] of faults) {
      await sql`savepoint before_fault`.execute(cx.db);
      await fault.execute(cx.db);
      assert.ok((await broken(cx.db, invariants)).includes(name), name);
      await sql`rollback to savepoint before_fault`.execute(cx.db);
    }
  }),
);
