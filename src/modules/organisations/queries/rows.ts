import { type RawBuilder, sql } from 'kysely';
import { parseDateRange } from '../../../kernel/date-range.ts';
import type { Day } from '../../../kernel/day.ts';
import type { Organisation } from '../schema/index.ts';

/** False for what can be nobody's code: an address may hold anything, also what no text may. */
export function maybeCode(text: string): boolean {
  return /^[a-z][a-z0-9-]{0,59}$/.test(text);
}

export interface OrganisationRow {
  readonly id: string;
  readonly pid: string;
  readonly code: string;
  readonly kind: string;
  readonly name: string | null;
  readonly short_name: string | null;
  readonly during: string;
  readonly accent: string | null;
  readonly seal: string[] | null;
  readonly version: number;
}

export const organisationColumns = sql.raw(
  'o.id, o.pid, o.code, o.kind, n.name, n.short_name, o.during, o.accent, o.seal, o.version',
);

/**
 * Joins the name that an organisation has on a day; before its first name the first, after its last
 * the last: a closed organisation is still called something.
 */
export function nameOn(
  organisation: RawBuilder<unknown>,
  on: Day,
  alias = sql.raw('n'),
): RawBuilder<unknown> {
  return sql`left join lateral (
    select named.name, named.short_name, named.search from organisation_name named
    where named.organisation_id = ${organisation}
    order by (lower(named.during) <= ${on}::date) desc,
      case when lower(named.during) <= ${on}::date then lower(named.during) end desc,
      lower(named.during)
    limit 1) ${alias} on true`;
}

export function toOrganisation(row: OrganisationRow): Organisation {
  return {
    id: row.id,
    pid: row.pid,
    code: row.code,
    kind: row.kind,
    name: row.name ?? row.code,
    shortName: row.short_name ?? row.code,
    during: parseDateRange(row.during),
    accent: row.accent,
    seal: row.seal,
    version: row.version,
  };
}
