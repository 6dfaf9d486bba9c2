import { sql } from 'kysely';
import type { Cx } from '../../../platform/cx.ts';
import { all } from '../../../platform/database/query.ts';
import { authorKey } from '../../calls/index.ts';
import type { GraphJudge, SharedDossier } from '../rules/index.ts';

/** Who stands in dossiers of any edition that somebody of a judge's name stands in: one scan. */
export function sharedDossiers(cx: Cx, judges: readonly GraphJudge[]): Promise<SharedDossier[]> {
  const names = [...new Set(judges.map(({ name }) => name.toLowerCase()))];
  const keys = [...new Set(judges.map(({ name, birth }) => authorKey(name, birth)))];
  return all(
    cx.db,
    sql<SharedDossier>`with theirs as materialized (
        select distinct dossier_id from dossier_author
        where lower(name) = any(${names}::text[]) or key = any(${keys}::text[])
      )
      select d.id, d.pid, jsonb_agg(jsonb_build_object('name', a.name, 'birth', a.birth)
          order by a.position) as authors,
        coalesce((select array_agg(w.name order by w.recorded_at, w.id) from dossier_award w
          where w.dossier_id = d.id), '{}') as awards
      from theirs t join dossier d on d.id = t.dossier_id and d.state <> 'withdrawn'
        join dossier_author a on a.dossier_id = d.id
      group by d.id having count(*) > 1 order by d.pid`,
  );
}

/** A text from a file, with who wrote it as the file says. */
export interface WrittenText {
  readonly pid: string;
  readonly authors: string;
}

/** Texts from files that name several authors: one statement. */
export function writtenTexts(cx: Cx): Promise<WrittenText[]> {
  return all(
    cx.db,
    sql<WrittenText>`select pid, authors from likeness_text where authors is not null order by id`,
  );
}
