import { sql } from 'kysely';
import { z } from 'zod';
import { issue } from '../../../kernel/issue.ts';
import { type Cx, command } from '../../../platform/command.ts';
import { all } from '../../../platform/database/query.ts';
import { version } from '../../../platform/forms/fields.ts';
import { feeWrite } from '../policy.ts';
import { findStatement, recordedLines, statementCounts, taken } from '../queries/index.ts';
import { divide } from '../rules/index.ts';
import type { FeeStatement } from '../schema.ts';
import { words } from '../vi.ts';
import { cancelReceiptsOf } from './receipts.ts';

const type = 'fee_statement';
const input = z.strictObject({ pid: z.string(), version: version() });

interface Line {
  readonly row: number;
  readonly paidOn: string;
  readonly amount: number;
  readonly description: string;
  readonly bankReference: string | null;
  readonly fingerprint: string;
  readonly dues: readonly string[];
}

/** Records the money of all lines that are sure or were taken, in one step. */
export const applyStatement = command({
  name: 'fee.statement.apply',
  input,
  permission: feeWrite,
  load: (cx, { pid }) => findStatement(cx, pid),
  at: (statement) => [statement.organisationId],
  version: (statement) => statement.version,
  check: async (statement, _input, cx) => {
    if (statement.state === 'applied') return [issue('', 'statement_applied')];
    const counts = await statementCounts(cx.db, statement.id);
    return counts.taken === 0 ? [issue('', 'nothing_to_apply')] : [];
  },
  run: async (cx, statement) => {
    const done = await recordLines(cx, statement);
    await sql`update fee_statement set state = 'applied', applied_at = ${cx.clock.now()},
      version = version + 1 where id = ${statement.id}`.execute(cx.db);
    return {
      result: { pid: statement.pid, ...done },
      subject: { type, id: statement.id },
      organisationId: statement.organisationId,
      changes: { lines: { new: done.lines }, amount: { new: done.amount } },
    };
  },
});

async function recordLines(
  cx: Cx,
  statement: FeeStatement,
): Promise<{ lines: number; amount: number; recorded: number }> {
  // Two statements with the same lines: the second one waits, and then finds them recorded.
  await sql`select from organisation where id = ${statement.organisationId} for no key update`.execute(
    cx.db,
  );
  const lines = await all(
    cx.db,
    sql<Line>`select l.row_number as row, l.paid_on as "paidOn", l.amount, l.description,
        l.bank_reference as "bankReference", l.fingerprint,
        case when l.chosen is null then l.dues else array[l.chosen] end as dues
      from fee_statement_line l where l.statement_id = ${statement.id} and ${taken}
      order by l.row_number`,
  );
  const known = await recordedLines(cx.db, statement.organisationId, lines);
  const fresh = lines.filter((line) => !known.has(line.fingerprint));
  await insertPayments(cx, statement, await partsOf(cx, fresh));
  await sql`update fee_statement_line set state = 'recorded', how = 'recorded'
    where statement_id = ${statement.id} and fingerprint = any(${[...known]}::text[])`.execute(
    cx.db,
  );
  return {
    lines: fresh.length,
    amount: fresh.reduce((sum, line) => sum + line.amount, 0),
    recorded: lines.length - fresh.length,
  };
}

interface Part {
  readonly line: Line;
  readonly due: string;
  readonly amount: number;
}

/** What each person gets of each line; what an earlier line paid is counted. */
async function partsOf(cx: Cx, lines: readonly Line[]): Promise<readonly Part[]> {
  const dues = await all(
    cx.db,
    sql<{ id: string; owed: number; paid: number }>`select id, owed, paid from fee_due
      where id = any(${[...new Set(lines.flatMap((line) => line.dues))]}::uuid[])
      order by id for update`,
  );
  const paid = new Map(dues.map((due) => [due.id, { ...due }]));
  return lines.flatMap((line) => {
    const whose = line.dues.flatMap((id) => paid.get(id) ?? []);
    const parts = divide(line.amount, whose);
    for (const part of parts) {
      const due = paid.get(part.due);
      if (due !== undefined) due.paid += part.amount;
    }
    return parts.map((part) => ({ line, ...part }));
  });
}

