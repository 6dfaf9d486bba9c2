import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import type { Cx } from '../../platform/command.ts';
import type { Database } from '../../platform/database/index.ts';
import { testDatabase, withRollback } from '../../platform/database/testing.ts';
import { type Ask, posted, sentJson, testDoors } from '../../platform/http/testing.tsx';
import { installJobs } from '../../platform/jobs/index.ts';
import { sound, type TestClock, testClock } from '../../platform/testing.ts';
import { cxOf, placeAt, smallFederation, someone, system } from '../activities/testing.ts';
import { assignmentApi } from './api/index.ts';
import { assignmentsOf, invariants } from './queries/index.ts';
import { freeAssignments } from './service/index.ts';
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
import { words } from './vi/index.ts';
import { assignmentOffice } from './web/index.ts';

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
  /** Of the section, and of the council in the first phase. */
  readonly base: string;
  readonly page: string;
  readonly dossiers: readonly MadeDossier[];
  readonly bench: Bench;
  readonly as: (role: string, code?: string) => Promise<Ask>;
}

const inTrial = (work: (trial: Trial) => Promise<void>) => (): Promise<void> =>
  withRollback(database, async (trx) => {
    const cx = { ...cxOf(trx, system), clock: testClock() };
    const edition = await reviewedContest(cx);
    const dossiers = await validDossiers(cx, edition, ['cntt', 'cntt', 'co-khi']);
    const bench = await benchOf(cx, edition, [['cntt'], ['cntt'], ['co-khi'], []]);
    const as: Trial['as'] = async (role, code = 'sonla') => {
      const own = { ...(await someone(cx, role, code)), clock: cx.clock };
      const place = await placeAt(cx, code);
      return testDoors({
        ...{ cx: own, place, roles: [role] },
        ...{ office: assignmentOffice, api: assignmentApi, files: cx.files },
      });
    };
    const base = `/vp/sonla/hoi-thi/${edition}/phan-cong`;
    const page = `${base}/${bench.council}/${phases.first}`;
    const id = await idOf(cx, edition);
    await work({ ...{ cx, edition, id, base, page, dossiers, bench, as } });
    await sound(cx.db, invariants);
  });

async function text(ask: Ask, address: string, status = 200): Promise<string> {
  const answer = await ask(address);
  const body = await answer.text();
  assert.equal(answer.status, status, `${address}: ${body}`);
  return body;
}

const move = (cx: Cx, days: number): void => (cx.clock as TestClock).move(days * 86_400_000);

const settings = [
  ['seed', '5'],
  ['loads', 'even'],
  ['experts', '1'],
  ['share', '0,1'],
] as const;

test(
  'looked at first, then written; then by hand',
  inTrial(async ({ cx, id, base, page, dossiers, bench, as }) => {
    const clerk = await as('clerk');
    const list = await text(clerk, base);
    assert.ok(list.includes(words.nobody) && list.includes(`${bench.council}/so-khao`));
    assert.ok((await text(clerk, page)).includes(words.lastRun.none));
    const looked = await text(clerk, `${page}/thu`);
    assert.ok(looked.includes(words.preview.write) && !looked.includes(`(${words.preview.fresh})`));
    assert.equal((await assignmentsOf(cx, { editionId: id })).length, 0);
    const bad = await text(clerk, `${page}/thu?experts=ba`, 422);
    assert.ok(bad.includes('value="ba"'));
    const ran = await clerk(`${page}/thu`, posted(settings));
    assert.deepEqual([ran.status, ran.headers.get('location')], [303, `${page}?da-chay=1`]);
    const held = await assignmentsOf(cx, { editionId: id });
    assert.equal(held.length, 6);
    const shown = await text(clerk, `${page}?da-chay=1`);
    assert.ok(shown.includes(words.said.ran) && shown.includes(words.lastRun.optimal));
    assert.ok((await text(clerk, base)).includes(words.complete));
    const one = held.find(({ dossierId }) => dossierId === dossiers[2]!.id)!;
    const asked = await clerk(`${page}/bo/${one.pid}`, posted([['reason', '']]));
    assert.equal(asked.status, 422);
    const removed = await clerk(
      `${page}/bo/${one.pid}`,
      posted([
        ['reason', 'Bận việc'],
        ['version', '1'],
      ]),
    );
    assert.equal(removed.status, 303);
    assert.ok((await text(clerk, base)).includes('Thiếu 1 lượt'));
    const give = `${page}/giao/${dossiers[2]!.pid}`;
    const free = bench.judges.find(
      ({ id: judge }) =>
        !held.some((row) => row.dossierId === dossiers[2]!.id && row.judgeId === judge),
    )!;
    assert.ok((await text(clerk, give)).includes(free.judge.name));
    const given = await clerk(
      give,
      posted([
        ['judge', free.pid],
        ['reason', 'Am hiểu'],
      ]),
    );
    assert.equal(given.status, 303);
    assert.ok((await text(clerk, page)).includes(words.byHand));
    // Another number may give other pairs; what is new among them is marked.
    const other = await text(clerk, `${page}/thu?seed=9&loads=free&experts=0`);
    assert.ok(other.includes(words.preview.nothing) || other.includes(`(${words.preview.fresh})`));
  }),
);

