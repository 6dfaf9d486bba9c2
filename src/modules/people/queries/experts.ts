import { type RawBuilder, sql } from 'kysely';
import { foldForSearch } from '../../../kernel/vietnamese/fold.ts';
import type { Cx } from '../../../platform/command.ts';
import { all, maybe, one } from '../../../platform/database/query.ts';
import { searchWords } from '../../../platform/records/list-query.ts';
import { nameOn } from '../../organisations/index.ts';
import { directoryAge } from '../rules/index.ts';
import type { Directory, Expert, ExpertFacets, ExpertFilter } from '../schema/index.ts';
import { deathReasons } from '../vi.ts';
import { nameOrder } from './columns.ts';
import { livePerson } from './visible.ts';
import { nameHas } from './words.ts';

// The public directory. Nothing here asks who looks: everybody may see all that is found, and no more is selected
// than what somebody agrees to who agrees to stand in it.

/** The newest line of the record for a purpose says yes. */
const agrees = (purpose: 'directory' | 'share_national') => sql`exists (select from consent c
  where c.person_id = p.id and c.purpose = ${purpose} and c.given and not exists (select from consent n
    where n.person_id = c.person_id and n.purpose = c.purpose and (n.given_at, n.id) > (c.given_at, c.id)))`;

// One human may have records with several unions, or an earlier one that was joined into this. A no that was said
// to any of them later than the yes counts for all of them.
const nobodyTold = sql`not exists (select from consent n
  where n.purpose = 'directory' and not n.given
    and (n.person_id = p.identity_id
      or n.person_id in (select q.id from person q where q.identity_id = p.identity_id and q.identity_id <> q.id)
      or n.person_id in (select q.id from person q where q.merged_into = p.id))
    and n.given_at > (select max(y.given_at) from consent y
      where y.person_id = p.id and y.purpose = 'directory' and y.given))`;

// The last day on which somebody can be born of whom the year or the month is known. Of whom nothing is known, a
// degree tells that the person is grown up.
const grownUp = (cx: Cx) => sql`(case length(p.birth_date) when 4 then p.birth_date || '-12-31'
    when 7 then p.birth_date || '-31' else p.birth_date end) collate "C"
  <= (${cx.clock.today()}::date - make_interval(years => ${directoryAge}))::date::text`;
const ofAge = (cx: Cx) =>
  sql`(case when p.birth_date is null then p.degrees <> '{}' else ${grownUp(cx)} end)`;

// That somebody died is known only as the reason of leaving, in whatever words.
const alive = sql`not exists (select from membership m where m.person_id = p.id and m.deleted_at is null
  and lower(m.left_reason) like any(${deathReasons.map((words) => `%${words}%`)}::text[]))`;

const memberIn = (
  cx: Cx,
  organisations: RawBuilder<unknown>,
) => sql`exists (select from membership m
  where m.person_id = p.id and m.deleted_at is null and m.during @> ${cx.clock.today()}::date
    and m.organisation_id in (${organisations}))`;

/** A member today, or somebody whose record is kept who never was one: a former member does not stand here. */
const belongsTo = (
  cx: Cx,
  organisations: RawBuilder<unknown>,
) => sql`(${memberIn(cx, organisations)}
  or p.keeper_id in (${organisations}) and not exists (select from membership m
    where m.person_id = p.id and m.deleted_at is null))`;

const here = sql`select organisation_id from here`;

/** `here`: the organisations of the directory; `listed`: the ids of those who stand in it, each human once. */
function listed(
  cx: Cx,
  { organisationId, root }: Directory,
  only: RawBuilder<unknown> = sql`true`,
): RawBuilder<unknown> {
  // What stands on the page of the whole country needs a second yes, but from those of the national union itself.
  const shared = root
    ? sql`and (${agrees('share_national')} or ${belongsTo(cx, sql`select ${organisationId}::uuid`)})`
    : sql``;
  return sql`here as materialized (${cx.coverage.below([organisationId], cx.clock.today())}),
    listed as (select distinct on (p.identity_id) p.id from person p
      where ${only} and ${livePerson('p')} and ${agrees('directory')} and ${nobodyTold} and ${ofAge(cx)} and ${alive}
        and ${belongsTo(cx, here)} ${shared}
      order by p.identity_id, p.id)`;
}

const held = (cx: Cx) => sql`m.person_id = p.id and m.deleted_at is null
  and m.during @> ${cx.clock.today()}::date and m.organisation_id in (${here})`;

const columns = (
  cx: Cx,
) => sql`p.id, p.pid, p.family, p.middle, p.given, p.degrees, p.field, p.workplace,
  coalesce((select jsonb_agg(jsonb_build_object('code', o.code, 'name', coalesce(n.name, o.code))
      order by lower(m.during) nulls first, m.id)
    from membership m join organisation o on o.id = m.organisation_id and o.deleted_at is null
      ${nameOn(sql`o.id`, cx.clock.today())}
    where ${held(cx)}), '[]') as organisations,
  coalesce((select jsonb_agg(jsonb_build_object('title', m.title, 'organisation', coalesce(n.name, o.code))
      order by lower(m.during), m.id)
    from post m join organisation o on o.id = m.organisation_id and o.deleted_at is null
      ${nameOn(sql`o.id`, cx.clock.today())}
    where ${held(cx)}), '[]') as posts`;