async function insertPayments(
  cx: Cx,
  statement: FeeStatement,
  parts: readonly Part[],
): Promise<void> {
  const account = cx.actor.kind === 'account' ? cx.actor.accountId : null;
  await sql`insert into fee_payment (id, pid, due_id, period_id, organisation_id, amount, method,
      paid_on, note, bank_reference, statement_id, row_number, fingerprint, created_at, created_by)
    select u.id, u.pid, u.due, d.period_id, ${statement.organisationId}, u.amount, 'transfer', u.day,
      nullif(u.note, ''), u.reference, ${statement.id}, u.row, u.fingerprint, ${cx.clock.now()},
      ${account}::uuid
    from unnest(${parts.map(() => cx.ids.uuid())}::uuid[], ${parts.map(() => cx.ids.pid())}::text[],
      ${parts.map((p) => p.due)}::uuid[], ${parts.map((p) => p.amount)}::bigint[],
      ${parts.map((p) => p.line.paidOn)}::date[],
      ${parts.map((p) => p.line.description.slice(0, 500))}::text[],
      ${parts.map((p) => p.line.bankReference)}::text[], ${parts.map((p) => p.line.row)}::integer[],
      ${parts.map((p) => p.line.fingerprint)}::text[])
      u (id, pid, due, amount, day, note, reference, row, fingerprint)
    join fee_due d on d.id = u.due`.execute(cx.db);
  await sql`update fee_due d set paid = d.paid + s.amount, version = d.version + 1
    from (select due, sum(amount)::bigint as amount
      from unnest(${parts.map((p) => p.due)}::uuid[], ${parts.map((p) => p.amount)}::bigint[])
        u (due, amount) group by due) s
    where d.id = s.due`.execute(cx.db);
}

/** Takes back all that a statement recorded; payments typed by hand stay. */
export const undoStatement = command({
  name: 'fee.statement.undo',
  input,
  permission: feeWrite,
  load: (cx, { pid }) => findStatement(cx, pid),
  at: (statement) => [statement.organisationId],
  version: (statement) => statement.version,
  check: async (statement, _input, cx) => {
    if (statement.state !== 'applied') return [issue('', 'statement_not_applied')];
    const short = await shortDues(cx, statement.id);
    return short === 0 ? [] : [issue('', 'refunds_first', { people: short })];
  },
  run: async (cx, statement) => {
    const reason = words.undoneReason(statement.fileName);
    await cancelReceiptsOf(
      cx,
      sql`select id from fee_payment where statement_id = ${statement.id} and voided_at is null`,
      reason,
    );
    const gone = await all(
      cx.db,
      sql<{ due_id: string; amount: number }>`update fee_payment set voided_at = ${cx.clock.now()},
          void_reason = ${reason}, version = version + 1
        where statement_id = ${statement.id} and voided_at is null returning due_id, amount`,
    );
    await sql`update fee_due d set paid = d.paid - s.amount, version = d.version + 1
      from (select due, sum(amount)::bigint as amount
        from unnest(${gone.map((y) => y.due_id)}::uuid[], ${gone.map((y) => y.amount)}::bigint[])
          u (due, amount) group by due) s
      where d.id = s.due`.execute(cx.db);
    await sql`update fee_statement set state = 'undone', undone_at = ${cx.clock.now()},
      version = version + 1 where id = ${statement.id}`.execute(cx.db);
    return {
      result: { pid: statement.pid, payments: gone.length },
      subject: { type, id: statement.id },
      organisationId: statement.organisationId,
      changes: { payments: { old: gone.length, new: 0 } },
      reason,
    };
  },
});

/** People to whom money was given back since: without the statement less than nothing would be paid. */
async function shortDues(cx: Cx, statementId: string): Promise<number> {
  const rows = await all(
    cx.db,
    sql`select d.id from fee_due d join (select due_id, sum(amount) as amount from fee_payment
        where statement_id = ${statementId} and voided_at is null group by due_id) y on y.due_id = d.id
      where d.paid < y.amount`,
  );
  return rows.length;
}
