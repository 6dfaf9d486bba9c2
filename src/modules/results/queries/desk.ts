import { sql } from 'kysely';
import type { Cx } from '../../../platform/cx.ts';
import { all } from '../../../platform/database/query.ts';
import { visible } from '../../../platform/policy.ts';
import { resultApprove } from '../policy.ts';

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