test(
  'a dossier that wants another judge is told, and given with one look; who left stands beside it',
  inTrial(async ({ cx, id, page, dossiers, as }) => {
    const clerk = await as('clerk');
    assert.equal((await clerk(`${page}/thu`, posted(settings))).status, 303);
    const [held] = await assignmentsOf(cx, { editionId: id, dossierId: dossiers[0]!.id });
    const others = (await assignmentsOf(cx, { editionId: id })).length - 1;
    await sql`update judge set reason = 'Đi công tác', state = 'ended'
      where id = ${held!.judgeId}`.execute(cx.db);
    await sql`delete from seat where judge_id = ${held!.judgeId}`.execute(cx.db);
    const gone = await freeAssignments(cx, 'judge', held!.judgeId);
    // The phase of the tests is over: nobody is looked for.
    assert.ok(!(await text(clerk, page)).includes(words.more));
    move(cx, -120);
    const shown = await text(clerk, page);
    assert.ok(shown.includes(words.wanting.title(gone)) && shown.includes('thu?keep=1'));
    assert.ok(shown.includes(`${held!.judge.name} (thôi làm giám khảo)`));
    const looked = await text(clerk, `${page}/thu?keep=1`);
    assert.ok(looked.includes(words.preview.changes(gone, 0, others + 1 - gone)));
    const given = await clerk(`${page}/thu`, posted([...settings, ['keep', '1']]));
    assert.equal(given.status, 303);
    assert.ok(!(await text(clerk, page)).includes(words.more));
  }),
);

test(
  'short of judges: told on the page, written only when that is said',
  inTrial(async ({ cx, id, page, dossiers, bench, as }) => {
    const clerk = await as('clerk');
    for (const judge of bench.judges.slice(0, 3)) await conflicted(cx, judge, dossiers[0]!);
    const looked = await text(clerk, `${page}/thu`);
    assert.ok(looked.includes('chỉ còn 1 người chấm được') && looked.includes('name="anyway"'));
    const refused = await clerk(`${page}/thu`, posted(settings));
    assert.equal(refused.status, 422);
    assert.ok((await refused.text()).includes('Còn 1 hồ sơ chưa đủ giám khảo'));
    assert.equal((await assignmentsOf(cx, { editionId: id })).length, 0);
    const ran = await clerk(`${page}/thu`, posted([...settings, ['anyway', '1']]));
    assert.equal(ran.status, 303);
    assert.equal((await assignmentsOf(cx, { editionId: id })).length, 5);
  }),
);

