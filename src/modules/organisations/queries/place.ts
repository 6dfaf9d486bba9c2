import { sql } from 'kysely';
import type { Day } from '../../../kernel/day.ts';
import { type Db, maybe } from '../../../platform/database/query.ts';
import type { Place } from '../../../platform/http/env.ts';
import { sealLines } from '../rules/index.ts';
import {
  maybeCode,
  nameOn,
  type OrganisationRow,
  organisationColumns,
  toOrganisation,
} from './rows.ts';

/** The colour of a union that has chosen none; a name of the list in `ui/accent.ts`. */
export const defaultAccent = 'indigo';

/** The organisation that a code of an address stands for; where it moved to, when the code is old. */
export async function placeOf(
  db: Db,
  code: string,
  day: Day,
): Promise<Place | { movedTo: string } | null> {
  if (!maybeCode(code)) return null;
  const row = await maybe(
    db,
    sql<OrganisationRow & { contact: Record<string, string> | null }>`
      select ${organisationColumns}, (select jsonb_object_agg(f.kind, f.words)
          from organisation_fact f where f.organisation_id = o.id and f.deleted_at is null
            and f.during @> ${day}::date and f.kind in ('address', 'phone', 'email')) as contact
      from organisation o ${nameOn(sql`o.id`, day)}
      where o.deleted_at is null and o.id = coalesce(
        (select c.id from organisation c where c.code = ${code} and c.deleted_at is null),
        (select a.organisation_id from organisation_code_alias a where a.code = ${code}))`,
  );
  if (row === null) return null;
  const found = toOrganisation(row);
  if (found.code !== code) return { movedTo: found.code };
  return {
    organisationId: found.id,
    code,
    kind: found.kind,
    name: found.name,
    shortName: found.shortName,
    seal: sealLines(found.seal, found.shortName),
    accent: found.accent ?? defaultAccent,
    contact: {
      address: row.contact?.address ?? null,
      phone: row.contact?.phone ?? null,
      email: row.contact?.email ?? null,
    },
  };
}
