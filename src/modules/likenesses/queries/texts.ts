import { sql } from 'kysely';
import type { Cx } from '../../../platform/cx.ts';
import { all, type Db, maybe, one } from '../../../platform/database/query.ts';
import { NotFound } from '../../../platform/errors.ts';
import { visible } from '../../../platform/policy.ts';
import type { Answers, FormField } from '../../calls/index.ts';
import { nameOn } from '../../organisations/index.ts';
import { likenessRead } from '../policy.ts';
import type { ImportedText } from '../schema.ts';

/** What there is to compare of a dossier. */
export interface DossierSource {
  readonly id: string;
  /** Id of the union that holds the edition. */
  readonly organisationId: string;
  readonly state: string;
  /** The last year of the edition. */
  readonly year: number;
  readonly form: readonly FormField[];
  /** Of the version that holds; null where none was submitted. */
  readonly answers: Answers | null;
}

/** A dossier by its id, with the form that its answers were given to; null when there is none. */
export function dossierSource(db: Db, id: string): Promise<DossierSource | null> {
  return maybe(
    db,
    sql<DossierSource>`select d.id, e.organisation_id as "organisationId", d.state,
        (e.content->'years'->>'last')::integer as year,
        coalesce(r.content, e.content)->'form' as form,
        case when v.frozen is not null then v.frozen::jsonb->'answers'
          when d.origin = 'import' then d.working->'answers' end as answers
      from dossier d join edition e on e.id = d.edition_id
      left join dossier_version v on v.dossier_id = d.id and v.number = d.submitted
      left join edition_revision r on r.edition_id = e.id and r.number = v.revision
      where d.id = ${id}`,
  );
}

/**
 * The next dossiers that a file brought into an edition, by their ids, after one of them. They are held until
 * the end of the transaction: whoever takes them away waits, and does not hold what a comparison needs.
 */
export async function pastDossiers(
  db: Db,
  edition: string,
  { after, most }: { readonly after: string | null; readonly most: number },
): Promise<string[]> {
  await sql`select from past_figures where edition_id = ${edition} for share`.execute(db);
  const rows = await all(
    db,
    sql<{ id: string }>`select id from dossier where edition_id = ${edition} and origin = 'import'
        and (${after}::uuid is null or id > ${after}::uuid)
      order by id limit ${most}`,
  );
  return rows.map(({ id }) => id);
}

/** A kept text as it takes part in a comparison. */
export interface TextRow {
  readonly id: number;
  readonly body: string;
  readonly dossierId: string | null;
  readonly submittedAt: Date | null;
}

/** Kept texts by their ids, in no order. */
export function textsById(db: Db, ids: readonly number[]): Promise<TextRow[]> {
  return all(
    db,
    sql<TextRow>`select t.id, t.body, t.dossier_id as "dossierId",
        d.first_submitted_at as "submittedAt"
      from likeness_text t left join dossier d on d.id = t.dossier_id
      where t.id = any(${ids}::integer[])`,
  );
}

/** The dossiers that one was made from, those made from it, and theirs: they are one work. */
export async function kinOf(db: Db, dossierId: string): Promise<ReadonlySet<string>> {
  const rows = await all(
    db,
    sql<{ id: string }>`with recursive up (id, source_id) as (
        select id, source_id from dossier where id = ${dossierId}
        union select d.id, d.source_id from up join dossier d on d.id = up.source_id
      ), kin (id) as (
        select id from up union select d.id from kin join dossier d on d.source_id = kin.id)
      select id from kin`,
  );
  return new Set(rows.map(({ id }) => id));
}

/** Whether a text of these words came from a file before. */
export async function importedBefore(db: Db, wordsSha256: string): Promise<boolean> {
  const { known } = await one(
    db,
    sql<{ known: boolean }>`select exists (select from likeness_text
      where imported_sha256 = ${wordsSha256}) as known`,
  );
  return known;
}

const imported = (cx: Cx) => sql<ImportedText>`t.id, t.pid, t.title, t.authors, t.year, t.origin,
  t.words, jsonb_build_object('id', o.id, 'code', o.code, 'name', coalesce(n.name, o.code))
    as organisation
  from likeness_text t join organisation o on o.id = t.organisation_id
  ${nameOn(sql`o.id`, cx.clock.today())}
  where t.dossier_id is null and ${visible(cx, likenessRead, sql`t.organisation_id`)}`;

/** One page of the texts from files that are kept at or below a place, and how many there are. */
export async function listImported(
  cx: Cx,
  { under, page, size }: { readonly under: string; readonly page: number; readonly size: number },
): Promise<{ rows: ImportedText[]; total: number }> {
  const here = sql`${imported(cx)}
    and t.organisation_id in (${cx.coverage.below([under], cx.clock.today())})`;
  const { total } = await one(
    cx.db,
    sql<{ total: number }>`select count(*)::integer as total from (select ${here}) x`,
  );
  const rows = await all(
    cx.db,
    sql<ImportedText>`select ${here} order by t.year desc nulls last, t.title collate "vi-x-icu", t.id
      limit ${size} offset ${(page - 1) * size}`,
  );
  return { rows, total };
}

/** A text from a file that the actor's office may see. @throws NotFound */
export async function importedByPid(cx: Cx, pid: string): Promise<ImportedText> {
  const row = await maybe(cx.db, sql<ImportedText>`select ${imported(cx)} and t.pid = ${pid}`);
  if (row === null) throw new NotFound('likeness_text');
  return row;
}
