import type { Hono } from 'hono';
import type { Child } from 'hono/jsx';
import { plainHost } from '../../../kernel/host.ts';
import { NotFound } from '../../../platform/errors.ts';
import { rootCode, site } from '../../../platform/http/addresses.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { organisationId } from '../../organisations/index.ts';
import { HomeOfBlocks } from '../pages/home.tsx';
import { LinksPage, MapPage, QuotesPage } from '../pages/site.tsx';
import {
  blockSource,
  itemsOf,
  linkSource,
  placedBelow,
  quoteSource,
  showsToken,
  siteOf,
} from '../queries/index.ts';
import { type BlockPlace, byPlace, oldAddress } from '../rules/index.ts';
import { blockKind, isUnkept } from '../service/index.ts';
import { siteWords as words } from '../vi/index.ts';
import { linkOf } from './frame.ts';
import { onwardOf } from './onward.ts';

/** Public pages of a site that come from how it is set up. */
export function sitesSite(app: Hono<Env>): void {
  app.get('/', home);
  app.get('/danh-ngon', quotesPage);
  app.get('/lien-ket', linksPage);
  app.get('/ban-do', mapPage);
}

/** What a domain's owner shows, where the domain leads here already. */
export function sitesWeb(app: Hono<Env>): void {
  app.get('/.well-known/lientri/:token', async (c) => {
    const host = plainHost(c.req.header('host') ?? new URL(c.req.url).host);
    const token = c.req.param('token');
    const known =
      host !== null && /^[0-9a-f]{40}$/.test(token) && (await showsToken(c.var.cx.db, host, token));
    if (!known) throw new NotFound('token');
    return c.text(token, 200, { 'cache-control': 'no-store' });
  });
}

/** The home as the site's people arranged it; as it always was where they did not, or nothing of it has content. */
async function home(c: WebContext, next: () => Promise<void>): Promise<Response | undefined> {
  const { cx, place } = c.var;
  // Old sites named their articles in the question of the home ('/?p=12'), which has a page whatever is asked.
  const asks = oldAddress(`/${new URL(c.req.url).search}`)?.includes('?') ?? false;
  const onward = asks ? await onwardOf(c) : null;
  if (onward !== null) return c.redirect(onward, 301);
  const rows = await itemsOf(cx.db, blockSource, place.organisationId);
  const blocks: Record<BlockPlace, Child[]> = {
    main: [],
    aside: [],
    wide: [],
    thirds: [],
    foot: [],
  };
  const [styles, islands] = [new Set(['site']), new Set<string>()];
  for (const row of rows) {
    const kind = blockKind(row.kind);
    const { place: at, title, settings } = row;
    const drawn = (await kind?.show(c, { place: at, title, settings })) ?? null;
    if (kind === null || drawn === null) continue;
    blocks[at].push(drawn);
    for (const style of kind.styles ?? []) styles.add(style);
    for (const island of kind.islands ?? []) islands.add(island);
  }
  if (Object.values(blocks).every((list) => list.length === 0)) {
    await next();
    return undefined;
  }
  const frame = await c.var.frame();
  const title = `${place.name}. ${frame.name ?? ''}`.trim();
  const answer = await c.var.shell.portal(c, {
    title: words.home,
    description: words.homeDescription(place.name),
    styles: [...styles],
    islands: [...islands],
    body: <HomeOfBlocks title={title} blocks={blocks} />,
  });
  // A public page is kept until the next write or midnight: not where something turns within the day.
  if (isUnkept(c)) answer.headers.set('cache-control', 'private, no-store');
  return answer;
}

const crumbs = (c: WebContext, label: string) => [
  { label: words.home, href: site(c.var.place.code) },
  { label },
];

async function quotesPage(c: WebContext): Promise<Response> {
  const { cx, place } = c.var;
  const own = await itemsOf(cx.db, quoteSource, place.organisationId);
  const root = rootCode();
  const quotes =
    own.length > 0 || root === null || root === place.code
      ? own
      : await itemsOf(cx.db, quoteSource, await organisationId(cx, root));
  return c.var.shell.portal(c, {
    title: words.quotes,
    description: words.quotesLead,
    crumbs: crumbs(c, words.quotes),
    styles: ['site'],
    body: (
      <QuotesPage
        lead={words.quotesLead}
        quotes={quotes.map((quote) => ({
          ...quote,
          href: quote.href === null ? null : linkOf(place.code, quote.href),
        }))}
      />
    ),
  });
}

async function linksPage(c: WebContext): Promise<Response> {
  const { cx, place } = c.var;
  const rows = await itemsOf(cx.db, linkSource, place.organisationId);
  const groups = [...Map.groupBy(rows, (row) => row.heading)].map(([heading, links]) => ({
    heading,
    links: links.flatMap(({ label, href: typed }) => {
      const href = linkOf(place.code, typed);
      return href === null ? [] : [{ label, href }];
    }),
  }));
  return c.var.shell.portal(c, {
    title: words.links,
    description: words.linksLead,
    crumbs: crumbs(c, words.links),
    styles: ['site'],
    body: <LinksPage groups={groups} />,
  });
}

async function mapPage(c: WebContext): Promise<Response> {
  const { cx, place } = c.var;
  const row = await siteOf(cx.db, place.organisationId);
  const below = await placedBelow(cx.db, place.organisationId, cx.clock.today());
  const address = row.address ?? place.contact.address;
  const phone = row.phone ?? place.contact.phone;
  const own = [
    { term: words.address, value: address },
    { term: words.directions, value: row.directions },
    { term: words.phone, value: phone },
    { term: words.point, value: words.pointOf(row.latitude, row.longitude) },
  ].filter((term) => term.value !== null);
  return c.var.shell.portal(c, {
    title: words.map,
    description: words.mapLead(place.name, below.length),
    crumbs: crumbs(c, words.map),
    styles: ['site'],
    body: (
      <MapPage
        title={words.map}
        lead={words.mapLead(place.name, below.length)}
        own={own}
        point={row.latitude === null ? null : `geo:${row.latitude},${row.longitude}`}
        groups={byPlace(below, words.compare).map(({ title, rows }) => ({
          title,
          rows: rows.map((one) => ({
            name: one.name,
            href: site(place.code, `to-chuc/${one.code}`),
            meta: [one.address, one.phone].filter(Boolean).join(' · '),
          })),
        }))}
      />
    ),
  });
}
