import { sql } from 'kysely';
import type { Day } from '../../../kernel/day.ts';
import { recordEvent } from '../../../platform/audit/record.ts';
import type { Cx } from '../../../platform/command.ts';
import { all, inTransaction, maybe, one } from '../../../platform/database/query.ts';
import { addJob } from '../../../platform/jobs/index.ts';
import { openPeriods } from '../queries/index.ts';

/** What bringing a period's list in line with the memberships changed; people. */
export interface Listed {
  readonly added: number;
  readonly changed: number;
  readonly gone: number;
}

/** A larger list is made by a job, so that nobody waits for it. */
export const mostInline = 20_000;

interface Row {
  readonly id: string;
  readonly organisationId: string;
  readonly first: Day;
  readonly last: Day;
  readonly below: boolean;
}

const findRow = (cx: Cx, id: string): Promise<Row | null> =>
  maybe(
    cx.db,
    sql<Row>`select id, organisation_id as "organisationId", lower(during) as first,
        upper(during) - 1 as last, below
      from fee_period where id = ${id} and deleted_at is null for no key update`,
  );

/** Makes or renews the list of a period: at once when it is short, otherwise by a job. */
export async function listNowOrLater(cx: Cx, periodId: string): Promise<Listed | null> {
  const row = await findRow(cx, periodId);
  if (row === null) return null;
  const { many } = await one(
    cx.db,
    sql<{ many: number }>`select count(*)::integer as many from (
      select from membership m where ${inPeriod(cx, row)} limit ${mostInline + 1}) x`,
  );
  if (many <= mostInline) return bringInLine(cx, row);
  await addJob(cx.db, 'fees.refresh', { period: periodId }, { key: `fees.refresh:${periodId}` });
  return null;
}

/** The job: one period, those in which an organisation's members pay, or all that may still change. */
export async function refreshLists(cx: Cx, payload: unknown): Promise<void> {
  const { period, organisation } = (payload ?? {}) as { period?: string; organisation?: string };
  const open = { organisation: organisation ?? null, identity: null };
  const ids = period === undefined ? await openPeriods(cx, open) : [period];
  for (const id of ids) {
    await inTransaction(cx.db, async (db) => {
      const inner = { ...cx, db };
      // A long list takes its time; the planner knows nothing of what was imported a minute ago.
      await sql`select set_config('statement_timeout', '0', true), set_config('jit', 'off', true),
        set_config('work_mem', '64MB', true)`.execute(db);
      const row = await findRow(inner, id);
      if (row === null) return;
      const listed = await bringInLine(inner, row);
      if (listed.added + listed.changed + listed.gone === 0) return;
      await recordEvent(inner, 'fee.period.refresh', {
        result: null,
        subject: { type: 'fee_period', id },
        organisationId: row.organisationId,
        changes: listedChanges(listed),
      });
    });
    cx.committed?.('at_once');
  }
}

/** Something of a person or of the memberships changed: the lists follow in the same transaction. */
export async function followPerson(cx: Cx, personId: string): Promise<void> {
  const person = await maybe(
    cx.db,
    sql<{ identity: string }>`select identity_id as identity from person where id = ${personId}`,
  );
  if (person === null) return;
  const { identity } = person;
  for (const id of await openPeriods(cx, { organisation: null, identity })) {
    const row = await findRow(cx, id);
    if (row !== null) await bringInLine(cx, row, identity);
  }
}

/** A roster came in or was taken back: the lists follow by a job. */
export async function followRoster(cx: Cx, organisation: string | null): Promise<void> {
  if (organisation === null) return;
  if ((await openPeriods(cx, { organisation, identity: null })).length === 0) return;
  await addJob(cx.db, 'fees.refresh', { organisation }, { key: `fees.refresh:${organisation}` });
}

export const listedChanges = ({ added, changed, gone }: Listed) => ({
  added: { new: added },
  changed: { new: changed },
  gone: { new: gone },
});

// Those below stand below on the day of the period that is nearest to today.
function inPeriod(cx: Cx, row: Row) {
  const today = cx.clock.today();
  const on = today < row.first ? row.first : today > row.last ? row.last : today;
  const where = row.below
    ? sql`m.organisation_id in (${cx.coverage.below([row.organisationId], on)})`
    : sql`m.organisation_id = ${row.organisationId}`;
  return sql`m.deleted_at is null
    and m.during && daterange(${row.first}::date, ${row.last}::date, '[]') and ${where}`;
}

