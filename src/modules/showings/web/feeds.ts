import type { Hono } from 'hono';
import { language } from '../../../kernel/language.ts';
import { NotFound } from '../../../platform/errors.ts';
import { site } from '../../../platform/http/addresses.ts';
import { siteOf } from '../../../platform/http/client.ts';
import type { Env, WebContext } from '../../../platform/http/env.ts';
import { speaking } from '../../../platform/http/language.ts';
import { wholeOf } from '../../../platform/http/linked-data.ts';
import { sectionOfAddress, sectionsOf } from '../../articles/index.ts';
import { mediaByPids } from '../../media/index.ts';
import { newestOf } from '../queries/index.ts';
import { atomOf, type Feed, type FeedItem, rssOf } from '../rules/index.ts';
import type { ListKey, Showing } from '../schema.ts';
import { feedWords as words } from '../vi/index.ts';
import { cached } from './cached.ts';
import { calledHere } from './english.tsx';
import { feedTexts } from './feed-texts.ts';
import { hrefOf } from './paths.ts';

const SHOWN = 20;

const formats = {
  rss: { type: 'application/rss+xml', write: rssOf },
  atom: { type: 'application/atom+xml', write: atomOf },
} as const;

/** Feeds of everything, of the notices and of each section of a site. */
export function feedDoors(app: Hono<Env>): void {
  for (const format of ['rss', 'atom'] as const) {
    app.get(`/${format}.xml`, (c) =>
      feed(c, format, { path: 'tin', kind: 'all', title: words.all(c.var.place.name) }),
    );
    app.get(`/en/${format}.xml`, (c) =>
      speaking('en', async () =>
        feed(c, format, { path: 'en', kind: 'all', title: words.all((await calledHere(c)).name) }),
      ),
    );
    app.get(`/thong-bao/${format}.xml`, (c) =>
      feed(c, format, {
        path: 'thong-bao',
        kind: 'notice',
        title: words.notices(c.var.place.name),
      }),
    );
    app.get(`/chuyen-muc/:slug/${format}.xml`, async (c) => {
      const { cx, place } = c.var;
      const sections = await sectionsOf(cx.db, place.organisationId);
      const section = sections.find(({ slug }) => slug === c.req.param('slug'));
      if (section === undefined) {
        const slug = c.req.param('slug');
        const now = await sectionOfAddress(cx.db, place.organisationId, slug);
        if (now === null) throw new NotFound('section');
        return c.redirect(site(place.code, `chuyen-muc/${now.slug}/${format}.xml`), 301);
      }
      return feed(c, format, {
        path: `chuyen-muc/${section.slug}`,
        kind: 'section',
        sectionId: section.id,
        title: words.section(section.name, place.name),
      });
    });
  }
}

interface FeedOf {
  /** Of the page that lists the same. */
  readonly path: string;
  readonly kind: ListKey['kind'];
  readonly sectionId?: string;
  readonly title: string;
}

function feed(c: WebContext, format: keyof typeof formats, of: FeedOf): Promise<Response> {
  const { cx, place } = c.var;
  const siteId = place.organisationId;
  const { type, write } = formats[format];
  const make = async () => {
    const { name } = await calledHere(c);
    const rows = await newestOf(
      cx,
      { siteId, kind: of.kind, sectionId: of.sectionId ?? null, language: language() },
      SHOWN,
    );
    const made: Feed = {
      title: of.title,
      description: words.description(name),
      language: language(),
      page: wholeOf(c, site(place.code, of.path)),
      self: wholeOf(c, c.req.path),
      publisher: name,
      items: await itemsOf(c, rows),
    };
    return write(made);
  };
  return cached(c, { type, siteId, also: of.title, make });
}

/** Articles as a feed has them, each with its lead, its cover and its text: four queries more. */
async function itemsOf(c: WebContext, rows: readonly Showing[]): Promise<FeedItem[]> {
  const covers = rows.map(({ cover }) => cover).filter((pid) => pid !== null);
  const media = await mediaByPids(c.var.cx.db, covers);
  const texts = await feedTexts(c, rows);
  return rows.map((one) => {
    const cover = one.cover === null ? undefined : media.get(one.cover);
    return {
      id: idOf(c, one.pid),
      title: one.title,
      href: wholeOf(c, hrefOf(one)),
      lead: one.lead,
      html: texts.get(one.articleId) ?? null,
      publishedAt: one.publishedAt,
      updatedAt: one.updatedAt,
      authors: one.authors.filter(({ role }) => role === 'author').map(({ name }) => name),
      categories: [one.section?.name, ...one.tags.map(({ name }) => name)].filter(
        (name) => name !== undefined,
      ),
      cover:
        cover === undefined
          ? null
          : { href: wholeOf(c, cover.src), type: cover.mime, bytes: cover.bytes },
    };
  });
}

/** The same whatever becomes of its title and address: RFC 4151, of the site's name and the public id. */
const idOf = (c: WebContext, pid: string): string =>
  `tag:${new URL(siteOf(c)).hostname},2026:article/${pid}`;
