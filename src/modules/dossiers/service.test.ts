import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { type Cx, execute } from '../../platform/command.ts';
import type { Database } from '../../platform/database/index.ts';
import { testDatabase, withRollback } from '../../platform/database/testing.ts';
import { Conflict, Forbidden, NotFound } from '../../platform/errors.ts';
import { installJobs } from '../../platform/jobs/index.ts';
import { verifyText } from '../../platform/keys.ts';
import { sound, type TestClock, testClock } from '../../platform/testing.ts';
import { cxOf, smallFederation, someone, system } from '../activities/testing.ts';
import { authorKey } from '../calls/index.ts';
import { done, outbox, refused } from '../rounds/testing.ts';
import {
  authorsOf,
  consentsOf,
  dossierByPid,
  dossierByToken,
  filesOfDossier,
  findDossier,
  invariants,
  versionsOf,
} from './queries/index.ts';
import * as service from './service/index.ts';
import {
  agreed,
  answers,
  begun,
  completed,
  entrant,
  openYouth,
  pupil,
  site,
  submitted,
  tokenTo,
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
  readonly edition: string;
}

const inTrial = (work: (trial: Trial) => Promise<void>) => (): Promise<void> =>
  withRollback(database, async (trx) => {
    const clock = testClock();
    const cx = { ...cxOf(trx, system), clock };
    await work({ cx, clock, edition: await openYouth(cx) });
    await sound(cx.db, invariants);
  });

const moveTo = (clock: TestClock, iso: string): void =>
  clock.move(Date.parse(iso) - clock.now().getTime());

const nobody = (cx: Cx): Cx => ({ ...cx, actor: { kind: 'anonymous' } });
const key = authorKey(pupil.name, pupil.birth);

/** A dossier that is submitted; gives the secret of its link and its pid. */
async function ready(cx: Cx, edition: string): Promise<{ token: string; pid: string }> {
  const token = await begun(cx, edition);
  await completed(cx, token);
  await agreed(cx, token, key);
  return { token, pid: (await submitted(cx, token)).pid };
}

