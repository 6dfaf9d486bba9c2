import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { sql } from 'kysely';
import { type Cx, execute } from '../../../platform/command.ts';
import type { Database } from '../../../platform/database/index.ts';
import { one } from '../../../platform/database/query.ts';
import { testDatabase } from '../../../platform/database/testing.ts';
import { testAccount, testClock, testCx } from '../../../platform/testing.ts';
import { coverage } from '../../organisations/index.ts';
import type { RosterValues } from '../../spreadsheets/index.ts';
import { reading } from '../../spreadsheets/testing.ts';
import { takeBackImport, unwatched } from '../service/index.ts';
import { imported, organisation } from '../testing.ts';
import { provenanceOf } from './provenance.ts';

describe('where the values of a person come from', () => {
  let database: Database;
  let cx: Cx;
  let union: string;
  let place: string;
  let clock: ReturnType<typeof testClock>;
  before(async () => {
    database = await testDatabase();
  });
  after(() => database.close());
  beforeEach(async () => {
    await database.ownerPool.query(
      'truncate organisation, person, roster_import, roster_row, roster_result, roster_pair, file cascade',
    );
    clock = testClock();
    cx = testCx(database.db, { coverage, clock, via: 'job' });
    union = await organisation(cx, 'sonla', 'provincial_union', 'Sơn La');
    place = await organisation(cx, 'lamvuon', 'member_association', 'Hội Làm vườn', [union]);
  });

  const values: Partial<RosterValues> = {
    birthDate: '1951-05-02',
    phones: ['0912345001'],
    branch: 'Chi hội 1',
    cardNumber: 'SL-1',
  };
  /** Brings in one row, as the row `at` of the file. */
  async function bring(at: number, more: Partial<RosterValues> = {}): Promise<string> {
    clock.move(60_000);
    const row = reading(at, 'Lường Văn Khoát', { ...values, ...more });
    return (await imported(cx, place, [row])).of.pid;
  }
  const person = async () =>
    (await one(cx.db, sql<{ id: string }>`select id from person where given = 'Khoát'`)).id;
  const told = async (by: Cx = cx) => {
    const origins = await provenanceOf(by, await person());
    return Object.fromEntries(
      origins.map(({ field, importPid, rowNumber }) => [field, `${importPid}:${rowNumber}`]),
    );
  };

  it('the row that wrote each; what no file told has none', async () => {
    const pid = await bring(7);
    const from = `${pid}:7`;
    assert.deepEqual(await told(), {
      given: from,
      birth_date: from,
      phones: from,
      'membership.branch': from,
      'membership.card_number': from,
    });
    const [origin] = await provenanceOf(cx, await person());
    assert.deepEqual([origin?.fileName, origin?.sheet, origin?.by], ['test.csv', 0, null]);
    assert.deepEqual(origin?.at, clock.now());
  });

  it('a later file answers for what it changed or brought, and only for that', async () => {
    const first = await bring(7);
    const second = await bring(9, { email: 'khoat@example.vn', branch: 'Chi hội 2' });
    const origins = await told();
    assert.equal(origins.email, `${second}:9`);
    assert.equal(origins['membership.branch'], `${second}:9`);
    assert.equal(origins.birth_date, `${first}:7`);
    assert.equal(origins['membership.card_number'], `${first}:7`);
  });

  it('not for what a hand changed since, until it is the same again', async () => {
    const pid = await bring(7);
    await sql`update person set birth_date = '1952' where given = 'Khoát'`.execute(cx.db);
    await sql`update membership set branch = 'Chi hội 9'`.execute(cx.db);
    const origins = await told();
    assert.deepEqual(Object.keys(origins).sort(), ['given', 'membership.card_number', 'phones']);
    await sql`update person set birth_date = '1951-05-02' where given = 'Khoát'`.execute(cx.db);
    assert.equal((await told()).birth_date, `${pid}:7`);
  });

  it('a file that was taken back answers for nothing', async () => {
    const first = await bring(7);
    clock.move(60_000);
    const row = reading(9, 'Lường Văn Khoát', { ...values, cardNumber: 'SL-2' });
    const { of } = await imported(cx, place, [row]);
    assert.equal((await told())['membership.card_number'], `${of.pid}:9`);
    const undone = await execute(cx, takeBackImport(unwatched), { id: of.id });
    assert.ok(undone.ok, JSON.stringify(undone));
    assert.equal((await told())['membership.card_number'], `${first}:7`);
  });

  it('is told to those who may see the import', async () => {
    await bring(7);
    const by = (code: string | null) => {
      const actor = testAccount('00000000-0000-7000-8000-00000000000a');
      const grants = code === null ? [] : [{ role: 'clerk', organisationId: code }];
      return { ...cx, actor: { ...actor, grants } as Cx['actor'] };
    };
    assert.deepEqual(await told(by(null)), {});
    assert.equal(Object.keys(await told(by(union))).length, 5);
    const other = await organisation(cx, 'laichau', 'provincial_union', 'Lai Châu');
    assert.deepEqual(await told(by(other)), {});
  });
});
