import { sql } from 'kysely';
import type { Day } from '../../../kernel/day.ts';
import type { Cx } from '../../../platform/cx.ts';
import { all, type Db, maybe, one } from '../../../platform/database/query.ts';
import { NotFound } from '../../../platform/errors.ts';
import { visible } from '../../../platform/policy.ts';
import { allOf } from '../../../platform/records/list-query.ts';
import { archiveRead } from '../policy.ts';
import type { RequestState, TransferRequest } from '../schema.ts';

const columns = sql`t.id, t.pid, jsonb_build_object('id', o.id, 'code', o.code) as organisation,
  d.pid as dossier, t.title, t.name, t.contact, t.message, t.state, t.note, t.asked_at as "askedAt",
  t.answered_at as "answeredAt", t.version`;

const from = sql`from transfer_request t join organisation o on o.id = t.organisation_id
  left join dossier d on d.id = t.dossier_id`;

/** A request that the actor's office may see. @throws NotFound */
export async function requestByPid(cx: Cx, pid: string): Promise<TransferRequest> {
  const found = await maybe(
    cx.db,
    sql<TransferRequest>`select ${columns} ${from}
      where t.pid = ${pid} and ${visible(cx, archiveRead, sql`t.organisation_id`)}`,
  );
  if (found === null) throw new NotFound('transfer_request');
  return found;
}

/** One page of requests, those that wait first, and how many there are: two queries. */
export async function listRequests(
  cx: Cx,
  of: {
    readonly organisation: string | null;
    readonly state: RequestState | null;
    readonly page: number;
    readonly size: number;
  },
): Promise<{ rows: TransferRequest[]; total: number }> {
  const where = allOf([
    visible(cx, archiveRead, sql`t.organisation_id`),
    ...(of.organisation === null ? [] : [sql`t.organisation_id = ${of.organisation}`]),
    ...(of.state === null ? [] : [sql`t.state = ${of.state}`]),
  ]);
  const { total } = await one(
    cx.db,
    sql<{
      total: number;
    }>`select count(*)::integer as total from transfer_request t where ${where}`,
  );
  const rows = await all(
    cx.db,
    sql<TransferRequest>`select ${columns} ${from} where ${where}
      order by t.state = 'new' desc, t.asked_at desc, t.pid
      limit ${of.size} offset ${(of.page - 1) * of.size}`,
  );
  return { rows, total };
}

/** How many requests wait at an organisation, and the day of the oldest; for the desk. */
export function waitingRequests(
  cx: Cx,
  organisation: string,
): Promise<{ readonly count: number; readonly since: Date | null }> {
  return one(
    cx.db,
    sql<{ count: number; since: Date | null }>`select count(*)::integer as count,
        min(t.asked_at) as since
      from transfer_request t where t.organisation_id = ${organisation} and t.state = 'new'
        and ${visible(cx, archiveRead, sql`t.organisation_id`)}`,
  );
}

/** How many requests came from an address since, and how many to an organisation. */
export function requestsSince(
  db: Db,
  of: { readonly sender: Buffer; readonly organisation: string; readonly since: Date },
): Promise<{ readonly sender: number; readonly organisation: number }> {
  return one(
    db,
    sql<{ sender: number; organisation: number }>`select
      (select count(*)::integer from transfer_request
        where sender = ${of.sender} and asked_at > ${of.since}) as sender,
      (select count(*)::integer from transfer_request
        where organisation_id = ${of.organisation} and asked_at > ${of.since}) as organisation`,
  );
}

/** Who is written to about requests: those who answer for the office. */
export async function answerersAt(db: Db, organisation: string, today: Day): Promise<string[]> {
  const rows = await all(
    db,
    sql<{ email: string }>`select distinct u.email
      from role_grant g join auth_user u on u."personId" = g.person_id
      where g.organisation_id = ${organisation} and g.role in ('clerk', 'leader')
        and g.revoked_at is null and g.during @> ${today}::date
      order by u.email`,
  );
  return rows.map(({ email }) => email);
}
