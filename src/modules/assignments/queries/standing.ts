import { sql } from 'kysely';
import type { Cx } from '../../../platform/cx.ts';
import { all } from '../../../platform/database/query.ts';
import { type Edition, reviewingPhases } from '../../calls/index.ts';
import type { Standing } from '../schema/index.ts';

type Of = Pick<Edition, 'id' | 'content'>;

/** Whether it is the first of the phases in which judges judge. */
export const isFirst = ({ content }: Of, phase: string): boolean =>
  reviewingPhases(content.phases)[0]?.key === phase;

/**
 * The dossiers that are judged in a phase, by their numbers: in the first reviewing phase all that are valid, in a
 * later one those of them that were chosen. One query. Ask for the right to read before.
 */
export function standingIn(cx: Cx, edition: Of, phase: string): Promise<Standing[]> {
  const chosen = isFirst(edition, phase)
    ? sql``
    : sql`and exists (select from phase_entry p where p.edition_id = d.edition_id
        and p.phase = ${phase} and p.dossier_id = d.id)`;
  return all(
    cx.db,
    sql<Standing>`select d.id, d.pid, d.number, d.title, d.field from dossier d
      where d.edition_id = ${edition.id} and d.state = 'valid' ${chosen}
      order by d.number nulls last, d.pid`,
  );
}

/** All valid dossiers of an edition, by their numbers: one query. Ask for the right to read before. */
export function validIn(cx: Cx, editionId: string): Promise<Standing[]> {
  return all(
    cx.db,
    sql<Standing>`select d.id, d.pid, d.number, d.title, d.field from dossier d
      where d.edition_id = ${editionId} and d.state = 'valid' order by d.number nulls last, d.pid`,
  );
}
