import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../../../kernel/day.ts';
import { foldForSearch } from '../../../kernel/vietnamese/fold.ts';
import type { Cx } from '../../../platform/command.ts';
import { all, maybe, one } from '../../../platform/database/query.ts';
import { searchWords } from '../../../platform/records/list-query.ts';
import { nameOn } from '../../organisations/index.ts';
import type { PublicActivity } from '../schema/index.ts';

// What everybody may know of what was done: of kinds that were opened, and of these neither notes nor partners nor
// what the kind itself asks for, where names and sums of money stand.

const columns = sql`a.pid, a.title, a.kind, k.name as "kindName", a.starts_on as "startsOn", a.ends_on as "endsOn",
  a.role, a.place, o.code as "organisationCode", coalesce(n.name, o.code) as "organisationName",
  coalesce(n.short_name, n.name, o.code) as "organisationShort", a.version, a.created_at as "createdAt"`;

export interface PublicFilter {
  /** At or below this organisation. */
  readonly under: string;
  readonly q?: string;
  readonly kind?: string;
  readonly year?: number | null;
  /** Coming: its last day is today or later. Past: it is over. */
  readonly when?: 'coming' | 'past';
  /** Activities of which some day is this one or later. */
  readonly since?: Day;
}

const from = (cx: Cx) => sql`from activity a join activity_kind k on k.code = a.kind
  join organisation o on o.id = a.organisation_id ${nameOn(sql`o.id`, cx.clock.today())}`;

const open = sql`a.deleted_at is null and k.public and o.deleted_at is null`;
const below = (cx: Cx, under: string) =>
  sql`a.organisation_id in (${cx.coverage.below([under], cx.clock.today())})`;
const last = sql`coalesce(a.ends_on, a.starts_on)`;

function conditions(cx: Cx, filter: PublicFilter): RawBuilder<unknown> {
  const { under, q, kind, year, when, since } = filter;
  const today = cx.clock.today();
  const parts = [open, below(cx, under)];
  for (const word of searchWords(q ?? '')) parts.push(sql`a.search like ${`%${word}%`}`);
  if (kind) parts.push(sql`a.kind = ${kind}`);
  if (year !== null && year !== undefined)
    parts.push(
      sql`a.starts_on >= make_date(${year}, 1, 1) and a.starts_on < make_date(${year} + 1, 1, 1)`,
    );
  if (when === 'coming') parts.push(sql`${last} >= ${today}::date`);
  if (when === 'past') parts.push(sql`${last} < ${today}::date`);
  if (since !== undefined) parts.push(sql`${last} >= ${since}::date`);
  return sql.join(parts, sql` and `);
}

const joined = sql`from activity a join activity_kind k on k.code = a.kind
  join organisation o on o.id = a.organisation_id`;

/** Of more than these that have the words somewhere the latest are looked through. */
const mostLooked = 3000;

/**
 * What has the words where everybody may read them. The words that are kept for searching hold notes too: what is
 * found by them alone would tell what stands there.
 */
async function havingWords(cx: Cx, filter: PublicFilter): Promise<RawBuilder<unknown>> {
  const words = searchWords(filter.q ?? '');
  if (words.length === 0) return conditions(cx, filter);
  const rows = await all(
    cx.db,
    sql<{
      id: string;
      title: string;
      place: string | null;
    }>`select a.id, a.title, a.place ${joined} where ${conditions(cx, filter)}
      order by a.starts_on desc, a.id limit ${mostLooked}`,
  );
  const ids = rows.filter(({ title, place }) => {
    const text = foldForSearch(`${title} ${place ?? ''}`);
    return words.every((word) => text.includes(word));
  });
  return sql`a.id = any(${ids.map(({ id }) => id)}::uuid[])`;
}

/**
 * A page of what everybody may know, and how many there are: two queries, and one more for words. What is coming
 * begins with the nearest.
 */
export async function publicActivities(
  cx: Cx,
  list: PublicFilter & { readonly page: number; readonly size: number },
): Promise<{ readonly rows: readonly PublicActivity[]; readonly total: number }> {
  const where = await havingWords(cx, list);
  const { total } = await one(
    cx.db,
    sql<{ total: number }>`select count(*)::integer as total ${joined} where ${where}`,
  );
  const order = list.when === 'coming' ? sql`a.starts_on, a.id` : sql`a.starts_on desc, a.id desc`;
  const rows = await all(
    cx.db,
    sql<PublicActivity>`select ${columns} ${from(cx)} where ${where} order by ${order}
      limit ${list.size} offset ${(list.page - 1) * list.size}`,
  );
  return { rows, total };
}

/** One of them; null for what nobody outside may know of. */
export const publicActivity = (
  cx: Cx,
  under: string,
  pid: string,
): Promise<PublicActivity | null> =>
  maybe(
    cx.db,
    sql<PublicActivity>`select ${columns} ${from(cx)}
      where a.pid = ${pid} and ${open} and ${below(cx, under)}`,
  );

export interface PublicFacets {
  /** The latest first. */
  readonly years: readonly { readonly year: number; readonly many: number }[];
  readonly kinds: readonly { readonly code: string; readonly name: string }[];
}

/** Years and kinds of which there is anything: one query. */
export const publicFacets = (cx: Cx, under: string): Promise<PublicFacets> =>
  one(
    cx.db,
    sql<PublicFacets>`with seen as (
        select extract(year from a.starts_on)::integer as year, a.kind, count(*)::integer as many
        ${joined} where ${open} and ${below(cx, under)} group by 1, 2)
      select coalesce((select jsonb_agg(jsonb_build_object('year', year, 'many', many) order by year desc)
          from (select year, sum(many)::integer as many from seen group by year) y), '[]') as years,
        coalesce((select jsonb_agg(jsonb_build_object('code', k.code, 'name', k.name) order by k.sort, k.code)
          from activity_kind k where k.code in (select kind from seen)), '[]') as kinds`,
  );

/** The public pages of an organisation's own activities, for the sitemap. */
export const activityPlaces = (cx: Cx, organisationId: string): Promise<{ pid: string }[]> =>
  all(
    cx.db,
    sql`select a.pid ${joined} where ${open} and a.organisation_id = ${organisationId} order by a.id limit 20000`,
  );
