import { sql } from 'kysely';
import type { Cx } from '../../../platform/cx.ts';
import { all } from '../../../platform/database/query.ts';
import { visible } from '../../../platform/policy.ts';
import { resultManage } from '../policy.ts';

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
