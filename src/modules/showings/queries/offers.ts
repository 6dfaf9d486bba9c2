import { type RawBuilder, sql } from 'kysely';
import type { Cx } from '../../../platform/cx.ts';
import { all, maybe, one } from '../../../platform/database/query.ts';
import type { ChosenShowing, Offer, OfferState, Showing } from '../schema.ts';
import { shownOf } from './shown.ts';

interface OfferRow extends Showing, Omit<Offer, 'article'> {
  readonly total: number;
}

const split = ({
  state,
  sectionName,
  offeredAt,
  offeredBy,
  decidedAt,
  note,
  version,
  total: _,
  ...article
}: OfferRow): Offer => ({
  article,
  state,
  sectionName,
  offeredAt: new Date(offeredAt),
  offeredBy,
  decidedAt: decidedAt === null ? null : new Date(decidedAt),
  note,
  version,
});

export interface OffersAsked {
  /** Offered to this site; null: to whichever. */
  readonly siteId: string | null;
  /** Offered by this union; null: by every one. */
  readonly publisherId: string | null;
  readonly state: OfferState | null;
  readonly page: number;
  readonly size: number;
}

const columns = sql`, r.state, r."sectionName", r.offered_at as "offeredAt", r.offered_by as "offeredBy",
  r.decided_at as "decidedAt", r.note, r.version, r.total`;

/** What unions offer, the newest first: one query. What the public may not read any more is left out. */
export async function offersOf(
  cx: Cx,
  asked: OffersAsked,
): Promise<{ rows: Offer[]; total: number }> {
  const { siteId, publisherId, state } = asked;
  const rows = await all(
    cx.db,
    shownOf(
      cx,
      sql`select f.*, s.name as "sectionName", count(*) over ()::integer as total from showing_offer f
        join showing_article x on x.article_id = f.article_id left join section s on s.id = f.section_id
        where ${siteId === null ? sql`true` : sql`f.site_id = ${siteId}`}
          and ${publisherId === null ? sql`true` : sql`x.organisation_id = ${publisherId}`}
          and ${state === null ? sql`true` : sql`f.state = ${state}`}
        order by f.offered_at desc, f.article_id limit ${asked.size} offset ${(asked.page - 1) * asked.size}`,
      sql`r.offered_at desc, r.article_id`,
      columns,
    ) as RawBuilder<OfferRow>,
  );
  return { rows: rows.map(split), total: rows[0]?.total ?? 0 };
}

/** The offer of an article; null when it was never offered. */
export async function offerOf(cx: Cx, pid: string): Promise<Offer | null> {
  const row = await maybe(
    cx.db,
    shownOf(
      cx,
      sql`select f.*, s.name as "sectionName", 1 as total from showing_offer f
        join showing_article x on x.article_id = f.article_id left join section s on s.id = f.section_id
        where x.pid = ${pid}`,
      sql`r.article_id`,
      columns,
    ) as RawBuilder<OfferRow>,
  );
  return row === null ? null : split(row);
}

/** What stands at an address of a union, and whether (and where) a site chose it. An earlier address will do. */
export const chosenAt = (
  cx: Cx,
  siteId: string,
  union: string,
  slug: string,
): Promise<ChosenShowing | null> =>
  maybe(
    cx.db,
    shownOf(
      cx,
      sql`select g.article_id, coalesce(f.state = 'chosen', false) as chosen,
          case when c.id is null then null
            else jsonb_build_object('id', c.id, 'slug', c.slug, 'name', c.name) end as "shownIn"
        from article_slug g join organisation u on u.id = g.organisation_id and u.deleted_at is null
        left join showing_offer f on f.article_id = g.article_id and f.site_id = ${siteId}
        left join section c on c.id = f.section_id and c.deleted_at is null
        where u.code = ${union} and g.slug = ${slug}`,
      sql`r.article_id`,
      sql`, r.chosen, r."shownIn"`,
    ) as RawBuilder<ChosenShowing>,
  );

/** How many offers wait at a site, and since when. */
export const waitingOffers = (
  cx: Cx,
  siteId: string,
): Promise<{ count: number; since: Date | null }> =>
  one(
    cx.db,
    sql`select count(*)::integer as count, min(f.offered_at) as since from showing_offer f
      join showing_article a on a.article_id = f.article_id where f.site_id = ${siteId} and f.state = 'offered'`,
  );
