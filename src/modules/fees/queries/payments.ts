import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../../../kernel/day.ts';
import type { Cx } from '../../../platform/command.ts';
import { all, maybe, one } from '../../../platform/database/query.ts';
import { NotFound } from '../../../platform/errors.ts';
import { visible } from '../../../platform/policy.ts';
import { allOf, pageRows } from '../../../platform/records/list-query.ts';
import { nameHas } from '../../people/index.ts';
import { feeRead } from '../policy.ts';
import { receiptNumber, writeReference } from '../rules/index.ts';
import type { FeePayment } from '../schema.ts';
import { personName } from './dues.ts';

type Row = Omit<FeePayment, 'reference' | 'receiptNumber'> & {
  readonly year: number;
  readonly number: number;
  readonly receiptYear: number | null;
  readonly receiptNo: number | null;
};

const columns = sql`y.id, y.pid, y.due_id as "dueId", f.pid as period, f.name as "periodName",
  y.organisation_id as "organisationId", o.code as "organisationCode", p.pid as person,
  ${personName} as name, d.year, d.number, y.amount, y.method, y.paid_on as "paidOn", y.note, y.reason,
  y.bank_reference as "bankReference", s.pid as statement, y.voided_at as "voidedAt",
  y.void_reason as "voidReason", r.pid as receipt, r.year as "receiptYear", r.number as "receiptNo",
  y.version`;

const from = sql`from fee_payment y join fee_due d on d.id = y.due_id
  join fee_period f on f.id = y.period_id join person p on p.id = d.person_id
  join organisation o on o.id = y.organisation_id
  left join fee_statement s on s.id = y.statement_id
  left join fee_receipt r on r.payment_id = y.id and r.cancelled_at is null`;

function toPayment({ year, number, receiptYear, receiptNo, ...row }: Row): FeePayment {
  const issued = receiptYear === null || receiptNo === null;
  return {
    ...row,
    reference: writeReference({ year, number }),
    receiptNumber: issued ? null : receiptNumber(receiptYear, receiptNo),
  };
}

/** A payment that the actor may see, also a voided one. @throws NotFound */
export async function findPayment(cx: Cx, pid: string): Promise<FeePayment> {
  const row = await maybe(
    cx.db,
    sql<Row>`select ${columns} ${from} where y.pid = ${pid} and f.deleted_at is null
      and ${visible(cx, feeRead, sql`y.organisation_id`)}`,
  );
  if (row === null) throw new NotFound('fee_payment');
  return toPayment(row);
}

/** The payments of a due, the newest first; voided ones too. */
export async function paymentsOf(cx: Cx, dueId: string): Promise<FeePayment[]> {
  const rows = await all(
    cx.db,
    sql<Row>`select ${columns} ${from} where y.due_id = ${dueId} order by y.paid_on desc, y.id desc`,
  );
  return rows.map(toPayment);
}

export interface PaymentFilter {
  /** At or below this organisation. */
  readonly under?: string | null;
  /** Inner id of the period. */
  readonly period?: string | null;
  readonly method?: string | null;
  readonly from?: Day | null;
  readonly to?: Day | null;
  readonly q?: string;
  /** With those that were voided. */
  readonly voided?: boolean;
}

export interface PaymentSums {
  readonly total: number;
  readonly amount: number;
  readonly cash: number;
}

/** One page of payments, the latest first, and the sums of all: two queries. */
export async function listPayments(
  cx: Cx,
  list: PaymentFilter & { readonly page: number; readonly size: number },
): Promise<{ rows: FeePayment[]; sums: PaymentSums }> {
  const parts: RawBuilder<unknown>[] = [
    sql`f.deleted_at is null`,
    sql`${visible(cx, feeRead, sql`y.organisation_id`)}`,
  ];
  if (list.under)
    parts.push(sql`y.organisation_id in (${cx.coverage.below([list.under], cx.clock.today())})`);
  if (list.period) parts.push(sql`y.period_id = ${list.period}`);
  if (list.method) parts.push(sql`y.method = ${list.method}`);
  if (list.from) parts.push(sql`y.paid_on >= ${list.from}::date`);
  if (list.to) parts.push(sql`y.paid_on <= ${list.to}::date`);
  if (!list.voided) parts.push(sql`y.voided_at is null`);
  if ((list.q ?? '').trim() !== '') {
    parts.push(sql`y.due_id in (select id from fee_due
      where person_id in (select p.id from person p where ${nameHas('p', list.q ?? '')}))`);
  }
  const where = allOf(parts);
  const sums = await one(
    cx.db,
    sql<PaymentSums>`select count(*)::integer as total,
        coalesce(sum(y.amount) filter (where y.voided_at is null), 0)::bigint as amount,
        coalesce(sum(y.amount) filter (where y.voided_at is null and y.method = 'cash'), 0)::bigint as cash
      from fee_payment y join fee_period f on f.id = y.period_id where ${where}`,
  );
  const rows = await all(
    cx.db,
    sql<Row>`select ${columns} ${from} where ${where}
      order by y.paid_on desc, y.id desc ${pageRows({ ...list, sort: '', descending: true })}`,
  );
  return { rows: rows.map(toPayment), sums };
}

/** How many payments a period has, voided ones too, and how many still want a receipt. */
export async function paymentCounts(
  cx: Cx,
  periodId: string,
): Promise<{ payments: number; live: number; withoutReceipt: number }> {
  return one(
    cx.db,
    sql<{ payments: number; live: number; withoutReceipt: number }>`
      select count(*)::integer as payments,
        count(*) filter (where y.voided_at is null)::integer as live,
        count(*) filter (where y.voided_at is null and y.amount > 0 and r.id is null)::integer
          as "withoutReceipt"
      from fee_payment y left join fee_receipt r on r.payment_id = y.id and r.cancelled_at is null
      where y.period_id = ${periodId}`,
  );
}
