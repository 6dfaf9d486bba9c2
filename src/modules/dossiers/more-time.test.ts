import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { type Cx, execute } from '../../platform/command.ts';
import type { Database } from '../../platform/database/index.ts';
import { all, one } from '../../platform/database/query.ts';
import { testDatabase, withRollback } from '../../platform/database/testing.ts';
import { NotFound } from '../../platform/errors.ts';
import { type Ask, posted, testDoors } from '../../platform/http/testing.tsx';
import { installJobs } from '../../platform/jobs/index.ts';
import { sound, type TestClock, testClock } from '../../platform/testing.ts';
import { cxOf, placeAt, smallFederation, someone, system } from '../activities/testing.ts';
import { authorKey, closeEdition } from '../calls/index.ts';
import { done, refused } from '../rounds/testing.ts';
import { dossierByPid, dossierByToken, invariants } from './queries/index.ts';
import * as service from './service/index.ts';
import {
  agreed,
  answers,
  begun,
  completed,
  openYouth,
  pupil,
  site,
  submitted,
  tokenTo,
} from './testing.ts';
import { inFours } from './vi/index.ts';
import { siteOn } from './web/entry/testing.ts';
import { dossierOffice } from './web/office/index.ts';

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
  readonly edition: string;
  readonly base: string;
  readonly as: (role: string, code: string) => Promise<Ask>;
}

const inTrial = (work: (trial: Trial) => Promise<void>) => (): Promise<void> =>
  withRollback(database, async (trx) => {
    const clock = testClock();
    const cx = { ...cxOf(trx, system), clock };
    const edition = await openYouth(cx);
    const as: Trial['as'] = async (role, code) => {
      const own = { ...(await someone(cx, role, code)), clock };
      const place = await placeAt(cx, code);
      return testDoors({ cx: own, place, roles: [role], office: dossierOffice, files: cx.files });
    };
    await work({ cx, clock, edition, base: `/vp/sonla/hoi-thi/${edition}/ho-so/chua-nop`, as });
    await sound(cx.db, invariants);
  });

const late = 'lo.van.muon@example.vn';
const secret = 'Máy ấp trứng chạy bằng pin mặt trời';
const overdue = '2026-05-23T08:00:00+07:00';
const moveTo = (clock: TestClock, at: string): void =>
  clock.move(Date.parse(at) - clock.now().getTime());

/** A draft with all that is asked for, never submitted; gives the secret of its link and its pid. */
async function draft(cx: Cx, edition: string, email = late) {
  const token = await begun(cx, edition, email);
  await completed(cx, token, answers(secret));
  await agreed(cx, token, authorKey(pupil.name, pupil.birth));
  return { token, pid: (await dossierByToken(cx, token)).pid };
}

const find = async (ask: Ask, base: string, who: string): Promise<[number, string]> => {
  const answer = await ask(base, posted([['who', who]]));
  return [answer.status, await answer.text()];
};

const grant = (pid: string, until = '2026-05-24T17:00:00') => ({
  pid,
  until,
  acts: ['save', 'submit'],
  reason: 'Mưa lũ, xã mất điện ba ngày.',
  site,
});

test(
  'drafts are found by address or id, with the time of the last save and nothing that they say',
  inTrial(async ({ cx, edition, base, as }) => {
    const { pid } = await draft(cx, edition);
    await draft(cx, edition, 'khac@example.vn');
    const clerk = await as('clerk', 'sonla');
    assert.equal((await clerk(base)).status, 200);
    for (const who of [late, ` ${late.toUpperCase()} `, pid, inFours(pid).toUpperCase()]) {
      const [status, page] = await find(clerk, base, who);
      assert.equal(status, 200, who);
      assert.match(page, /1 hồ sơ chưa nộp/, who);
      assert.ok(page.includes(inFours(pid)) && page.includes(`${base}/${pid}`), who);
      for (const hidden of [secret, 'ấp trứng', pupil.name, pupil.school, 'Học tập'])
        assert.ok(!page.includes(hidden), `${who} tells ${hidden}`);
    }
    const form = await (await clerk(`${base}/${pid}`)).text();
    assert.ok(form.includes(inFours(pid)));
    for (const hidden of [secret, pupil.name, late]) assert.ok(!form.includes(hidden), hidden);
  }),
);

