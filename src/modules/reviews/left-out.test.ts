import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { type Cx, type Emit, execute } from '../../platform/command.ts';
import type { Database } from '../../platform/database/index.ts';
import { one } from '../../platform/database/query.ts';
import { testDatabase, withRollback } from '../../platform/database/testing.ts';
import { installJobs } from '../../platform/jobs/index.ts';
import { sound } from '../../platform/testing.ts';
import { cxOf, smallFederation } from '../activities/testing.ts';
import { editEdition, editionByPid, type Rubric } from '../calls/index.ts';
import { addConflict, conflictsAmong, dismissConflict } from '../councils/index.ts';
import { done } from '../rounds/testing.ts';
import { invariants, reopeningsOf, sheetsOf, tasksOfPhase } from './queries/index.ts';
import { countedPoints, progressOf } from './rules/index.ts';
import { listening, reopenSheet, saveSheet, signSheet } from './service/index.ts';
import { assignmentId, contestContent, fullMarks, type Panel, panel, rubric } from './testing.ts';

// What is signed and does not count: a conflict, or a rubric that counts otherwise since.
let database: Database;
before(async () => {
  database = await testDatabase();
  await installJobs(database.ownerPool);
  await smallFederation(cxOf(database.db));
});
after(() => database.close());

const emit: Emit = async (cx, happening) =>
  (listening as Readonly<Record<string, Emit>>)[happening.name]?.(cx, happening);

const inTrial = (work: (cx: Cx, at: Panel) => Promise<void>) => (): Promise<void> =>
  withRollback(database, async (trx) => {
    const cx = { ...cxOf(trx), emit };
    await work(cx, await panel(cx));
    await sound(cx.db, invariants);
  });

/** A sheet by the places of its judge and dossier. */
const sent = ({ judges, sheets }: Panel, judge: number, dossier = 0) => ({
  token: judges[judge]!.token,
  assignment: sheets[judge]![dossier]!,
});

const sign = (cx: Cx, at: Panel, judge: number, version = 0, marks: object = fullMarks) =>
  done(execute(cx, signSheet, { ...sent(at, judge), marks, version, dossier: 1 }));

/** [state, left out, points that count] of each judge's sheet on the first dossier. */
async function told(cx: Cx, at: Panel) {
  const { id } = await editionByPid(cx, at.edition);
  const sheets = await sheetsOf(cx, id, 'so-khao');
  return at.sheets.map(([pid]) => {
    const { state, leftOut, holds, versions } = sheets.find((row) => row.pid === pid)!;
    assert.equal(versions.length === 0, holds === null);
    return [state, leftOut, holds?.points ?? null];
  });
}

const tasks = async (cx: Cx, at: Panel) => {
  const { id } = await editionByPid(cx, at.edition);
  return tasksOfPhase(cx, { editionId: id, phase: 'so-khao', dossier: at.dossiers[0].pid });
};

async function rewrite(cx: Cx, edition: string, parts: Rubric['parts'], reason: string) {
  const { version } = await editionByPid(cx, edition);
  const content = { ...contestContent(), rubrics: [{ ...rubric, parts }] };
  await done(execute(cx, editEdition, { pid: edition, version, content, reason }));
}

/** The rubric with another weight of its second part: the same marks come to 28 + 30,5. */
const lighter = rubric.parts.map((part) =>
  part.kind === 'points' ? { ...part, weight: 1 } : part,
) as Rubric['parts'];

test(
  'a signed sheet under a conflict stays and does not count, until somebody says that there is none',
  inTrial(async (cx, at) => {
    await sign(cx, at, 0);
    await sign(cx, at, 1);
    const noted = { judge: at.judges[0].pid, dossier: at.dossiers[0].pid };
    await done(execute(cx, addConflict, { ...noted, kind: 'family', words: 'Anh em họ' }));
    assert.deepEqual(await told(cx, at), [
      ['signed', 'conflict', null],
      ['signed', null, 8900],
    ]);
    assert.deepEqual(countedPoints(await tasks(cx, at)), [8900]);
    const kept = await one(cx.db, sql<{ n: number }>`select count(*)::int as n from score_version`);
    assert.equal(kept.n, 2);
    const { pid } = await one(cx.db, sql<{ pid: string }>`select pid from conflict`);
    await done(execute(cx, dismissConflict, { pid, reason: 'Không phải họ hàng' }));
    assert.deepEqual((await told(cx, at))[0], ['signed', null, 8900]);
  }),
);

