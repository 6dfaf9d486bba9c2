import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { sql } from 'kysely';
import { type Cx, execute, type Outcome } from '../../platform/command.ts';
import type { Database } from '../../platform/database/index.ts';
import { countQueries } from '../../platform/database/pool.ts';
import { all, one } from '../../platform/database/query.ts';
import { testDatabase, withRollback } from '../../platform/database/testing.ts';
import { Conflict, Forbidden, NotFound } from '../../platform/errors.ts';
import { broken } from '../../platform/testing.ts';
import { cxOf, smallFederation, someone } from '../activities/testing.ts';
import {
  allTitles,
  distinctionRows,
  findDistinction,
  invariants,
  listDistinctions,
} from './queries/index.ts';
import {
  changedInput,
  distinctionDeletion,
  editDistinction,
  recordDistinction,
  revokeDistinction,
  unrevokeDistinction,
} from './service/index.ts';
import { commendation, given } from './testing.ts';

let database: Database;
before(async () => {
  database = await testDatabase();
  await smallFederation(cxOf(database.db));
});
after(() => database.close());

const inside = (work: (cx: Cx) => Promise<void>) => () =>
  withRollback(database, (trx) => work(cxOf(trx)));

const refusals = (outcome: Outcome<unknown>) =>
  outcome.ok ? [] : outcome.issues.map(({ path, code }) => `${path} ${code}`).sort();

const page = { sort: 'day', descending: true, page: 1, size: 50 } as const;

async function found(cx: Cx, filter: object = {}): Promise<string[]> {
  const { rows, total } = await listDistinctions(cx, { under: null, ...page, ...filter });
  assert.equal(total, rows.length);
  return rows.map((row) => row.recipientName);
}

async function persons(cx: Cx): Promise<number> {
  return (await one(cx.db, sql<{ n: number }>`select count(*)::integer as n from person`)).n;
}

const toPerson = { recipient: 'person', recipient_person: 'Nguyễn Thị Minh Họa' };

describe('recording', () => {
  test(
    'an organisation is its own recipient unless another is named',
    inside(async (cx) => {
      const [own = '', other = ''] = await given(cx, {}, { recipient_organisation: 'sonla-dat' });
      assert.equal((await findDistinction(cx, own))?.recipientOrganisationCode, 'sonla');
      const row = await findDistinction(cx, other);
      assert.equal(row?.recipientOrganisationCode, 'sonla-dat');
      assert.equal(row?.recipientName, 'Hội Khoa học đất tỉnh Sơn La');
    }),
  );

  test(
    'a person of the register is known again by name; a namesake elsewhere is another person',
    inside(async (cx) => {
      const [first = ''] = await given(cx, toPerson);
      const before = await persons(cx);
      const [second = ''] = await given(cx, { ...toPerson, level: 'national_union' });
      const again = { ...toPerson, recipient_person: 'TS. Nguyễn  Thị Minh Họa'.normalize('NFD') };
      const [titled = ''] = await given(cx, { ...again, level: 'ministry' });
      assert.equal(await persons(cx), before);
      await given(cx, { ...toPerson, organisation: 'laichau' });
      assert.equal(await persons(cx), before + 1);
      const pids = await Promise.all(
        [first, second, titled].map(
          async (pid) => (await findDistinction(cx, pid))?.recipientPersonPid,
        ),
      );
      assert.equal(new Set(pids).size, 1);
    }),
  );

  test(
    'a person may be named by public id',
    inside(async (cx) => {
      const [first = ''] = await given(cx, toPerson);
      const person = (await findDistinction(cx, first))?.recipientPersonPid;
      const [second = ''] = await given(cx, {
        organisation: 'laichau',
        recipient: 'person',
        person,
      });
      assert.equal((await findDistinction(cx, second))?.recipientPersonPid, person);
      const wrong = { ...commendation, recipient: 'person', person: 'nobody' };
      assert.deepEqual(refusals(await recordDistinction(cx, wrong)), ['person unknown_person']);
    }),
  );

  test(
    'everything that is wrong is told at once, and nobody is recorded',
    inside(async (cx) => {
      const wrong = { recipient: 'person', title: 'emulation_flag', class: 'III', level: 'moon' };
      const outcome = await recordDistinction(cx, { ...wrong, decided_on: '31/02/2018' });
      assert.deepEqual(refusals(outcome), [
        'class no_classes',
        'decided_on day_not_in_month',
        'level not_in_list',
        'organisation required',
        'recipient only_organisation',
        'recipient_person required',
      ]);
      const noName = { ...commendation, recipient: 'person', recipient_person: 'GS.TS.' };
      assert.deepEqual(refusals(await recordDistinction(cx, noName)), [
        'recipient_person not_a_name',
      ]);
      assert.equal(await persons(cx), 0);
    }),
  );

  test(
    'unknown organisations, unknown titles and days to come are issues',
    inside(async (cx) => {
      const wrong = { organisation: 'nowhere', title: 'x', decided_on: '13/05/2026' };
      assert.deepEqual(refusals(await recordDistinction(cx, { ...commendation, ...wrong })), [
        'decided_on day_in_future',
        'organisation unknown',
        'title not_in_list',
      ]);
      const recipient = { ...commendation, recipient_organisation: 'nowhere' };
      assert.deepEqual(refusals(await recordDistinction(cx, recipient)), [
        'recipient_organisation unknown',
      ]);
    }),
  );

  test(
    'a numbered decision is recorded once for a recipient, and a refusal makes no person',
    inside(async (cx) => {
      const numbered = { ...toPerson, decision_no: '12/QĐ-UBND' };
      await given(cx, numbered);
      const before = await persons(cx);
      assert.deepEqual(refusals(await recordDistinction(cx, { ...commendation, ...numbered })), [
        'decision_no already_recorded',
      ]);
      assert.equal(await persons(cx), before);
      await given(cx, { ...numbered, recipient_person: 'Lò Văn Minh Họa' });
      await given(cx, {}, {});
    }),
  );

  test(
    'HTML stays text in every field',
    inside(async (cx) => {
      const html = '<b>"x"&amp;</b>';
      const fields = { decision_no: html, giver: html, note: html };
      const [pid = ''] = await given(cx, {
        ...fields,
        ...toPerson,
        recipient_person: `${html} An`,
      });
      const row = await findDistinction(cx, pid);
      assert.deepEqual([row?.decisionNo, row?.giver, row?.note], [html, html, html]);
      assert.match(row?.recipientName ?? '', /<b>/);
    }),
  );
});