describe('writing a dossier by its link', () => {
  test(
    'is begun without an account, kept as it is written, submitted with a receipt',
    inTrial(async ({ cx, edition }) => {
      const anyone = nobody(cx);
      const token = await begun(anyone, edition);
      assert.deepEqual(
        (await refused(execute(anyone, service.submitDossier, { token, site })))[0],
        'entrant choose_one',
      );
      await completed(anyone, token);
      const missing = await refused(execute(anyone, service.submitDossier, { token, site }));
      assert.deepEqual(missing, [
        `consents.${key}.author consent_to_enter_missing`,
        `consents.${key}.representative consent_to_enter_missing`,
      ]);
      await agreed(anyone, token, key);
      const given = await submitted(anyone, token);
      assert.equal(given.number, 'TTNND-0001');
      const dossier = await dossierByPid(cx, given.pid);
      assert.equal(dossier.state, 'submitted');
      assert.equal(dossier.title, 'Máy tách hạt ngô chạy bằng pin');
      const [version] = await versionsOf(cx.db, dossier.id);
      assert.ok(version);
      assert.equal(createHash('sha256').update(version.frozen).digest('hex'), given.sha256);
      assert.equal(verifyText(cx.keys, 'receipt', version.receipt, version), 'good');
      assert.equal(
        verifyText(cx.keys, 'receipt', version.receipt.replace('0001', '0002'), version),
        'bad',
      );
      const files = (JSON.parse(version.frozen) as { files: { field: string }[] }).files;
      assert.equal(files.length, 4);
      const [author] = (await authorsOf(cx.db, [dossier.id])).get(dossier.id) ?? [];
      assert.equal(author?.key, key);
      const letters = (await outbox(cx)).filter(({ to }) => to === entrant);
      assert.equal(letters.length, 2);
      const receipt = letters.find(({ subject }) => subject.startsWith('Biên nhận TTNND-0001'));
      assert.match(receipt?.text ?? '', new RegExp(given.sha256));
      assert.match(receipt?.text ?? '', /10:00:00 ngày 12\/05\/2026/);
    }),
  );

  test(
    'the version that was submitted holds until the next one',
    inTrial(async ({ cx, edition }) => {
      const { token, pid } = await ready(cx, edition);
      await done(execute(cx, service.saveDraft, { token, answers: { ten: 'Tên khác' } }));
      assert.equal((await dossierByPid(cx, pid)).title, 'Máy tách hạt ngô chạy bằng pin');
      const again = await submitted(cx, token);
      assert.equal(again.version, 2);
      assert.equal(again.number, 'TTNND-0001');
      assert.equal((await dossierByPid(cx, pid)).title, 'Tên khác');
      const stale = execute(cx, service.submitDossier, { token, site, version: 1 });
      await assert.rejects(stale, Conflict);
    }),
  );

  test(
    'the last second of the phase is in time, the next one is not, and nothing is lost',
    inTrial(async ({ cx, clock, edition }) => {
      const token = await begun(cx, edition);
      await completed(cx, token);
      await agreed(cx, token, key);
      moveTo(clock, '2026-05-22T17:00:01+07:00');
      const late = await refused(execute(cx, service.submitDossier, { token, site }));
      assert.deepEqual(late, ['phase_closed']);
      const sent = { token, answers: { ten: 'Viết muộn' } };
      assert.deepEqual(await refused(execute(cx, service.saveDraft, sent)), ['phase_closed']);
      // The server had the whole request in time; it only came to it later.
      const received = new Date('2026-05-22T17:00:00.999+07:00');
      const given = await done(execute(cx, service.submitDossier, { token, site, received }));
      const [version] = await versionsOf(cx.db, (await dossierByToken(cx, token)).id);
      assert.deepEqual(version?.receivedAt, received);
      assert.equal(given.version, 1);
    }),
  );

  test(
    'a definite no of the rules keeps from submitting and names the place',
    inTrial(async ({ cx, edition }) => {
      const token = await begun(cx, edition);
      const old = { ...pupil, birth: '2006-07-31' };
      await completed(cx, token, answers('Cũ', [old]));
      await agreed(cx, token, authorKey(old.name, old.birth));
      assert.deepEqual(await refused(execute(cx, service.submitDossier, { token, site })), [
        'answers.tac-gia.0.birth not_eligible',
      ]);
    }),
  );

  test(
    'links are sent again, at most once a minute; a stranger gets none',
    inTrial(async ({ cx, clock, edition }) => {
      const first = await begun(cx, edition);
      const ask = { edition, email: entrant, site };
      await done(execute(cx, service.sendLinks, ask));
      assert.equal(await tokenTo(cx), first);
      clock.move(61_000);
      await done(execute(cx, service.sendLinks, ask));
      const second = await tokenTo(cx);
      assert.notEqual(second, first);
      assert.equal((await dossierByToken(cx, second)).pid, (await dossierByToken(cx, first)).pid);
      await done(execute(cx, service.sendLinks, { ...ask, email: 'la@example.vn' }));
      assert.equal((await outbox(cx)).filter(({ to }) => to === 'la@example.vn').length, 0);
      await assert.rejects(dossierByToken(cx, 'f'.repeat(40)), NotFound);
    }),
  );

  test(
    'a file that only a submitted version has stays; one that was never submitted goes',
    inTrial(async ({ cx, edition }) => {
      const { token, pid } = await ready(cx, edition);
      const dossier = await dossierByPid(cx, pid);
      const files = await filesOfDossier(cx.db, dossier.id);
      await done(execute(cx, service.removeFile, { token, file: files[0]!.pid }));
      const left = await filesOfDossier(cx.db, dossier.id);
      assert.equal(left.length, 4);
      assert.equal(left.filter((one) => one.removedAt !== null).length, 1);
    }),
  );

  test(
    'a draft is thrown away, a submitted one is not',
    inTrial(async ({ cx, edition }) => {
      const token = await begun(cx, edition);
      await done(execute(cx, service.discardDossier, { token }));
      await assert.rejects(dossierByToken(cx, token), NotFound);
      const kept = await ready(cx, edition);
      assert.deepEqual(await refused(execute(cx, service.discardDossier, { token: kept.token })), [
        'dossier_state',
      ]);
    }),
  );
});

