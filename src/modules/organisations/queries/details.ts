import { type RawBuilder, sql } from 'kysely';
import { parseDateRange } from '../../../kernel/date-range.ts';
import type { Day } from '../../../kernel/day.ts';
import { isPid } from '../../../kernel/ids.ts';
import { all, type Db, maybe } from '../../../platform/database/query.ts';
import type { AffiliationKind } from '../rules/index.ts';
import type { Affiliation, DatedName } from '../schema/index.ts';
import { nameOn } from './rows.ts';

/** All names that an organisation has had, oldest first. */
export async function namesOf(db: Db, id: string): Promise<DatedName[]> {
  const rows = await all(
    db,
    sql<{
      id: string;
      pid: string;
      name: string;
      short_name: string;
      during: string;
      decision: string | null;
    }>`select id, pid, name, short_name, during, decision from organisation_name
      where organisation_id = ${id} order by lower(during)`,
  );
  return rows.map(({ short_name, during, ...row }) => ({
    ...row,
    shortName: short_name,
    during: parseDateRange(during),
  }));
}

interface AffiliationRow {
  readonly id: string;
  readonly pid: string;
  readonly kind: AffiliationKind;
  readonly during: string;
  readonly decision: string | null;
  readonly note: string | null;
  readonly version: number;
  readonly child_id: string;
  readonly child_code: string;
  readonly child_kind: string;
  readonly child_name: string;
  readonly parent_id: string;
  readonly parent_code: string;
  readonly parent_kind: string;
  readonly parent_name: string;
}

async function affiliations(
  db: Db,
  condition: RawBuilder<unknown>,
  on: Day,
): Promise<Affiliation[]> {
  const rows = await all(
    db,
    sql<AffiliationRow>`select a.id, a.pid, a.kind, a.during, a.decision, a.note, a.version,
        a.child_id, c.code as child_code, c.kind as child_kind, coalesce(n.name, c.code) as child_name,
        a.parent_id, p.code as parent_code, p.kind as parent_kind,
        coalesce(m.name, p.code) as parent_name
      from affiliation a
      join organisation c on c.id = a.child_id ${nameOn(sql`c.id`, on)}
      join organisation p on p.id = a.parent_id ${nameOn(sql`p.id`, on, sql.raw('m'))}
      where ${condition}
      order by a.kind = 'sectoral', n.name collate "vi-x-icu", c.code, lower(a.during) desc`,
  );
  return rows.map((row) => ({
    id: row.id,
    pid: row.pid,
    kind: row.kind,
    during: parseDateRange(row.during),
    decision: row.decision,
    note: row.note,
    version: row.version,
    childId: row.child_id,
    childCode: row.child_code,
    childKind: row.child_kind,
    childName: row.child_name,
    parentId: row.parent_id,
    parentCode: row.parent_code,
    parentKind: row.parent_kind,
    parentName: row.parent_name,
  }));
}

/** Under what an organisation stands on a day. */
export function parentsOn(db: Db, id: string, on: Day): Promise<Affiliation[]> {
  return affiliations(
    db,
    sql`a.child_id = ${id} and a.deleted_at is null and a.during @> ${on}::date`,
    on,
  );
}

/** What stands directly under an organisation on a day, by name. */
export function childrenOn(db: Db, id: string, on: Day): Promise<Affiliation[]> {
  return affiliations(
    db,
    sql`a.parent_id = ${id} and a.deleted_at is null and a.during @> ${on}::date`,
    on,
  );
}

/** Every affiliation of an organisation upwards, at any time. */
export function parentsEver(db: Db, id: string, on: Day): Promise<Affiliation[]> {
  return affiliations(db, sql`a.child_id = ${id} and a.deleted_at is null`, on);
}

/** Every affiliation upwards and downwards, at any time. */
export function affiliationsEver(db: Db, id: string, on: Day): Promise<Affiliation[]> {
  return affiliations(
    db,
    sql`(a.child_id = ${id} or a.parent_id = ${id}) and a.deleted_at is null`,
    on,
  );
}

/** One affiliation by its public id, deleted ones only when asked for. */
export async function findAffiliation(
  db: Db,
  pid: string,
  on: Day,
  deleted = false,
): Promise<Affiliation | null> {
  if (!isPid(pid)) return null;
  const state = deleted ? sql`is not null` : sql`is null`;
  const rows = await affiliations(db, sql`a.pid = ${pid} and a.deleted_at ${state}`, on);
  return rows[0] ?? null;
}

/** When a row was deleted; null when it was not. */
export async function deletedAt(
  db: Db,
  table: 'affiliation' | 'organisation_fact',
  id: string,
): Promise<Date | null> {
  const row = await maybe(
    db,
    sql<{ deleted_at: Date | null }>`select deleted_at from ${sql.table(table)} where id = ${id}`,
  );
  return row?.deleted_at ?? null;
}
