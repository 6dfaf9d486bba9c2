import type { Invariant } from '../../../platform/module.ts';

export const invariants: readonly Invariant[] = [
  {
    name: 'distinction_has_one_recipient',
    sql: `select pid from distinction
      where num_nonnulls(recipient_organisation_id, recipient_person_id) <> 1`,
  },
  {
    name: 'distinction_recipient_fits_title',
    sql: `select d.pid from distinction d join distinction_title t on t.code = d.title
      where (t.recipients = 'person' and d.recipient_person_id is null)
        or (t.recipients = 'organisation' and d.recipient_organisation_id is null)`,
  },
  {
    name: 'distinction_revoked_after_decided',
    sql: 'select pid from distinction where revoked_on < decided_on',
  },
  {
    name: 'distinction_revoked_with_reason',
    sql: `select pid from distinction
      where (revoked_on is null) <> (revoked_reason is null) or revoked_reason = ''`,
  },
  {
    name: 'distinction_recipient_stands',
    sql: `select d.pid from distinction d
      left join person p on p.id = d.recipient_person_id
      left join organisation r on r.id = d.recipient_organisation_id
      join organisation o on o.id = d.organisation_id
      where d.deleted_at is null and (p.deleted_at is not null or r.deleted_at is not null
        or o.deleted_at is not null)`,
  },
];
