import { type RawBuilder, sql } from 'kysely';
import { issue } from '../../../kernel/issue.ts';
import { type Cx, command } from '../../../platform/command.ts';
import { all, one } from '../../../platform/database/query.ts';
import { nameOn } from '../../organisations/index.ts';
import { feeWrite } from '../policy.ts';
import { findPayment, findReceipt, livePeriod, personName } from '../queries/index.ts';
import { byPidInput, type FeePeriod, receiptInput, voidInput } from '../schema.ts';
import { words } from '../vi.ts';

/** Receipts that one act issues at most. */
const mostAtOnce = 5000;

/** Issues the receipt of a payment, with the next number of the year. */
export const issueReceipt = command({
  name: 'fee.receipt.issue',
  input: receiptInput,
  permission: feeWrite,
  load: (cx, input) => findPayment(cx, input.payment),
  at: (payment) => [payment.organisationId],
  check: (payment) => {
    if (payment.voidedAt !== null) return [issue('', 'already_voided')];
    if (payment.amount < 0) return [issue('', 'no_receipt_for_refund')];
    return payment.receipt === null ? [] : [issue('', 'receipt_stands')];
  },
  run: async (cx, payment) => {
    const period = await livePeriod(cx, payment.period);
    const [made] = await insertReceipts(cx, period, [payment.id]);
    if (made === undefined) throw new Error('the payment vanished');
    return {
      result: { pid: made.pid },
      subject: { type: 'fee_receipt', id: made.id },
      organisationId: payment.organisationId,
      changes: { number: { new: made.number }, amount: { new: payment.amount } },
    };
  },
});

/** Issues receipts for all payments of a period that have none, in the order of their days. */
export const issueReceipts = command({
  name: 'fee.receipt.issue_all',
  input: byPidInput,
  permission: feeWrite,
  load: (cx, { pid }) => livePeriod(cx, pid),
  at: (period) => [period.organisationId],
  run: async (cx, period) => {
    const made = await insertReceipts(cx, period, null);
    return {
      result: { issued: made.length },
      subject: { type: 'fee_period', id: period.id },
      organisationId: period.organisationId,
      changes: { receipts: { new: made.length } },
    };
  },
});

/** A receipt that was issued by mistake: its number stays taken, with the reason. */
export const cancelReceipt = command({
  name: 'fee.receipt.cancel',
  input: voidInput,
  permission: feeWrite,
  load: (cx, { pid }) => findReceipt(cx, pid),
  at: (receipt) => [receipt.organisationId],
  version: (receipt) => receipt.version,
  check: (receipt) => (receipt.cancelledAt === null ? [] : [issue('', 'already_cancelled')]),
  run: async (cx, receipt, input) => {
    await sql`update fee_receipt set cancelled_at = ${cx.clock.now()}, cancel_reason = ${input.reason},
      version = version + 1 where id = ${receipt.id}`.execute(cx.db);
    return {
      result: { pid: receipt.pid },
      subject: { type: 'fee_receipt', id: receipt.id },
      organisationId: receipt.organisationId,
      changes: { cancelled: { old: false, new: true } },
      reason: input.reason,
    };
  },
});

interface Wanted {
  readonly payment: string;
  readonly amount: number;
  readonly payer: string;
  readonly address: string | null;
}

/**
 * Receipts of these payments, or of all of the period that have none. Only money that came in and
 * stands gets one. The numbers of a year have no gap: the series is held until the end.
 */
export async function insertReceipts(
  cx: Cx,
  period: FeePeriod,
  payments: readonly string[] | null,
): Promise<readonly { id: string; pid: string; number: number }[]> {
  const today = cx.clock.today();
  const year = Number(today.slice(0, 4));
  const series = await one(
    cx.db,
    sql<{ last: number }>`insert into fee_receipt_series as s (organisation_id, year, last)
      values (${period.organisationId}, ${year}, 0)
      on conflict (organisation_id, year) do update set last = s.last returning last`,
  );
  const wanted = await all(
    cx.db,
    sql<Wanted>`select y.id as payment, y.amount, ${personName} as payer,
        coalesce(n.name, o.code) as address
      from fee_payment y join fee_due d on d.id = y.due_id join person p on p.id = d.person_id
      join organisation o on o.id = d.organisation_id ${nameOn(sql`o.id`, today)}
      where y.period_id = ${period.id} and y.voided_at is null and y.amount > 0
        and not exists (select from fee_receipt r where r.payment_id = y.id and r.cancelled_at is null)
        and (${payments === null} or y.id = any(${[...(payments ?? [])]}::uuid[]))
      order by y.paid_on, y.id limit ${mostAtOnce}`,
  );
  const made = wanted.map((row, at) => ({
    ...row,
    id: cx.ids.uuid(),
    pid: cx.ids.pid(),
    number: series.last + at + 1,
  }));
  const account = cx.actor.kind === 'account' ? cx.actor.accountId : null;
  await sql`insert into fee_receipt (id, pid, organisation_id, payment_id, year, number, issued_on,
      payer, address, purpose, amount, created_at, created_by)
    select u.id, u.pid, ${period.organisationId}, u.payment, ${year}, u.number, ${today}::date,
      u.payer, u.address, ${words.receiptPurpose(period.name)}, u.amount, ${cx.clock.now()}, ${account}
    from unnest(${made.map((r) => r.id)}::uuid[], ${made.map((r) => r.pid)}::text[],
      ${made.map((r) => r.payment)}::uuid[], ${made.map((r) => r.number)}::integer[],
      ${made.map((r) => r.payer)}::text[], ${made.map((r) => r.address)}::text[],
      ${made.map((r) => r.amount)}::bigint[]) u (id, pid, payment, number, payer, address, amount)`.execute(
    cx.db,
  );
  await sql`update fee_receipt_series set last = last + ${made.length}
    where organisation_id = ${period.organisationId} and year = ${year}`.execute(cx.db);
  return made;
}

/** Cancels the receipts of payments that are voided; `payments` selects their ids. */
export async function cancelReceiptsOf(
  cx: Cx,
  payments: RawBuilder<unknown>,
  reason: string,
): Promise<void> {
  await sql`update fee_receipt set cancelled_at = ${cx.clock.now()}, cancel_reason = ${reason},
      version = version + 1
    where cancelled_at is null and payment_id in (${payments})`.execute(cx.db);
}
