import { sql } from 'kysely';
import type { Cx } from '../../../platform/cx.ts';
import { all } from '../../../platform/database/query.ts';
import {
  type DossierState,
  type Edition,
  type EditionContent,
  factsIn,
  type Touched,
  touchedBy,
  type WorkingCopy,
} from '../../calls/index.ts';
import { answerFiles, type NamedFile } from './answer-files.ts';

/** A dossier that a change of its edition touches. */
export interface TouchedDossier {
  /** null: a draft, which is its entrant's alone. */
  readonly pid: string | null;
  readonly number: string | null;
  readonly title: string;
  readonly state: DossierState;
  readonly touched: Touched;
}

interface Row {
  readonly pid: string;
  readonly number: string | null;
  readonly title: string;
  readonly state: DossierState;
  readonly working: WorkingCopy;
  readonly files: readonly NamedFile[];
}

/**
 * The dossiers of an edition that would feel another content of it, those that count first: one query,
 * whatever their number. Withdrawn and refused ones feel nothing.
 */
export async function touchedDossiers(
  cx: Cx,
  edition: Edition,
  content: EditionContent,
): Promise<TouchedDossier[]> {
  const rows = await all(
    cx.db,
    sql<Row>`select d.pid, d.number, d.title, d.state, d.working,
        coalesce((select jsonb_agg(jsonb_build_object('field', f.field, 'name', s.name,
            'mediaType', s.media_type, 'size', s.size, 'sha256', s.sha256) order by f.position)
          from dossier_file f join file s on s.id = f.file_id
          where f.dossier_id = d.id and f.removed_at is null), '[]') as files
      from dossier d
      where d.edition_id = ${edition.id} and d.state not in ('withdrawn', 'invalid')
      order by d.submitted = 0, d.number, d.created_at`,
  );
  const today = cx.clock.today();
  return rows.flatMap(({ pid, number, title, state, working, files }) => {
    const facts = factsIn(content, working);
    if (facts === null) return [];
    const dossier = { facts, answers: working.answers, files: answerFiles(files) };
    const touched = touchedBy(edition.content, content, dossier, today);
    const draft = state === 'draft';
    return touched === null
      ? []
      : [{ pid: draft ? null : pid, number, title: draft ? '' : title, state, touched }];
  });
}
