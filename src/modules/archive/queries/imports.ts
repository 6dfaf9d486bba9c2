import { sql } from 'kysely';
import type { Cx } from '../../../platform/cx.ts';
import { all, type Db, maybe, one } from '../../../platform/database/query.ts';
import { NotFound } from '../../../platform/errors.ts';
import { visible } from '../../../platform/policy.ts';
import { allOf } from '../../../platform/records/list-query.ts';
import { nameOn } from '../../organisations/index.ts';
import { archiveRead } from '../policy.ts';
import type { KeptImport } from '../schema.ts';

/** An edition that a file of this name brought before. */
export interface Earlier {
  readonly id: string;
  readonly pid: string;
  readonly sha256: string;
  readonly source: string;
  readonly dossiers: number;
  readonly prizes: number;
}

/** What a file brought under a folded name; held until the transaction ends, null when nothing was. */
export async function earlierImport(
  db: Db,
  organisation: string,
  nameKey: string,
): Promise<Earlier | null> {
  const lock = `past:${organisation}:${nameKey}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${lock}, 0))`.execute(db);
  return maybe(
    db,
    sql<Earlier>`select e.id, e.pid, p.sha256, p.source, p.dossiers, p.prizes
      from past_figures p join edition e on e.id = p.edition_id
      where p.organisation_id = ${organisation} and p.name_key = ${nameKey} for update of p`,
  );
}

/** Whether somebody has worked with what a file brought, so that it may not be taken away. */
export async function isPastUsed(db: Db, editionId: string): Promise<boolean> {
  const { used } = await one(
    db,
    sql<{ used: boolean }>`select exists (select from dossier d where d.edition_id = ${editionId}
        and (d.origin <> 'import'
          or exists (select from dossier_consent c where c.dossier_id = d.id)
          or exists (select from transfer_request t where t.dossier_id = d.id)
          or exists (select from dossier x where x.source_id = d.id)))
      or exists (select from edition e where e.id = ${editionId} and e.state <> 'closed') as used`,
  );
  return used;
}

const columns = (cx: Cx) => sql`e.id, e.pid, e.content->>'name' as name,
  jsonb_build_object('id', o.id, 'code', o.code, 'name', coalesce(n.name, o.code)) as organisation,
  p.source, p.dossiers, p.prizes, p.problems, p.imported_at as "importedAt", e.version,
  (select count(*)::integer from dossier d where d.edition_id = e.id) as listed,
  (select count(*)::integer from archive_entry x where x.edition_id = e.id and x.public
    and (x.changes_on is null or x.changes_on > ${cx.clock.today()}::date)) as shown`;

const from = (cx: Cx) => sql`from past_figures p join edition e on e.id = p.edition_id
  join organisation o on o.id = p.organisation_id ${nameOn(sql`o.id`, cx.clock.today())}`;

/** A past edition that a file brought and the actor may see; null when there is none. */
export function findPastImport(cx: Cx, pid: string): Promise<KeptImport | null> {
  return maybe(
    cx.db,
    sql<KeptImport>`select ${columns(cx)} ${from(cx)}
      where e.pid = ${pid} and ${visible(cx, archiveRead, sql`p.organisation_id`)}`,
  );
}

/** The same. @throws NotFound */
export async function importByPid(cx: Cx, pid: string): Promise<KeptImport> {
  const found = await findPastImport(cx, pid);
  if (found === null) throw new NotFound('past_edition');
  return found;
}

/** Past editions that files brought, the latest first, and how many there are: two queries. */
export async function listImports(
  cx: Cx,
  of: { readonly organisation: string | null; readonly page: number; readonly size: number },
): Promise<{ rows: KeptImport[]; total: number }> {
  const where = allOf([
    visible(cx, archiveRead, sql`p.organisation_id`),
    ...(of.organisation === null ? [] : [sql`p.organisation_id = ${of.organisation}`]),
  ]);
  const { total } = await one(
    cx.db,
    sql<{ total: number }>`select count(*)::integer as total from past_figures p where ${where}`,
  );
  const rows = await all(
    cx.db,
    sql<KeptImport>`select ${columns(cx)} ${from(cx)} where ${where}
      order by (e.content->'years'->>'last')::integer desc, p.imported_at desc, e.pid
      limit ${of.size} offset ${(of.page - 1) * of.size}`,
  );
  return { rows, total };
}
