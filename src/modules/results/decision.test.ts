import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { sql } from 'kysely';
import { type Cx, execute } from '../../platform/command.ts';
import type { Database } from '../../platform/database/index.ts';
import { testDatabase, withRollback } from '../../platform/database/testing.ts';
import { Conflict, Forbidden, NotFound } from '../../platform/errors.ts';
import { broken, sound } from '../../platform/testing.ts';
import { cxOf, smallFederation, someone } from '../activities/testing.ts';
import { awardsOf } from '../dossiers/index.ts';
import { done, refused } from '../rounds/testing.ts';
import { allocationOf, invariants } from './queries/index.ts';
import type { Allocation } from './schema/index.ts';
import {
  approveAllocation,
  changeRank,
  createAllocation,
  decideFail,
  editAllocation,
  listening,
  numberPaper,
  outcomeOf,
  proposeAllocation,
  publishAllocation,
  returnAllocation,
  takeBackAllocation,
} from './service/index.ts';
import {
  decision,
  type Judged,
  judged,
  phase,
  proposed,
  signAgain,
  usual,
  voted,
} from './testing.ts';

let database: Database;
before(async () => {
  database = await testDatabase();
  await smallFederation(cxOf(database.db));
});
after(() => database.close());

const inTrial = (work: (cx: Cx) => Promise<void>) => (): Promise<void> =>
  withRollback(database, async (trx) => {
    const cx = { ...cxOf(trx), emit: tell };
    await work(cx);
    await sound(cx.db, invariants);
  });

/** What the product tells this module. */
const tell: Cx['emit'] = async (cx, happening) => {
  await (listening as Readonly<Record<string, (typeof listening)['dossier.record_award']>>)[
    happening.name
  ]?.(cx, happening);
};

const standings = async (cx: Cx, { edition, dossiers }: Judged): Promise<string[]> => {
  const { outcome } = await outcomeOf(cx, edition, phase);
  const titles = new Map([...dossiers].map(([title, { pid }]) => [pid, title]));
  return outcome.groups[0]!.rows.map(
    ({ dossier, place }) => `${place ?? '-'} ${titles.get(dossier)}`,
  );
};

async function approved(cx: Cx, given = usual): Promise<{ all: Judged; allocation: Allocation }> {
  const all = await judged(cx, given);
  const { pid } = await proposed(cx, all);
  await done(execute(cx, approveAllocation, { pid, ...decision }));
  return { all, allocation: (await allocationOf(cx, all.edition))! };
}