test(
  'what is typed wrong is said, what is not there is told apart',
  inTrial(async ({ cx, edition, base, as }) => {
    const { token } = await draft(cx, edition);
    const { pid } = await submitted(cx, token);
    const other = await draft(cx, await openYouth(cx, 'tre-khac'), 'khac@example.vn');
    const clerk = await as('clerk', 'sonla');
    for (const [who, said] of [
      ['', /Địa chỉ thư hoặc mã hồ sơ/],
      ['lo van muon', /không phải địa chỉ thư hay mã hồ sơ/],
      ['lo,van@example.vn', /dấu phẩy/],
    ] as const) {
      const [status, page] = await find(clerk, base, who);
      assert.equal(status, 422, who);
      assert.match(page, said);
    }
    // Submitted ones have a page of their own; those of other editions are found there.
    for (const who of [late, pid, other.pid, 'khac@example.vn', 'khong.co@example.vn']) {
      const [status, page] = await find(clerk, base, who);
      assert.equal(status, 200, who);
      assert.match(page, /Không có hồ sơ chưa nộp nào/, who);
    }
    for (const one of [pid, other.pid]) assert.equal((await clerk(`${base}/${one}`)).status, 404);
  }),
);

test(
  'a draft is given time on the page: a letter with a link goes out, it is submitted and logged',
  inTrial(async ({ cx, clock, edition, base, as }) => {
    const { token, pid } = await draft(cx, edition);
    moveTo(clock, overdue);
    assert.deepEqual(await refused(execute(cx, service.submitDossier, { token, site })), [
      'phase_closed',
    ]);
    const clerk = await as('clerk', 'sonla');
    const asked = { act_save: '1', act_submit: '1', 'until.day': '24/05/2026' };
    const sent = { ...asked, 'until.time': '17:00', reason: 'Mưa lũ, xã mất điện.' };
    const bad = await clerk(`${base}/${pid}`, posted(Object.entries({ ...sent, reason: '' })));
    assert.equal(bad.status, 422);
    const answer = await clerk(`${base}/${pid}`, posted(Object.entries(sent)));
    assert.equal(answer.status, 303);
    assert.equal(answer.headers.get('location'), `${base}?da-gia-han=1`);
    assert.match(await (await clerk(`${base}?da-gia-han=1`)).text(), /Đã gia hạn và gửi thư/);
    assert.match((await find(clerk, base, late))[1], /17:00:00 ngày 24\/05\/2026/);

    const letter = await one(
      cx.db,
      sql<{ body: string }>`select body from mail_message where recipient = ${late}
        order by created_at desc, id desc limit 1`,
    );
    assert.ok(letter.body.includes(`Hồ sơ chưa nộp, mã ${inFours(pid)}, được gia hạn riêng`));
    const fresh = await tokenTo(cx, late);
    assert.equal((await submitted(cx, fresh)).pid, pid);
    const events = await all(
      cx.db,
      sql<{ reason: string; all: string }>`select reason, to_jsonb(event)::text as "all" from event
        where action = 'dossier.grant_leave'`,
    );
    assert.equal(events.length, 1);
    assert.equal(events[0]!.reason, 'Mưa lũ, xã mất điện.');
    assert.ok(!events[0]!.all.includes(secret));
  }),
);

test(
  'only the secretariat of the edition and those above give it; the draft stays the entrant’s alone',
  inTrial(async ({ cx, clock, edition, base, as }) => {
    const { pid } = await draft(cx, edition);
    moveTo(clock, overdue);
    const from = async (role: string, code: string) => ({
      ...(await someone(cx, role, code)),
      clock,
    });
    for (const [role, code] of [
      ['clerk', 'laichau'],
      ['auditor', 'vusta'],
      ['auditor', 'sonla'],
    ] as const) {
      const act = execute(await from(role, code), service.grantLeave, grant(pid));
      await assert.rejects(act, NotFound, `${role} of ${code}`);
      const ask = await as(role, code);
      assert.ok((await find(ask, base, late))[0] >= 403, `${role} of ${code}`);
    }
    const clerk = await from('clerk', 'sonla');
    await done(execute(clerk, service.grantLeave, grant(pid)));
    await done(
      execute(
        await from('national', 'vusta'),
        service.grantLeave,
        grant(pid, '2026-05-25T17:00:00'),
      ),
    );
    await assert.rejects(dossierByPid(clerk, pid), NotFound);
    assert.deepEqual(
      await refused(execute(clerk, service.grantLeave, grant(pid, '2026-05-22T17:00:00'))),
      ['until until_over'],
    );
    await done(execute(cx, closeEdition, { pid: edition }));
    assert.deepEqual(await refused(execute(clerk, service.grantLeave, grant(pid))), [
      'edition_over',
    ]);
  }),
);

test(
  'the entrant finds the id on the own page',
  inTrial(async ({ cx, edition }) => {
    const { token, pid } = await draft(cx, edition);
    const page = await (await siteOn(cx)).page(`/ho-so/${token}`);
    assert.ok(page.includes(inFours(pid)));
  }),
);
