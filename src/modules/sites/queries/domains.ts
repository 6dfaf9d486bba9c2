import { sql } from 'kysely';
import type { Cx } from '../../../platform/command.ts';
import { all, type Db, maybe } from '../../../platform/database/query.ts';
import { NotFound } from '../../../platform/errors.ts';
import { visible } from '../../../platform/policy.ts';
import { siteLook } from '../policy.ts';
import type { DomainRow } from '../schema.ts';

const columns = sql`d.id, d.pid, d.organisation_id as "organisationId", o.code as "organisationCode",
  d.host, d.token, d.verified_at as "verifiedAt", d.proof, d.checked_at as "checkedAt", d.problem, d.main,
  d.version, d.deleted_at as "deletedAt"`;

/** A domain that the actor may see, a deleted one too; null when there is none. */
export function findDomain(cx: Cx, pid: string): Promise<DomainRow | null> {
  return maybe(
    cx.db,
    sql<DomainRow>`select ${columns} from site_domain d join organisation o on o.id = d.organisation_id
      where d.pid = ${pid} and ${visible(cx, siteLook, sql`d.organisation_id`)}`,
  );
}

/** As `findDomain`, without deleted ones. @throws NotFound */
export async function liveDomain(cx: Cx, pid: string): Promise<DomainRow> {
  const row = await findDomain(cx, pid);
  if (row === null || row.deletedAt !== null) throw new NotFound('domain');
  return row;
}

/** The domains of a site, where it is at home first. */
export function domainsOf(db: Db, organisationId: string): Promise<DomainRow[]> {
  return all(
    db,
    sql<DomainRow>`select ${columns} from site_domain d join organisation o on o.id = d.organisation_id
      where d.organisation_id = ${organisationId} and d.deleted_at is null
      order by d.main desc, d.host`,
  );
}

/** The site that a host is the home of, or a second name for. */
export interface HostedSite {
  readonly organisationId: string;
  readonly code: string;
  /** The host where the site is at home. */
  readonly home: string;
}

/** Whose site a host shows; null for hosts that nobody has proved to be theirs. */
export function siteOfHost(db: Db, host: string): Promise<HostedSite | null> {
  return maybe(
    db,
    sql<HostedSite>`select o.id as "organisationId", o.code, m.host as home
      from site_domain d join organisation o on o.id = d.organisation_id and o.deleted_at is null
      join site_domain m on m.organisation_id = d.organisation_id and m.main and m.deleted_at is null
      where d.host = ${host} and d.deleted_at is null and d.verified_at is not null`,
  );
}

/** How many sites claim a host; and which of them holds it already. */
export async function claimsOf(
  db: Db,
  host: string,
): Promise<readonly { readonly organisationId: string; readonly verified: boolean }[]> {
  return all(
    db,
    sql<{ organisationId: string; verified: boolean }>`select organisation_id as "organisationId",
        verified_at is not null as verified
      from site_domain where host = ${host} and deleted_at is null`,
  );
}

/** Whether a token is shown at a host: somebody who alone claims the host waits for it. */
export async function showsToken(db: Db, host: string, token: string): Promise<boolean> {
  const row = await maybe(
    db,
    sql`select from site_domain d where d.token = ${token} and d.host = ${host} and d.deleted_at is null
      and not exists (select from site_domain other where other.host = d.host and other.id <> d.id
        and other.deleted_at is null)`,
  );
  return row !== null;
}
