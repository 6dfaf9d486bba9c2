import { sql } from 'kysely';
import type { Day } from '../../../kernel/day.ts';
import type { Language } from '../../../kernel/language.ts';
import { all, type Db, maybe, one } from '../../../platform/database/query.ts';
import type { BannerPlace } from '../rules/index.ts';
import { quoteOfDay } from '../rules/index.ts';
import type { BannerRow, QuoteRow, SiteRow } from '../schema.ts';
import { bannerSource, itemsOf } from './items.ts';

const settings = sql`s.name, s.english_name, s.emblem, s.licence, s.responsible, s.address, s.phone, s.email,
  s.latitude::float8 as latitude, s.longitude::float8 as longitude, s.directions,
  coalesce(s.language, 'vi') as language, coalesce(s.version, 0) as version`;

/** How an organisation's site is set up; version 0 while nobody has set anything. */
export function siteOf(db: Db, organisationId: string): Promise<SiteRow> {
  return one(
    db,
    sql<SiteRow>`select o.id as "organisationId", o.code as "organisationCode", ${settings}
      from organisation o left join site s on s.organisation_id = o.id where o.id = ${organisationId}`,
  );
}

/** A menu's entry as the head of a page shows it. */
export interface FrameEntry {
  readonly id: string;
  readonly parentId: string | null;
  readonly label: string;
  readonly language: Language;
  readonly kind: string;
  /** Word of the room, path of the section or page, an address; null when that is no longer there. */
  readonly target: string | null;
}

export interface FrameRow extends SiteRow {
  readonly menu: readonly FrameEntry[];
  readonly banners: readonly Pick<
    BannerRow,
    'pid' | 'place' | 'kind' | 'title' | 'picture' | 'href'
  >[];
  /** Where the site is at home; null: only at the main address. */
  readonly domain: string | null;
  /** Whether anything of the site is in English. */
  readonly english: boolean;
}

/** All that stands around each page of a site, in one query. */
export function frameRow(db: Db, organisationId: string, today: Day): Promise<FrameRow> {
  return one(
    db,
    sql<FrameRow>`select o.id as "organisationId", o.code as "organisationCode", ${settings},
      coalesce((select jsonb_agg(jsonb_build_object('id', m.id, 'parentId', m.parent_id, 'label', m.label,
          'language', m.language, 'kind', m.target_kind, 'target', case m.target_kind
              when 'section' then (select 'chuyen-muc/' || c.slug from section c where c.pid = m.target
                and c.organisation_id = o.id and c.deleted_at is null)
              when 'page' then (select case a.kind when 'page' then 'trang/' else 'bai/' end || a.slug
                from article a where a.pid = m.target
                and a.organisation_id = o.id and a.deleted_at is null and a.live_version is not null)
              else m.target end) order by m.position, m.id)
        from site_menu m where m.organisation_id = o.id and m.deleted_at is null), '[]') as menu,
      coalesce((select jsonb_agg(jsonb_build_object('pid', b.pid, 'place', b.place, 'kind', b.kind,
          'title', b.title, 'picture', b.picture, 'href', b.href) order by b.position, b.id)
        from site_banner b where b.organisation_id = o.id and b.deleted_at is null
          and b.during @> ${today}::date), '[]') as banners,
      (select d.host from site_domain d
        where d.organisation_id = o.id and d.main and d.deleted_at is null) as domain,
      exists (select from showing_list l join showing_month p on p.list_id = l.id
        where l.site_id = o.id and l.kind = 'all' and l.language = 'en') as english
      from organisation o left join site s on s.organisation_id = o.id where o.id = ${organisationId}`,
  );
}

/** The banners of a place on a day, in their order. */
export async function bannersOn(
  db: Db,
  organisationId: string,
  place: BannerPlace,
  day: Day,
): Promise<BannerRow[]> {
  const rows = await itemsOf(db, bannerSource, organisationId);
  return rows.filter(
    (row) =>
      row.place === place &&
      (row.from === null || row.from <= day) &&
      (row.until === null || day <= row.until),
  );
}

type Quoted = Pick<QuoteRow, 'pid' | 'words' | 'who' | 'source' | 'href'>;

/** The quote of a day: the site's own, or the root's where it has none; null when nobody has any. */
export async function quoteOf(
  db: Db,
  organisationId: string,
  rootId: string | null,
  day: Day,
): Promise<Quoted | null> {
  const holders = await all(
    db,
    sql<{ id: string; count: number }>`select organisation_id as id, count(*)::integer as count
      from site_quote where deleted_at is null
        and organisation_id in (${organisationId}, ${rootId ?? organisationId})
      group by 1 order by organisation_id = ${organisationId} desc limit 1`,
  );
  const holder = holders[0];
  if (holder === undefined) return null;
  return maybe(
    db,
    sql<Quoted>`select pid, words, who, source, href from site_quote
      where organisation_id = ${holder.id} and deleted_at is null
      order by position, id offset ${quoteOfDay(day, holder.count)} limit 1`,
  );
}

/** What a site has of everything, for the first page of its room. */
export interface Parts {
  readonly name: string | null;
  readonly domain: string | null;
  readonly menu: number;
  readonly blocks: number;
  readonly banners: number;
  readonly links: number;
  readonly quotes: number;
  readonly redirects: number;
}

export function partsOf(db: Db, organisationId: string): Promise<Parts> {
  const counted = (table: string) =>
    sql`(select count(*)::integer from ${sql.id(table)} where organisation_id = o.id and deleted_at is null)`;
  return one(
    db,
    sql<Parts>`select (select name from site where organisation_id = o.id) as name,
      (select host from site_domain where organisation_id = o.id and main and deleted_at is null) as domain,
      ${counted('site_menu')} as menu, ${counted('site_block')} as blocks,
      ${counted('site_banner')} as banners, ${counted('site_link')} as links,
      ${counted('site_quote')} as quotes, ${counted('site_redirect')} as redirects
      from organisation o where o.id = ${organisationId}`,
  );
}
