import { sql } from 'kysely';
import type { Cx } from '../../../platform/cx.ts';
import { all } from '../../../platform/database/query.ts';
import { visible } from '../../../platform/policy.ts';
import { resultApprove, resultManage } from '../policy.ts';

/** The open ballots of a union's own editions: the edition's public id and how many. */
export function openBallots(
  cx: Cx,
  organisationId: string,
): Promise<{ readonly edition: string; readonly many: number }[]> {
  return all(
    cx.db,
    sql<{ edition: string; many: number }>`select e.pid as edition, count(*)::integer as many
      from ballot b join council c on c.id = b.council_id join edition e on e.id = c.edition_id
      where b.state = 'open' and e.organisation_id = ${organisationId}
        and ${visible(cx, resultManage, sql`e.organisation_id`)}
      group by e.pid order by e.pid`,
  );
}

/** Prizes of a union's own editions that somebody has to approve, or to tell everybody. */
export function waitingAllocations(
  cx: Cx,
  organisationId: string,
): Promise<
  { readonly edition: string; readonly name: string; readonly state: 'proposed' | 'approved' }[]
> {
  return all(
    cx.db,
    sql<{ edition: string; name: string; state: 'proposed' | 'approved' }>`
      select e.pid as edition, e.content ->> 'name' as name, a.state
      from allocation a join edition e on e.id = a.edition_id
      where a.state in ('proposed', 'approved') and e.organisation_id = ${organisationId}
        and ${visible(cx, resultApprove, sql`e.organisation_id`)}
      order by a.proposed_at, e.pid`,
  );
}
