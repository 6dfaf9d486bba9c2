import type { Invariant } from '../../../platform/module.ts';

export const invariants: readonly Invariant[] = [
  {
    name: 'mailing_letter_once_per_address',
    sql: `select mailing_id, address from mailing_recipient
      where state <> 'left_out' group by 1, 2 having count(*) > 1`,
  },
  {
    name: 'mailing_letter_of_a_recipient',
    sql: `select r.mailing_id, r.number from mailing_recipient r
      where (r.reason = 'same_address' and r.state = 'left_out') <> (r.letter <> r.number)
        or not exists (select from mailing_recipient h
          where h.mailing_id = r.mailing_id and h.number = r.letter and h.letter = h.number)`,
  },
  {
    name: 'mailing_left_out_for_a_reason',
    sql: `select mailing_id, number from mailing_recipient
      where state in ('left_out', 'failed') and coalesce(reason, '') = ''`,
  },
  {
    name: 'mailing_letter_has_message_and_link',
    sql: `select mailing_id, number from mailing_recipient
      where state in ('queued', 'sent') and (message_pid is null or token_hash is null or address is null)`,
  },
  {
    name: 'mailing_recipients_when_prepared',
    sql: `select m.pid from mailing m where m.prepared_at is null
      and exists (select from mailing_recipient r where r.mailing_id = m.id)`,
  },
  {
    name: 'mailing_finished_when_sent',
    sql: `select m.pid from mailing m where (m.state = 'sent') <> (m.finished_at is not null)
      or (m.state = 'sent' and exists (select from mailing_recipient r
        where r.mailing_id = m.id and r.state in ('waiting', 'queued')))`,
  },
];
