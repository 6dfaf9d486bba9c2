import { sql } from 'kysely';
import { issue } from '../../../kernel/issue.ts';
import { type Cx, command } from '../../../platform/command.ts';
import { one } from '../../../platform/database/query.ts';
import { feeWrite } from '../policy.ts';
import { dueOf, findPayment, livePeriod } from '../queries/index.ts';
import { type Method, paidOnIssues, refundIssues } from '../rules/index.ts';
import {
  exemptInput,
  type FeeDue,
  type FeePeriod,
  paymentBody,
  refundBody,
  unexemptInput,
  voidInput,
} from '../schema.ts';
import { cancelReceiptsOf, insertReceipts } from './receipts.ts';

interface Whose {
  readonly period: FeePeriod;
  readonly due: FeeDue;
  /** What is paid, read under a lock: nobody changes it until this is done. */
  readonly paid: number;
}

async function whoseOf(cx: Cx, of: { period: string; person: string }): Promise<Whose> {
  const period = await livePeriod(cx, of.period);
  const due = await dueOf(cx, period, of.person);
  const { paid } = await one(
    cx.db,
    sql<{ paid: number }>`select paid from fee_due where id = ${due.id} for update`,
  );
  return { period, due, paid };
}

/** Money that came in, by hand; with `receipt` a receipt is issued at once. */
export const recordPayment = command({
  name: 'fee.payment.record',
  input: paymentBody,
  permission: feeWrite,
  load: whoseOf,
  at: ({ period }) => [period.organisationId],
  check: ({ period }, input, cx) => paidOnIssues(input.paid_on, period.first, cx.clock.today()),
  run: async (cx, whose, input) => {
    const { note, bank_reference, receipt, ...sum } = input;
    const made = await insertPayment(cx, whose, { ...sum, note, bank_reference, reason: null });
    const receipts = receipt ? await insertReceipts(cx, whose.period, [made.id]) : [];
    return {
      result: { pid: made.pid, receipt: receipts[0]?.pid ?? null },
      subject: { type: 'fee_payment', id: made.id },
      organisationId: whose.period.organisationId,
      changes: { ...made.changes, ...(receipts.length > 0 ? { receipt: { new: true } } : {}) },
    };
  },
});

/** Money given back: at most what stands paid, with the reason. */
export const refundPayment = command({
  name: 'fee.payment.refund',
  input: refundBody,
  permission: feeWrite,
  load: whoseOf,
  at: ({ period }) => [period.organisationId],
  check: ({ period, paid }, input, cx) => [
    ...refundIssues(input, paid),
    ...paidOnIssues(input.paid_on, period.first, cx.clock.today()),
  ],
  run: async (cx, whose, input) => {
    const sum = { ...input, amount: -input.amount, note: null, bank_reference: null };
    const made = await insertPayment(cx, whose, sum);
    return {
      result: { pid: made.pid },
      subject: { type: 'fee_payment', id: made.id },
      organisationId: whose.period.organisationId,
      changes: made.changes,
      reason: input.reason,
    };
  },
});

interface Sum {
  readonly amount: number;
  readonly method: Method;
  readonly paid_on: string;
  readonly note: string | null;
  readonly reason: string | null;
  readonly bank_reference: string | null;
}

async function insertPayment(cx: Cx, { period, due }: Whose, sum: Sum) {
  const [id, pid] = [cx.ids.uuid(), cx.ids.pid()];
  const account = cx.actor.kind === 'account' ? cx.actor.accountId : null;
  await sql`insert into fee_payment (id, pid, due_id, period_id, organisation_id, amount, method,
      paid_on, note, reason, bank_reference, created_at, created_by)
    values (${id}, ${pid}, ${due.id}, ${period.id}, ${period.organisationId}, ${sum.amount},
      ${sum.method}, ${sum.paid_on}, ${sum.note}, ${sum.reason}, ${sum.bank_reference},
      ${cx.clock.now()}, ${account})`.execute(cx.db);
  await addPaid(cx, due.id, sum.amount);
  const changes = {
    due: { new: due.id },
    amount: { new: sum.amount },
    method: { new: sum.method },
    paid_on: { new: sum.paid_on },
    note: { new: sum.note },
    bank_reference: { new: sum.bank_reference },
  };
  return { id, pid, changes };
}

const addPaid = (cx: Cx, dueId: string, amount: number) =>
  sql`update fee_due set paid = paid + ${amount}, version = version + 1
    where id = ${dueId}`.execute(cx.db);

/** A payment that was recorded by mistake: it stays in the book, with the reason, and counts no more. */
export const voidPayment = command({
  name: 'fee.payment.void',
  input: voidInput,
  permission: feeWrite,
  load: async (cx, { pid }) => {
    const payment = await findPayment(cx, pid);
    const { paid } = await one(
      cx.db,
      sql<{ paid: number }>`select paid from fee_due where id = ${payment.dueId} for update`,
    );
    return { payment, paid };
  },
  at: ({ payment }) => [payment.organisationId],
  version: ({ payment }) => payment.version,
  check: ({ payment, paid }) => {
    if (payment.voidedAt !== null) return [issue('', 'already_voided')];
    return payment.amount > paid ? [issue('', 'refund_first', { paid })] : [];
  },
  run: async (cx, { payment }, input) => {
    await sql`update fee_payment set voided_at = ${cx.clock.now()}, void_reason = ${input.reason},
      version = version + 1 where id = ${payment.id}`.execute(cx.db);
    await addPaid(cx, payment.dueId, -payment.amount);
    await cancelReceiptsOf(cx, sql`select ${payment.id}::uuid`, input.reason);
    return {
      result: { pid: payment.pid },
      subject: { type: 'fee_payment', id: payment.id },
      organisationId: payment.organisationId,
      changes: { voided: { old: false, new: true } },
      reason: input.reason,
    };
  },
});

/** Somebody owes nothing in a period, with the reason; giving one again changes the reason. */
export const exemptPerson = command({
  name: 'fee.exempt',
  input: exemptInput,
  permission: feeWrite,
  load: whoseOf,
  at: ({ period }) => [period.organisationId],
  run: (cx, whose, input) => setExempt(cx, whose, input.reason),
});

export const unexemptPerson = command({
  name: 'fee.unexempt',
  input: unexemptInput,
  permission: feeWrite,
  load: whoseOf,
  at: ({ period }) => [period.organisationId],
  check: ({ due }) => (due.exemptReason === null ? [issue('', 'not_exempt')] : []),
  run: (cx, whose) => setExempt(cx, whose, null),
});

async function setExempt(cx: Cx, { period, due }: Whose, reason: string | null) {
  await sql`update fee_due set exempt_reason = ${reason}, version = version + 1
    where id = ${due.id}`.execute(cx.db);
  return {
    result: { person: due.person },
    subject: { type: 'fee_due', id: due.id },
    organisationId: period.organisationId,
    changes: { exempt_reason: { old: due.exemptReason, new: reason } },
    reason,
  };
}