test(
  'one found by name alone leaves nothing out until somebody looked at it; what the judge declares does',
  inTrial(async (cx, at) => {
    await sign(cx, at, 0);
    await sql`insert into conflict (id, pid, judge_id, dossier_id, kind, source, evidence, sure, found_at)
      values (${cx.ids.uuid()}, 'c', ${at.judges[0].id}, ${at.dossiers[0].id}, 'author', 'registry',
        '[{"by": "x", "sure": false}]', false, now())`.execute(cx.db);
    assert.deepEqual((await told(cx, at))[0], ['signed', null, 8900]);
    assert.equal((await conflictsAmong(cx, [at.judges[0].id], null))[0]!.stands, false);
    await sql`update conflict set sure = true`.execute(cx.db);
    assert.deepEqual((await told(cx, at))[0], ['signed', 'conflict', null]);
    await sql`update conflict set sure = false, kind = 'declared', source = 'declared'`.execute(
      cx.db,
    );
    assert.deepEqual((await told(cx, at))[0], ['signed', 'conflict', null]);
  }),
);

test(
  'a rubric that counts otherwise asks for a new signature; words may change',
  inTrial(async (cx, at) => {
    await sign(cx, at, 0);
    await done(execute(cx, saveSheet, { ...sent(at, 1), marks: fullMarks, version: 0 }));
    const worded = rubric.parts.map((part) => ({ ...part, label: `${part.label} (mới)` }));
    await rewrite(cx, at.edition, worded as Rubric['parts'], 'Sửa chữ');
    assert.deepEqual((await told(cx, at))[0], ['signed', null, 8900]);
    await rewrite(cx, at.edition, lighter, 'Điều lệ sửa đổi');
    assert.deepEqual(await told(cx, at), [
      ['reopened', 'rubric', null],
      ['draft', null, null],
    ]);
    const [own] = (await tasks(cx, at)).filter(({ pid }) => pid === at.sheets[0]![0]);
    assert.deepEqual(progressOf([own!]), { all: 1, signed: 0, begun: 1 });
    assert.deepEqual(countedPoints([own!]), []);
    const why = await reopeningsOf(cx.db, [await assignmentId(cx, own!.pid)]);
    assert.deepEqual(
      why.map(({ by, reason, number }) => [by, reason, number]),
      [['edition', 'Điều lệ sửa đổi', 1]],
    );
    await sign(cx, at, 0, own!.version);
    assert.deepEqual((await told(cx, at))[0], ['signed', null, 5850]);
    // A second change of the same kind asks again.
    await rewrite(cx, at.edition, rubric.parts, 'Trở lại điều lệ cũ');
    assert.deepEqual((await told(cx, at))[0], ['reopened', 'rubric', null]);
  }),
);

test(
  'a change that is taken back before anybody wrote leaves the signature as it was',
  inTrial(async (cx, at) => {
    await sign(cx, at, 0);
    await sign(cx, at, 1);
    await rewrite(cx, at.edition, lighter, 'Nhầm');
    const [, second] = at.sheets.map(([pid]) => pid);
    const now = (await tasks(cx, at)).find(({ pid }) => pid === second)!;
    const marks = { ...fullMarks, 'tinh-moi': { points: 27 } };
    await done(execute(cx, saveSheet, { ...sent(at, 1), marks, version: now.version }));
    await rewrite(cx, at.edition, rubric.parts, 'Sửa lại');
    // What was written since is not thrown away; what was signed counts again meanwhile.
    assert.deepEqual(await told(cx, at), [
      ['signed', null, 8900],
      ['reopened', null, 8900],
    ]);
  }),
);

test(
  'one that the office had opened stays open when the rubric comes back',
  inTrial(async (cx, at) => {
    await sign(cx, at, 0);
    await done(
      execute(cx, reopenSheet, { pid: at.sheets[0]![0], version: 1, reason: 'Cộng nhầm' }),
    );
    await rewrite(cx, at.edition, lighter, 'Nhầm');
    assert.deepEqual((await told(cx, at))[0], ['reopened', 'rubric', null]);
    await rewrite(cx, at.edition, rubric.parts, 'Sửa lại');
    assert.deepEqual((await told(cx, at))[0], ['reopened', null, 8900]);
  }),
);
