import { sql } from 'kysely';
import type { Cx } from '../../../../platform/command.ts';
import { insertPairs, mostPairs } from '../../../duplicates/index.ts';
import type { RosterImport } from '../../schema.ts';

/**
 * Proposals for the persons that were made, each for the lowest organisation above both. Pairs that
 * somebody decided keep the decision.
 */
export async function createPairs(cx: Cx, of: RosterImport): Promise<void> {
  const { db } = cx;
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
  await insertPairs(cx, { importId: of.id, organisationId: of.organisationId });
}
