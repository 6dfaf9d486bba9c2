import { sql } from 'kysely';
import { type Day, FINAL_DAY } from '../../../kernel/day.ts';
import type { Cx } from '../../../platform/command.ts';
import { all, type Db, maybe } from '../../../platform/database/query.ts';
import { NotFound } from '../../../platform/errors.ts';
import type { Organisation } from '../schema/index.ts';
import {
  maybeCode,
  nameOn,
  type OrganisationRow,
  organisationColumns,
  toOrganisation,
} from './rows.ts';

/**
 * The organisation with this code, or that had it once; with its name on `on` (its last one when no
 * day is given). Null when there is none.
 */
export async function findOrganisation(
  db: Db,
  code: string,
  on: Day = FINAL_DAY,
): Promise<Organisation | null> {
  if (!maybeCode(code)) return null;
  const row = await maybe(
    db,
    sql<OrganisationRow>`select ${organisationColumns} from organisation o ${nameOn(sql`o.id`, on)}
      where o.deleted_at is null and o.id = coalesce(
        (select c.id from organisation c where c.code = ${code} and c.deleted_at is null),
        (select a.organisation_id from organisation_code_alias a where a.code = ${code}))`,
  );
  return row === null ? null : toOrganisation(row);
}

/** The id of the organisation with this code today. @throws NotFound */
export async function organisationId({ db, clock }: Cx, code: string): Promise<string> {
  const organisation = await findOrganisation(db, code, clock.today());
  if (organisation === null) throw new NotFound('organisation');
  return organisation.id;
}

/** A deleted organisation by its code, with the instant of deletion. */
export async function findDeleted(
  db: Db,
  code: string,
  on: Day,
): Promise<{ organisation: Organisation; deletedAt: Date } | null> {
  if (!maybeCode(code)) return null;
  const row = await maybe(
    db,
    sql<OrganisationRow & { deleted_at: Date }>`select ${organisationColumns}, o.deleted_at
      from organisation o ${nameOn(sql`o.id`, on)}
      where o.deleted_at is not null and o.code = ${code}`,
  );
  return row === null ? null : { organisation: toOrganisation(row), deletedAt: row.deleted_at };
}

/** Organisations by id, in no order. */
export async function organisationsById(
  db: Db,
  ids: readonly string[],
  on: Day,
): Promise<Organisation[]> {
  const rows = await all(
    db,
    sql<OrganisationRow>`select ${organisationColumns} from organisation o ${nameOn(sql`o.id`, on)}
      where o.id = any(${[...ids]}::uuid[])`,
  );
  return rows.map(toOrganisation);
}

/** Whom a code stands for, deleted ones and old codes included; null when it is free. */
export async function codeHolder(
  db: Db,
  code: string,
): Promise<{ organisationId: string; current: boolean; deleted: boolean } | null> {
  const row = await maybe(
    db,
    sql<{ id: string; current: boolean; deleted: boolean }>`
      select o.id, o.code = ${code} as current, o.deleted_at is not null as deleted
      from organisation o left join organisation_code_alias a on a.organisation_id = o.id
      where o.code = ${code} or a.code = ${code} order by 2 desc limit 1`,
  );
  return row === null
    ? null
    : { organisationId: row.id, current: row.current, deleted: row.deleted };
}

/**
 * The parent that keeps an organisation's record when nobody stands above it today (closed, not yet
 * founded, left, deleted): the one of the affiliation nearest to today, past ones first. Null when
 * somebody does stand above it, or never did.
 */
export async function lastParent(db: Db, id: string, today: Day): Promise<string | null> {
  const row = await maybe(
    db,
    sql<{ parent_id: string; now: boolean }>`select a.parent_id,
        a.deleted_at is null and a.during @> ${today}::date as now
      from affiliation a where a.child_id = ${id}
      order by 2 desc, a.kind = 'sectoral', a.deleted_at is null desc, a.deleted_at desc,
        lower(a.during) <= ${today}::date desc, upper(a.during) desc nulls first, lower(a.during)
      limit 1`,
  );
  return row === null || row.now ? null : row.parent_id;
}

/** Every edge of the graph, of any time. */
export async function graphEdges(
  db: Db,
): Promise<{ child: string; parent: string; kind: string; during: string }[]> {
  return all(
    db,
    sql<{ child: string; parent: string; kind: string; during: string }>`
      select child_id as child, parent_id as parent, kind, during from affiliation
      where deleted_at is null`,
  );
}

/** True when one of the roots is the organisation or stands above it on the day. */
export async function covers(
  db: Db,
  roots: readonly string[],
  organisationId: string,
  day: Day,
): Promise<boolean> {
  if (roots.length === 0) return false;
  const row = await maybe(
    db,
    sql`select from organisations_above(${organisationId}::uuid, ${day}::date)
      where organisation_id = any(${[...roots]}::uuid[]) limit 1`,
  );
  return row !== null;
}

/** The sub-select behind `Coverage.below`. */
export function below(roots: readonly string[], day: Day) {
  return sql<{ organisation_id: string }>`
    select organisation_id from organisations_below(${[...roots]}::uuid[], ${day}::date)`;
}
