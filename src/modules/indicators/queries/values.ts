import { sql } from 'kysely';
import type { Day } from '../../../kernel/day.ts';
import { all, type Db, maybe } from '../../../platform/database/query.ts';
import type { Span } from '../rules/index.ts';

/** The organisation that speaks for the whole installation: the national union, or the only union. */
export function rootOrganisation(db: Db): Promise<{ id: string; code: string } | null> {
  return maybe(
    db,
    sql<{ id: string; code: string }>`select id, code from organisation where deleted_at is null
      order by kind = 'national_union' desc, kind = 'provincial_union' desc, created_at, code limit 1`,
  );
}

export interface Subject {
  readonly id: string;
  readonly code: string;
  readonly kind: string;
  readonly name: string;
  readonly shortName: string;
}

/** An organisation by its code, with the name it has on the day. */
export function subjectByCode(db: Db, code: string, on: Day): Promise<Subject | null> {
  return maybe(
    db,
    sql<Subject>`select o.id, o.code, o.kind, coalesce(n.name, o.code) as name,
        coalesce(n.short_name, o.code) as "shortName"
      from organisation o left join lateral (
        select name, short_name from organisation_name where organisation_id = o.id
        order by during @> ${on}::date desc, lower(during) desc nulls last limit 1
      ) n on true
      where o.code = ${code} and o.deleted_at is null`,
  );
}

/** A remark beside a figure, and for which days. */
export interface Note extends Span {
  readonly pid: string;
  readonly words: string;
  readonly version: number;
}

/** A value entered by hand, and for which days. */
export interface Entry extends Span {
  readonly pid: string;
  readonly indicator: string;
  readonly organisationId: string;
  readonly value: string;
  readonly note: string | null;
  readonly version: number;
}

/** The remarks of one union that hold on a day, by indicator code. */
export async function notesOn(db: Db, organisationId: string, on: Day): Promise<Map<string, Note>> {
  const rows = await all(
    db,
    sql<Note & { code: string }>`select i.code, n.id, n.pid, n.words, n.version,
        lower(n.during) as from, upper(n.during) as until
      from indicator_note n join indicator i on i.id = n.indicator_id
      where n.organisation_id = ${organisationId} and n.during @> ${on}::date`,
  );
  return new Map(rows.map(({ code, ...note }) => [code, note]));
}

/** All remarks of one union on one indicator, oldest first. */
export function notesOf(db: Db, indicatorId: string, organisationId: string): Promise<Note[]> {
  return all(
    db,
    sql<Note>`select id, pid, words, version, lower(during) as from, upper(during) as until
      from indicator_note where indicator_id = ${indicatorId} and organisation_id = ${organisationId}
      order by lower(during) nulls first`,
  );
}

const entryColumns = sql`e.id, e.pid, i.code as indicator, e.organisation_id as "organisationId",
  e.value, e.note, e.version, lower(e.during) as from, upper(e.during) as until`;

/** All values that one union entered for one indicator, oldest first. */
export function entriesOf(db: Db, indicatorId: string, organisationId: string): Promise<Entry[]> {
  return all(
    db,
    sql<Entry>`select ${entryColumns}
      from indicator_entry e join indicator i on i.id = e.indicator_id
      where e.indicator_id = ${indicatorId} and e.organisation_id = ${organisationId}
        and e.deleted_at is null
      order by lower(e.during) nulls first`,
  );
}

/** One entered value by its outside id. */
export function entryByPid(db: Db, pid: string): Promise<Entry | null> {
  return maybe(
    db,
    sql<Entry>`select ${entryColumns}
      from indicator_entry e join indicator i on i.id = e.indicator_id
      where e.pid = ${pid} and e.deleted_at is null`,
  );
}
