import { sql } from 'kysely';
import { all, type Db } from '../../../platform/database/query.ts';
import type { Phase } from '../../calls/index.ts';

/** A phase of an open edition of an organisation in which sheets are not signed. */
export interface LateSheets {
  readonly edition: string;
  readonly name: string;
  readonly phases: readonly Phase[];
  readonly phase: string;
  readonly sheets: number;
  readonly judges: number;
}

/** Unsigned sheets of the open editions of an organisation, by phase: one query. */
export function lateSheets(db: Db, organisationId: string): Promise<LateSheets[]> {
  return all(
    db,
    sql<LateSheets>`select e.pid as edition, e.content->>'name' as name,
        e.content->'phases' as phases, a.phase, count(*)::integer as sheets,
        count(distinct a.judge_id)::integer as judges
      from edition e join council k on k.edition_id = e.id
        join assignment a on a.council_id = k.id and a.state = 'active'
        join dossier d on d.id = a.dossier_id and d.state = 'valid'
        left join score_sheet t on t.assignment_id = a.id
      where e.organisation_id = ${organisationId} and e.state = 'open' and e.deleted_at is null
        and coalesce(t.state, 'assigned') <> 'signed'
      group by e.id, a.phase order by e.opened_at desc, e.pid, a.phase limit 50`,
  );
}
