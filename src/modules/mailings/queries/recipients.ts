import { sql } from 'kysely';
import type { Cx } from '../../../platform/command.ts';
import { all, one } from '../../../platform/database/query.ts';
import { visible } from '../../../platform/policy.ts';
import { allOf } from '../../../platform/records/list-query.ts';
import { nameOn } from '../../organisations/index.ts';
import { personRead } from '../../people/index.ts';
import type { LeftOut, RecipientState } from '../rules.ts';
import type { MailingResult, Recipient } from '../schema.ts';

// What stands in the row, or what the outbox knows already of a letter that went there.
const now = sql`case when r.state <> 'queued' then r.state when l.sent_at is not null then 'sent'
  when l.failed_at is not null then 'failed' else 'queued' end`;

/** How far the letters of a mailing are. */
export async function resultOf(cx: Cx, mailingId: string): Promise<MailingResult> {
  const rows = await all(
    cx.db,
    sql<{ state: RecipientState; reason: LeftOut | null; many: number }>`
      select ${now} as state, case when r.state = 'left_out' then r.reason end as reason,
        count(*)::integer as many
      from mailing_recipient r
      left join mail_message l on r.state = 'queued' and l.pid = r.message_pid
      where r.mailing_id = ${mailingId} group by 1, 2`,
  );
  const many = (state: RecipientState): number =>
    rows.find((row) => row.state === state)?.many ?? 0;
  const left = rows.flatMap(({ reason, many: count }) =>
    reason === null ? [] : [[reason, count]],
  );
  return {
    waiting: many('waiting'),
    queued: many('queued'),
    sent: many('sent'),
    failed: many('failed'),
    left: Object.fromEntries(left),
  };
}

export interface RecipientList {
  readonly state: RecipientState | null;
  readonly reason: LeftOut | null;
  /** From 1. */
  readonly page: number;
  readonly size: number;
}

/** One page of the recipients whom the actor may see, in the order of names. */
export async function listRecipients(
  cx: Cx,
  mailingId: string,
  list: RecipientList,
): Promise<{ rows: Recipient[]; total: number }> {
  const parts = [
    sql`r.mailing_id = ${mailingId}`,
    sql`${visible(cx, personRead, sql`r.organisation_id`)}`,
  ];
  // Only letters of the last hours stand as 'queued': the outbox is asked about these alone.
  const asked = list.state !== null && !['waiting', 'left_out'].includes(list.state);
  if (asked) parts.push(sql`${now} = ${list.state}`);
  else if (list.state !== null) parts.push(sql`r.state = ${list.state}`);
  if (list.reason !== null) parts.push(sql`r.reason = ${list.reason}`);
  const outbox = sql`left join mail_message l on r.state = 'queued' and l.pid = r.message_pid`;
  const from = sql`from mailing_recipient r ${asked ? outbox : sql``}`;
  const where = allOf(parts);
  const { total } = await one(
    cx.db,
    sql<{ total: number }>`select count(*)::integer as total ${from} where ${where}`,
  );
  const rows = await all(
    cx.db,
    sql<Recipient>`select r.number, p.pid as "personPid",
        concat_ws(' ', nullif(p.family, ''), nullif(p.middle, ''), p.given) as name, r.address,
        coalesce(n.short_name, o.code) as association, r.state, r.reason, r.at
      from (select r.number, r.address, r.person_id, r.organisation_id, ${now} as state,
          coalesce(r.reason, l.error) as reason, coalesce(l.sent_at, l.failed_at, r.at) as at
        from (select r.* ${from} where ${where} order by r.number
          limit ${list.size} offset ${(list.page - 1) * list.size}) r ${outbox}) r
      join person p on p.id = r.person_id join organisation o on o.id = r.organisation_id
      ${nameOn(sql`o.id`, cx.clock.today())} order by r.number`,
  );
  return { rows, total };
}
