import type { Hono } from 'hono';
import { language } from '../../../kernel/language.ts';
import { NotFound } from '../../../platform/errors.ts';
import { site, withQuery } from '../../../platform/http/addresses.ts';
import type { Env, OtherLanguage, WebContext } from '../../../platform/http/env.ts';
import { inAsked, inLanguage } from '../../../platform/http/language.ts';
import { sectionOfAddress, sectionsOf } from '../../articles/index.ts';
import { ListAside, StoryList } from '../pages/list.tsx';
import { listPage, tagOf } from '../queries/index.ts';
import type { ListKey } from '../schema.ts';
import { listWords as words } from '../vi/index.ts';
import { authorList } from './authors.tsx';
import { articleCards } from './cards.ts';
import { calledHere, homeHref } from './english.tsx';
import { crumbsOf, feedLinks, headOf } from './list-head.ts';
import type { ListSpec } from './list-spec.ts';
import { type Period, periodOf, yearsOf } from './periods.ts';

export const pageSize = 20;

/** Lists of a site: what is new, notices, a section, a tag. */
export function listDoors(app: Hono<Env>): void {
  app.get('/tin', (c) =>
    inAsked(c, async () =>
      list(c, {
        kind: 'news',
        path: 'tin',
        feed: '',
        title: words.news,
        lead: words.newsLead((await calledHere(c)).name),
        both: true,
      }),
    ),
  );
  app.get('/thong-bao', (c) =>
    inAsked(c, async () =>
      list(c, {
        kind: 'notice',
        path: 'thong-bao',
        feed: 'thong-bao/',
        title: words.notices,
        lead: words.noticesLead((await calledHere(c)).name),
        both: true,
      }),
    ),
  );
  app.get('/chuyen-muc/:slug', (c) => inAsked(c, () => sectionPage(c)));
  app.get('/tu-khoa/:slug', (c) => inAsked(c, () => tagPage(c)));
  app.get('/tac-gia/:slug', (c) => inAsked(c, async () => list(c, await authorList(c))));
}

async function sectionPage(c: WebContext): Promise<Response> {
  const { place, cx } = c.var;
  const slug = c.req.param('slug') ?? '';
  const sections = await sectionsOf(cx.db, place.organisationId);
  const section = sections.find((one) => one.slug === slug);
  if (section === undefined) return movedSection(c, slug);
  const lang = written();
  const href = (of: string) => site(place.code, `chuyen-muc/${of}`, inLanguage());
  const parent = sections.find(({ id }) => id === section.parentId);
  return list(c, {
    kind: 'section',
    sectionId: section.id,
    path: `chuyen-muc/${section.slug}`,
    feed: `chuyen-muc/${section.slug}/`,
    title: section.name,
    lead: section.description || null,
    ...lang,
    above: parent === undefined ? [] : [{ label: parent.name, href: href(parent.slug), ...lang }],
    below: sections
      .filter(({ parentId }) => parentId === section.id)
      .map((one) => ({ label: one.name, href: href(one.slug), ...lang })),
  });
}

/** The address that a section has now leads on from the one that it had. @throws NotFound */
async function movedSection(c: WebContext, slug: string): Promise<Response> {
  const { cx, place } = c.var;
  const now = await sectionOfAddress(cx.db, place.organisationId, slug);
  if (now === null) throw new NotFound('section');
  return c.redirect(withQuery(site(place.code, `chuyen-muc/${now.slug}`), c.req.query()), 301);
}

async function tagPage(c: WebContext): Promise<Response> {
  const slug = c.req.param('slug') ?? '';
  const tag = await tagOf(c.var.cx, c.var.place.organisationId, slug, language());
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

// Sections are named in Vietnamese, whatever is read in them.
const written = () => (language() === 'vi' ? {} : { lang: 'vi' as const });

function pageOf(c: WebContext): number {
  const page = Number(c.req.query('trang') ?? '1');
  return Number.isInteger(page) && page >= 1 && page <= 1_000_000 ? page : 1;
}

async function list(c: WebContext, spec: ListSpec): Promise<Response> {
  const { cx, place, shell } = c.var;
  const period = periodOf(c.req.query('nam'), c.req.query('thang'));
  const page = pageOf(c);
  const key: ListKey = {
    siteId: place.organisationId,
    kind: spec.kind,
    language: language(),
    sectionId: spec.sectionId ?? null,
    tag: spec.tag ?? null,
  };
  const { name } = await calledHere(c);
  const found = await listPage(cx, key, { page, size: pageSize, within: period?.within ?? null });
  const cards = await articleCards(cx, found.rows, {
    siteId: place.organisationId,
    shownAt: place.code,
    plain: spec.kind === 'section',
  });
  const last = Math.max(1, Math.ceil(found.total / pageSize));
  const href = hrefsOf(c, spec);
  const at = (n: number) => href({ ...period?.query, trang: n === 1 ? null : n });
  const title = period === null ? spec.title : words.archiveOf(spec.title, period.label);
  return shell.portal(c, {
    title: words.titleOfPage(title, page),
    ...(spec.lead === null ? {} : { description: spec.lead }),
    status: page > last ? 404 : 200,
    crumbs: crumbsOf(c, spec, period, href({})),
    ...(spec.both === true ? { other: otherList(c, spec) } : {}),
    styles: ['article'],
    head: headOf(c, spec, name, { page, last, at }),
    body: (
      <StoryList
        title={title}
        lead={spec.lead}
        lang={spec.lang}
        cards={cards}
        page={page}
        last={last}
        total={found.total}
        pageHref={at}
        links={spec.below ?? []}
        empty={emptyOf(c, name, { page, last, period, all: href({}) })}
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
  (c: WebContext, spec: ListSpec): HrefFor =>
  (query) =>
    withQuery(site(c.var.place.code, spec.path), { ...inLanguage(), ...query });

function otherList(c: WebContext, { path }: ListSpec): OtherLanguage {
  const other = language() === 'vi' ? 'en' : 'vi';
  return { language: other, href: site(c.var.place.code, path, inLanguage(other)) };
}

interface Nothing {
  readonly page: number;
  readonly last: number;
  readonly period: Period | null;
  readonly all: string;
}

function emptyOf(c: WebContext, name: string, { page, last, period, all }: Nothing) {
  const { place } = c.var;
  if (page > last)
    return { body: words.emptyPage(last), action: { href: all, label: words.toFirst } };
  if (period !== null)
    return { body: words.emptyPeriod, action: { href: all, label: words.everything } };
  return {
    body: words.emptySite(name),
    action: { href: homeHref(place.code), label: words.toHome },
  };
}
