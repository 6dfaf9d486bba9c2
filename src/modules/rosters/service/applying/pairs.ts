import { sql } from 'kysely';
import type { Cx } from '../../../../platform/command.ts';
import { one } from '../../../../platform/database/query.ts';
import type { RosterImport } from '../../schema.ts';
import { freshIds } from './people.ts';

/** How many proposals a new person may bring along: the strongest ones. */
const mostPairs = 5;

/**
 * Proposals for the persons that were made, each for the lowest organisation above both. Pairs that
 * somebody decided keep the decision.
 */
export async function createPairs(cx: Cx, of: RosterImport): Promise<void> {
  const { db } = cx;
  const today = cx.clock.today();
  await sql`drop table if exists new_pair`.execute(db);
  await sql`create temp table new_pair on commit drop as
    with told as (
      select s.person_id as mine, coalesce(p.person_id, t.person_id) as other,
        n.organisation_id as my_place, o.organisation_id as other_place, p.score, p.evidence, p.decision,
        row_number() over (partition by n.line order by p.score desc, p.person_id, p.other_line) as rank
      from pair p
      join plan n on n.line = p.line
      join stands s on s.line = n.leader and s.created
      left join plan o on o.line = p.other_line
      left join stands t on t.line = o.leader
      where p.level = 'likely' or (p.level = 'certain' and p.other_line is not null)
        or (p.level = 'certain' and p.hidden and p.decision = 'different')
    ), sole as (
      select distinct on (least(mine, other), greatest(mine, other))
        least(mine, other) as person_a, greatest(mine, other) as person_b, my_place,
        coalesce(other_place, (select coalesce(q.keeper_id, (select m.organisation_id from membership m
            where m.person_id = q.id and m.deleted_at is null order by m.organisation_id limit 1))
          from person q where q.id = told.other)) as other_place, score, evidence,
        case decision when 'different' then 'different' when 'later' then 'later' else 'open' end as state
      from told where mine <> other and rank <= ${mostPairs}
      order by 1, 2, score desc
    )
    select sole.*, row_number() over (order by person_a, person_b)::integer as n from sole`.execute(
    db,
  );
  const { count } = await one(
    db,
    sql<{ count: number }>`select count(*)::integer as count from new_pair`,
  );
  if (count === 0) return;
  await freshIds(cx, 'fresh_pair', count);
  const account = cx.actor.kind === 'account' ? cx.actor.accountId : null;
  await sql`with place as materialized (
      select x.my_place, x.other_place, (
        select a.organisation_id from organisations_above(x.my_place, ${today}::date) a
        join organisations_above(x.other_place, ${today}::date) b using (organisation_id)
        order by a.depth + b.depth, a.depth, a.organisation_id limit 1) as above
      from (select distinct my_place, coalesce(other_place, my_place) as other_place from new_pair) x
    )
    insert into duplicate_pair (id, pid, person_a, person_b, organisation_id, score, evidence, state,
      import_id, created_at, decided_at, decided_by)
    select f.id, f.pid, x.person_a, x.person_b, coalesce(p.above, ${of.organisationId}), x.score,
      x.evidence, x.state, ${of.id}, ${cx.clock.now()},
      case when x.state <> 'open' then ${cx.clock.now()}::timestamptz end,
      case when x.state <> 'open' then ${account}::uuid end
    from new_pair x join fresh_pair f using (n)
    join place p on p.my_place = x.my_place and p.other_place = coalesce(x.other_place, x.my_place)
    on conflict (person_a, person_b) do nothing`.execute(db);
}