test(
  'why not, and what goes on',
  inTrial(async ({ base, page, dossiers, bench, as }) => {
    const clerk = await as('clerk');
    await clerk(`${page}/thu`, posted(settings));
    const ask = (dossier: string, judge: string) =>
      text(clerk, `${page}/vi-sao?ho-so=${dossier}&giam-khao=${judge}`);
    assert.ok((await text(clerk, `${page}/vi-sao`)).includes(words.why.chooseJudge));
    const cost = await ask(dossiers[0]!.pid, bench.judges[2]!.pid);
    assert.match(cost, /không khai lĩnh vực|đang được giao/);
    assert.match(await ask(dossiers[0]!.pid, '0'.repeat(16)), /không có ghế biểu quyết/);
    const enter = `${base}/vao-vong/${phases.last}`;
    assert.ok((await text(clerk, enter)).includes(dossiers[1]!.pid));
    const saved = await clerk(enter, posted([[`dossiers.${dossiers[1]!.pid}`, '1']]));
    assert.equal(saved.status, 303);
    assert.match(await text(clerk, enter), /checked/);
    assert.ok((await text(clerk, base)).includes('(1 hồ sơ)'));
    await text(clerk, `${base}/vao-vong/${phases.first}`, 404);
    await text(clerk, `${base}/${bench.council}/khong-co`, 404);
  }),
);

test(
  'those who only read are shown no acts; strangers nothing',
  inTrial(async ({ base, page, dossiers, as }) => {
    const auditor = await as('auditor');
    const shown = await text(auditor, page);
    assert.ok(!shown.includes('/thu') && !shown.includes('/giao/'));
    assert.equal((await auditor(`${page}/thu`)).status, 403);
    assert.equal((await auditor(`${page}/giao/${dossiers[0]!.pid}`)).status, 403);
    const stranger = await as('clerk', 'laichau');
    assert.equal((await stranger(base.replace('sonla', 'laichau'))).status, 404);
  }),
);

test(
  'REST: preview, run, list, why not, by hand, what goes on',
  inTrial(async ({ edition, dossiers, bench, as }) => {
    const clerk = await as('clerk');
    const ask = async (method: string, path: string, body?: object, status = 200) => {
      const answer = await clerk(`/api/v1${path}`, sentJson(method, body));
      const told = await answer.text();
      assert.equal(answer.status, status, `${path}: ${told}`);
      return JSON.parse(told);
    };
    const council = `/councils/${bench.council}`;
    const phase = { phase: phases.first };
    const preview = await ask('POST', `${council}/assignment-preview`, { ...phase, seed: 5 });
    assert.deepEqual([preview.pairs.length, preview.short, preview.seed], [6, [], 5]);
    assert.equal((await ask('GET', `/editions/${edition}/assignments`)).total, 0);
    const run = await ask('POST', `${council}/assignment-runs`, { ...phase, seed: 5 }, 201);
    assert.deepEqual([run.added, run.total], [6, preview.total]);
    const list = await ask('GET', `/editions/${edition}/assignments?phase=so-khao`);
    assert.equal(list.total, 6);
    const pair = (one: { dossier: unknown; judge: unknown }) => `${one.dossier} ${one.judge}`;
    assert.deepEqual(
      list.items
        .map((row: { dossier: { pid: string }; judge: { pid: string } }) =>
          pair({ dossier: row.dossier.pid, judge: row.judge.pid }),
        )
        .sort(),
      preview.pairs.map(pair).sort(),
    );
    const [runs] = (await ask('GET', `/editions/${edition}/assignment-runs`)).items;
    assert.equal(runs.pid, run.pid);
    const [first] = list.items;
    const question = { ...phase, dossier: first.dossier.pid, judge: first.judge.pid };
    const why = await ask('POST', `${council}/assignment-why-not`, question);
    assert.deepEqual([why.why, why.words.length], ['assigned', 1]);
    const gone = await ask('POST', `/assignments/${first.pid}/removal`, { reason: 'Bận' });
    assert.equal(gone.state, 'removed');
    await ask('POST', `/assignments/${first.pid}/removal`, { reason: 'Bận' }, 422);
    const add = { ...question, reason: 'Lại rảnh' };
    await ask('POST', `${council}/assignments`, add, 201);
    assert.equal((await ask('GET', `/assignments/${first.pid}`)).how, 'hand');
    const path = `/editions/${edition}/phases/${phases.last}/dossiers`;
    assert.deepEqual(await ask('PUT', path, { dossiers: [dossiers[0]!.pid] }), { dossiers: 1 });
    assert.equal((await ask('GET', path)).items[0].pid, dossiers[0]!.pid);
    await ask('POST', `${council}/assignment-preview`, { phase: 'nhan' }, 422);
    await ask('POST', `${council}/assignment-preview`, {}, 422);
  }),
);
