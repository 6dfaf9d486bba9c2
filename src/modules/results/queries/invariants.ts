import type { Invariant } from '../../../platform/module.ts';

export const invariants: readonly Invariant[] = [
  {
    name: 'allocation_awarded',
    sql: `select a.pid from allocation a join allocation_prize p on p.allocation_id = a.id
      where a.state in ('approved', 'published') and (p.revoked_at is null) <> exists (
        select from dossier_award w where w.dossier_id = p.dossier_id and w.prize = p.prize)`,
  },
  {
    name: 'allocation_of_other_edition',
    sql: `select a.pid from allocation a join allocation_prize p on p.allocation_id = a.id
      join dossier d on d.id = p.dossier_id where d.edition_id <> a.edition_id`,
  },
  {
    name: 'allocation_withheld_given',
    sql: `select a.pid from allocation a join allocation_withheld w on w.allocation_id = a.id
      join allocation_prize p on p.allocation_id = a.id and p.prize = w.prize
      join dossier d on d.id = p.dossier_id where w.field = '' or w.field = d.field`,
  },
  {
    name: 'committee_number_gap',
    sql: `select e.pid from committee_number n join edition e on e.id = n.edition_id
      group by e.pid, n.year, n.type having max(n.number) <> count(*)`,
  },
];
