import type { Invariant } from '../../../platform/module.ts';

export const invariants: readonly Invariant[] = [
  {
    name: 'seat_of_another_edition',
    sql: `select s.pid from seat s join council c on c.id = s.council_id join judge j on j.id = s.judge_id
      where c.edition_id <> j.edition_id`,
  },
  {
    name: 'seat_of_who_does_not_judge',
    sql: `select s.pid from seat s join judge j on j.id = s.judge_id
      where j.state in ('declined', 'ended')`,
  },
  {
    name: 'judge_link_of_who_was_not_invited',
    sql: `select j.pid from judge_link l join judge j on j.id = l.judge_id
      where j.state in ('proposed', 'ended')`,
  },
  {
    name: 'conflict_across_editions',
    sql: `select c.pid from conflict c join judge j on j.id = c.judge_id
      join dossier d on d.id = c.dossier_id where j.edition_id <> d.edition_id`,
  },
  {
    name: 'conflict_without_evidence',
    sql: `select pid from conflict
      where jsonb_typeof(evidence) <> 'array' or jsonb_array_length(evidence) = 0`,
  },
  {
    name: 'conflict_surer_than_its_evidence',
    sql: `select c.pid from conflict c where jsonb_typeof(c.evidence) = 'array'
      and c.sure <> coalesce((select bool_or((e->>'sure')::boolean)
        from jsonb_array_elements(c.evidence) e), false)`,
  },
  {
    name: 'conflict_declared_by_nobody',
    sql: `select c.pid from conflict c where c.source = 'declared'
      and not exists (select from judge_relation r where r.judge_id = c.judge_id)`,
  },
  {
    name: 'conflict_dismissed_without_reason',
    sql: `select pid from conflict where state = 'dismissed' and coalesce(btrim(reason), '') = ''`,
  },
  {
    name: 'council_with_two_chairs',
    sql: `select c.pid from council c join seat s on s.council_id = c.id and s.role = 'chair'
      group by c.id having count(*) > 1`,
  },
];