describe('a phase', () => {
  test(
    'is reckoned from the sheets that hold, with the version that was signed last',
    inTrial(async (cx) => {
      const all = await judged(cx);
      assert.deepEqual(await standings(cx, all), [
        '1 Máy bóc lạc',
        '2 Máy sấy chè',
        '3 Lò đốt rác',
        '4 Phần mềm quản lý tưới',
      ]);
      const { outcome, sheets } = await outcomeOf(cx, all.edition, phase);
      const row = outcome.groups[0]!.rows[0]!;
      assert.deepEqual([row.points.mean, row.points.trimmed, row.range], [9400, 9400, 400]);
      const last = all.dossiers.get('Phần mềm quản lý tưới')!;
      for (const [at, judge] of all.council.judges.entries()) {
        const task = sheets.find(
          ({ dossierId, judgeId }) => dossierId === last.id && judgeId === judge.id,
        )!;
        await signAgain(cx, all.edition, {
          id: task.id,
          pid: task.pid,
          council: all.council,
          judge,
          dossier: last,
          phase,
          points: 99 - at / 2,
          number: 2,
        });
      }
      assert.equal((await standings(cx, all))[0], '1 Phần mềm quản lý tưới');
    }),
  );

  test(
    'of one by hand the place and the reason are told; back to the points without a place',
    inTrial(async (cx) => {
      const all = await judged(cx);
      const about = {
        edition: all.edition.pid,
        phase,
        dossier: all.dossiers.get('Lò đốt rác')!.pid,
      };
      const clerk = await someone(cx, 'clerk', 'sonla');
      await done(execute(clerk, changeRank, { ...about, place: 1, reason: 'Đã áp dụng ở 12 xã' }));
      assert.equal((await standings(cx, all))[0], '1 Lò đốt rác');
      const { outcome } = await outcomeOf(cx, all.edition, phase);
      assert.deepEqual(outcome.groups[0]!.rows[0]!.moved, {
        place: 1,
        reason: 'Đã áp dụng ở 12 xã',
      });
      assert.deepEqual(
        await refused(execute(clerk, changeRank, { ...about, place: 9, reason: 'x' })),
        ['place rank_over'],
      );
      assert.deepEqual(
        await refused(execute(clerk, changeRank, { ...about, place: 1, reason: ' ' })),
        ['reason required'],
      );
      await done(execute(clerk, changeRank, { ...about, place: '', reason: 'Nhầm' }));
      assert.equal((await standings(cx, all))[0], '1 Máy bóc lạc');
      assert.deepEqual(await refused(execute(clerk, changeRank, { ...about, reason: 'x' })), [
        'place rank_not_moved',
      ]);
      const auditor = await someone(cx, 'auditor', 'vusta');
      await assert.rejects(
        execute(auditor, changeRank, { ...about, place: 1, reason: 'x' }),
        Forbidden,
      );
      const other = await someone(cx, 'clerk', 'laichau');
      await assert.rejects(
        execute(other, changeRank, { ...about, place: 1, reason: 'x' }),
        NotFound,
      );
    }),
  );

  test(
    'of a dossier that a sheet fails the council is asked, and decides',
    inTrial(async (cx) => {
      const all = await judged(cx, { 'Máy bóc lạc': [90, 91] });
      const { edition, council } = all;
      const about = { edition: edition.pid, phase, dossier: all.dossiers.get('Máy bóc lạc')!.pid };
      assert.deepEqual(
        await refused(execute(cx, decideFail, { ...about, fails: 'yes', reason: 'x' })),
        ['fail_no_sheet'],
      );
      const { id } = all.dossiers.get('Máy bóc lạc')!;
      const { sheets } = await outcomeOf(cx, edition, phase);
      const task = sheets.find(
        ({ dossierId, judgeId }) => dossierId === id && judgeId === council.judges[0]!.id,
      )!;
      await signAgain(cx, edition, {
        id: task.id,
        pid: task.pid,
        council,
        judge: council.judges[0]!,
        dossier: all.dossiers.get('Máy bóc lạc')!,
        phase,
        points: 90,
        fails: true,
        number: 2,
      });
      const row = async () => (await outcomeOf(cx, edition, phase)).outcome.groups[0]!.rows[0]!;
      assert.deepEqual([(await row()).asked, (await row()).standing], [true, 'stands']);
      await done(execute(cx, decideFail, { ...about, fails: 'yes', reason: 'Sai đối tượng' }));
      assert.deepEqual([(await row()).asked, (await row()).standing], [false, 'failed']);
      assert.deepEqual(
        await refused(execute(cx, changeRank, { ...about, place: 1, reason: 'x' })),
        ['rank_not_placed'],
      );
      await done(execute(cx, decideFail, { ...about, fails: 'no', reason: 'Xem lại thấy đúng' }));
      assert.equal((await row()).standing, 'stands');
    }),
  );
});

