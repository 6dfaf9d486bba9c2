import { sql } from 'kysely';
import { addDays } from '../../../kernel/day.ts';
import { type Issue, issue } from '../../../kernel/issue.ts';
import { foldForSearch } from '../../../kernel/vietnamese/fold.ts';
import { type Cx, command } from '../../../platform/command.ts';
import { all } from '../../../platform/database/query.ts';
import { NotFound } from '../../../platform/errors.ts';
import { changesBetween } from '../../../platform/records/changes.ts';
import { lastRestoreDay, restorableDays } from '../../../platform/records/deleting.ts';
import { findOrganisation } from '../../organisations/index.ts';
import { feeWrite } from '../policy.ts';
import { findPeriod, isBank, livePeriod, paymentCounts } from '../queries/index.ts';
import { accountIssues, periodIssues } from '../rules/index.ts';
import {
  byPidInput,
  type FeePeriod,
  type PeriodInput,
  periodEdit,
  periodInput,
} from '../schema.ts';
import { type Listed, listedChanges, listNowOrLater } from './listing.ts';

const type = 'fee_period';

/** A period and, at once or by a job, the list of those who pay in it. */
export const createPeriod = command({
  name: 'fee.period.create',
  input: periodInput,
  permission: feeWrite,
  load: (cx, input) => collector(cx, input.organisation),
  at: (organisation) => (organisation === null ? [] : [organisation]),
  check: (organisation, input, cx) => issuesOf(cx, organisation, input),
  run: async (cx, organisation, input) => {
    const [id, pid] = [cx.ids.uuid(), cx.ids.pid()];
    const row = written(organisation ?? '', input);
    await sql`insert into fee_period (id, pid, organisation_id, name, during, due_on, below,
        amount_full, amount_associate, amount_honorary, bank_bin, account_number, account_holder,
        note, search, created_at)
      values (${id}, ${pid}, ${row.organisation_id}, ${row.name},
        daterange(${row.first_day}::date, ${row.last_day}::date, '[]'), ${row.due_on}, ${row.below},
        ${row.amount_full}, ${row.amount_associate}, ${row.amount_honorary}, ${row.bank},
        ${row.account_number}, ${row.account_holder}, ${row.note}, ${foldForSearch(row.name)},
        ${cx.clock.now()})`.execute(cx.db);
    const listed = await listNowOrLater(cx, id);
    return {
      result: { pid, listed },
      subject: { type, id },
      organisationId: organisation,
      changes: { ...changesBetween(null, row), ...(listed === null ? {} : listedChanges(listed)) },
    };
  },
});

/** Changes a period; its list follows. Who collects stays: its receipts are numbered there. */
export const editPeriod = command({
  name: 'fee.period.edit',
  input: periodEdit,
  permission: feeWrite,
  load: (cx, input) => livePeriod(cx, input.pid),
  at: (period) => [period.organisationId],
  version: (period) => period.version,
  check: async (period, input, cx) => [
    ...(input.organisation === period.organisationCode
      ? []
      : [issue('organisation', 'collector_stays')]),
    // The year stands in the references that people were told.
    ...(input.first_day.slice(0, 4) === period.first.slice(0, 4)
      ? []
      : [issue('first_day', 'year_stays', { year: period.first.slice(0, 4) })]),
    ...(await issuesOf(cx, period.organisationId, input)),
  ],
  run: async (cx, period, input) => {
    const row = written(period.organisationId, input);
    await sql`update fee_period set name = ${row.name},
        during = daterange(${row.first_day}::date, ${row.last_day}::date, '[]'),
        due_on = ${row.due_on}, below = ${row.below}, amount_full = ${row.amount_full},
        amount_associate = ${row.amount_associate}, amount_honorary = ${row.amount_honorary},
        bank_bin = ${row.bank}, account_number = ${row.account_number},
        account_holder = ${row.account_holder}, note = ${row.note},
        search = ${foldForSearch(row.name)}, version = version + 1
      where id = ${period.id}`.execute(cx.db);
    const listed = await listNowOrLater(cx, period.id);
    return {
      result: { pid: period.pid, listed },
      subject: { type, id: period.id },
      organisationId: period.organisationId,
      changes: {
        ...changesBetween(standing(period), row),
        ...(listed === null ? {} : listedChanges(listed)),
      },
    };
  },
});

/** Brings the list in line with the memberships. */
export const refreshPeriod = command({
  name: 'fee.period.refresh',
  input: byPidInput,
  permission: feeWrite,
  load: (cx, { pid }) => livePeriod(cx, pid),
  at: (period) => [period.organisationId],
  run: async (cx, period) => {
    const listed: Listed | null = await listNowOrLater(cx, period.id);
    return {
      result: { pid: period.pid, listed },
      subject: { type, id: period.id },
      organisationId: period.organisationId,
      changes: listed === null ? {} : listedChanges(listed),
    };
  },
});

