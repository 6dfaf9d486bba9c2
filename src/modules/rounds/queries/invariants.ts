import type { Invariant } from '../../../platform/module.ts';

export const invariants: readonly Invariant[] = [
  {
    name: 'obligation_below_one_of_its_round',
    sql: `select b.pid from report_obligation b join report_obligation p on p.id = b.parent_id
      where p.round_id <> b.round_id or p.organisation_id = b.organisation_id`,
  },
  {
    name: 'obligation_due_within_its_round',
    sql: `select b.pid from report_obligation b join report_round r on r.id = b.round_id
      left join report_obligation p on p.id = b.parent_id
      where b.due_on < r.opens_on or b.due_on > p.due_on`,
  },
  {
    name: 'obligation_stamps_as_its_state',
    sql: `select pid from report_obligation
      where (state in ('submitted', 'checked', 'accepted', 'frozen')) > (submitted_at is not null)
        or (state in ('checked', 'accepted', 'frozen')) <> (checked_at is not null)
        or (state in ('accepted', 'frozen')) <> (accepted_at is not null)
        or (checked_at is not null and first_checked_at is null)
        or (state = 'returned' and returned_at is null)
        or (open_until is not null and state <> 'accepted')`,
  },
  {
    name: 'round_draft_asks_nobody',
    sql: `select r.pid from report_round r where (r.state = 'draft' or r.deleted_at is not null)
      and exists (select from report_obligation b where b.round_id = r.id)`,
  },
  {
    name: 'round_frozen_holds_frozen_forms',
    sql: `select r.pid from report_round r join report_obligation b on b.round_id = r.id
      where r.state = 'frozen' and b.state <> 'frozen'`,
  },
];
