import { sql } from 'kysely';
import { type DateRange, formatDateRange } from '../../../kernel/date-range.ts';
import type { Day } from '../../../kernel/day.ts';
import { foldForSearch } from '../../../kernel/vietnamese/fold.ts';
import type { Cx } from '../../../platform/command.ts';
import { all, type Db, maybe } from '../../../platform/database/query.ts';

// The rows that the commands beside this file write.

/** Holds back other changes of codes and of the graph until the transaction ends. */
export async function lockStructure(db: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('organisation.structure', 0))`.execute(
    db,
  );
}

/** The version that stands now, the row held until the transaction ends. */
export async function lockOrganisation(db: Db, id: string): Promise<number | null> {
  const row = await maybe(
    db,
    sql<{ version: number }>`select version from organisation where id = ${id} for update`,
  );
  return row?.version ?? null;
}

export interface NewName {
  readonly id: string;
  readonly pid: string;
  readonly organisationId: string;
  readonly name: string;
  readonly shortName: string;
  readonly during: DateRange;
  readonly decision: string | null;
}

export function nameSearch(name: string, shortName: string): string {
  return foldForSearch(name === shortName ? name : `${name} ${shortName}`);
}

export async function insertName(db: Db, name: NewName): Promise<void> {
  await sql`insert into organisation_name
      (id, pid, organisation_id, name, short_name, search, during, decision)
    values (${name.id}, ${name.pid}, ${name.organisationId}, ${name.name}, ${name.shortName},
      ${nameSearch(name.name, name.shortName)}, ${formatDateRange(name.during)}, ${name.decision})`.execute(
    db,
  );
}

export async function setNameDuring(db: Db, id: string, during: DateRange): Promise<void> {
  await sql`update organisation_name set during = ${formatDateRange(during)} where id = ${id}`.execute(
    db,
  );
}

export async function updateName(
  db: Db,
  id: string,
  value: Pick<NewName, 'name' | 'shortName' | 'decision'>,
): Promise<void> {
  await sql`update organisation_name set name = ${value.name}, short_name = ${value.shortName},
      search = ${nameSearch(value.name, value.shortName)}, decision = ${value.decision}
    where id = ${id}`.execute(db);
}

export async function touch(db: Db, organisationId: string): Promise<void> {
  await sql`update organisation set version = version + 1 where id = ${organisationId}`.execute(db);
}

/** The tables with a row that stands on the organisation, deleted rows only for 'ever'. */
export async function whatHangsOn(
  db: Db,
  id: string,
  when: 'now' | 'ever' = 'now',
): Promise<string[]> {
  const links = await all(
    db,
    sql<{ name: string; column: string; dated: boolean }>`
      select t.relname as name, c.attname as column,
        exists (select from pg_attribute d where d.attrelid = t.oid and d.attname = 'deleted_at'
          and not d.attisdropped) as dated
      from pg_constraint k
      join pg_class t on t.oid = k.conrelid
      join pg_attribute c on c.attrelid = t.oid and c.attnum = k.conkey[1]
      where k.contype = 'f' and k.confrelid = 'organisation'::regclass
        and t.relname not in ('organisation_name', 'organisation_code_alias', 'organisation_fact')
        and not (t.relname = 'affiliation' and c.attname = 'child_id' and ${when} = 'now')
      order by 1, 2`,
  );
  if (links.length === 0) return [];
  const parts = links.map(
    (
      link,
    ) => sql`select ${link.name}::text as name where exists (select from ${sql.table(link.name)}
      where ${sql.ref(link.column)} = ${id}${link.dated && when === 'now' ? sql` and deleted_at is null` : sql``})`,
  );
  const rows = await all(db, sql<{ name: string }>`${sql.join(parts, sql` union `)} order by 1`);
  return rows.map((row) => row.name);
}

/**
 * How many names, affiliations and facts would lie outside a new existence: those that start before
 * it (what starts on `moved` goes along with the founding), those that start after it, and the
 * members that would still stand under it.
 */
export async function countOutside(
  db: Db,
  id: string,
  existence: DateRange,
  moved: Day | null = null,
): Promise<{ before: number; after: number; members: number }> {
  const from = sql`${existence.from}::date`;
  const until = sql`${existence.until}::date`;
  const row = await maybe(
    db,
    sql<{ before: number; after: number; members: number }>`
      select count(*) filter (where r.first < ${from} and (r.what = 'member'
          or r.first is distinct from ${moved}::date))::integer
        + count(*) filter (where r.what <> 'member' and r.first = ${moved}::date
          and r.until <= ${from})::integer as before,
        count(*) filter (where r.first >= ${until})::integer as after,
        count(*) filter (where r.what = 'member' and r.first < ${until}
          and (r.until is null or r.until > ${until}))::integer as members
      from (
        select 'name' as what, lower(during) as first, upper(during) as until
          from organisation_name where organisation_id = ${id}
        union all select 'own', lower(during), upper(during) from affiliation
          where child_id = ${id} and deleted_at is null
        union all select 'member', lower(during), upper(during) from affiliation
          where parent_id = ${id} and deleted_at is null
        union all select 'fact', lower(during), upper(during) from organisation_fact
          where organisation_id = ${id} and deleted_at is null
      ) r`,
  );
  return row ?? { before: 0, after: 0, members: 0 };
}

export interface NewAffiliation {
  readonly id: string;
  readonly pid: string;
  readonly childId: string;
  readonly parentId: string;
  readonly kind: string;
  readonly during: DateRange;
  readonly decision: string | null;
  readonly note: string | null;
}

export async function insertAffiliation(cx: Cx, row: NewAffiliation): Promise<void> {
  await sql`insert into affiliation
      (id, pid, child_id, parent_id, kind, during, decision, note, created_at)
    values (${row.id}, ${row.pid}, ${row.childId}, ${row.parentId}, ${row.kind},
      ${formatDateRange(row.during)}, ${row.decision}, ${row.note}, ${cx.clock.now()})`.execute(
    cx.db,
  );
}

/** Marks a row as deleted now, or as no longer deleted (null). */
export async function setDeleted(
  db: Db,
  table: 'affiliation' | 'organisation_fact',
  id: string,
  at: Date | null,
): Promise<void> {
  await sql`update ${sql.table(table)} set deleted_at = ${at}, version = version + 1
    where id = ${id}`.execute(db);
}
