import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { sql } from 'kysely';
import { type Cx, execute, type Outcome } from '../../platform/command.ts';
import type { Database } from '../../platform/database/index.ts';
import { all } from '../../platform/database/query.ts';
import { testDatabase, withRollback } from '../../platform/database/testing.ts';
import { NotFound } from '../../platform/errors.ts';
import { sound } from '../../platform/testing.ts';
import { cxOf, smallFederation, someone } from '../activities/testing.ts';
import { fees } from './index.ts';
import {
  countOf,
  dueTotals,
  findReceipt,
  findStatement,
  invariants,
  listDues,
  livePeriod,
  paymentsOf,
  statementCounts,
  statementLines,
} from './queries/index.ts';
import { type DueState, dueState } from './rules/index.ts';
import {
  applyStatement,
  cancelReceipt,
  createPeriod,
  decideLine,
  editPeriod,
  exemptPerson,
  followPerson,
  issueReceipt,
  issueReceipts,
  openStatement,
  purgePeriods,
  refreshLists,
  refreshPeriod,
  refundPayment,
  removePeriod,
  restorePeriod,
  setColumns,
  takeProposals,
  undoStatement,
  unexemptPerson,
  voidPayment,
} from './service/index.ts';
import { countRows, due, joins, member, pays, period, statementFile, year2026 } from './testing.ts';

let database: Database;
before(async () => {
  database = await testDatabase();
  await smallFederation(cxOf(database.db));
});
after(() => database.close());

/** As the clerk of Sơn La; afterwards every invariant of the module holds. */
const asClerk = (work: (cx: Cx) => Promise<void>) => (): Promise<void> =>
  withRollback(database, async (trx) => {
    const cx = await someone(cxOf(trx), 'clerk', 'sonla');
    await work(cx);
    await sound(cx.db, invariants);
  });

async function done<T>(outcome: Promise<Outcome<T>>): Promise<T> {
  const answer = await outcome;
  assert.ok(answer.ok, JSON.stringify(answer));
  return answer.value;
}
async function refused(outcome: Promise<Outcome<unknown>>): Promise<string[]> {
  const answer = await outcome;
  assert.ok(!answer.ok, JSON.stringify(answer));
  return answer.issues.map((one) => `${one.path} ${one.code}`);
}

const names = async (cx: Cx, of: string, filter: object = {}): Promise<string[]> => {
  const list = { descending: false, page: 1, size: 50 };
  return (await listDues(cx, await livePeriod(cx, of), { ...list, ...filter })).map((d) => d.name);
};

