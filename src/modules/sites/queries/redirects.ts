import { sql } from 'kysely';
import type { Cx } from '../../../platform/command.ts';
import { all, type Db, maybe, one } from '../../../platform/database/query.ts';
import { NotFound } from '../../../platform/errors.ts';
import { visible } from '../../../platform/policy.ts';
import { allOf } from '../../../platform/records/list-query.ts';
import { siteLook } from '../policy.ts';
import { oldAddress, olderForms } from '../rules/index.ts';
import type { RedirectRow } from '../schema.ts';

const columns = sql`r.id, r.pid, r.organisation_id as "organisationId", o.code as "organisationCode",
  r.source, r.target, r.version, r.deleted_at as "deletedAt"`;

/** A redirect that the actor may see, a deleted one too; null when there is none. */
export function findRedirect(cx: Cx, pid: string): Promise<RedirectRow | null> {
  return maybe(
    cx.db,
    sql<RedirectRow>`select ${columns} from site_redirect r join organisation o on o.id = r.organisation_id
      where r.pid = ${pid} and ${visible(cx, siteLook, sql`r.organisation_id`)}`,
  );
}

/** As `findRedirect`, without deleted ones. @throws NotFound */
export async function liveRedirect(cx: Cx, pid: string): Promise<RedirectRow> {
  const row = await findRedirect(cx, pid);
  if (row === null || row.deletedAt !== null) throw new NotFound('redirect');
  return row;
}

/** The redirects of a site by their old address; `q` looks in both addresses. */
export async function listRedirects(
  db: Db,
  organisationId: string,
  list: { readonly q: string; readonly page: number; readonly size: number },
): Promise<{ rows: RedirectRow[]; total: number }> {
  const parts = [sql`r.organisation_id = ${organisationId}`, sql`r.deleted_at is null`];
  if (list.q !== '') {
    const like = `%${list.q.replace(/[\\%_]/g, '\\$&')}%`;
    parts.push(sql`(r.source ilike ${like} or r.target ilike ${like})`);
  }
  const where = allOf(parts);
  const { total } = await one(
    db,
    sql<{ total: number }>`select count(*)::integer as total from site_redirect r where ${where}`,
  );
  const rows = await all(
    db,
    sql<RedirectRow>`select ${columns} from site_redirect r join organisation o on o.id = r.organisation_id
      where ${where} order by r.source, r.id limit ${list.size} offset ${(list.page - 1) * list.size}`,
  );
  return { rows, total };
}

/** Where each of some old addresses of a site leads. */
export async function targetsOf(
  db: Db,
  organisationId: string,
  sources: readonly string[],
): Promise<ReadonlyMap<string, { readonly pid: string; readonly target: string }>> {
  const rows = await all(
    db,
    sql<{
      source: string;
      pid: string;
      target: string;
    }>`select source, pid, target from site_redirect
      where organisation_id = ${organisationId} and deleted_at is null
        and source = any(${[...sources]}::text[])`,
  );
  return new Map(rows.map(({ source, ...row }) => [source, row]));
}

/** The redirect of a site that has this old address, already normalised. */
export function redirectFrom(
  db: Db,
  organisationId: string,
  source: string,
): Promise<{ readonly pid: string; readonly target: string } | null> {
  return maybe(
    db,
    sql<{ pid: string; target: string }>`select pid, target from site_redirect
      where organisation_id = ${organisationId} and source = ${source} and deleted_at is null`,
  );
}

/** Where an old address of a site leads now, in whatever form it is asked; null: nowhere. */
export async function redirectFor(
  db: Db,
  organisationId: string,
  address: string,
): Promise<string | null> {
  const whole = oldAddress(address);
  if (whole === null) return null;
  const forms = olderForms(whole);
  const found = await targetsOf(db, organisationId, forms);
  return forms.map((one) => found.get(one)?.target).find((target) => target !== undefined) ?? null;
}