/** Deletes a period in which no money came in; 30 days to take it back. */
export const removePeriod = command({
  name: 'fee.period.remove',
  input: byPidInput,
  permission: feeWrite,
  load: (cx, { pid }) => livePeriod(cx, pid),
  at: (period) => [period.organisationId],
  version: (period) => period.version,
  check: async (period, _input, cx) => {
    const { live } = await paymentCounts(cx, period.id);
    return live > 0 ? [issue('', 'period_has_payments', { payments: live })] : [];
  },
  run: (cx, period) => setDeleted(cx, period, cx.clock.now()),
});

export const restorePeriod = command({
  name: 'fee.period.restore',
  input: byPidInput,
  permission: feeWrite,
  load: async (cx, { pid }) => {
    const period = await findPeriod(cx, pid);
    const late = period?.deletedAt == null || lastRestoreDay(period.deletedAt) < cx.clock.today();
    if (period === null || late) throw new NotFound(type);
    return period;
  },
  at: (period) => [period.organisationId],
  run: (cx, period) => setDeleted(cx, period, null),
});

/** Takes away periods that were deleted too long ago; those with payments, even voided ones, stay. */
export async function purgePeriods(cx: Cx): Promise<number> {
  const lastDay = addDays(cx.clock.today(), -restorableDays);
  const gone = await all(
    cx.db,
    sql<{ id: string }>`select id from fee_period f
      where (deleted_at at time zone 'Asia/Ho_Chi_Minh')::date < ${lastDay}::date
        and not exists (select from fee_payment y where y.period_id = f.id)`,
  );
  const ids = gone.map((row) => row.id);
  const dead = sql`select id from fee_statement where period_id = any(${ids}::uuid[])`;
  await sql`delete from file_link where subject_type = 'fee_statement'
    and subject_id in (${dead})`.execute(cx.db);
  await sql`delete from fee_statement_line where statement_id in (${dead})`.execute(cx.db);
  await sql`delete from fee_statement where period_id = any(${ids}::uuid[])`.execute(cx.db);
  await sql`delete from fee_due where period_id = any(${ids}::uuid[])`.execute(cx.db);
  await sql`delete from fee_tally where period_id = any(${ids}::uuid[])`.execute(cx.db);
  await sql`delete from fee_period where id = any(${ids}::uuid[])`.execute(cx.db);
  return ids.length;
}

async function collector(cx: Cx, code: string): Promise<string | null> {
  return (await findOrganisation(cx.db, code, cx.clock.today()))?.id ?? null;
}

async function issuesOf(
  cx: Cx,
  organisation: string | null,
  input: PeriodInput,
): Promise<readonly Issue[]> {
  const { bank, account_number, account_holder } = input;
  const number = plainAccount(account_number);
  return [
    ...(organisation === null
      ? [issue('organisation', 'unknown', { code: input.organisation })]
      : []),
    ...periodIssues({ first: input.first_day, last: input.last_day, dueOn: input.due_on }),
    ...accountIssues({ bank, number, holder: account_holder }),
    ...(bank !== null && !(await isBank(cx.db, bank)) ? [issue('bank', 'unknown_bank')] : []),
    ...(number !== null && !/^[A-Za-z0-9]{1,19}$/.test(number)
      ? [issue('account_number', 'not_an_account')]
      : []),
  ];
}

/** Numbers of accounts are copied with the spaces and dots that make them readable. */
const plainAccount = (typed: string | null): string | null =>
  typed === null ? null : typed.replace(/[\s.-]/g, '') || null;

function written(organisationId: string, input: PeriodInput) {
  return {
    organisation_id: organisationId,
    name: input.name,
    first_day: input.first_day,
    last_day: input.last_day,
    due_on: input.due_on,
    below: input.below,
    amount_full: input.amount_full,
    amount_associate: input.amount_associate,
    amount_honorary: input.amount_honorary,
    bank: input.bank,
    account_number: plainAccount(input.account_number),
    account_holder: input.account_holder,
    note: input.note,
  };
}

function standing(period: FeePeriod): ReturnType<typeof written> {
  return {
    organisation_id: period.organisationId,
    name: period.name,
    first_day: period.first,
    last_day: period.last,
    due_on: period.dueOn,
    below: period.below,
    amount_full: period.amounts.full,
    amount_associate: period.amounts.associate,
    amount_honorary: period.amounts.honorary,
    bank: period.account?.bin ?? null,
    account_number: period.account?.number ?? null,
    account_holder: period.account?.holder ?? null,
    note: period.note,
  };
}

/** The full input of an edit: what stands, with what was sent in its place. */
export function changedPeriod(period: FeePeriod, sent: object): Record<string, unknown> {
  const { organisation_id: _, ...row } = standing(period);
  return {
    organisation: period.organisationCode,
    ...row,
    version: period.version,
    ...sent,
    pid: period.pid,
  };
}

async function setDeleted(cx: Cx, period: FeePeriod, at: Date | null) {
  await sql`update fee_period set deleted_at = ${at}, version = version + 1
    where id = ${period.id}`.execute(cx.db);
  return {
    result: { pid: period.pid },
    subject: { type, id: period.id },
    organisationId: period.organisationId,
    changes: { deleted_at: { old: period.deletedAt, new: at } },
  };
}
