import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../../../kernel/day.ts';
import type { Cx } from '../../../platform/command.ts';
import { all, type Db, maybe } from '../../../platform/database/query.ts';
import { NotFound } from '../../../platform/errors.ts';
import { visible } from '../../../platform/policy.ts';
import { nameOn } from '../../organisations/index.ts';
import { distinctionRead } from '../policy.ts';
import type { Distinction } from '../schema.ts';

const personName = sql`concat_ws(' ', nullif(p.family, ''), nullif(p.middle, ''), p.given)`;

export const columns = sql`d.id, d.pid, d.organisation_id as "organisationId",
  o.code as "organisationCode", coalesce(n.short_name, o.code) as "organisationName",
  case when d.recipient_person_id is null then 'organisation' else 'person' end as recipient,
  d.recipient_organisation_id as "recipientOrganisationId", r.code as "recipientOrganisationCode",
  d.recipient_person_id as "recipientPersonId", p.pid as "recipientPersonPid",
  coalesce(case when p.id is not null then ${personName} end, rn.short_name, r.code) as "recipientName", d.title,
  t.name as "titleName", d.level, d.class, d.decision_no as "decisionNo",
  d.decided_on as "decidedOn", d.giver, d.note, d.revoked_on as "revokedOn",
  d.revoked_reason as "revokedReason", d.version, d.deleted_at as "deletedAt"`;

export const from = (today: Day): RawBuilder<unknown> => sql`from distinction d
  join distinction_title t on t.code = d.title
  join organisation o on o.id = d.organisation_id ${nameOn(sql`o.id`, today)}
  left join organisation r on r.id = d.recipient_organisation_id
  ${nameOn(sql`r.id`, today, sql.raw('rn'))}
  left join person p on p.id = d.recipient_person_id`;

/** A distinction that the actor may see, a deleted one too; null when there is none. */
export async function findDistinction(cx: Cx, pid: string): Promise<Distinction | null> {
  return maybe(
    cx.db,
    sql<Distinction>`select ${columns} ${from(cx.clock.today())}
      where d.pid = ${pid} and ${visible(cx, distinctionRead, sql`d.organisation_id`)}`,
  );
}

/** As `findDistinction`, without deleted ones. @throws NotFound */
export async function liveDistinction(cx: Cx, pid: string): Promise<Distinction> {
  const distinction = await findDistinction(cx, pid);
  if (distinction === null || distinction.deletedAt !== null) throw new NotFound('distinction');
  return distinction;
}

/**
 * A person of a register by the full name: whoever was given something under it before. Null when
 * there is none or more than one; namesakes elsewhere are other people until somebody says otherwise.
 */
export async function personInRegister(
  db: Db,
  organisationId: string,
  fullName: string,
): Promise<string | null> {
  const found = await all(
    db,
    sql<{ id: string }>`select distinct p.id from distinction d
      join person p on p.id = d.recipient_person_id and p.deleted_at is null
      where d.organisation_id = ${organisationId} and ${personName} = ${fullName} limit 2`,
  );
  return found.length === 1 ? (found[0]?.id ?? null) : null;
}

export interface SameDistinction {
  readonly organisationId: string;
  readonly recipientOrganisationId: string | null;
  readonly recipientPersonId: string | null;
  readonly title: string;
  readonly level: string;
  readonly class: string | null;
  readonly decidedOn: Day;
  readonly decisionNo: string | null;
}

/** The live record of the same decision for the same recipient, or null. */
export async function sameDistinction(cx: Cx, same: SameDistinction): Promise<Distinction | null> {
  return maybe(
    cx.db,
    sql<Distinction>`select ${columns} ${from(cx.clock.today())}
      where d.deleted_at is null and d.organisation_id = ${same.organisationId}
        and d.recipient_organisation_id is not distinct from ${same.recipientOrganisationId}::uuid
        and d.recipient_person_id is not distinct from ${same.recipientPersonId}::uuid
        and d.title = ${same.title} and d.level = ${same.level}
        and d.class is not distinct from ${same.class}::text
        and d.decided_on = ${same.decidedOn}::date
        and d.decision_no is not distinct from ${same.decisionNo}::text
        and ${visible(cx, distinctionRead, sql`d.organisation_id`)} order by d.id limit 1`,
  );
}

/** Rows that figures are counted from; see `Source`. `title` is the title's code. */
export function distinctionRows(): RawBuilder<unknown> {
  return sql`select d.organisation_id, d.id as record_id, d.pid, d.title as title_code,
      concat_ws(', ', t.name, d.giver) as title, d.decided_on as from_day,
      d.revoked_on as to_day, d.level, d.class,
      case when d.recipient_person_id is null then 'organisation' else 'person' end as recipient
    from distinction d join distinction_title t on t.code = d.title where d.deleted_at is null`;
}

/** What the titles are called. */
export function distinctionNames(): RawBuilder<unknown> {
  return sql`select 'title' as key, null as label, code as value, name as words from distinction_title`;
}
