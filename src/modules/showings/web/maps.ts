import type { Hono } from 'hono';
import { NotFound } from '../../../platform/errors.ts';
import { rootCode, site } from '../../../platform/http/addresses.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { wholeOf } from '../../../platform/http/linked-data.ts';
import { articleCount, articlePlaces, listPlaces, publishers } from '../queries/index.ts';
import { MOST_PLACES, type Place, placeMapOf, robotsOf, sitemapIndexOf } from '../rules/index.ts';
import type { ShowingKind } from '../schema.ts';
import { cached } from './cached.ts';
import { articlePath } from './paths.ts';
import { placesOf, placesStamp } from './ports.ts';

const XML = 'application/xml';

/** What no search engine has to walk through. */
const closed = ['/vp', '/api/', '/dang-nhap', '/tai-khoan', '/*/in$', '/*.pdf$', '/tim'];

/** Sitemaps of a site, and what robots are asked. */
export function mapDoors(app: Hono<Env>): void {
  app.get('/sitemap.xml', indexDoor);
  app.get('/:map{sitemap-[1-9][0-9]{0,4}\\.xml}', mapDoor);
  app.get('/robots.txt', robots);
}

const base = async ({ var: { cx, place } }: WebContext) => ({
  type: XML,
  siteId: place.organisationId,
  also: `${cx.clock.today()} ${await placesStamp(cx)}`,
});

async function indexDoor(c: WebContext): Promise<Response> {
  const make = async () => {
    const { cx, place } = c.var;
    const others = await otherPlaces(c);
    const { total, changedAt } = await articleCount(cx, place.organisationId);
    const files = filesOf(others.length) + filesOf(total);
    return sitemapIndexOf(
      Array.from({ length: Math.max(1, files) }, (_, at) => ({
        href: wholeOf(c, site(place.code, `sitemap-${at + 1}.xml`)),
        changedAt,
      })),
    );
  };
  return cached(c, { ...(await base(c)), make });
}

async function mapDoor(c: WebContext): Promise<Response> {
  const number = Number(/\d+/.exec(c.req.param('map') ?? '')?.[0]);
  const make = async () => {
    const { cx, place } = c.var;
    const others = await otherPlaces(c);
    const first = filesOf(others.length);
    const places: readonly Place[] =
      number <= first
        ? others.slice((number - 1) * MOST_PLACES, number * MOST_PLACES)
        : (
            await articlePlaces(
              cx,
              place.organisationId,
              (number - first - 1) * MOST_PLACES,
              MOST_PLACES,
            )
          ).map(({ kind, slug, changedAt }) => ({
            href: wholeOf(c, site(place.code, articlePath(kind as ShowingKind, slug))),
            changedAt,
          }));
    if (places.length === 0) throw new NotFound('sitemap');
    return placeMapOf(places);
  };
  return cached(c, { ...(await base(c)), make });
}

const filesOf = (places: number): number => Math.ceil(places / MOST_PLACES);

const listPaths = { section: 'chuyen-muc', tag: 'tu-khoa', author: 'tac-gia' } as const;

/** The pages of a site beside its articles: lists, sections, tags, and what other modules have. */
async function otherPlaces(c: WebContext): Promise<Place[]> {
  const { cx, place } = c.var;
  const whole = (path: string) => wholeOf(c, site(place.code, path));
  const lists = await listPlaces(cx, place.organisationId);
  const { changedAt } = await articleCount(cx, place.organisationId);
  const more = await placesOf(cx, {
    organisationId: place.organisationId,
    code: place.code,
    root: place.code === rootCode(),
  });
  const { english } = await c.var.frame();
  return [
    { href: whole(''), changedAt },
    ...(english ? [{ href: whole('en'), changedAt }] : []),
    { href: whole('tin'), changedAt },
    { href: whole('thong-bao'), changedAt },
    ...lists.map(({ kind, slug, changedAt: at }) => ({
      href: whole(`${listPaths[kind]}/${slug}`),
      changedAt: at,
    })),
    ...more.map(({ path, changedAt: at }) => ({ href: whole(path), changedAt: at })),
  ];
}

async function robots(c: WebContext): Promise<Response> {
  const { cx, place } = c.var;
  const codes = place.code === rootCode() ? await publishers(cx) : [];
  const maps = [place.code, ...codes.filter((code) => code !== place.code)];
  const text = robotsOf(
    closed,
    maps.map((code) => wholeOf(c, site(code, 'sitemap.xml'))),
  );
  return c.text(text, 200, { 'cache-control': 'no-cache' });
}
