import type { Invariant } from '../../../platform/module.ts';

export const invariants: readonly Invariant[] = [
  {
    name: 'fee_paid_is_sum_of_payments',
    sql: `select d.id from fee_due d
      left join (select due_id, sum(amount) as amount from fee_payment where voided_at is null
        group by due_id) y on y.due_id = d.id
      where d.paid <> coalesce(y.amount, 0)`,
  },
  {
    name: 'fee_tally_is_sum_of_dues',
    sql: `select period_id, organisation_id, state from (
        select period_id, organisation_id, state, people, owed, paid, missing from fee_tally
        union all
        select period_id, organisation_id, state, -1, -owed, -paid, -greatest(owed - paid, 0)
        from fee_due) x
      group by 1, 2, 3
      having sum(people) <> 0 or sum(owed) <> 0 or sum(paid) <> 0 or sum(missing) <> 0`,
  },
  { name: 'fee_paid_not_negative', sql: 'select id from fee_due where paid < 0' },
  {
    name: 'fee_payment_in_its_period',
    sql: `select y.pid from fee_payment y join fee_due d on d.id = y.due_id
      join fee_period f on f.id = y.period_id
      where d.period_id <> y.period_id or f.organisation_id <> y.organisation_id`,
  },
  {
    name: 'fee_receipt_of_standing_payment',
    sql: `select r.pid from fee_receipt r join fee_payment y on y.id = r.payment_id
      where r.cancelled_at is null and (y.voided_at is not null or y.amount <> r.amount)`,
  },
  {
    name: 'fee_receipt_numbers_without_gap',
    sql: `select s.organisation_id, s.year from fee_receipt_series s
      left join fee_receipt r on r.organisation_id = s.organisation_id and r.year = s.year
      group by s.organisation_id, s.year, s.last
      having count(r.id) <> s.last or coalesce(max(r.number), 0) <> s.last`,
  },
  {
    name: 'fee_statement_undone_leaves_nothing',
    sql: `select y.pid from fee_payment y join fee_statement s on s.id = y.statement_id
      where y.voided_at is null and s.state <> 'applied'`,
  },
  {
    name: 'fee_period_deleted_without_money',
    sql: `select f.pid from fee_period f join fee_payment y on y.period_id = f.id
      where f.deleted_at is not null and y.voided_at is null`,
  },
];
