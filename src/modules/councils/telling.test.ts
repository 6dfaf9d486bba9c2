import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { type Cx, execute } from '../../platform/command.ts';
import type { Database } from '../../platform/database/index.ts';
import { testDatabase, withRollback } from '../../platform/database/testing.ts';
import { installJobs } from '../../platform/jobs/index.ts';
import { sound, testClock } from '../../platform/testing.ts';
import { cxOf, smallFederation, system } from '../activities/testing.ts';
import { editionByPid } from '../calls/index.ts';
import { siteOn, textOf } from '../dossiers/web/entry/testing.ts';
import { openContest } from '../likenesses/testing.ts';
import { setFact } from '../organisations/index.ts';
import { done, outbox } from '../rounds/testing.ts';
import { toDo } from './jobs.ts';
import { invariants, judgeByPid } from './queries/index.ts';
import { acceptedJudge, councilWith, invitedJudge } from './testing.ts';
import { councilIssues } from './vi/index.ts';

// The office hears what judges do by their links, and nobody sends without end.
let database: Database;
before(async () => {
  database = await testDatabase();
  await installJobs(database.ownerPool);
  await smallFederation(cxOf(database.db));
});
after(() => database.close());

const office = 'van.phong@sonla.example';

const inTrial = (work: (cx: Cx, edition: string) => Promise<void>) => (): Promise<void> =>
  withRollback(database, async (trx) => {
    const cx = { ...cxOf(trx, system), clock: testClock() };
    const fact = { organisation: 'sonla', kind: 'email', words: office, from: '2024-01-01' };
    await done(execute(cx, setFact, fact));
    await work(cx, await openContest(cx));
    await sound(cx.db, invariants);
  });

/** Subjects of the letters to the office. */
const told = async (cx: Cx) =>
  (await outbox(cx)).filter(({ to }) => to === office).map(({ subject }) => subject);

const titles = async (cx: Cx, edition: string) => {
  const { organisation } = await editionByPid(cx, edition);
  return (await toDo(cx, organisation.id, 'sonla')).map(({ title }) => title);
};

test(
  'an answer, a relation and leaving are letters to the office, without who was declared',
  inTrial(async (cx, edition) => {
    const one = await invitedJudge(cx, edition, { name: 'TS Lê Sáu' });
    const site = await siteOn(cx);
    const home = `/giam-khao/${one.token}`;
    await site.post(`${home}/tu-choi`, { reason: 'Đi công tác' });
    await site.post(`${home}/tra-loi`, { complete: '1' });
    await site.post(`${home}/quan-he`, { relation: 'family', name: 'Lò Văn Bình' });
    await site.post(`${home}/tu-choi`, { reason: 'Ốm' });
    const { name } = (await editionByPid(cx, edition)).content;
    assert.deepEqual((await told(cx)).sort(), [
      `TS Lê Sáu thôi làm giám khảo: ${name}`,
      `TS Lê Sáu từ chối làm giám khảo: ${name}`,
      `TS Lê Sáu vừa khai thêm một quan hệ: ${name}`,
      `TS Lê Sáu đã nhận lời làm giám khảo: ${name}`,
    ]);
    const letters = (await outbox(cx)).filter(({ to }) => to === office);
    assert.ok(
      letters.every(({ text }) => text.includes(`/hoi-thi/${edition}/giam-khao/${one.pid}`)),
    );
    assert.ok(
      letters.every(({ text }) => !text.includes('Lò Văn Bình') && !text.includes(one.token)),
    );
    assert.ok(letters.some(({ text }) => text.includes('Lý do: Ốm')));
  }),
);

test(
  'an office without an address gets no letter, and the answer is taken all the same',
  inTrial(async (cx, edition) => {
    await sql`update organisation_fact set deleted_at = now() where kind = 'email'`.execute(cx.db);
    const one = await acceptedJudge(cx, edition);
    assert.equal((await judgeByPid(cx, one.pid)).state, 'accepted');
    assert.deepEqual(await told(cx), []);
  }),
);

test(
  'the desk tells who declined, who has no seat, and what was declared; each until something was done',
  inTrial(async (cx, edition) => {
    const one = await acceptedJudge(cx, edition);
    const two = await invitedJudge(cx, edition);
    const site = await siteOn(cx);
    await site.post(`/giam-khao/${two.token}/tu-choi`, { reason: 'Ốm' });
    assert.deepEqual(await titles(cx, edition), [
      '1 giám khảo từ chối, cần mời người khác',
      '1 giám khảo đã nhận lời, chưa có ghế trong hội đồng',
    ]);
    await councilWith(cx, edition, { judges: [one] });
    assert.deepEqual(await titles(cx, edition), ['1 giám khảo từ chối, cần mời người khác']);
    (cx.clock as ReturnType<typeof testClock>).move(15 * 86_400_000);
    assert.deepEqual(await titles(cx, edition), []);
  }),
);

test(
  'a link sends so often in an hour, and what was typed is not lost',
  inTrial(async (cx, edition) => {
    const one = await acceptedJudge(cx, edition);
    const other = await acceptedJudge(cx, edition);
    const site = await siteOn(cx);
    const path = (token: string) => `/giam-khao/${token}/quan-he`;
    for (let turn = 0; turn < 60; turn += 1)
      assert.equal((await site.post(path(one.token), { relation: 'unit' })).status, 422);
    const full = { relation: 'unit', unit: 'Sở Y tế, Sơn La' };
    const over = await site.post(path(one.token), full);
    assert.equal(over.status, 422);
    const page = await over.text();
    assert.ok(textOf(page).includes(councilIssues.judge_too_often!({})));
    assert.ok(page.includes('value="Sở Y tế, Sơn La"'));
    assert.equal((await site.post(path(other.token), full)).status, 303);
    (cx.clock as ReturnType<typeof testClock>).move(3_600_000);
    assert.equal((await site.post(path(one.token), full)).status, 303);
  }),
);
