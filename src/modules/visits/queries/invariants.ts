import type { Invariant } from '../../../platform/module.ts';

/** What is counted twice comes to the same, and no part is more than its whole. */
export const invariants: readonly Invariant[] = [
  {
    name: 'visit_total_is_its_days',
    sql: `select coalesce(t.organisation_id, d.organisation_id) as organisation,
            coalesce(t.kind, d.kind) as kind, coalesce(t.pid, d.pid) as pid
          from visit_read_total t
          full join (
            select organisation_id, kind, pid, sum(reads) as reads from visit_read
            group by organisation_id, kind, pid) d
            on d.organisation_id = t.organisation_id and d.kind = t.kind and d.pid = t.pid
          where t.reads is distinct from d.reads`,
  },
  {
    name: 'visit_day_is_its_reads',
    sql: `select coalesce(v.organisation_id, r.organisation_id) as organisation,
            coalesce(v.day, r.day) as day
          from visit_day v
          full join (
            select organisation_id, day, sum(reads) as reads from visit_read
            group by organisation_id, day) r
            on r.organisation_id = v.organisation_id and r.day = v.day
          where coalesce(v.reads, 0) <> coalesce(r.reads, 0)`,
  },
  {
    name: 'visit_part_above_whole',
    sql: `select id as visit_day from visit_day where visits > pages or reads > pages`,
  },
];
