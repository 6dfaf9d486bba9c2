import { sql } from 'kysely';
import type { Cx } from '../../../platform/cx.ts';
import { all } from '../../../platform/database/query.ts';
import { visible } from '../../../platform/policy.ts';
import { dossierKeep } from '../policy.ts';

/** A draft that its entrant writes, as far as the secretariat may know it: nothing of what it says. */
export interface EntrantDraft {
  readonly pid: string;
  readonly savedAt: Date;
  /** Last second of the time that it was given beyond the phases; null when it was given none. */
  readonly until: string | null;
  readonly version: number;
}

/** The drafts of an address in an edition, or the one with a public id, for its secretariat; the last saved first. */
export function entrantDrafts(
  cx: Cx,
  edition: { readonly id: string },
  whose: { readonly email: string } | { readonly pid: string },
): Promise<EntrantDraft[]> {
  const own = 'pid' in whose ? sql`d.pid = ${whose.pid}` : sql`d.email = ${whose.email}`;
  return all(
    cx.db,
    sql<EntrantDraft>`select d.pid, d.saved_at as "savedAt", d.version,
        (select l.until from dossier_leave l where l.dossier_id = d.id
          order by l.from_at desc, l.id desc limit 1) as until
      from dossier d join edition e on e.id = d.edition_id
      where d.edition_id = ${edition.id} and d.state = 'draft' and d.origin = 'link' and ${own}
        and ${visible(cx, dossierKeep, sql`e.organisation_id`)}
      order by d.saved_at desc, d.id`,
  );
}