describe('changing', () => {
  test(
    'a stale version is refused; the recipient stays unless named anew',
    inside(async (cx) => {
      const [pid = ''] = await given(cx, toPerson);
      const row = await findDistinction(cx, pid);
      assert.ok(row);
      assert.equal((await editDistinction(cx, changedInput(row, { note: 'x' }))).ok, true);
      await assert.rejects(editDistinction(cx, changedInput(row, { note: 'y' })), Conflict);
      const now = await findDistinction(cx, pid);
      assert.ok(now);
      assert.equal(now.recipientPersonPid, row.recipientPersonPid);
      await editDistinction(cx, changedInput(now, { recipient_person: 'Lò Văn Minh Họa' }));
      const renamed = await findDistinction(cx, pid);
      assert.notEqual(renamed?.recipientPersonPid, row.recipientPersonPid);
      assert.equal(renamed?.recipientName, 'Lò Văn Minh Họa');
      assert.deepEqual(await found(cx, { q: 'lo van' }), ['Lò Văn Minh Họa']);
    }),
  );

  test(
    'revoked: it holds until the day, stays in the register, and can be put right',
    inside(async (cx) => {
      const [pid = ''] = await given(cx, {});
      const revoke = (revoked_on: string, reason = 'Hồ sơ sai') =>
        execute(cx, revokeDistinction, { pid, revoked_on, reason });
      assert.deepEqual(refusals(await revoke('27/12/2018')), ['revoked_on before_decision']);
      assert.deepEqual(refusals(await revoke('13/05/2026')), ['revoked_on day_in_future']);
      assert.deepEqual(refusals(await revoke('01/02/2020', '')), ['reason required']);
      assert.equal((await revoke('01/02/2020')).ok, true);
      assert.deepEqual(refusals(await revoke('01/02/2020')), ['revoked_on already_revoked']);
      const days = sql<{ from_day: string; to_day: string | null }>`
        select from_day, to_day from (${distinctionRows()}) r`;
      assert.deepEqual(await all(cx.db, days), [{ from_day: '2018-12-28', to_day: '2020-02-01' }]);
      const row = await findDistinction(cx, pid);
      assert.ok(row);
      const later = changedInput(row, { decided_on: '2020-02-02' });
      assert.deepEqual(refusals(await editDistinction(cx, later)), ['decided_on after_revocation']);
      assert.equal((await execute(cx, unrevokeDistinction, { pid })).ok, true);
      assert.deepEqual(refusals(await execute(cx, unrevokeDistinction, { pid })), [' not_revoked']);
      assert.deepEqual(await all(cx.db, days), [{ from_day: '2018-12-28', to_day: null }]);
    }),
  );

  test(
    'deleted and taken back',
    inside(async (cx) => {
      const [pid = ''] = await given(cx, { decision_no: '1' });
      await execute(cx, distinctionDeletion.remove, { pid });
      assert.deepEqual(await found(cx), []);
      assert.deepEqual(await all(cx.db, distinctionRows()), []);
      await assert.rejects(
        execute(cx, revokeDistinction, { pid, revoked_on: '2020-01-01', reason: 'x' }),
        NotFound,
      );
      await execute(cx, distinctionDeletion.restore, { pid });
      assert.equal((await found(cx)).length, 1);
    }),
  );
});

