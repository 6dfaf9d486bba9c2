import { type RawBuilder, sql } from 'kysely';
import type { Cx } from '../../../platform/cx.ts';
import { all, maybe, one } from '../../../platform/database/query.ts';
import { allOf, searchWords } from '../../../platform/records/list-query.ts';
import { nameOn } from '../../organisations/index.ts';

/** What the archive is asked for; folded names for field and prize, null or '' for everything. */
export interface ArchiveFilter {
  /** At or below this organisation; null: every union's. */
  readonly under: string | null;
  readonly q?: string;
  readonly field?: string | null;
  readonly year?: number | null;
  /** Public id. */
  readonly edition?: string | null;
  readonly prize?: string | null;
  /** Code of the union that held the edition. */
  readonly union?: string | null;
}

/** A dossier that was found, before it is asked what may be shown of it. */
export interface FoundEntry {
  readonly id: string;
  readonly pid: string;
  readonly since: Date;
  readonly union: { readonly code: string; readonly name: string; readonly shortName: string };
}

// From the day on which an age asks for other consents a row is not believed any more.
const believed = (cx: Cx): RawBuilder<unknown>[] => [
  sql`x.public`,
  // Written so that no index is chosen for it: nearly all rows are believed.
  sql`coalesce(x.changes_on, 'infinity'::date) > ${cx.clock.today()}::date`,
];

const here = (cx: Cx, under: string | null): RawBuilder<unknown>[] =>
  under === null
    ? []
    : [sql`x.organisation_id = any(array(${cx.coverage.below([under], cx.clock.today())}))`];

function conditions(cx: Cx, filter: ArchiveFilter): RawBuilder<unknown> {
  const { under, q, field, year, edition, prize, union } = filter;
  return allOf([
    ...believed(cx),
    ...here(cx, under),
    ...searchWords(q ?? '').map((word) => sql`x.search like ${`%${word}%`}`),
    ...(field ? [sql`x.field = ${field}`] : []),
    ...(year ? [sql`x.year = ${year}`] : []),
    ...(edition ? [sql`x.edition_id = (select id from edition where pid = ${edition})`] : []),
    ...(prize ? [sql`x.prizes @> array[${prize}]::text[]`] : []),
    ...(union
      ? [sql`x.organisation_id = (select id from organisation where code = ${union})`]
      : []),
  ]);
}

const found = (cx: Cx, chosen: RawBuilder<unknown>) => sql<FoundEntry>`
  select d.id, d.pid, c.public_since as since,
    jsonb_build_object('code', o.code, 'name', coalesce(n.name, o.code),
      'shortName', coalesce(n.short_name, n.name, o.code)) as union
  from (${chosen}) c join dossier d on d.id = c.dossier_id
    join organisation o on o.id = c.organisation_id ${nameOn(sql`o.id`, cx.clock.today())}`;

/** One page of what everybody may find, the newest editions and highest prizes first: two queries. */
export async function findEntries(
  cx: Cx,
  filter: ArchiveFilter & { readonly page: number; readonly size: number },
): Promise<{ rows: FoundEntry[]; total: number }> {
  const where = conditions(cx, filter);
  const { total } = await one(
    cx.db,
    sql<{ total: number }>`select count(*)::integer as total from archive_entry x where ${where}`,
  );
  const rows = await all(
    cx.db,
    sql<FoundEntry>`${found(
      cx,
      sql`select x.* from archive_entry x where ${where} order by x.year desc, x.rank, x.dossier_id
        limit ${filter.size} offset ${(filter.page - 1) * filter.size}`,
    )} order by c.year desc, c.rank, c.dossier_id`,
  );
  return { rows, total };
}

/** What became public last. */
export function newestEntries(
  cx: Cx,
  { under, limit }: { readonly under: string | null; readonly limit: number },
): Promise<FoundEntry[]> {
  return all(
    cx.db,
    sql<FoundEntry>`${found(
      cx,
      sql`select x.* from archive_entry x where ${conditions(cx, { under })}
        order by x.public_since desc, x.dossier_id limit ${limit}`,
    )} order by c.public_since desc, c.dossier_id`,
  );
}

/** One of them; null when there is none that everybody may find here. */
export function findEntry(cx: Cx, under: string | null, pid: string): Promise<FoundEntry | null> {
  return maybe(
    cx.db,
    found(
      cx,
      sql`select x.* from archive_entry x join dossier y on y.id = x.dossier_id
        where y.pid = ${pid} and ${conditions(cx, { under })}`,
    ),
  );
}

/** What the list can be narrowed to. */
export interface EntryFacet {
  readonly by: 'edition' | 'union' | 'year' | 'field' | 'prize';
  /** What stands in the filter. */
  readonly value: string;
  readonly label: string;
}

/** Everything that the list can be narrowed to here: one query. */
export function entryFacets(cx: Cx, under: string | null): Promise<EntryFacet[]> {
  return all(
    cx.db,
    sql<EntryFacet>`with each as (
        select distinct x.edition_id, x.organisation_id, x.year, x.field, x.field_name, x.prizes,
          x.prize_names
        from archive_entry x where ${conditions(cx, { under })}
      ), own as (
        select x.*, p.prize, p.prize_name from each x
          left join lateral unnest(x.prizes, x.prize_names) p (prize, prize_name) on true
      ), told as (
        select grouping(edition_id) as e, grouping(organisation_id) as o, grouping(year) as y,
          grouping(field) as f, grouping(prize) as p, edition_id, organisation_id, year, field, prize,
          min(field_name) as field_name, min(prize_name) as prize_name
        from own group by grouping sets ((edition_id), (organisation_id), (year), (field), (prize))
      )
      select case 0 when t.e then 'edition' when t.o then 'union' when t.y then 'year'
          when t.f then 'field' else 'prize' end as by,
        case 0 when t.e then e.pid when t.o then o.code when t.y then t.year::text
          when t.f then t.field else t.prize end as value,
        case 0 when t.e then e.content->>'name' when t.o then coalesce(n.name, o.code)
          when t.y then t.year::text when t.f then t.field_name else t.prize_name end as label
      from told t left join edition e on e.id = t.edition_id
        left join organisation o on o.id = t.organisation_id
        ${nameOn(sql`o.id`, cx.clock.today())}
      where case 0 when t.f then t.field <> '' when t.p then t.prize is not null else true end`,
  );
}
