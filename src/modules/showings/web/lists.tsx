import type { Hono } from 'hono';
import { NotFound } from '../../../platform/errors.ts';
import { site, withQuery } from '../../../platform/http/addresses.ts';
import type { Crumb, Env, PageHead, WebContext } from '../../../platform/http/env.ts';
import type { LinkItem } from '../../../ui/index.ts';
import { sectionsOf } from '../../articles/index.ts';
import { ListAside, StoryList } from '../pages/list.tsx';
import { listPage, tagOf } from '../queries/index.ts';
import { type Language, type ListKey, languages } from '../schema.ts';
import { listWords as words } from '../vi/index.ts';
import { articleCards } from './cards.ts';
import { wholeOf } from './paths.ts';
import { type Period, periodOf, yearsOf } from './periods.ts';

export const pageSize = 20;

/** Lists of a site: what is new, notices, a section, a tag. */
export function listDoors(app: Hono<Env>): void {
  app.get('/tin', (c) =>
    list(c, {
      kind: 'news',
      path: 'tin',
      feed: '',
      title: words.news,
      lead: words.newsLead(c.var.place.name),
    }),
  );
  app.get('/thong-bao', (c) =>
    list(c, {
      kind: 'notice',
      path: 'thong-bao',
      feed: 'thong-bao/',
      title: words.notices,
      lead: words.noticesLead(c.var.place.name),
    }),
  );
  app.get('/chuyen-muc/:slug', sectionPage);
  app.get('/tu-khoa/:slug', tagPage);
}

export interface ListSpec {
  readonly kind: ListKey['kind'];
  readonly path: string;
  /** Where the feeds of the list stand: 'chuyen-muc/x/'; null: it has none of its own. */
  readonly feed: string | null;
  readonly title: string;
  readonly lead: string | null;
  readonly sectionId?: string;
  readonly tag?: string;
  readonly above?: readonly Crumb[];
  readonly below?: readonly LinkItem[];
}

async function sectionPage(c: WebContext): Promise<Response> {
  const { place, cx } = c.var;
  const slug = c.req.param('slug') ?? '';
  const sections = await sectionsOf(cx.db, place.organisationId);
  const section = sections.find((one) => one.slug === slug);
  if (section === undefined) throw new NotFound('section');
  const href = (of: string) => site(place.code, `chuyen-muc/${of}`);
  const parent = sections.find(({ id }) => id === section.parentId);
  return list(c, {
    kind: 'section',
    sectionId: section.id,
    path: `chuyen-muc/${section.slug}`,
    feed: `chuyen-muc/${section.slug}/`,
    title: section.name,
    lead: section.description || null,
    above: parent === undefined ? [] : [{ label: parent.name, href: href(parent.slug) }],
    below: sections
      .filter(({ parentId }) => parentId === section.id)
      .map((one) => ({ label: one.name, href: href(one.slug) })),
  });
}

async function tagPage(c: WebContext): Promise<Response> {
  const slug = c.req.param('slug') ?? '';
  const tag = await tagOf(c.var.cx, c.var.place.organisationId, slug);
  if (tag === null) throw new NotFound('tag');
  return list(c, {
    kind: 'tag',
    tag: slug,
    path: `tu-khoa/${slug}`,
    feed: null,
    title: words.tag(tag.label),
    lead: null,
  });
}

const languageOf = (c: WebContext): Language =>
  languages.find((one) => one === c.req.query('ngon-ngu')) ?? 'vi';

function pageOf(c: WebContext): number {
  const page = Number(c.req.query('trang') ?? '1');
  return Number.isInteger(page) && page >= 1 && page <= 1_000_000 ? page : 1;
}