describe('the list of a period', () => {
  test(
    'has whoever is a member on its first or its last day, nobody else',
    asClerk(async (cx) => {
      await member(cx, { name: 'Lò Văn Trước', during: ['2020-01-01', '2026-01-01'] });
      await member(cx, { name: 'Lò Văn Đầu', during: ['2020-01-01', '2026-01-02'] });
      await member(cx, { name: 'Lò Văn Cuối', during: ['2026-12-31', null] });
      await member(cx, { name: 'Lò Văn Sau', during: ['2027-01-01', null] });
      const gone = await member(cx, { name: 'Lò Văn Xóa' });
      await sql`update membership set deleted_at = now()
        where person_id = (select id from person where pid = ${gone})`.execute(cx.db);
      assert.deepEqual(await names(cx, await period(cx)), ['Lò Văn Cuối', 'Lò Văn Đầu']);
    }),
  );

  test(
    'amounts are by kind; the kind that counts first wins; zero owes nothing',
    asClerk(async (cx) => {
      const full = await member(cx, { name: 'Cầm A' });
      await joins(cx, full, { at: 'sonla-dat', kind: 'honorary' });
      const associate = await member(cx, { name: 'Cầm B', kind: 'associate' });
      const honorary = await member(cx, { name: 'Cầm C', kind: 'honorary' });
      const of = await period(cx, { organisation: 'sonla', below: '1' });
      const found = await Promise.all([full, associate, honorary].map((who) => due(cx, of, who)));
      assert.deepEqual(
        found.map((d) => [d.amount, d.state]),
        [
          [200_000, 'none'],
          [100_000, 'none'],
          [0, 'exempt'],
        ],
      );
    }),
  );

  test(
    'one human pays once, whatever the number of records and memberships',
    asClerk(async (cx) => {
      const first = await member(cx, { name: 'Quàng Thị Một' });
      await member(cx, { name: 'Quàng Thị Một', at: 'sonla-dat', like: first });
      const union = await period(cx, { organisation: 'sonla', below: '1' });
      assert.equal((await names(cx, union)).length, 1);
      const own = await period(cx, { organisation: 'sonla', below: '' });
      assert.deepEqual(await names(cx, own), []);
    }),
  );

  test(
    'two periods are two dues with references of their own',
    asClerk(async (cx) => {
      const who = await member(cx, { name: 'Lò Thị Hai' });
      const [a, b] = [await period(cx), await period(cx, { name: 'Quỹ học bổng 2026' })];
      await pays(cx, a, who, 200_000);
      const [first, second] = [await due(cx, a, who), await due(cx, b, who)];
      assert.deepEqual([first.state, second.state], ['paid', 'none']);
      assert.notEqual(first.reference, second.reference);
      assert.match(first.reference, /^HP26 /);
    }),
  );

  test(
    'follows the memberships: who comes, who goes, who comes back, a new name',
    asClerk(async (cx) => {
      const stays = await member(cx, { name: 'Lò Văn Ở' });
      const goes = await member(cx, { name: 'Lò Văn Đi' });
      const of = await period(cx);
      const reference = (await due(cx, of, goes)).reference;
      await pays(cx, of, goes, 50_000);
      await member(cx, { name: 'Lò Văn Mới' });
      await sql`update membership set during = daterange('2015-01-01', '2025-06-01')
        where person_id = (select id from person where pid = ${goes})`.execute(cx.db);
      const { listed } = await done(execute(cx, refreshPeriod, { pid: of }));
      assert.deepEqual(listed, { added: 1, changed: 0, gone: 1 });
      assert.deepEqual(await names(cx, of), ['Lò Văn Mới', 'Lò Văn Ở']);
      assert.deepEqual(await names(cx, of, { state: 'gone' }), ['Lò Văn Đi']);
      assert.equal((await due(cx, of, goes)).reference, reference);
      const totals = await dueTotals(cx, await livePeriod(cx, of), {});
      assert.deepEqual([totals.owed, totals.paid, totals.missing], [400_000, 50_000, 400_000]);
      await sql`update membership set during = daterange('2015-01-01', null)
        where person_id = (select id from person where pid = ${goes})`.execute(cx.db);
      await refreshLists({ ...cx, actor: { kind: 'system', label: 'job' } }, {});
      assert.equal((await due(cx, of, goes)).state, 'part');
      assert.equal((await due(cx, of, stays)).state, 'none');
      const again = await done(execute(cx, refreshPeriod, { pid: of }));
      assert.deepEqual(again.listed, { added: 0, changed: 0, gone: 0 });
    }),
  );

  test(
    'one person is followed at once: a new member, a new name, who left; others are not looked at',
    asClerk(async (cx) => {
      const of = await period(cx, { organisation: 'sonla', below: '1' });
      const ended = await period(cx, {
        name: 'Cũ',
        first_day: '01/01/2024',
        last_day: '31/12/2024',
        due_on: '30/06/2024',
      });
      const elsewhere = await period(cx, { organisation: 'sonla-dat' });
      const [a, b] = [
        await member(cx, { name: 'Lò Văn A' }),
        await member(cx, { name: 'Lò Văn B' }),
      ];
      const idOf = async (pid: string) =>
        (await all(cx.db, sql<{ id: string }>`select id from person where pid = ${pid}`))[0]!.id;
      const joined = fees.on?.['membership.add'];
      const happening = { name: 'membership.add', organisationId: null };
      await joined?.(cx, { ...happening, subjectId: await idOf(a) });
      assert.deepEqual(await names(cx, of), ['Lò Văn A']);
      assert.deepEqual(await names(cx, ended), []);
      assert.deepEqual(await names(cx, elsewhere), []);
      await pays(cx, of, a, 1000);
      await sql`update membership set deleted_at = now() where person_id = ${await idOf(a)}`.execute(
        cx.db,
      );
      await sql`update person set given = 'Bé' where pid = ${a}`.execute(cx.db);
      await followPerson(cx, await idOf(a));
      await followPerson(cx, await idOf(b));
      assert.deepEqual(await names(cx, of), ['Lò Văn B']);
      assert.deepEqual(await names(cx, of, { state: 'gone' }), ['Lò Văn Bé']);
    }),
  );

  test(
    'records that were joined keep what each of them paid',
    asClerk(async (cx) => {
      const kept = await member(cx, { name: 'Tòng Văn Giữ' });
      const merged = await member(cx, { name: 'Tòng Văn Gộp' });
      const of = await period(cx);
      await pays(cx, of, kept, 30_000);
      await pays(cx, of, merged, 70_000);
      await sql`update person set merged_into = (select id from person where pid = ${kept})
        where pid = ${merged}`.execute(cx.db);
      await sql`update membership set deleted_at = now()
        where person_id = (select id from person where pid = ${merged})`.execute(cx.db);
      await done(execute(cx, refreshPeriod, { pid: of }));
      const now = await due(cx, of, kept);
      assert.deepEqual([now.paid, now.state], [100_000, 'part']);
      assert.equal((await paymentsOf(cx, now.id)).length, 2);
      assert.deepEqual(await names(cx, of), ['Tòng Văn Giữ']);
    }),
  );

  test(
    'is found by name without dấu, by reference, by state and association; sums follow the filter',
    asClerk(async (cx) => {
      const a = await member(cx, { name: 'Nguyễn Văn Đức' });
      const b = await member(cx, { name: 'Nguyễn Thị Hoa', at: 'sonla-dat' });
      await member(cx, { name: 'Lò Văn Đức', at: 'sonla-dat' });
      const of = await period(cx, { organisation: 'sonla', below: '1' });
      await pays(cx, of, a, 200_000);
      await pays(cx, of, b, 20_000);
      const { reference } = await due(cx, of, b);
      assert.deepEqual(await names(cx, of, { q: 'nguyen' }), ['Nguyễn Văn Đức', 'Nguyễn Thị Hoa']);
      assert.deepEqual(await names(cx, of, { q: 'duc van' }), ['Lò Văn Đức', 'Nguyễn Văn Đức']);
      assert.deepEqual(await names(cx, of, { q: reference.toLowerCase() }), ['Nguyễn Thị Hoa']);
      assert.deepEqual(await names(cx, of, { q: reference.slice(5) }), ['Nguyễn Thị Hoa']);
      assert.deepEqual(await names(cx, of, { state: 'paid' }), ['Nguyễn Văn Đức']);
      assert.deepEqual(await names(cx, of, { state: 'owing' }), ['Lò Văn Đức', 'Nguyễn Thị Hoa']);
      assert.deepEqual(await names(cx, of, { association: 'sonla-dat', state: 'none' }), [
        'Lò Văn Đức',
      ]);
      const totals = await dueTotals(cx, await livePeriod(cx, of), { association: 'sonla-dat' });
      assert.deepEqual([totals.owed, totals.paid, totals.missing], [400_000, 20_000, 380_000]);
      assert.equal(countOf(totals, 'owing'), 2);
    }),
  );

  test(
    'the state that the database computes is the one of the rules',
    asClerk(async (cx) => {
      await member(cx, { name: 'Lò Văn A' });
      const of = await period(cx);
      const id = (await livePeriod(cx, of)).id;
      for (const memberNow of [true, false])
        for (const exempt of [true, false])
          for (const amount of [0, 100])
            for (const paid of [0, 1, 100, 101]) {
              await sql`update fee_due set member = ${memberNow}, amount = ${amount}, paid = ${paid},
                exempt_reason = ${exempt ? 'x' : null} where period_id = ${id}`.execute(cx.db);
              const [row] = await all(
                cx.db,
                sql<{ state: DueState }>`select state from fee_due where period_id = ${id}`,
              );
              const due = { member: memberNow, exempt, amount, paid };
              assert.equal(row?.state, dueState(due), JSON.stringify(due));
            }
      await sql`update fee_due set paid = 0, exempt_reason = null, amount = 200000, member = true
        where period_id = ${id}`.execute(cx.db);
    }),
  );
});

