import { sql } from 'kysely';
import type { Cx } from '../../../platform/command.ts';
import { all, type Db, maybe } from '../../../platform/database/query.ts';
import { NotFound } from '../../../platform/errors.ts';
import { visible } from '../../../platform/policy.ts';
import { nameOn } from '../../organisations/index.ts';
import { dashboardRead } from '../policy.ts';
import type { Dashboard } from '../schema.ts';

const columns = sql`d.id, d.pid, d.organisation_id as "organisationId",
  o.code as "organisationCode", coalesce(n.name, o.code) as "organisationName",
  o.kind as "organisationKind", d.name, d.tiles, d.public, d.version, d.deleted_at as "deletedAt"`;

/** A dashboard that the actor may see, a deleted one too; null when there is none. */
export function findDashboard(cx: Cx, pid: string): Promise<Dashboard | null> {
  return maybe(
    cx.db,
    sql<Dashboard>`select ${columns} from dashboard d
      join organisation o on o.id = d.organisation_id ${nameOn(sql`o.id`, cx.clock.today())}
      where d.pid = ${pid} and ${visible(cx, dashboardRead, sql`d.organisation_id`)}`,
  );
}

/** As `findDashboard`, without deleted ones. @throws NotFound */
export async function liveDashboard(cx: Cx, pid: string): Promise<Dashboard> {
  const dashboard = await findDashboard(cx, pid);
  if (dashboard === null || dashboard.deletedAt !== null) throw new NotFound('dashboard');
  return dashboard;
}

/** Dashboards by name: an organisation's own, or (of null) all that the actor may see. */
export async function listDashboards(
  cx: Cx,
  list: { readonly of: string | null; readonly page: number; readonly size: number },
): Promise<{ items: Dashboard[]; total: number }> {
  const of = list.of === null ? sql`true` : sql`d.organisation_id = ${list.of}`;
  const rows = await all(
    cx.db,
    sql<Dashboard & { total: number | null }>`with found as (
        select d.* from dashboard d where d.deleted_at is null and ${of}
          and ${visible(cx, dashboardRead, sql`d.organisation_id`)}
      )
      select ${columns}, c.total from (select count(*)::integer as total from found) c
      left join (select * from found order by name collate "vi-x-icu", pid
        limit ${list.size} offset ${(list.page - 1) * list.size}) d on true
      left join organisation o on o.id = d.organisation_id ${nameOn(sql`o.id`, cx.clock.today())}
      order by d.name collate "vi-x-icu", d.pid`,
  );
  const items = rows.filter((row) => row.pid !== null).map(({ total: _, ...row }) => row);
  return { items, total: rows[0]?.total ?? 0 };
}

/** The public dashboards of an organisation, by name. */
export function publicDashboards(db: Db, organisationId: string): Promise<Dashboard[]> {
  return all(
    db,
    sql<Dashboard>`select ${columns} from dashboard d
      join organisation o on o.id = d.organisation_id
      left join lateral (select name from organisation_name where organisation_id = o.id
        order by lower(during) desc limit 1) n on true
      where d.organisation_id = ${organisationId} and d.public and d.deleted_at is null
      order by d.name collate "vi-x-icu", d.pid limit 100`,
  );
}

/** The dashboard of this name at an organisation, or null. */
export function dashboardNamed(
  cx: Cx,
  organisationId: string,
  name: string,
): Promise<{ readonly pid: string } | null> {
  return maybe(
    cx.db,
    sql<{ pid: string }>`select pid from dashboard
      where organisation_id = ${organisationId} and name = ${name} and deleted_at is null`,
  );
}
