import { type RawBuilder, sql } from 'kysely';
import { all } from '../../../platform/database/query.ts';
import { type Permission, type PolicyContext, visible } from '../../../platform/policy.ts';

/** A record that stands for itself: neither deleted nor joined into another one. */
export function livePerson(alias: string): RawBuilder<boolean> {
  return sql<boolean>`${sql.ref(`${alias}.merged_into`)} is null
    and ${sql.ref(`${alias}.deleted_at`)} is null`;
}

/**
 * An SQL condition on a row of `person` under the given alias: true for the live records that the
 * actor may see, because an organisation in view keeps the record or has (had) the person as member.
 */
export function visiblePerson(
  cx: PolicyContext,
  wanted: Permission,
  alias: string,
): RawBuilder<boolean> {
  return sql<boolean>`(${livePerson(alias)} and ${withinView(cx, wanted, alias)})`;
}

/** The same for a record whatever became of it: to restore what was deleted. */
export function withinView(
  cx: PolicyContext,
  wanted: Permission,
  alias: string,
): RawBuilder<boolean> {
  return sql<boolean>`(${visible(cx, wanted, sql.ref(`${alias}.keeper_id`))}
    or exists (select from membership seen where seen.person_id = ${sql.ref(`${alias}.id`)}
      and seen.deleted_at is null and ${visible(cx, wanted, sql.ref('seen.organisation_id'))}))`;
}

/**
 * The organisations at or below `under` (all when null) at which the actor has the permission: what
 * a list of members counts for.
 */
export async function organisationsInView(
  cx: PolicyContext,
  wanted: Permission,
  under: string | null,
): Promise<string[]> {
  const column = sql<boolean>`o.id`;
  const below =
    under === null ? sql`true` : sql`o.id in (${cx.coverage.below([under], cx.clock.today())})`;
  const rows = await all(
    cx.db,
    sql<{ id: string }>`select o.id from organisation o
      where ${below} and ${visible(cx, wanted, column)} order by o.id`,
  );
  return rows.map((row) => row.id);
}