describe('a period', () => {
  test(
    'what is wrong with it is said all at once',
    asClerk(async (cx) => {
      const wrong = { ...year2026, last_day: '31/12/2025', bank: '123456', account_holder: '' };
      assert.deepEqual(await refused(execute(cx, createPeriod, wrong)), [
        'last_day end_before_start',
        'account_holder account_incomplete',
        'bank unknown_bank',
      ]);
      assert.deepEqual(
        await refused(execute(cx, createPeriod, { ...year2026, amount_full: '-1' })),
        ['amount_full too_small'],
      );
    }),
  );

  test(
    'edited: amounts of all follow; the collector and the year stay',
    asClerk(async (cx) => {
      const who = await member(cx, { name: 'Lò Văn A' });
      const of = await period(cx);
      await pays(cx, of, who, 200_000);
      const edit = { ...year2026, pid: of, version: 1 };
      await done(execute(cx, editPeriod, { ...edit, amount_full: 250_000 }));
      assert.equal((await due(cx, of, who)).state, 'part');
      const moved = { ...edit, version: 2, organisation: 'sonla', first_day: '01/12/2025' };
      assert.deepEqual(await refused(execute(cx, editPeriod, moved)), [
        'organisation collector_stays',
        'first_day year_stays',
      ]);
    }),
  );

  test(
    'deleted only without money, taken back, purged after 30 days',
    asClerk(async (cx) => {
      const who = await member(cx, { name: 'Lò Văn A' });
      const of = await period(cx);
      const payment = await pays(cx, of, who, 1);
      assert.deepEqual(await refused(execute(cx, removePeriod, { pid: of })), [
        ' period_has_payments',
      ]);
      await done(execute(cx, voidPayment, { pid: payment, reason: 'nhầm' }));
      await done(execute(cx, removePeriod, { pid: of }));
      await assert.rejects(livePeriod(cx, of), NotFound);
      await done(execute(cx, restorePeriod, { pid: of }));
      const empty = await period(cx);
      await done(execute(cx, removePeriod, { pid: empty }));
      await sql`update fee_period set deleted_at = '2026-01-01' where pid = ${empty}`.execute(
        cx.db,
      );
      assert.equal(await purgePeriods(cx), 1);
      assert.equal(await countRows(cx, 'fee_period'), 1);
    }),
  );

  test(
    'is not there for another union, nor for an association below',
    asClerk(async (cx) => {
      const who = await member(cx, { name: 'Lò Văn A' });
      const of = await period(cx, { organisation: 'sonla', below: '1' });
      const payment = await pays(cx, of, who, 10);
      for (const [role, place] of [
        ['clerk', 'laichau'],
        ['officer', 'sonla-y'],
      ] as const) {
        const other = await someone(cx, role, place);
        await assert.rejects(livePeriod(other, of), NotFound);
        await assert.rejects(pays(other, of, who, 10), NotFound);
        const voiding = execute(other, voidPayment, { pid: payment, reason: 'x' });
        await assert.rejects(voiding, NotFound);
      }
      await livePeriod(await someone(cx, 'auditor', 'vusta'), of);
    }),
  );
});

