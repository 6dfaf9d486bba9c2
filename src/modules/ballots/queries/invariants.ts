import type { Invariant } from '../../../platform/module.ts';

export const invariants: readonly Invariant[] = [
  {
    name: 'ballot_papers_of_voters',
    sql: `select b.pid from ballot b where b.how = 'link' and b.state in ('open', 'closed')
      and (select count(*) from ballot_voter v where v.ballot_id = b.id and v.voted) <>
        case b.state when 'closed' then (select count(*) from ballot_paper p where p.ballot_id = b.id)
          else (select coalesce(jsonb_array_length(papers), 0) from ballot_box x where x.ballot_id = b.id) end`,
  },
  {
    name: 'ballot_result_recounted',
    // Valid papers: something is on them, and where some are to be chosen not too many, and no 'no'.
    sql: `with paper as (
        select p.ballot_id, p.choices, b.kind, b.most,
          (select count(*) from jsonb_array_elements(p.choices) c where c <> 'null') as marks,
          (select count(*) from jsonb_array_elements(p.choices) c where c = '"yes"') as yes
        from ballot_paper p join ballot b on b.id = p.ballot_id),
      valid as (select * from paper where marks > 0
        and (kind <> 'choose' or (yes <= most and yes = marks))),
      counted as (select o.ballot_id, o.position,
          count(v.*) filter (where v.choices -> o.position = '"yes"') as yes,
          count(v.*) filter (where v.choices -> o.position = '"no"') as no
        from ballot_option o left join valid v on v.ballot_id = o.ballot_id
        group by o.ballot_id, o.position)
      select b.pid from ballot b join counted c on c.ballot_id = b.id
      where b.how = 'link' and b.state = 'closed' and
        ((b.result -> 'options' -> c.position ->> 'yes')::integer,
          (b.result -> 'options' -> c.position ->> 'no')::integer) is distinct from (c.yes, c.no)`,
  },
  {
    name: 'ballot_box_left',
    sql: `select b.pid from ballot b join ballot_box x on x.ballot_id = b.id where b.state <> 'open'
      union all
      select b.pid from ballot b where b.state <> 'closed'
        and exists (select from ballot_paper p where p.ballot_id = b.id)`,
  },
];
