import { sql } from 'kysely';
import { all, type Db } from '../../../platform/database/query.ts';
import type { Phase } from '../../calls/index.ts';
import { conflictStands } from '../../councils/index.ts';

/** Dossiers of a council and phase that were given to judges, by how many of those count. */
export interface DeskGroup {
  readonly edition: string;
  readonly name: string;
  readonly phases: readonly Phase[];
  readonly council: string;
  readonly councilName: string;
  readonly phase: string;
  readonly judges: number;
  readonly dossiers: number;
}

/**
 * The open editions of an organisation with what was given in them. A dossier that went to another council, or is not
 * in the phase any more, wants nobody. One query.
 */
export function deskGroups(db: Db, organisationId: string): Promise<DeskGroup[]> {
  return all(
    db,
    sql<DeskGroup>`select e.pid as edition, e.content->>'name' as name, e.content->'phases' as phases,
        c.pid as council, c.name as "councilName", g.phase, g.judges, count(*)::integer as dossiers
      from edition e join council c on c.edition_id = e.id
        join lateral (select a.phase, a.dossier_id, count(*) filter (where a.state = 'active'
              and not ${conflictStands(sql`a.judge_id`, sql`a.dossier_id`)})::integer as judges
            from assignment a where a.council_id = c.id group by a.phase, a.dossier_id) g on true
        join dossier d on d.id = g.dossier_id and d.state = 'valid'
      where e.organisation_id = ${organisationId} and e.state = 'open' and e.deleted_at is null
        and (c.phases = '{}' or g.phase = any(c.phases)) and (c.fields = '{}' or d.field = any(c.fields))
        and (exists (select from phase_entry p where p.edition_id = e.id and p.phase = g.phase
            and p.dossier_id = d.id)
          or not exists (select from phase_entry p where p.edition_id = e.id and p.phase = g.phase))
      group by e.id, c.id, g.phase, g.judges order by e.opened_at desc, e.pid, c.created_at, c.pid, g.phase`,
  );
}
