import { sql } from 'kysely';
import type { Cx } from '../../../platform/command.ts';
import { all, maybe, one } from '../../../platform/database/query.ts';
import { NotFound } from '../../../platform/errors.ts';
import { visible } from '../../../platform/policy.ts';
import { nameOn } from '../../organisations/index.ts';
import { feeRead } from '../policy.ts';
import type { FeeReceipt } from '../schema.ts';

const columns = sql`r.id, r.pid, r.organisation_id as "organisationId", o.code as "organisationCode",
  coalesce(n.name, o.code) as "organisationName", f.pid as period, f.name as "periodName",
  p.pid as person, y.pid as payment, y.method, r.year, r.number, r.issued_on as "issuedOn", r.payer,
  r.address, r.purpose, r.amount, r.cancelled_at as "cancelledAt", r.cancel_reason as "cancelReason",
  r.version`;

const from = (cx: Cx) => sql`from fee_receipt r join fee_payment y on y.id = r.payment_id
  join fee_due d on d.id = y.due_id join person p on p.id = d.person_id
  join fee_period f on f.id = y.period_id
  join organisation o on o.id = r.organisation_id ${nameOn(sql`o.id`, cx.clock.today())}`;

/** A receipt that the actor may see, also a cancelled one. @throws NotFound */
export async function findReceipt(cx: Cx, pid: string): Promise<FeeReceipt> {
  const row = await maybe(
    cx.db,
    sql<FeeReceipt>`select ${columns} ${from(cx)} where r.pid = ${pid} and f.deleted_at is null
      and ${visible(cx, feeRead, sql`r.organisation_id`)}`,
  );
  if (row === null) throw new NotFound('fee_receipt');
  return row;
}

/**
 * One page of receipts, of a period (its inner id) or all that the actor may see, the latest number
 * first; cancelled ones keep their place.
 */
export async function listReceipts(
  cx: Cx,
  list: { readonly period: string | null; readonly page: number; readonly size: number },
): Promise<{ rows: FeeReceipt[]; total: number; amount: number }> {
  const where = sql`f.deleted_at is null and ${visible(cx, feeRead, sql`r.organisation_id`)}
    and ${list.period === null ? sql`true` : sql`y.period_id = ${list.period}`}`;
  const sums = await one(
    cx.db,
    sql<{ total: number; amount: number }>`select count(*)::integer as total,
        coalesce(sum(r.amount) filter (where r.cancelled_at is null), 0)::bigint as amount
      from fee_receipt r join fee_payment y on y.id = r.payment_id
      join fee_period f on f.id = y.period_id where ${where}`,
  );
  const rows = await all(
    cx.db,
    sql<FeeReceipt>`select ${columns} ${from(cx)} where ${where}
      order by r.year desc, r.number desc, r.id limit ${list.size} offset ${(list.page - 1) * list.size}`,
  );
  return { rows, ...sums };
}
