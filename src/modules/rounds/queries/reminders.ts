import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../../../kernel/day.ts';
import { all, type Db } from '../../../platform/database/query.ts';
import { nameOn } from '../../organisations/index.ts';

/** Whose work at an organisation its reports are. */
const readers = ['clerk', 'officer', 'leader'];

/** Somebody who works at the organisation has an account that letters go to. */
export const hasReader = (organisation: RawBuilder<unknown>, day: Day) => sql<boolean>`exists (
  select from role_grant g join auth_user u on u."personId" = g.person_id
  where g.organisation_id = ${organisation} and g.role = any(${readers}::text[])
    and g.revoked_at is null and g.during @> ${day}::date)`;

/** A form that has not gone up, of a round that is open. */
export interface OwedForm {
  readonly id: string;
  readonly pid: string;
  readonly organisationId: string;
  readonly organisationCode: string;
  readonly organisationName: string;
  readonly roundName: string;
  readonly collectorName: string;
  readonly site: string | null;
  readonly words: string | null;
  readonly openedOn: Day;
  readonly dueOn: Day;
  /** While it is returned. */
  readonly returnedOn: Day | null;
}

/** Forms that have not gone up and whose organisation can be written to; of one round, or these. */
export function owedForms(
  db: Db,
  today: Day,
  of: { readonly round?: string | null; readonly ids?: readonly string[] | null } = {},
): Promise<OwedForm[]> {
  return all(
    db,
    sql<OwedForm>`select b.id, b.pid, b.organisation_id as "organisationId",
        oo.code as "organisationCode", coalesce(n.short_name, oo.code) as "organisationName",
        r.name as "roundName", coalesce(cn.short_name, co.code) as "collectorName", r.site, r.words,
        r.opens_on as "openedOn", b.due_on as "dueOn",
        case when b.state = 'returned'
          then (b.returned_at at time zone 'Asia/Ho_Chi_Minh')::date end as "returnedOn"
      from report_obligation b
      join report_round r on r.id = b.round_id and r.deleted_at is null and r.state = 'open'
      left join report_obligation p on p.id = b.parent_id
      join organisation oo on oo.id = b.organisation_id ${nameOn(sql`oo.id`, today)}
      join organisation co on co.id = coalesce(p.organisation_id, r.organisation_id)
      ${nameOn(sql`co.id`, today, sql.raw('cn'))}
      where b.state in ('waiting', 'filling', 'submitted', 'returned')
        and (${of.round ?? null}::uuid is null or r.id = ${of.round ?? null}::uuid)
        and (${of.ids === undefined || of.ids === null} or b.id = any(${[...(of.ids ?? [])]}::uuid[]))
        and ${hasReader(sql`b.organisation_id`, today)}
      order by b.due_on, n.name collate "vi-x-icu", b.pid`,
  );
}

/** A form that is overdue for so long that nobody is written to by the machine. */
export interface SilentForm {
  readonly pid: string;
  readonly name: string;
  readonly dueOn: Day;
  /** The last letter about it; null: there was none. */
  readonly lastOn: Day | null;
}

/** Forms of one collector that have not gone up and were due before `since`; the oldest first. */
export function silentForms(
  db: Db,
  of: { readonly round: string; readonly parent: string | null },
  since: Day,
  today: Day,
): Promise<SilentForm[]> {
  return all(
    db,
    sql<SilentForm>`select b.pid, coalesce(n.short_name, oo.code) as name, b.due_on as "dueOn",
        (select max((m.sent_at at time zone 'Asia/Ho_Chi_Minh')::date) from report_reminder m
          where m.obligation_id = b.id) as "lastOn"
      from report_obligation b
      join report_round r on r.id = b.round_id and r.deleted_at is null and r.state = 'open'
      join organisation oo on oo.id = b.organisation_id ${nameOn(sql`oo.id`, today)}
      where b.round_id = ${of.round} and b.parent_id is not distinct from ${of.parent}::uuid
        and b.due_on < ${since}::date and b.state in ('waiting', 'filling', 'submitted', 'returned')
        and ${hasReader(sql`b.organisation_id`, today)}
      order by b.due_on, n.name collate "vi-x-icu", b.pid`,
  );
}

export interface Reader {
  readonly organisationId: string;
  readonly email: string;
  readonly name: string;
}

/** Who is written to about the forms of organisations. */
export function readersAt(db: Db, organisations: readonly string[], today: Day): Promise<Reader[]> {
  return all(
    db,
    sql<Reader>`select distinct g.organisation_id as "organisationId", u.email, u.name
      from role_grant g join auth_user u on u."personId" = g.person_id
      where g.organisation_id = any(${[...organisations]}::uuid[]) and g.role = any(${readers}::text[])
        and g.revoked_at is null and g.during @> ${today}::date
      order by u.email`,
  );
}

/** Ids of drafts that the machine opens on this day. */
export async function draftsToOpen(db: Db, today: Day): Promise<string[]> {
  const rows = await all(
    db,
    sql<{ pid: string }>`select pid from report_round where state = 'draft' and opens_itself
      and deleted_at is null and opens_on <= ${today}::date order by opens_on, pid`,
  );
  return rows.map((row) => row.pid);
}
