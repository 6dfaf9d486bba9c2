import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { type Cx, type Emit, execute } from '../../platform/command.ts';
import type { Database } from '../../platform/database/index.ts';
import { all, one } from '../../platform/database/query.ts';
import { testDatabase, withRollback } from '../../platform/database/testing.ts';
import { installJobs } from '../../platform/jobs/index.ts';
import { sound, testClock } from '../../platform/testing.ts';
import { cxOf, smallFederation, system } from '../activities/testing.ts';
import {
  addConflict,
  answerInvitation,
  declareRelation,
  dismissConflict,
  endJudge,
  giveSeat,
  removeSeat,
  seatsOf,
  upholdConflict,
} from '../councils/index.ts';
import { done, refused } from '../rounds/testing.ts';
import { toDo } from './jobs.ts';
import { assignmentsOf, invariants } from './queries/index.ts';
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

// What happens in councils, and what becomes of assignments.
let database: Database;
before(async () => {
  database = await testDatabase();
  await installJobs(database.ownerPool);
  await smallFederation(cxOf(database.db));
  service.keepAssignments(async (_cx, ids) => new Set(ids.filter((id) => signed.has(id))));
});
after(() => database.close());

/** Ids of assignments that somebody signed a sheet for. */
const signed = new Set<string>();

const emit: Emit = async (cx, happening) =>
  (service.listening as Readonly<Record<string, Emit>>)[happening.name]?.(cx, happening);

interface Trial {
  readonly cx: Cx;
  readonly edition: string;
  readonly id: string;
  readonly dossiers: readonly MadeDossier[];
  readonly bench: Bench;
}

/** Three dossiers, two of four judges for each; the first judge has the first two of them. */
const inTrial = (work: (trial: Trial) => Promise<void>) => (): Promise<void> =>
  withRollback(database, async (trx) => {
    signed.clear();
    const cx = { ...cxOf(trx, system), clock: testClock('2026-01-05T10:00:00+07:00'), emit };
    const edition = await reviewedContest(cx);
    const dossiers = await validDossiers(cx, edition, ['cntt', 'cntt', 'cntt']);
    const bench = await benchOf(cx, edition, [['cntt'], ['cntt'], ['cntt'], ['cntt']]);
    const trial = { cx, edition, id: await idOf(cx, edition), dossiers, bench };
    for (const [dossier, judge] of [
      [0, 0],
      [0, 1],
      [1, 0],
      [1, 2],
      [2, 1],
      [2, 2],
    ] as const)
      await give(trial, dossier, judge);
    await work(trial);
    await sound(cx.db, invariants);
  });

const give = ({ cx, dossiers, bench }: Trial, dossier: number, judge: number) =>
  done(
    execute(cx, service.addAssignment, {
      ...{ council: bench.council, phase: phases.first, reason: 'Đúng chuyên môn' },
      ...{ dossier: dossiers[dossier]!.pid, judge: bench.judges[judge]!.pid },
    }),
  );

/** 'dossier judge state freed', as places, without what stands as it was given. */
async function ended({ cx, id, dossiers, bench }: Trial): Promise<string[]> {
  const rows = await assignmentsOf(cx, { editionId: id, state: 'all' });
  return rows
    .filter(({ state }) => state !== 'active')
    .map((row) => {
      const dossier = dossiers.findIndex((one) => one.id === row.dossierId);
      const judge = bench.judges.findIndex((one) => one.id === row.judgeId);
      return `${dossier} ${judge} ${row.state} ${row.freed} ${row.reason}`;
    })
    .sort();
}

const wanted = async ({ cx }: Trial): Promise<string[]> => {
  const { id } = await one(
    cx.db,
    sql<{ id: string }>`select id from organisation where code = 'sonla'`,
  );
  return (await toDo(cx, id, 'sonla')).map(({ title }) => title);
};

const signs = async ({ cx, id, dossiers, bench }: Trial, dossier: number, judge: number) => {
  const [held] = await assignmentsOf(cx, {
    ...{ editionId: id, dossierId: dossiers[dossier]!.id, judgeId: bench.judges[judge]!.id },
  });
  signed.add(held!.id);
};

const run = ({ cx, bench }: Trial, more: object = {}) =>
  execute(cx, service.runAssignment, { council: bench.council, phase: phases.first, ...more });

test(
  'a judge whose part ends, who declines or loses the seat gives back what is not signed',
  inTrial(async (trial) => {
    const { cx, bench } = trial;
    const [first, second, third] = bench.judges;
    await signs(trial, 0, 0);
    assert.deepEqual(await wanted(trial), []);
    await done(execute(cx, endJudge, { pid: first!.pid, reason: 'Ông ấy đi công tác' }));
    assert.deepEqual(await ended(trial), ['1 0 removed ended Ông ấy đi công tác']);
    const decline = { token: second!.token, answer: 'decline', reason: 'Tôi ốm' };
    await done(execute(cx, answerInvitation, decline));
    const seats = await seatsOf(cx, [(await councilId(trial)).id]);
    const seat = seats.find(({ judgeId }) => judgeId === third!.id)!;
    await done(execute(cx, removeSeat, { pid: seat.pid }));
    assert.deepEqual(await ended(trial), [
      '0 1 removed declined Tôi ốm',
      '1 0 removed ended Ông ấy đi công tác',
      '1 2 removed seat Đúng chuyên môn',
      '2 1 removed declined Tôi ốm',
      '2 2 removed seat Đúng chuyên môn',
    ]);
    assert.deepEqual(await wanted(trial), ['3 hồ sơ cần thêm giám khảo']);
    const told = await all(
      cx.db,
      sql<{ id: string }>`select subject_id as id from event where action = 'assignment.free'`,
    );
    assert.equal(told.length, 5);
  }),
);