describe('the secretariat', () => {
  test(
    'returns with remarks, gets it again, finds it valid, moves it',
    inTrial(async ({ cx, clock, edition }) => {
      const { token, pid } = await ready(cx, edition);
      const clerk = await someone(cx, 'clerk', 'sonla');
      moveTo(clock, '2026-05-23T08:00:00+07:00');
      const back = {
        pid,
        until: '2026-05-25T17:00',
        words: 'Bổ sung ảnh chụp rõ sản phẩm.',
        remarks: [{ field: 'anh-san-pham', words: 'Ảnh mờ' }],
        site,
      };
      await done(execute({ ...clerk, clock }, service.returnDossier, back));
      const letter = (await outbox(cx)).find(({ subject }) =>
        subject.startsWith('Đề nghị bổ sung'),
      );
      assert.match(letter?.text ?? '', /Ảnh mô hình, sản phẩm: Ảnh mờ/);
      assert.match(letter?.text ?? '', /17:00:00 ngày 25\/05\/2026/);
      assert.equal((await submitted(cx, token)).version, 2);
      assert.equal((await dossierByPid(cx, pid)).leave?.answered, 2);
      moveTo(clock, '2026-06-05T08:00:00+07:00');
      const move = { pid, field: 'phan-mem', reason: 'Sản phẩm là phần mềm' };
      await done(execute(cx, service.moveDossier, move));
      assert.deepEqual(await refused(execute(cx, service.moveDossier, move)), ['field field_same']);
      await done(execute(cx, service.validateDossier, { pid }));
      const now = await dossierByPid(cx, pid);
      assert.deepEqual(
        [now.state, now.field, now.working.field],
        ['valid', 'phan-mem', 'phan-mem'],
      );
      await done(execute(cx, service.withdrawDossier, { token, reason: 'Đi học xa' }));
      assert.equal((await dossierByPid(cx, pid)).state, 'withdrawn');
    }),
  );

  test(
    'gives time beyond the deadline with a reason, and only until its last second',
    inTrial(async ({ cx, clock, edition }) => {
      const { token, pid } = await ready(cx, edition);
      moveTo(clock, '2026-05-22T17:00:01+07:00');
      const leave = {
        pid,
        until: '2026-05-23T12:00:00',
        acts: ['save', 'submit'],
        reason: 'Mất điện',
        site,
      };
      await done(execute(cx, service.grantLeave, leave));
      moveTo(clock, '2026-05-23T12:00:00.999+07:00');
      assert.equal((await submitted(cx, token)).version, 2);
      moveTo(clock, '2026-05-23T12:00:01+07:00');
      assert.deepEqual(await refused(execute(cx, service.submitDossier, { token, site })), [
        'phase_closed',
      ]);
      const past = { ...leave, until: '2026-05-23T11:00:00' };
      assert.deepEqual(await refused(execute(cx, service.grantLeave, past)), ['until until_over']);
    }),
  );

  test(
    'types in paper, also late with a reason',
    inTrial(async ({ cx, clock, edition }) => {
      const { pid } = await done(execute(cx, service.enterPaper, { edition }));
      const working = { pid, entrant: 'individual', field: 'hoc-tap', answers: answers() };
      await done(execute(cx, service.savePaper, working));
      moveTo(clock, '2026-05-24T08:00:00+07:00');
      const late = await refused(execute(cx, service.submitPaper, { pid, site }));
      assert.ok(late.includes('phase_closed'));
      const reason = 'Dấu bưu điện ngày 21/05/2026';
      const given = await done(execute(cx, service.submitPaper, { pid, site, reason }));
      assert.equal(given.number, 'TTNND-0001');
    }),
  );

  test(
    'sees what was submitted, never a draft; others see nothing',
    inTrial(async ({ cx, edition }) => {
      const token = await begun(cx, edition);
      const clerk = await someone(cx, 'clerk', 'sonla');
      const draft = await dossierByToken(cx, token);
      assert.equal(await findDossier(clerk, draft.pid), null);
      const { pid } = await ready(cx, edition);
      assert.equal((await dossierByPid(clerk, pid)).pid, pid);
      const auditor = await someone(cx, 'auditor', 'sonla');
      assert.equal((await dossierByPid(auditor, pid)).pid, pid);
      await assert.rejects(execute(auditor, service.validateDossier, { pid }), Forbidden);
      assert.equal(await findDossier(nobody(cx), pid), null);
    }),
  );
});

describe('consents', () => {
  test(
    'a representative is asked by letter and answers for that child alone',
    inTrial(async ({ cx, edition }) => {
      const token = await begun(cx, edition);
      await completed(cx, token);
      const email = 'cha@example.vn';
      const ask = { token, author: key, party: 'representative', email, site };
      await done(execute(nobody(cx), service.askConsent, ask));
      const own = await tokenTo(cx, email);
      const say = {
        token: own,
        author: key,
        party: 'representative',
        purpose: 'enter',
        given: true,
        told_by: 'Nguyễn Văn Hòa',
      };
      await done(execute(nobody(cx), service.giveConsent, say));
      await assert.rejects(
        execute(nobody(cx), service.giveConsent, { ...say, party: 'author' }),
        NotFound,
      );
      await assert.rejects(dossierByToken(cx, own), NotFound);
      const { id } = await dossierByToken(cx, token);
      const told = (await consentsOf(cx.db, [id])).get(id) ?? [];
      assert.deepEqual(
        told.map(({ party, how, given }) => [party, how, given]),
        [['representative', 'link', true]],
      );
    }),
  );

  test(
    'another name or birth is another human: the consent is asked again',
    inTrial(async ({ cx, edition }) => {
      const token = await begun(cx, edition);
      await completed(cx, token);
      await agreed(cx, token, key);
      const other = answers('Máy', [{ ...pupil, birth: '2012-05-13' }]);
      await done(execute(cx, service.saveDraft, { token, answers: other }));
      const left = await refused(execute(cx, service.submitDossier, { token, site }));
      assert.equal(left.length, 2);
    }),
  );
});