async function list(c: WebContext, spec: ListSpec): Promise<Response> {
  const { cx, place, shell } = c.var;
  const period = periodOf(c.req.query('nam'), c.req.query('thang'));
  const language = languageOf(c);
  const page = pageOf(c);
  const key: ListKey = {
    siteId: place.organisationId,
    kind: spec.kind,
    language,
    sectionId: spec.sectionId ?? null,
    tag: spec.tag ?? null,
  };
  const found = await listPage(cx, key, { page, size: pageSize, within: period?.within ?? null });
  const cards = await articleCards(cx, found.rows, {
    siteId: place.organisationId,
    plain: spec.kind === 'section',
  });
  const last = Math.max(1, Math.ceil(found.total / pageSize));
  const href = hrefsOf(c, spec, language);
  const at = (n: number) => href({ ...period?.query, trang: n === 1 ? null : n });
  const title = period === null ? spec.title : words.archiveOf(spec.title, period.label);
  return shell.portal(c, {
    title: words.titleOfPage(title, page),
    ...(spec.lead === null ? {} : { description: spec.lead }),
    status: page > last ? 404 : 200,
    crumbs: crumbsOf(c, spec, period, href({})),
    styles: ['article'],
    head: headOf(c, spec, { page, last, at }),
    body: (
      <StoryList
        title={title}
        lead={spec.lead}
        cards={cards}
        page={page}
        last={last}
        total={found.total}
        pageHref={at}
        links={[...(spec.below ?? []), ...languageLinks(c, spec, language)]}
        empty={emptyOf(c, { page, last, period, all: href({}) })}
      />
    ),
    aside: (
      <ListAside
        years={yearsOf(found.months, period, href)}
        all={period === null ? null : { href: href({}), label: words.everything }}
        feeds={feedLinks(c, spec)}
      />
    ),
  });
}

type HrefFor = (query: Readonly<Record<string, string | number | null | undefined>>) => string;

const hrefsOf =
  (c: WebContext, spec: ListSpec, language: Language): HrefFor =>
  (query) =>
    withQuery(site(c.var.place.code, spec.path), {
      ...(language === 'vi' ? {} : { 'ngon-ngu': language }),
      ...query,
    });

const crumbsOf = (c: WebContext, spec: ListSpec, period: Period | null, all: string): Crumb[] => [
  { label: words.home, href: site(c.var.place.code) },
  ...(spec.above ?? []),
  ...(period === null
    ? [{ label: spec.title }]
    : [{ label: spec.title, href: all }, { label: period.label }]),
];

const languageLinks = (c: WebContext, spec: ListSpec, language: Language): LinkItem[] =>
  language === 'vi' ? [] : [{ href: site(c.var.place.code, spec.path), label: words.vietnamese }];

const feedLinks = (c: WebContext, { feed }: ListSpec): LinkItem[] =>
  (['rss', 'atom'] as const).map((kind) => ({
    href: site(c.var.place.code, `${feed ?? ''}${kind}.xml`),
    label: words[kind],
  }));

function headOf(
  c: WebContext,
  spec: ListSpec,
  of: { readonly page: number; readonly last: number; readonly at: (page: number) => string },
): PageHead {
  const { page, last, at } = of;
  const whole = (path: string) => wholeOf(c, path);
  return {
    canonical: whole(at(page)),
    metas: page > last ? [{ name: 'robots', content: 'noindex' }] : [],
    properties: [
      { property: 'og:type', content: 'website' },
      { property: 'og:title', content: spec.title },
      { property: 'og:url', content: whole(at(page)) },
      { property: 'og:site_name', content: c.var.place.name },
    ],
    links: [
      ...(page > 1 ? [{ rel: 'prev' as const, href: whole(at(page - 1)) }] : []),
      ...(page < last ? [{ rel: 'next' as const, href: whole(at(page + 1)) }] : []),
      ...feedLinks(c, spec).map(({ href, label }) => ({
        rel: 'alternate' as const,
        type: `application/${label === words.rss ? 'rss' : 'atom'}+xml`,
        title: `${label}: ${spec.feed === null ? c.var.place.name : spec.title}`,
        href: whole(href),
      })),
    ],
  };
}

interface Nothing {
  readonly page: number;
  readonly last: number;
  readonly period: Period | null;
  readonly all: string;
}

function emptyOf(c: WebContext, { page, last, period, all }: Nothing) {
  const { place } = c.var;
  if (page > last)
    return { body: words.emptyPage(last), action: { href: all, label: words.toFirst } };
  if (period !== null)
    return { body: words.emptyPeriod, action: { href: all, label: words.everything } };
  return {
    body: words.emptySite(place.name),
    action: { href: site(place.code), label: words.toHome },
  };
}
