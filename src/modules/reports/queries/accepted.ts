import { type RawBuilder, sql } from 'kysely';
import type { Cx } from '../../../platform/command.ts';
import { all } from '../../../platform/database/query.ts';
import { visible } from '../../../platform/policy.ts';
import { reportReceive } from '../../rounds/index.ts';

const collector: RawBuilder<unknown> = sql`coalesce(p.organisation_id, r.organisation_id)`;

/** The accepted forms of a round whose collector the actor acts for. */
export async function acceptedForms(cx: Cx, roundId: string): Promise<string[]> {
  const rows = await all(
    cx.db,
    sql<{ pid: string }>`select b.pid from report_obligation b
      join report_round r on r.id = b.round_id
      left join report_obligation p on p.id = b.parent_id
      where b.round_id = ${roundId} and b.state = 'accepted'
        and ${visible(cx, reportReceive, collector)} order by b.pid`,
  );
  return rows.map((row) => row.pid);
}