describe('rights', () => {
  test(
    'an officer keeps the own register only; an auditor reads; a reader sees nothing',
    inside(async (cx) => {
      const [pid = ''] = await given(cx, { organisation: 'sonla' });
      await given(cx, { organisation: 'sonla-dat' });
      const officer = await someone(cx, 'officer', 'sonla-dat');
      assert.equal((await found(officer)).length, 1);
      await given(officer, { organisation: 'sonla-dat', level: 'union' });
      await assert.rejects(recordDistinction(officer, commendation), Forbidden);
      await assert.rejects(execute(officer, distinctionDeletion.remove, { pid }), NotFound);
      const auditor = await someone(cx, 'auditor', 'sonla');
      await assert.rejects(execute(auditor, distinctionDeletion.remove, { pid }), Forbidden);
      assert.deepEqual(await found(await someone(cx, 'reader', 'sonla')), []);
    }),
  );
});

describe('lists', () => {
  test(
    'persons are sorted by given name, as in a roster',
    inside(async (cx) => {
      const names = ['Trần Văn Đức', 'Nguyễn Thị An', 'Lê Dũng', 'Bùi An'];
      await given(cx, ...names.map((recipient_person) => ({ ...toPerson, recipient_person })));
      const order = { sort: 'recipient', descending: false };
      assert.deepEqual(await found(cx, order), [
        'Bùi An',
        'Nguyễn Thị An',
        'Lê Dũng',
        'Trần Văn Đức',
      ]);
    }),
  );

  test(
    'filters and search; the number of queries stays',
    inside(async (cx) => {
      const count = async () =>
        (await countQueries(() => listDistinctions(cx, { under: null, ...page }))).count;
      const none = await count();
      await given(cx, toPerson, { title: 'emulation_flag', giver: 'Ủy ban nhân dân tỉnh' }, {});
      assert.equal(await count(), none);
      assert.deepEqual(await found(cx, { recipient: 'person' }), ['Nguyễn Thị Minh Họa']);
      assert.equal((await found(cx, { title: 'emulation_flag' })).length, 1);
      assert.equal((await found(cx, { q: 'co thi dua uy ban' })).length, 1);
      assert.equal((await found(cx, { from: '2018-12-28', to: '2018-12-28' })).length, 3);
      assert.equal((await found(cx, { from: '2018-12-29' })).length, 0);
    }),
  );
});

describe('invariants', () => {
  test(
    'every title can be recorded, and each rule sees what breaks it',
    inside(async (cx) => {
      for (const title of (await allTitles(cx.db)).values()) {
        const person = title.recipients !== 'organisation';
        await given(cx, { title: title.code, ...(person ? toPerson : {}) });
      }
      assert.deepEqual(await broken(cx.db, invariants), []);
      await sql`update distinction set revoked_on = '2000-01-01'`.execute(cx.db);
      assert.deepEqual(await broken(cx.db, invariants), [
        'distinction_revoked_after_decided',
        'distinction_revoked_with_reason',
      ]);
      await sql`update distinction set revoked_on = null, title = 'emulation_flag'`.execute(cx.db);
      assert.deepEqual(await broken(cx.db, invariants), ['distinction_recipient_fits_title']);
    }),
  );
});
