import { sql } from 'kysely';
import { all, type Db } from '../../../platform/database/query.ts';
import type { EditionContent, FormField } from '../../calls/index.ts';

/** What the archive reads of a dossier, whether it is public or not. */
export interface EntryFacts {
  readonly id: string;
  readonly pid: string;
  readonly origin: string;
  readonly title: string;
  /** Code of the edition's field. */
  readonly field: string | null;
  readonly edition: {
    readonly id: string;
    readonly pid: string;
    readonly content: Pick<
      EditionContent,
      'name' | 'kind' | 'years' | 'fields' | 'form' | 'eligibility'
    >;
  };
  readonly organisation: { readonly id: string; readonly code: string };
  /** The form that it was submitted under; null: it came from a file. */
  readonly form: readonly FormField[] | null;
  /** The answers of the version that holds, or of the file that it came from. */
  readonly answers: Readonly<Record<string, unknown>>;
}

/** A dossier with an award or found valid, in an edition that is over. */
const candidate = sql`e.state = 'closed' and e.deleted_at is null and (d.state = 'valid'
  or (d.state in ('submitted', 'returned')
    and exists (select from dossier_award a where a.dossier_id = d.id)))`;

/** Those of some dossiers that the archive may have, with all it needs to know of them: one query. */
export function factsOf(db: Db, ids: readonly string[]): Promise<EntryFacts[]> {
  return all(
    db,
    sql<EntryFacts>`select d.id, d.pid, d.origin, d.title, d.field,
        jsonb_build_object('id', e.id, 'pid', e.pid, 'content', jsonb_build_object(
          'name', e.content->'name', 'kind', e.content->'kind', 'years', e.content->'years',
          'fields', e.content->'fields', 'form', e.content->'form',
          'eligibility', e.content->'eligibility')) as edition,
        jsonb_build_object('id', o.id, 'code', o.code) as organisation,
        r.content->'form' as form,
        coalesce((v.frozen::jsonb)->'answers', d.working->'answers', '{}') as answers
      from dossier d join edition e on e.id = d.edition_id join organisation o on o.id = e.organisation_id
        left join dossier_version v on v.dossier_id = d.id and v.number = d.submitted
        left join edition_revision r on r.edition_id = e.id and r.number = v.revision
      where d.id = any(${[...ids]}::uuid[]) and ${candidate}`,
  );
}

/** The dossiers of an edition, in no order. */
export async function dossiersOfEdition(db: Db, editionId: string): Promise<string[]> {
  const rows = await all(
    db,
    sql<{ id: string }>`select id from dossier where edition_id = ${editionId}`,
  );
  return rows.map(({ id }) => id);
}

/**
 * What the daily look is at: rows whose day has come, dossiers of editions that are over without a row,
 * and rows of dossiers that the archive has no more.
 */
export async function dueEntries(db: Db, today: string): Promise<string[]> {
  const rows = await all(
    db,
    sql<{
      id: string;
    }>`select dossier_id as id from archive_entry where changes_on <= ${today}::date
      union select d.id from dossier d join edition e on e.id = d.edition_id
        where ${candidate} and not exists (select from archive_entry x where x.dossier_id = d.id)
      union select x.dossier_id from archive_entry x join dossier d on d.id = x.dossier_id
        join edition e on e.id = d.edition_id where not (${candidate})`,
  );
  return rows.map(({ id }) => id);
}
