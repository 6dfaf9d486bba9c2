import { sql } from 'kysely';
import type { Cx } from '../../../platform/cx.ts';
import { maybe } from '../../../platform/database/query.ts';
import { tokenHash } from '../../../platform/tokens.ts';

/** The public id of the announced edition at an address of a union; null when there is none. */
export async function announcedAt(
  cx: Cx,
  organisationId: string,
  code: string,
): Promise<string | null> {
  const row = await maybe(
    cx.db,
    sql<{ pid: string }>`select pid from edition where organisation_id = ${organisationId}
      and code = ${code} and state <> 'draft' and deleted_at is null`,
  );
  return row?.pid ?? null;
}

/** The dossier that an entrant's link opens; null for any other secret. */
export async function dossierOfToken(cx: Cx, token: string): Promise<string | null> {
  const row = await maybe(
    cx.db,
    sql<{ id: string }>`select dossier_id as id from dossier_link
      where token_hash = ${tokenHash(token)} and author is null and expires_at > ${cx.clock.now()}`,
  );
  return row?.id ?? null;
}