describe('payments', () => {
  test(
    'part by part, over, given back with a reason, never below zero',
    asClerk(async (cx) => {
      const who = await member(cx, { name: 'Lò Văn A' });
      const of = await period(cx);
      const states: string[] = [];
      for (const amount of [50_000, 150_000, 20_000]) {
        await pays(cx, of, who, amount);
        states.push((await due(cx, of, who)).state);
      }
      assert.deepEqual(states, ['part', 'paid', 'over']);
      const back = { period: of, person: who, method: 'cash', paid_on: '2026-03-03' };
      const refund = (amount: number, reason: string | null) =>
        execute(cx, refundPayment, { ...back, amount, reason });
      assert.deepEqual(await refused(refund(220_001, null)), [
        'reason required',
        'amount refund_over_paid',
      ]);
      await done(refund(20_000, 'Nộp thừa'));
      assert.equal((await due(cx, of, who)).state, 'paid');
      const found = await paymentsOf(cx, (await due(cx, of, who)).id);
      assert.deepEqual(
        found.map((payment) => [payment.amount, payment.reason]),
        [
          [-20_000, 'Nộp thừa'],
          [20_000, null],
          [150_000, null],
          [50_000, null],
        ],
      );
    }),
  );

  test(
    'voided: stays in the book, counts no more; not before the refund that rests on it',
    asClerk(async (cx) => {
      const who = await member(cx, { name: 'Lò Văn A' });
      const of = await period(cx);
      const payment = await pays(cx, of, who, 200_000);
      const back = { period: of, person: who, method: 'cash', paid_on: '2026-03-03', amount: 5 };
      const refund = await done(execute(cx, refundPayment, { ...back, reason: 'x' }));
      const voiding = { pid: payment, reason: 'Ghi nhầm người' };
      assert.deepEqual(await refused(execute(cx, voidPayment, voiding)), [' refund_first']);
      await done(execute(cx, voidPayment, { pid: refund.pid, reason: 'x' }));
      await done(execute(cx, voidPayment, voiding));
      assert.deepEqual(await refused(execute(cx, voidPayment, voiding)), [' already_voided']);
      const now = await due(cx, of, who);
      assert.deepEqual([now.paid, now.state], [0, 'none']);
      assert.equal((await paymentsOf(cx, now.id)).length, 2);
    }),
  );

  test(
    'exempt and no more exempt',
    asClerk(async (cx) => {
      const who = await member(cx, { name: 'Lò Văn A' });
      const of = await period(cx);
      const whose = { period: of, person: who };
      await done(execute(cx, exemptPerson, { ...whose, reason: 'Trên 80 tuổi' }));
      assert.deepEqual(
        [(await due(cx, of, who)).state, (await due(cx, of, who)).owed],
        ['exempt', 0],
      );
      await done(execute(cx, refreshPeriod, { pid: of }));
      assert.equal((await due(cx, of, who)).exemptReason, 'Trên 80 tuổi');
      await pays(cx, of, who, 1000);
      assert.equal((await due(cx, of, who)).state, 'over');
      await done(execute(cx, unexemptPerson, whose));
      assert.equal((await due(cx, of, who)).state, 'part');
      assert.deepEqual(await refused(execute(cx, unexemptPerson, whose)), [' not_exempt']);
    }),
  );
});