describe('prizes', () => {
  test(
    'begin as the ranking proposes, with the floors of the edition',
    inTrial(async (cx) => {
      const all = await judged(cx);
      const { pid } = await done(
        execute(cx, createAllocation, { edition: all.edition.pid, phase }),
      );
      const { prizes, state } = (await allocationOf(cx, all.edition))!;
      assert.equal(state, 'draft');
      assert.deepEqual(
        prizes.map(({ dossier, prize }) => [prize, dossier.title]),
        [
          ['nhat', 'Máy bóc lạc'],
          ['nhi', 'Máy sấy chè'],
          ['ba', 'Lò đốt rác'],
        ],
      );
      assert.deepEqual(
        await refused(execute(cx, createAllocation, { edition: all.edition.pid, phase })),
        ['allocation_there'],
      );
      // The council decides by votes, and has not.
      assert.deepEqual(await refused(execute(cx, proposeAllocation, { pid })), [
        'allocation_not_voted',
      ]);
      await voted(cx, all);
      await done(execute(cx, proposeAllocation, { pid, version: 1 }));
      await assert.rejects(execute(cx, proposeAllocation, { pid, version: 1 }), Conflict);
      assert.deepEqual(await refused(execute(cx, editAllocation, { pid, prizes: [] })), [
        'allocation_state',
      ]);
    }),
  );

  test(
    'given otherwise than the ranking says need a reason; too many are refused',
    inTrial(async (cx) => {
      const all = await judged(cx);
      await voted(cx, all);
      const { pid } = await done(
        execute(cx, createAllocation, { edition: all.edition.pid, phase }),
      );
      const of = (title: string) => all.dossiers.get(title)!.pid;
      const give = async (...prizes: readonly (readonly [string, string, string?])[]) => {
        await done(
          execute(cx, editAllocation, {
            pid,
            prizes: prizes.map(([title, prize, reason]) => ({ dossier: of(title), prize, reason })),
            // What is left empty is stated; of a prize that is given nothing is kept.
            withheld: ['nhat', 'nhi', 'ba'].map((prize) => ({
              prize,
              field: 'cntt',
              reason: 'Để trống',
            })),
          }),
        );
        const outcome = await refused(execute(cx, proposeAllocation, { pid }));
        if (outcome.length === 0) await done(execute(cx, returnAllocation, { pid, reason: 'Sửa' }));
        return outcome;
      };
      assert.deepEqual(await give(['Máy sấy chè', 'nhi'], ['Máy bóc lạc', 'nhat']), []);
      assert.deepEqual(await give(['Máy sấy chè', 'nhat']), [
        'prize_below_floor',
        'prize_passed_over',
      ]);
      assert.deepEqual(
        await give(['Lò đốt rác', 'nhi'], ['Máy bóc lạc', 'nhat'], ['Máy sấy chè', 'ba']),
        ['prize_passed_over'],
      );
      assert.deepEqual(
        await give(
          ['Lò đốt rác', 'nhi', 'Hiệu quả hơn'],
          ['Máy bóc lạc', 'nhat'],
          ['Máy sấy chè', 'ba'],
        ),
        [],
      );
      assert.deepEqual(await give(['Máy bóc lạc', 'nhi'], ['Máy sấy chè', 'nhi']), [
        'prize_over_quota',
      ]);
      assert.deepEqual(await give(), ['allocation_empty']);
      const twice = {
        pid,
        prizes: [of('Máy bóc lạc'), of('Máy bóc lạc')].map((dossier) => ({ dossier, prize: 'ba' })),
      };
      assert.deepEqual(await refused(execute(cx, editAllocation, twice)), [
        'prizes allocation_twice',
      ]);
      const unknown = { pid, prizes: [{ dossier: of('Máy bóc lạc'), prize: 'dac-biet' }] };
      assert.deepEqual(await refused(execute(cx, editAllocation, unknown)), [
        'prizes.0 prize_unknown',
      ]);
    }),
  );

  test(
    'that are withheld need the reason, which stands in the record',
    inTrial(async (cx) => {
      const all = await judged(cx);
      await voted(cx, all);
      const { pid } = await done(
        execute(cx, createAllocation, { edition: all.edition.pid, phase }),
      );
      const of = (title: string) => all.dossiers.get(title)!.pid;
      // The first prize is left empty although its best reaches it, the third by nobody's will.
      const prizes = [
        { dossier: of('Máy bóc lạc'), prize: 'nhi' },
        { dossier: of('Máy sấy chè'), prize: 'ba' },
      ];
      const withhold = (...withheld: readonly object[]) =>
        execute(cx, editAllocation, { pid, prizes, withheld });
      await done(withhold());
      assert.deepEqual(await refused(execute(cx, proposeAllocation, { pid })), [
        'prize_withheld_unsaid',
      ]);
      const reason = 'Cần theo dõi thêm một vụ';
      assert.deepEqual(
        await refused(
          withhold({ prize: 'x', reason }, { prize: 'nhat', field: 'khong-co', reason }),
        ),
        ['withheld.0 prize_unknown', 'withheld.1 not_in_list'],
      );
      const first = { prize: 'nhat', field: 'cntt', reason };
      await done(withhold(first, { prize: 'nhi', field: 'cntt', reason: 'Đã trao' }));
      assert.deepEqual((await allocationOf(cx, all.edition))!.withheld, [first]);
      await done(execute(cx, proposeAllocation, { pid }));
    }),
  );

  test(
    'are approved by a leader: awards, and from then on nothing moves',
    inTrial(async (cx) => {
      const all = await judged(cx);
      const { pid } = await proposed(cx, all);
      const [clerk, leader, other] = [
        await someone(cx, 'clerk', 'sonla'),
        await someone(cx, 'leader', 'sonla'),
        await someone(cx, 'leader', 'laichau'),
      ];
      await assert.rejects(execute(clerk, approveAllocation, { pid, ...decision }), Forbidden);
      await assert.rejects(execute(other, approveAllocation, { pid, ...decision }), NotFound);
      assert.deepEqual(
        await refused(
          execute(leader, approveAllocation, { pid, ...decision, decided_on: '2027-01-01' }),
        ),
        ['decided_on in_the_future'],
      );
      await done(execute(leader, approveAllocation, { pid, ...decision }));
      const ids = [...all.dossiers.values()].map(({ id }) => id);
      const awards = await awardsOf(cx.db, ids);
      assert.deepEqual(
        ids.map((id) =>
          awards
            .get(id)
            ?.map(({ name, level, decision: by, decidedOn }) => [name, level, by, decidedOn]),
        ),
        [
          [['Giải Nhất', 'province', '24/QĐ-BTCHT', '2026-05-10']],
          [['Giải Nhì', 'province', '24/QĐ-BTCHT', '2026-05-10']],
          [['Giải Ba', 'province', '24/QĐ-BTCHT', '2026-05-10']],
          undefined,
        ],
      );
      const about = {
        edition: all.edition.pid,
        phase,
        dossier: [...all.dossiers.values()][0]!.pid,
      };
      assert.deepEqual(
        await refused(execute(cx, changeRank, { ...about, place: 2, reason: 'x' })),
        ['result_settled'],
      );
      assert.deepEqual(await refused(execute(cx, editAllocation, { pid, prizes: [] })), [
        'allocation_state',
      ]);
      await assert.rejects(execute(clerk, publishAllocation, { pid }), Forbidden);
      await done(execute(leader, publishAllocation, { pid }));
      assert.equal((await allocationOf(cx, all.edition))!.state, 'published');
      assert.deepEqual(await refused(execute(leader, publishAllocation, { pid })), [
        'allocation_state',
      ]);
    }),
  );

  test(
    'are open again when the decision is taken back; awards stay until the next one',
    inTrial(async (cx) => {
      const { all, allocation } = await approved(cx);
      const { pid } = allocation;
      const [clerk, leader] = [
        await someone(cx, 'clerk', 'sonla'),
        await someone(cx, 'leader', 'sonla'),
      ];
      const back = { pid, reason: 'Khiếu nại số 03 đúng' };
      const paper = (kind: string) => ({
        edition: all.edition.pid,
        paper: kind,
        phase: kind === 'summary' ? phase : null,
        signed_on: '2026-05-10',
        signer: 'Lò Văn Bình',
        position: 'Trưởng Ban',
      });
      const number = (kind: string) => done(execute(clerk, numberPaper, paper(kind)));
      assert.equal((await number('decision')).number, 1);
      await number('summary');
      await assert.rejects(execute(clerk, takeBackAllocation, back), Forbidden);
      assert.deepEqual(await refused(execute(leader, takeBackAllocation, { pid })), [
        'reason required',
      ]);
      await done(execute(leader, publishAllocation, { pid }));
      const version = (await allocationOf(cx, all.edition))!.version;
      await assert.rejects(
        execute(leader, takeBackAllocation, { ...back, version: version - 1 }),
        Conflict,
      );
      await done(execute(leader, takeBackAllocation, { ...back, version }));
      const now = (await allocationOf(cx, all.edition))!;
      assert.deepEqual(
        [now.state, now.decision, now.publishedAt, now.takenBack?.published, now.takenBack?.reason],
        ['proposed', null, null, true, back.reason],
      );
      assert.deepEqual(await refused(execute(leader, takeBackAllocation, back)), [
        'allocation_state',
      ]);
      const ids = [...all.dossiers.values()].map(({ id }) => id);
      const won = async () => {
        const awards = await awardsOf(cx.db, ids);
        return ids.map((id) => awards.get(id)?.map(({ prize, decision: by }) => `${prize} ${by}`));
      };
      const before = await won();
      assert.deepEqual(before, [
        ['nhat 24/QĐ-BTCHT'],
        ['nhi 24/QĐ-BTCHT'],
        ['ba 24/QĐ-BTCHT'],
        undefined,
      ]);
      // The third prize goes to another: its award is taken off, the others stand as they were given.
      await done(execute(clerk, returnAllocation, { pid, reason: 'Sửa' }));
      const of = (title: string) => all.dossiers.get(title)!.pid;
      const reason = 'Chấm lại theo khiếu nại';
      await done(
        execute(clerk, editAllocation, {
          pid,
          prizes: [
            { dossier: of('Máy bóc lạc'), prize: 'nhat' },
            { dossier: of('Máy sấy chè'), prize: 'nhi' },
            { dossier: of('Phần mềm quản lý tưới'), prize: 'ba', reason },
          ],
        }),
      );
      await done(execute(clerk, proposeAllocation, { pid }));
      await done(
        execute(leader, approveAllocation, {
          pid,
          decision: '31/QĐ-BTCHT',
          decided_on: '2026-05-10',
        }),
      );
      assert.deepEqual(await won(), [before[0], before[1], undefined, ['ba 31/QĐ-BTCHT']]);
      assert.equal((await number('decision')).number, 2);
      assert.deepEqual(await refused(execute(clerk, numberPaper, paper('decision'))), [
        'paper_numbered',
      ]);
      assert.deepEqual(await refused(execute(clerk, numberPaper, paper('summary'))), [
        'paper_numbered',
      ]);
    }),
  );

  test(
    'a prize whose award was taken off by hand is not proposed again',
    inTrial(async (cx) => {
      const { all, allocation } = await approved(cx);
      const { id } = all.dossiers.get('Lò đốt rác')!;
      await sql`delete from dossier_award where dossier_id = ${id}`.execute(cx.db);
      await tell(cx, { name: 'dossier.remove_award', subjectId: id, organisationId: null });
      await done(execute(cx, takeBackAllocation, { pid: allocation.pid, reason: 'Xem lại' }));
      const { prizes } = (await allocationOf(cx, all.edition))!;
      assert.deepEqual(
        prizes.map(({ prize }) => prize),
        ['nhat', 'nhi'],
      );
    }),
  );

  test(
    'an award that is taken off again is told on the prize',
    inTrial(async (cx) => {
      const { all, allocation } = await approved(cx);
      const { id } = all.dossiers.get('Máy bóc lạc')!;
      await sql`delete from dossier_award where dossier_id = ${id}`.execute(cx.db);
      await tell(cx, { name: 'dossier.remove_award', subjectId: id, organisationId: null });
      const now = (await allocationOf(cx, allocation.edition))!;
      assert.deepEqual(
        now.prizes.map(({ revokedAt }) => revokedAt !== null),
        [true, false, false],
      );
    }),
  );
});

