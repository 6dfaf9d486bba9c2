import { sql } from 'kysely';
import type { Cx } from '../../../platform/command.ts';
import { copyInto } from '../../../platform/database/copying.ts';
import { one } from '../../../platform/database/query.ts';

/** How many proposals one record may bring along: the strongest ones. */
export const mostPairs = 5;

export interface Proposing {
  readonly importId: string | null;
  /** Where a pair is answered that has no organisation above both. */
  readonly organisationId: string;
}

/**
 * Writes the proposals of the temporary table `new_pair (n, person_a, person_b, my_place, other_place,
 * score, evidence, state)`, with n from 1: each for the lowest organisation above both places. Pairs
 * that are known stay as they are. Gives how many were written.
 */
export async function insertPairs(cx: Cx, of: Proposing): Promise<number> {
  const { db } = cx;
  const { count } = await one(
    db,
    sql<{ count: number }>`select count(*)::integer as count from new_pair`,
  );
  if (count === 0) return 0;
  await freshIds(cx, count);
  const [today, now] = [cx.clock.today(), cx.clock.now()];
  const account = cx.actor.kind === 'account' ? cx.actor.accountId : null;
  const done = await sql`with place as materialized (
      select x.my_place, x.other_place, (
        select a.organisation_id from organisations_above(x.my_place, ${today}::date) a
        join organisations_above(x.other_place, ${today}::date) b using (organisation_id)
        order by a.depth + b.depth, a.depth, a.organisation_id limit 1) as above
      from (select distinct my_place, coalesce(other_place, my_place) as other_place from new_pair) x
    )
    insert into duplicate_pair (id, pid, person_a, person_b, organisation_id, score, evidence, state,
      import_id, created_at, decided_at, decided_by)
    select f.id, f.pid, x.person_a, x.person_b, coalesce(p.above, ${of.organisationId}), x.score,
      x.evidence, x.state, ${of.importId}, ${now},
      case when x.state <> 'open' then ${now}::timestamptz end,
      case when x.state <> 'open' then ${account}::uuid end
    from new_pair x join fresh_pair f using (n)
    join place p on p.my_place = x.my_place and p.other_place = coalesce(x.other_place, x.my_place)
    on conflict (person_a, person_b) do nothing`.execute(db);
  return Number(done.numAffectedRows ?? 0);
}

const chunk = 10_000;

async function freshIds({ db, ids }: Cx, count: number): Promise<void> {
  await sql`drop table if exists fresh_pair`.execute(db);
  await sql`create temp table fresh_pair (n integer primary key, id uuid, pid text)
    on commit drop`.execute(db);
  const lines = function* () {
    for (let n = 1; n <= count; ) {
      let text = '';
      for (const end = Math.min(count, n + chunk - 1); n <= end; n += 1)
        text += `${n}\t${ids.uuid()}\t${ids.pid()}\n`;
      yield text;
    }
  };
  await copyInto(db, 'fresh_pair', ['n', 'id', 'pid'], lines());
  await sql`analyze fresh_pair`.execute(db);
}
