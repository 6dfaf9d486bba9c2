import type { Invariant } from '../../../platform/module.ts';

export const invariants: readonly Invariant[] = [
  {
    name: 'discussion_counts_its_comments',
    sql: `select d.subject_kind, d.subject_pid, d.comments from discussion d
      where d.comments <> (select count(*) from comment m left join comment p on p.id = m.parent_id
        where m.discussion_id = d.id and m.state = 'published'
          and (p.id is null or p.state = 'published'))`,
  },
  {
    name: 'comment_answers_a_first_one_of_its_discussion',
    sql: `select m.pid from comment m join comment p on p.id = m.parent_id
      where p.discussion_id <> m.discussion_id or p.parent_id is not null`,
  },
  {
    name: 'comment_likes_as_counted',
    sql: `select m.pid, m.likes from comment m where m.likes <> m.likes_settled
      + (select count(*) from comment_like l where l.comment_id = m.id)`,
  },
  {
    name: 'comment_reports_as_counted',
    sql: `select m.pid, m.reports from comment m where m.reports <> (select count(*)
      from comment_report r where r.comment_id = m.id and r.settled_at is null)`,
  },
  {
    name: 'comment_scored_as_found',
    sql: `select pid, score from comment where score <> (select coalesce(sum((f->>'points')::integer), 0)
      from jsonb_array_elements(findings) f)`,
  },
  {
    name: 'poll_has_its_answers',
    sql: `select p.pid from poll p left join poll_option x on x.poll_id = p.id
      group by p.id having count(x.position) < 2 or count(x.position) <> coalesce(max(x.position), 0)
        or p.most > count(x.position)`,
  },
  {
    name: 'poll_counts_its_voters',
    sql: `select p.pid, p.voters from poll p
      where (p.forgotten_at is null
          and p.voters <> (select count(*) from poll_vote v where v.poll_id = p.id))
        or (p.forgotten_at is not null and exists (select from poll_vote v where v.poll_id = p.id))`,
  },
  {
    name: 'poll_counts_its_votes',
    sql: `select p.pid, x.position, x.votes from poll_option x join poll p on p.id = x.poll_id
      where p.forgotten_at is null and x.votes <> (select count(*) from poll_vote v
        where v.poll_id = x.poll_id and x.position = any(v.choices))`,
  },
  {
    name: 'poll_votes_within_bounds',
    sql: `select p.pid from poll p where p.voters > 0 and (p.state = 'draft'
        or (select sum(x.votes) from poll_option x where x.poll_id = p.id) not between p.voters
          and p.voters::bigint * p.most
        or (select max(x.votes) from poll_option x where x.poll_id = p.id) > p.voters)`,
  },
  {
    name: 'poll_vote_names_answers',
    sql: `select p.pid from poll_vote v join poll p on p.id = v.poll_id
      where cardinality(v.choices) > p.most or exists (select from unnest(v.choices) as chosen (at)
        where not exists (select from poll_option x where x.poll_id = p.id and x.position = chosen.at))
        or (select count(distinct at) from unnest(v.choices) as chosen (at)) <> cardinality(v.choices)`,
  },
];