const councilId = ({ cx, bench }: Trial): Promise<{ id: string }> =>
  one(cx.db, sql<{ id: string }>`select id from council where pid = ${bench.council}`);

test(
  'a seat that loses its vote gives its dossiers back, another role does not',
  inTrial(async (trial) => {
    const { cx, bench } = trial;
    const seat = { council: bench.council, judge: bench.judges[1]!.pid };
    await done(execute(cx, giveSeat, { ...seat, role: 'vice', votes: true }));
    assert.deepEqual(await ended(trial), []);
    await done(execute(cx, giveSeat, { ...seat, role: 'secretary', votes: false }));
    assert.deepEqual(
      (await ended(trial)).map((row) => row.slice(0, 16)),
      ['0 1 removed seat', '2 1 removed seat'],
    );
  }),
);

test(
  'a conflict gives the dossier back; only what is missing is given again',
  inTrial(async (trial) => {
    const { cx, bench, dossiers, id } = trial;
    const noted = { judge: bench.judges[0]!.pid, dossier: dossiers[1]!.pid };
    await done(execute(cx, addConflict, { ...noted, kind: 'family', words: 'Anh em họ' }));
    assert.deepEqual(await ended(trial), ['1 0 removed conflict Anh em họ']);
    assert.deepEqual(await wanted(trial), ['1 hồ sơ cần thêm giám khảo']);
    const told = await done(run(trial, { keep: '1' }));
    assert.deepEqual([told.added, told.removed], [1, 0]);
    assert.deepEqual(await wanted(trial), []);
    const held = await assignmentsOf(cx, { editionId: id, dossierId: dossiers[1]!.id });
    assert.ok(held.every(({ judgeId }) => judgeId !== bench.judges[0]!.id));
    // Somebody decides that there is none: the judge may be given it again, also by a run.
    const { pid } = await one(cx.db, sql<{ pid: string }>`select pid from conflict`);
    await done(execute(cx, dismissConflict, { pid, reason: 'Không phải họ hàng' }));
    await done(execute(cx, service.removeAssignment, { pid: held[0]!.pid, reason: 'Bận' }));
    await sql`update judge set state = 'ended', reason = 'x'
      where id not in (${bench.judges[0]!.id}, ${held[1]!.judgeId})`.execute(cx.db);
    await sql`delete from seat
      where judge_id not in (${bench.judges[0]!.id}, ${held[1]!.judgeId})`.execute(cx.db);
    await done(run(trial, { keep: '1', anyway: true }));
    const now = await assignmentsOf(cx, { editionId: id, dossierId: dossiers[1]!.id });
    assert.ok(now.some(({ judgeId, freed }) => judgeId === bench.judges[0]!.id && freed === null));
  }),
);

test(
  'what is signed stays under a conflict, does not count, and somebody else is found',
  inTrial(async (trial) => {
    const { cx, bench, dossiers } = trial;
    await signs(trial, 0, 0);
    await conflicted(cx, bench.judges[0]!, dossiers[0]!);
    await service.freeAssignments(cx, 'edition', trial.id);
    assert.deepEqual(await ended(trial), []);
    assert.deepEqual(await wanted(trial), ['1 hồ sơ cần thêm giám khảo']);
    const told = await done(run(trial, { keep: '1' }));
    assert.deepEqual([told.added, told.removed], [1, 0]);
    const held = await assignmentsOf(cx, { editionId: trial.id, dossierId: dossiers[0]!.id });
    assert.equal(held.length, 3);
    assert.deepEqual(await wanted(trial), []);
    // Whoever may be meant by name alone keeps what is signed, until somebody says so.
    await sql`update conflict set sure = false`.execute(cx.db);
    const again = await done(run(trial, { keep: '1' }));
    assert.equal(again.added, 0);
    const { pid } = await one(cx.db, sql<{ pid: string }>`select pid from conflict`);
    await done(execute(cx, upholdConflict, { pid }));
    assert.deepEqual(await ended(trial), []);
  }),
);

test(
  'what a judge only declares ends nothing by itself; the office sees it, and a run finds somebody else',
  inTrial(async (trial) => {
    const { cx, bench } = trial;
    const { token } = bench.judges[0]!;
    // The author of the first dossier, and of no other.
    const relation = { token, relation: 'family', name: 'Tác giả Số 0' };
    await done(execute(cx, declareRelation, relation));
    const found = await all(cx.db, sql<{ pid: string }>`select pid from conflict`);
    assert.equal(found.length, 1);
    assert.deepEqual(await ended(trial), []);
    assert.deepEqual(await wanted(trial), ['1 hồ sơ cần thêm giám khảo']);
    assert.deepEqual(await refused(run(trial, { keep: '1', share: '101' })), ['share too_large']);
    const told = await done(run(trial, { keep: '1' }));
    assert.deepEqual([told.added, told.removed], [1, 1]);
    assert.deepEqual(await ended(trial), ['0 0 removed conflict Đúng chuyên môn']);
  }),
);
