import { type RawBuilder, sql } from 'kysely';
import type { Cx } from '../../../platform/cx.ts';
import { all } from '../../../platform/database/query.ts';
import { conflictFrees } from '../../councils/index.ts';
import type { Freed } from '../schema/index.ts';

/** What happened in councils: to a judge, a council, one conflict or the conflicts of an edition, by its id. */
export type CouncilChange = 'judge' | 'council' | 'conflict' | 'edition';

/** An active assignment that cannot stand any more unless something is signed under it. */
export interface ToFree {
  readonly id: string;
  readonly dossierId: string;
  readonly judge: string;
  readonly phase: string;
  readonly organisationId: string;
  readonly freed: Freed;
  /** In the words of whoever ended the judge's part, declined or decided; null: nobody said anything. */
  readonly reason: string | null;
}

const among = (what: CouncilChange, id: string): RawBuilder<boolean> =>
  ({
    judge: sql<boolean>`a.judge_id = ${id}`,
    council: sql<boolean>`a.council_id = ${id}`,
    conflict: sql<boolean>`(a.judge_id, a.dossier_id)
      in (select x.judge_id, x.dossier_id from conflict x where x.id = ${id})`,
    edition: sql<boolean>`c.edition_id = ${id}`,
  })[what];

/**
 * Active assignments of open editions whose judge does not serve any more, has no vote in the council, or must not
 * judge the dossier; held until the transaction ends. One query.
 */
export function assignmentsToFree(cx: Cx, what: CouncilChange, id: string): Promise<ToFree[]> {
  return all(
    cx.db,
    sql<ToFree>`select a.id, a.dossier_id as "dossierId", j.name as judge, a.phase,
        e.organisation_id as "organisationId", w.freed,
        case w.freed when 'conflict' then (select x.reason from conflict x
            where x.judge_id = a.judge_id and x.dossier_id = a.dossier_id and x.state = 'upheld'
            order by x.decided_at desc, x.id limit 1)
          when 'seat' then null else j.reason end as reason
      from assignment a join council c on c.id = a.council_id join edition e on e.id = c.edition_id
        join judge j on j.id = a.judge_id,
        lateral (select case when j.state in ('ended', 'declined') then j.state
          when not exists (select from seat s where s.council_id = a.council_id
            and s.judge_id = a.judge_id and s.votes and j.state = 'accepted') then 'seat'
          when ${conflictFrees(sql`a.judge_id`, sql`a.dossier_id`)} then 'conflict' end as freed) w
      where a.state = 'active' and e.state = 'open' and w.freed is not null and ${among(what, id)}
      order by a.id for update of a`,
  );
}