describe('receipts', () => {
  test(
    'are numbered without a gap; a cancelled one keeps its number',
    asClerk(async (cx) => {
      const who = await member(cx, { name: 'Lò Văn A' });
      const of = await period(cx);
      const [a, b] = [await pays(cx, of, who, 100), await pays(cx, of, who, 200)];
      const first = await done(execute(cx, issueReceipt, { payment: a }));
      assert.deepEqual(await refused(execute(cx, issueReceipt, { payment: a })), [
        ' receipt_stands',
      ]);
      await done(execute(cx, cancelReceipt, { pid: first.pid, reason: 'Sai tên' }));
      const second = await done(execute(cx, issueReceipt, { payment: a }));
      await pays(cx, of, who, 300, { receipt: 'on' });
      assert.deepEqual(await done(execute(cx, issueReceipts, { pid: of })), { issued: 1 });
      const numbers = await all(
        cx.db,
        sql`select number, amount, cancelled_at is not null as cancelled from fee_receipt order by number`,
      );
      assert.deepEqual(numbers, [
        { number: 1, amount: 100, cancelled: true },
        { number: 2, amount: 100, cancelled: false },
        { number: 3, amount: 300, cancelled: false },
        { number: 4, amount: 200, cancelled: false },
      ]);
      const receipt = await findReceipt(cx, second.pid);
      assert.deepEqual(
        [receipt.payer, receipt.purpose, receipt.year],
        ['Lò Văn A', 'Nộp hội phí năm 2026', 2026],
      );
      await done(execute(cx, voidPayment, { pid: b, reason: 'nhầm' }));
      const left = await all(cx.db, sql`select number from fee_receipt where cancelled_at is null`);
      assert.equal(left.length, 2);
    }),
  );

  test(
    'each organisation has its own series; money given back has no receipt',
    asClerk(async (cx) => {
      const [a, b] = [
        await member(cx, { name: 'Lò Văn A' }),
        await member(cx, { name: 'Lò Văn B', at: 'sonla-dat' }),
      ];
      const [y, dat] = [await period(cx), await period(cx, { organisation: 'sonla-dat' })];
      await pays(cx, y, a, 1000, { receipt: 'on' });
      await pays(cx, dat, b, 1000, { receipt: 'on' });
      const rows = await all(cx.db, sql<{ number: number }>`select number from fee_receipt`);
      assert.deepEqual(
        rows.map((row) => row.number),
        [1, 1],
      );
      const back = { period: y, person: a, method: 'cash', paid_on: '2026-03-03', amount: 5 };
      const refund = await done(execute(cx, refundPayment, { ...back, reason: 'x' }));
      assert.deepEqual(await refused(execute(cx, issueReceipt, { payment: refund.pid })), [
        ' no_receipt_for_refund',
      ]);
    }),
  );
});

