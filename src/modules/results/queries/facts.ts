import { sql } from 'kysely';
import type { Cx } from '../../../platform/cx.ts';
import { all } from '../../../platform/database/query.ts';
import { type Edition, reviewingPhases } from '../../calls/index.ts';
import type { FailDecision, RankChange } from '../rules/outcome/index.ts';

/** A dossier that stands in a phase. */
export interface StandingDossier {
  readonly id: string;
  readonly pid: string;
  readonly number: string | null;
  readonly title: string;
  readonly field: string | null;
  /** The version that holds; 0: it came from a file. */
  readonly submitted: number;
  readonly sha256: string | null;
}

/**
 * The dossiers of an edition that stand in a reviewing phase, by number: in the first one all that are valid, in
 * later ones those that were let on. One query.
 */
export function standingDossiers(
  cx: Cx,
  edition: Pick<Edition, 'id' | 'content'>,
  phase: string,
): Promise<StandingDossier[]> {
  const first = reviewingPhases(edition.content.phases)[0]?.key === phase;
  return all(
    cx.db,
    sql<StandingDossier>`select d.id, d.pid, d.number, d.title, d.field, d.submitted, v.sha256
      from dossier d
        left join dossier_version v on v.dossier_id = d.id and v.number = d.submitted
      where d.edition_id = ${edition.id} and d.state = 'valid'
        and (${first} or exists (select from phase_entry p
          where p.phase = ${phase} and p.dossier_id = d.id))
      order by d.number, d.pid`,
  );
}

/** What the council said of dossiers that some sheets fail, the oldest first. */
export function failDecisions(cx: Cx, editionId: string, phase: string): Promise<FailDecision[]> {
  return all(
    cx.db,
    sql<FailDecision>`select d.pid as dossier, f.fails, f.reason from fail_decision f
      join dossier d on d.id = f.dossier_id
      where f.edition_id = ${editionId} and f.phase = ${phase} order by f.made_at, f.id`,
  );
}

/** Places given by hand, in the order in which they were made. */
export function rankChanges(cx: Cx, editionId: string, phase: string): Promise<RankChange[]> {
  return all(
    cx.db,
    sql<RankChange>`select d.pid as dossier, r.place, r.reason from rank_change r
      join dossier d on d.id = r.dossier_id
      where r.edition_id = ${editionId} and r.phase = ${phase} order by r.made_at, r.id`,
  );
}
