import type { Invariant } from '../../../platform/module.ts';

export const invariants: readonly Invariant[] = [
  {
    name: 'card_of_its_membership',
    sql: `select c.pid from card c join membership m on m.id = c.membership_id
      where m.organisation_id <> c.organisation_id`,
  },
  {
    name: 'card_replaced_has_successor',
    sql: `select c.pid from card c left join card s on s.replaces_id = c.id
      where (c.state = 'replaced') <> (s.id is not null)`,
  },
  {
    name: 'card_successor_of_same_membership',
    sql: `select c.pid from card c join card b on b.id = c.replaces_id
      where b.membership_id <> c.membership_id`,
  },
  {
    name: 'card_ended_with_reason',
    sql: `select pid from card where state <> 'valid' and coalesce(reason, '') = ''`,
  },
];