describe('a statement of the bank', () => {
  interface Scene {
    readonly of: string;
    readonly who: Readonly<Record<'a' | 'b' | 'c' | 'd', string>>;
    readonly ref: Readonly<Record<'a' | 'b' | 'c' | 'd', string>>;
  }
  async function scene(cx: Cx): Promise<Scene> {
    const who = {
      a: await member(cx, { name: 'Nguyễn Văn Đức' }),
      b: await member(cx, { name: 'Lò Thị Hoa' }),
      c: await member(cx, { name: 'Cầm Bá Thịnh' }),
      d: await member(cx, { name: 'Cầm Bá Thịnh' }),
    };
    const of = await period(cx);
    const entries = Object.entries(who).map(async ([key, pid]) => [
      key,
      (await due(cx, of, pid)).reference,
    ]);
    return { of, who, ref: Object.fromEntries(await Promise.all(entries)) as Scene['ref'] };
  }
  const open = (cx: Cx, of: string, file: File) => done(openStatement(cx, of, file));
  const lines = async (cx: Cx, pid: string) => {
    const { id } = await findStatement(cx, pid);
    const found = await statementLines(cx, id, { state: null, page: 1, size: 100 });
    return found.map((line) => `${line.row} ${line.state} ${line.how}`);
  };

  test(
    'is read below titles and matched by reference, also a damaged one, then by name and amount',
    asClerk(async (cx) => {
      const { of, who, ref } = await scene(cx);
      const { pid } = await open(
        cx,
        of,
        statementFile([
          [
            '02/03/2026',
            '200.000',
            `MBVCB.123.${ref.a.replace(' ', '').toLowerCase()}.CT tu 001`,
            'F1',
          ],
          ['02/03/2026', '200.000', 'LO THI HOA nop hoi phi', 'F2'],
          ['03/03/2026', '200.000', 'CAM BA THINH chuyen', 'F3'],
          ['03/03/2026', '70.000', 'NGUYEN VAN DUC', 'F4'],
        ]),
      );
      assert.deepEqual(await lines(cx, pid), [
        '4 matched reference',
        '5 proposal name',
        '6 proposal names',
        '7 unknown none',
      ]);
      assert.equal((await due(cx, of, who.a)).paid, 0);
      await done(execute(cx, takeProposals, { pid }));
      const decide = (row: number, more: object) =>
        execute(cx, decideLine, { pid, row, decision: 'take', ...more });
      assert.deepEqual(await refused(decide(6, {})), ['reference choose_payer']);
      assert.deepEqual(await refused(decide(6, { reference: 'HP26 AAAAAA' })), [
        'reference unknown_reference',
      ]);
      await done(decide(6, { reference: ref.c.slice(5) }));
      await done(decide(7, { reference: ref.b }));
      const counts = await statementCounts(cx.db, (await findStatement(cx, pid)).id);
      assert.deepEqual([counts.taken, counts.takenAmount], [4, 670_000]);
      const answer = await done(execute(cx, applyStatement, { pid }));
      assert.deepEqual([answer.lines, answer.amount], [4, 670_000]);
      const paid = await Promise.all(
        [who.a, who.b, who.c, who.d].map(async (person) => (await due(cx, of, person)).paid),
      );
      assert.deepEqual(paid, [200_000, 270_000, 200_000, 0]);
    }),
  );

  test(
    'the same one twice changes nothing, also with new lines in between',
    asClerk(async (cx) => {
      const { of, who, ref } = await scene(cx);
      const twin = ['02/03/2026', '50.000', `${ref.a} nop`] as const;
      const first = await open(cx, of, statementFile([twin, twin]));
      await done(execute(cx, applyStatement, { pid: first.pid }));
      const before = await countRows(cx, 'fee_payment');
      const again = await open(cx, of, statementFile([twin, twin]));
      assert.deepEqual(await lines(cx, again.pid), ['4 recorded recorded', '5 recorded recorded']);
      assert.deepEqual(await refused(execute(cx, applyStatement, { pid: again.pid })), [
        ' nothing_to_apply',
      ]);
      const longer = await open(
        cx,
        of,
        statementFile([['01/03/2026', '9.000', `${ref.b} x`], twin, twin, twin], 'dai-hon.csv'),
      );
      await done(execute(cx, applyStatement, { pid: longer.pid }));
      assert.equal(await countRows(cx, 'fee_payment'), before + 2);
      assert.equal((await due(cx, of, who.a)).paid, 150_000);
    }),
  );

  test(
    'two that were opened before either was applied record a line once',
    asClerk(async (cx) => {
      const { of, who, ref } = await scene(cx);
      const file = () => statementFile([['02/03/2026', '200.000', ref.a, 'F1']]);
      const [one, two] = [await open(cx, of, file()), await open(cx, of, file())];
      await done(execute(cx, applyStatement, { pid: one.pid }));
      const second = await done(execute(cx, applyStatement, { pid: two.pid }));
      assert.deepEqual([second.lines, second.recorded], [0, 1]);
      assert.equal((await due(cx, of, who.a)).paid, 200_000);
    }),
  );

  test(
    'undone: everything of it goes, what was typed by hand stays; then it can be applied again',
    asClerk(async (cx) => {
      const { of, who, ref } = await scene(cx);
      await pays(cx, of, who.a, 10_000);
      const { pid } = await open(cx, of, statementFile([['02/03/2026', '100.000', ref.a, 'F1']]));
      assert.deepEqual(await refused(execute(cx, undoStatement, { pid })), [
        ' statement_not_applied',
      ]);
      await done(execute(cx, applyStatement, { pid }));
      await done(execute(cx, issueReceipts, { pid: of }));
      assert.deepEqual(await refused(execute(cx, applyStatement, { pid })), [' statement_applied']);
      await done(execute(cx, undoStatement, { pid }));
      assert.equal((await due(cx, of, who.a)).paid, 10_000);
      const live = await all(cx.db, sql`select number from fee_receipt where cancelled_at is null`);
      assert.equal(live.length, 1);
      await done(execute(cx, applyStatement, { pid }));
      assert.equal((await due(cx, of, who.a)).paid, 110_000);
    }),
  );

  test(
    'is not undone below a refund',
    asClerk(async (cx) => {
      const { of, who, ref } = await scene(cx);
      const { pid } = await open(cx, of, statementFile([['02/03/2026', '100.000', ref.a, 'F1']]));
      await done(execute(cx, applyStatement, { pid }));
      const back = { period: of, person: who.a, method: 'cash', paid_on: '2026-03-03', amount: 5 };
      await done(execute(cx, refundPayment, { ...back, reason: 'x' }));
      assert.deepEqual(await refused(execute(cx, undoStatement, { pid })), [' refunds_first']);
    }),
  );

  test(
    'one sum for two people; a transfer that was written down by hand; another period of the same account',
    asClerk(async (cx) => {
      const { of, who, ref } = await scene(cx);
      const other = await period(cx, { name: 'Quỹ 2026', amount_full: 50_000 });
      const fund = (await due(cx, other, who.c)).reference;
      await pays(cx, of, who.d, 200_000, { method: 'transfer', paid_on: '2026-03-04' });
      const { pid } = await open(
        cx,
        of,
        statementFile([
          ['02/03/2026', '400.000', `${ref.a} va ${ref.b}`, 'F1'],
          ['04/03/2026', '200.000', ref.d, 'F2'],
          ['04/03/2026', '50.000', fund, 'F3'],
          ['05/03/2026', '300.000', `${ref.a} ${ref.c}`, 'F4'],
        ]),
      );
      assert.deepEqual(await lines(cx, pid), [
        '4 matched references',
        '5 proposal by_hand',
        '6 matched reference',
        '7 proposal references',
      ]);
      await done(execute(cx, decideLine, { pid, row: 7, decision: 'leave' }));
      await done(execute(cx, applyStatement, { pid }));
      const paid = async (period: string, person: string) => (await due(cx, period, person)).paid;
      assert.equal(await paid(of, who.a), 200_000);
      assert.equal(await paid(of, who.b), 200_000);
      assert.equal(await paid(of, who.d), 200_000);
      assert.equal(await paid(other, who.c), 50_000);
    }),
  );

  test(
    'columns can be put right; a reference of another collector is nobody here',
    asClerk(async (cx) => {
      const { of, ref } = await scene(cx);
      const stranger = await member(cx, { name: 'Lò Văn Lạ', at: 'sonla-dat' });
      const there = await period(cx, { organisation: 'sonla-dat' });
      const foreign = (await due(cx, there, stranger)).reference;
      const rows = [`x;02/03/2026;${ref.a};200000`, `x;02/03/2026;${foreign};200000`];
      const file = new File([['a;b;c;d', ...rows].join('\n')], 'la.csv');
      const { pid } = await open(cx, of, file);
      const statement = await findStatement(cx, pid);
      const fields = ['skip', 'day', 'description', 'credit'];
      const sent = { pid, header_row: 1, version: statement.version };
      const twice = { ...sent, fields: ['day', 'day', 'skip', 'skip'] };
      assert.deepEqual(await refused(execute(cx, setColumns, twice)), ['fields column_twice']);
      await done(execute(cx, setColumns, { ...sent, fields }));
      assert.deepEqual(await lines(cx, pid), ['2 matched reference', '3 unknown none']);
    }),
  );

  test(
    'what is no statement is refused',
    asClerk(async (cx) => {
      const { of } = await scene(cx);
      assert.deepEqual(await refused(openStatement(cx, of, undefined)), ['file choose_file']);
      const bad = new File([Buffer.from([0, 1, 2])], 'a.xlsx');
      assert.deepEqual(await refused(openStatement(cx, of, bad)), [' sheet.not_a_workbook']);
      await open(cx, of, new File(['xin chào'], 'a.csv'));
    }),
  );
});