/**
 * One statement, whatever the number of members: who is new gets a reference, who left the list keeps
 * it. One human pays once, by the first kind of membership that counts. With `identity` only that human.
 */
async function bringInLine(cx: Cx, row: Row, identity: string | null = null): Promise<Listed> {
  await followPersons(cx, row.id, identity);
  const only = (of: string) =>
    identity === null ? sql`true` : sql`${sql.ref(of)} = ${identity}::uuid`;
  const year = Number(row.first.slice(0, 4));
  const listed = await one(
    cx.db,
    sql<Listed>`with members as (
        select distinct on (m.identity_id) m.identity_id, m.person_id, m.organisation_id, m.kind
        from membership m where ${inPeriod(cx, row)} and ${only('m.identity_id')}
        order by m.identity_id, array_position(array['full', 'associate', 'honorary'], m.kind),
          upper_inf(m.during) desc, m.id
      ), wanted as materialized (
        select m.*, p.given, p.family, p.middle, case m.kind when 'full' then f.amount_full
          when 'associate' then f.amount_associate else f.amount_honorary end as amount
        from members m join fee_period f on f.id = ${row.id}
        join person p on p.id = m.person_id and p.deleted_at is null and p.merged_into is null
      ), changed as (
        update fee_due d set person_id = w.person_id, organisation_id = w.organisation_id,
          kind = w.kind, amount = w.amount, member = true, given = w.given, family = w.family,
          middle = w.middle, version = d.version + 1
        from wanted w where d.period_id = ${row.id} and d.identity_id = w.identity_id
          and (d.person_id, d.organisation_id, d.kind, d.amount, d.member, d.given, d.family, d.middle)
            is distinct from
            (w.person_id, w.organisation_id, w.kind, w.amount, true, w.given, w.family, w.middle)
        returning 1
      ), gone as (
        update fee_due d set member = false, version = d.version + 1
        where d.period_id = ${row.id} and d.member and ${only('d.identity_id')}
          and not exists (select from wanted w where w.identity_id = d.identity_id)
        returning 1
      ), added as (
        insert into fee_due (period_id, identity_id, person_id, organisation_id, kind, amount, year,
          number, given, family, middle)
        select ${row.id}, w.identity_id, w.person_id, w.organisation_id, w.kind, w.amount, ${year},
          nextval('fee_reference_number'), w.given, w.family, w.middle
        from wanted w where not exists (select from fee_due d
          where d.period_id = ${row.id} and d.identity_id = w.identity_id)
        returning 1
      )
      select (select count(*) from added)::integer as added,
        (select count(*) from changed)::integer as changed, (select count(*) from gone)::integer as gone`,
  );
  await sql`update fee_period set listed_at = ${cx.clock.now()} where id = ${row.id}`.execute(
    cx.db,
  );
  return listed;
}

/** Records that were joined, and humans that were found to be one, keep what they paid. */
async function followPersons(cx: Cx, periodId: string, identity: string | null): Promise<void> {
  const pairs = await all(
    cx.db,
    sql<{ old: string; kept: string | null; person: string; identity: string; paid: number }>`
      select d.id as old, e.id as kept, k.id as person, k.identity_id as identity, d.paid
      from fee_due d join person p on p.id = d.person_id
      join person k on k.id = coalesce(p.merged_into, p.id)
      left join fee_due e on e.period_id = d.period_id and e.identity_id = k.identity_id and e.id <> d.id
      where d.period_id = ${periodId} and (k.id <> p.id or k.identity_id <> d.identity_id)
        and (${identity}::uuid is null or k.identity_id = ${identity}::uuid)
      order by d.id`,
  );
  for (const { old, kept, person, identity, paid } of pairs) {
    if (kept === null) {
      await sql`update fee_due set person_id = ${person}, identity_id = ${identity}
        where id = ${old} and not exists (select from fee_due
          where period_id = ${periodId} and identity_id = ${identity})`.execute(cx.db);
    } else if (paid !== 0) {
      await sql`update fee_payment set due_id = ${kept}
        where due_id = ${old} and voided_at is null`.execute(cx.db);
      await sql`update fee_due set paid = case id when ${old}::uuid then 0 else paid + ${paid} end
        where id in (${old}, ${kept})`.execute(cx.db);
    }
  }
}
