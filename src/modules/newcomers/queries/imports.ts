import { sql } from 'kysely';
import type { Cx } from '../../../platform/command.ts';
import { all, type Db, maybe, one } from '../../../platform/database/query.ts';
import { NotFound } from '../../../platform/errors.ts';
import { visible } from '../../../platform/policy.ts';
import { siteImport } from '../policy.ts';
import type { SiteImport } from '../schema.ts';

const columns = sql`i.id, i.pid, i.organisation_id as "organisationId", o.code as "organisationCode", i.program,
  i.state, i.file_name as "fileName", i.file_id as "fileId", i.uploads_id as "uploadsId", u.name as "uploadsName",
  i.address, i.preview, i.counts, i.problems, i.run_id as "runId", i.created_at as "createdAt",
  i.created_name as "createdName", i.finished_at as "finishedAt", i.undone_at as "undoneAt", i.version`;
const from = sql`from site_import i join organisation o on o.id = i.organisation_id
  left join file u on u.id = i.uploads_id`;

/** An import that the actor may see. @throws NotFound */
export async function findSiteImport(cx: Cx, pid: string): Promise<SiteImport> {
  const found = await maybe(
    cx.db,
    sql<SiteImport>`select ${columns} ${from}
      where i.pid = ${pid} and ${visible(cx, siteImport, sql`i.organisation_id`)}`,
  );
  if (found === null) throw new NotFound('site_import');
  return found;
}

/** @throws NotFound */
export async function siteImportById(db: Db, id: string): Promise<SiteImport> {
  const found = await maybe(db, sql<SiteImport>`select ${columns} ${from} where i.id = ${id}`);
  if (found === null) throw new NotFound('site_import');
  return found;
}

/** The imports of an organisation, the newest first. */
export async function listSiteImports(
  cx: Cx,
  organisationId: string,
  { page, size }: { readonly page: number; readonly size: number },
): Promise<{ rows: SiteImport[]; total: number }> {
  const where = sql`i.organisation_id = ${organisationId} and ${visible(cx, siteImport, sql`i.organisation_id`)}`;
  const { total } = await one(
    cx.db,
    sql<{ total: number }>`select count(*)::integer as total from site_import i where ${where}`,
  );
  const rows = await all(
    cx.db,
    sql<SiteImport>`select ${columns} ${from} where ${where}
      order by i.created_at desc, i.id desc limit ${size} offset ${(page - 1) * size}`,
  );
  return { rows, total };
}

/** What an import brought, by kind; only what was made by it. */
export const broughtBy = (
  db: Db,
  importId: string,
  kind: string,
): Promise<{ pid: string; originId: string; newest: number | null; state: string | null }[]> =>
  all(
    db,
    sql<{ pid: string; originId: string; newest: number | null; state: string | null }>`select pid,
        origin_id as "originId", newest, state from site_brought
      where import_id = ${importId} and kind = ${kind} and made order by origin_id`,
  );

/** The articles that an import brought, the newest first. */
export const articlesBrought = (
  db: Db,
  importId: string,
  most: number,
): Promise<{ pid: string; title: string; at: Date | null }[]> =>
  all(
    db,
    sql<{ pid: string; title: string; at: Date | null }>`select a.pid, a.title, a.published_at as at
      from site_brought k join article a on a.pid = k.pid
      where k.import_id = ${importId} and k.kind = 'article' and a.deleted_at is null
      order by a.published_at desc nulls last, a.id limit ${most}`,
  );

/** What is needed to read a file that was sent. */
export const fileById = (
  db: Db,
  id: string,
): Promise<{ readonly sha256: string; readonly sealed: boolean } | null> =>
  maybe(
    db,
    sql<{ sha256: string; sealed: boolean }>`select sha256, sealed from file where id = ${id}`,
  );