describe('invariants', () => {
  const faults: Record<string, string> = {
    allocation_awarded: "delete from dossier_award where prize = 'nhat'",
    allocation_of_other_edition: `update allocation_prize set dossier_id = (select id from dossier where title = 'Khác')
      where prize = 'ba'`,
  };
  faults.allocation_withheld_given = `insert into allocation_withheld (allocation_id, prize, field, reason)
    select allocation_id, prize, '', 'x' from allocation_prize limit 1`;
  for (const [name, fault] of Object.entries(faults))
    test(`${name} is found`, () =>
      withRollback(database, async (trx) => {
        const cx = cxOf(trx);
        await approved(cx);
        await sound(cx.db, invariants);
        if (name === 'allocation_of_other_edition')
          await sql`insert into edition (id, pid, organisation_id, code, content, search, created_at)
            select gen_random_uuid(), 'other', organisation_id, 'khac', content, '', now() from edition`
            .execute(cx.db)
            .then(() =>
              sql`insert into dossier (id, pid, edition_id, origin, working, saved_at, title, created_at)
              select gen_random_uuid(), 'd', id, 'paper', '{}', now(), 'Khác', now() from edition where pid = 'other'`.execute(
                cx.db,
              ),
            );
        await sql.raw(fault).execute(cx.db);
        assert.ok((await broken(cx.db, invariants)).includes(name));
      }));
});