/** The fields that are meant: the one that was typed whole, else all that have its words. */
function fieldsMeant(fields: readonly string[], typed: string): readonly string[] {
  const folded = foldForSearch(typed);
  const same = fields.filter((field) => foldForSearch(field) === folded);
  if (same.length > 0) return same;
  const words = searchWords(typed);
  if (words.length === 0) return [];
  return fields.filter((field) => {
    const text = ` ${foldForSearch(field)}`;
    return words.every((word) => text.includes(` ${word}`));
  });
}

/** The words stand in the name, or are those of a field. */
function hasWords(typed: string, { fields }: ExpertFacets): RawBuilder<unknown> {
  if (typed.trim() === '') return sql`true`;
  return sql`(${nameHas('p', typed)} or p.field = any(${[...fieldsMeant(fields, typed)]}::text[]))`;
}

function conditions(cx: Cx, filter: ExpertFilter, facets: ExpertFacets): RawBuilder<unknown> {
  const parts = [hasWords(filter.q ?? '', facets)];
  if (filter.field)
    parts.push(sql`p.field = any(${[...fieldsMeant(facets.fields, filter.field)]}::text[])`);
  if (filter.degree) parts.push(sql`${filter.degree} = any(p.degrees)`);
  if (filter.organisation)
    parts.push(sql`exists (select from membership m join organisation o on o.id = m.organisation_id
      where ${held(cx)} and o.code = ${filter.organisation})`);
  return sql.join(parts, sql` and `);
}

/** What the directory can be narrowed to: one query. */
export function expertFacets(cx: Cx, directory: Directory): Promise<ExpertFacets> {
  return one(
    cx.db,
    sql<ExpertFacets>`with ${listed(cx, directory)},
      found as (select p.id, p.field, p.degrees from listed l join person p on p.id = l.id)
      select (select count(*)::integer from found) as total,
        coalesce((select jsonb_agg(distinct field) from found where field is not null), '[]') as fields,
        coalesce((select jsonb_agg(distinct d) from found cross join unnest(degrees) d), '[]') as degrees,
        coalesce((select jsonb_agg(jsonb_build_object('code', o.code, 'name', coalesce(n.short_name, o.code))
            order by n.short_name collate "vi-x-icu", o.code)
          from organisation o ${nameOn(sql`o.id`, cx.clock.today())}
          where o.deleted_at is null and o.id in (select m.organisation_id from found p
            join membership m on ${held(cx)})), '[]') as organisations`,
  );
}

/** A page of the directory in the order of lists of people, and how many there are: two queries with the facets. */
export async function listExperts(
  cx: Cx,
  directory: Directory,
  asked: {
    readonly filter: ExpertFilter;
    readonly facets: ExpertFacets;
    readonly page: number;
    readonly size: number;
  },
): Promise<{ readonly rows: readonly Expert[]; readonly total: number }> {
  const { page, size } = asked;
  const rows = await all(
    cx.db,
    sql<Expert & { total: number }>`with ${listed(cx, directory)},
      found as (select p.id, count(*) over ()::integer as total from listed l join person p on p.id = l.id
        where ${conditions(cx, asked.filter, asked.facets)}
        order by ${nameOrder('p')} limit ${size} offset ${(page - 1) * size})
      select ${columns(cx)}, f.total from found f join person p on p.id = f.id order by ${nameOrder('p')}`,
  );
  return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 };
}

/** The first of those who have the words in their name or their field, and how many have: two queries. */
export async function findExperts(
  cx: Cx,
  directory: Directory,
  asked: { readonly q: string; readonly limit: number },
): Promise<{ readonly rows: readonly Expert[]; readonly total: number }> {
  if (searchWords(asked.q).length === 0) return { rows: [], total: 0 };
  const facets = await expertFacets(cx, directory);
  return listExperts(cx, directory, {
    filter: { q: asked.q },
    facets,
    page: 1,
    size: asked.limit,
  });
}

/** Somebody of the directory; null for everybody else, whoever that is. */
export const expertByPid = (cx: Cx, directory: Directory, pid: string): Promise<Expert | null> =>
  maybe(
    cx.db,
    sql<Expert>`with ${listed(cx, directory, sql`p.pid = ${pid}`)}
      select ${columns(cx)} from listed l join person p on p.id = l.id`,
  );

/** Which of these stand in the directory, by pid: what names a person elsewhere may lead there. */
export async function expertsAmong(
  cx: Cx,
  directory: Directory,
  pids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (pids.length === 0) return new Set();
  const rows = await all(
    cx.db,
    sql<{ pid: string }>`with ${listed(cx, directory, sql`p.pid = any(${[...pids]}::text[])`)}
      select p.pid from listed l join person p on p.id = l.id`,
  );
  return new Set(rows.map(({ pid }) => pid));
}

/** Everybody of the directory, for the sitemap. */
export const expertPlaces = (cx: Cx, directory: Directory): Promise<{ pid: string }[]> =>
  all(
    cx.db,
    sql`with ${listed(cx, directory)}
      select p.pid from listed l join person p on p.id = l.id order by p.id limit 40000`,
  );

/** A text that is another one after each consent, and after each write to persons or memberships. */
export const directoryStamp = async (cx: Cx): Promise<string> =>
  (
    await one(
      cx.db,
      sql<{ stamp: string }>`select concat_ws(':', (select sum(n) from member_change),
        (select count(*) from consent where purpose in ('directory', 'share_national'))) as stamp`,
    )
  ).stamp;
