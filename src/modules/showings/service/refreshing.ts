import { sql } from 'kysely';
import { vietnamDay } from '../../../kernel/clock.ts';
import { foldForSearch } from '../../../kernel/vietnamese/fold.ts';
import type { Cx } from '../../../platform/cx.ts';
import { all, maybe } from '../../../platform/database/query.ts';
import { type PublicArticle, publicArticle } from '../../articles/index.ts';
import { markOf, searchKeys } from '../rules/index.ts';
import { type AuthorPage, authorPages } from './authors.ts';
import { showIn, type WantedList } from './listing.ts';

/** Where the national site shows an article of a union. */
interface Chosen {
  readonly siteId: string;
  readonly sectionId: string | null;
  readonly parentId: string | null;
}

/**
 * Reckons anew where an article is shown: every list, address, feed, sitemap and search of every site. To be called
 * in the transaction of whatever changed it.
 */
export async function refreshArticle(cx: Cx, articleId: string): Promise<void> {
  const article = await publicArticle(cx.db, articleId);
  await tellSites(cx, articleId);
  if (article === null) {
    await sql`delete from showing_article where article_id = ${articleId}`.execute(cx.db);
    return;
  }
  const chosen = await chosenFor(cx, articleId);
  // A page that stays is no article of anybody.
  const authors = article.kind === 'page' ? new Map() : await authorPages(cx, article);
  await writeArticle(cx, article, authors);
  await showIn(cx, article, wantedLists(article, chosen, authors));
  await writeWords(cx, article, chosen);
}

/** Counts the change at every site that shows the article or may, and at its own. */
const tellSites = (cx: Cx, articleId: string) =>
  sql`insert into showing_site (site_id, changed_at, changes)
    select distinct id, ${cx.clock.now()}::timestamptz, 1 from (
      select organisation_id as id from article where id = ${articleId}
      union select site_id from showing_offer where article_id = ${articleId}) touched order by id
    on conflict (site_id) do update set changes = showing_site.changes + 1,
      changed_at = greatest(showing_site.changed_at, excluded.changed_at)`.execute(cx.db);

/** Something beside articles changed what a site shows: the name of a section, a picture. */
export async function touchSite(cx: Cx, siteId: string): Promise<void> {
  await sql`update showing_site set changes = changes + 1, changed_at = greatest(changed_at, ${cx.clock.now()})
    where site_id = ${siteId}`.execute(cx.db);
}

const chosenFor = (cx: Cx, articleId: string): Promise<Chosen | null> =>
  maybe(
    cx.db,
    sql<Chosen>`select o.site_id as "siteId", s.id as "sectionId", s.parent_id as "parentId" from showing_offer o
      left join section s on s.id = o.section_id and s.deleted_at is null
      where o.article_id = ${articleId} and o.state = 'chosen'`,
  );

type Authors = ReadonlyMap<string, AuthorPage>;

async function writeArticle(cx: Cx, article: PublicArticle, pages: Authors): Promise<void> {
  const { cover, sections } = article;
  const authors = article.authors.map(({ name, role }) => ({
    name,
    role,
    slug: role === 'author' ? (pages.get(name)?.slug ?? null) : null,
  }));
  await sql`insert into showing_article (article_id, pid, organisation_id, kind, language, slug, title, title_search,
      lead, cover, authors, tags, section_id, number, due_on, pinned, published_at, updated_at)
    values (${article.id}, ${article.pid}, ${article.organisationId}, ${article.kind}, ${article.language},
      ${article.slug}, ${article.title}, ${foldForSearch(article.title)}, ${article.lead}, ${cover?.media ?? null},
      ${JSON.stringify(authors)}::jsonb,
      ${JSON.stringify(article.tags)}::jsonb, ${sections[0]?.id ?? null}, ${article.number}, ${article.dueOn},
      ${article.pinned}, ${article.publishedAt}, ${article.updatedAt})
    on conflict (article_id) do update set kind = excluded.kind, language = excluded.language, slug = excluded.slug,
      title = excluded.title, title_search = excluded.title_search, lead = excluded.lead, cover = excluded.cover,
      authors = excluded.authors, tags = excluded.tags, section_id = excluded.section_id, number = excluded.number,
      due_on = excluded.due_on, pinned = excluded.pinned, published_at = excluded.published_at,
      updated_at = excluded.updated_at`.execute(cx.db);
}

/** The lists that an article stands in: of its own site, and of the national one when that chose it. */
function wantedLists(
  article: PublicArticle,
  chosen: Chosen | null,
  authors: Authors,
): WantedList[] {
  // A page that stays is read by its address; it is no news.
  if (article.kind === 'page') return [];
  const { kind, organisationId } = article;
  const sections = new Set(article.sections.flatMap(({ id, parentId }) => [id, parentId]));
  return [
    ...onSite(organisationId, kind, [...sections], article),
    ...[...new Map([...authors.values()].map((one) => [one.slug, one])).values()].map(
      ({ slug, name }): WantedList => ({
        siteId: organisationId,
        kind: 'author',
        tag: slug,
        label: name,
      }),
    ),
    ...(chosen === null
      ? []
      : onSite(chosen.siteId, kind, [chosen.sectionId, chosen.parentId], article)),
  ];
}

const onSite = (
  siteId: string,
  kind: 'news' | 'notice',
  sections: readonly (string | null)[],
  { tags }: PublicArticle,
): WantedList[] => [
  { siteId, kind: 'all' },
  { siteId, kind },
  ...sections
    .filter((id) => id !== null)
    .map((sectionId): WantedList => ({ siteId, kind: 'section', sectionId })),
  ...tags.map(({ slug, name }): WantedList => ({ siteId, kind: 'tag', tag: slug, label: name })),
];

/** The words by which it is found, and what its text is when a piece of it is shown. */
async function writeWords(cx: Cx, article: PublicArticle, chosen: Chosen | null): Promise<void> {
  const { title, lead, number } = article;
  const sections = new Set([...article.sections.map(({ id }) => id), chosen?.sectionId ?? null]);
  const marks = [
    markOf.site(article.organisationId),
    ...(chosen === null ? [] : [markOf.site(chosen.siteId)]),
    ...[...sections].filter((id) => id !== null).map(markOf.section),
    markOf.year(Number(vietnamDay(article.publishedAt).slice(0, 4))),
    markOf.kind(article.kind),
    markOf.language(article.language),
  ];
  const names = article.authors.map(({ name }) => name).join('\n');
  const keys = searchKeys(
    {
      title,
      lead: `${lead}\n${number ?? ''}`,
      tags: article.tags.map(({ name }) => name),
      body: `${article.text}\n${names}`,
    },
    marks,
  );
  await sql`insert into showing_words (article_id, published_at, keys, body)
    values (${article.id}, ${article.publishedAt}, ${keys}::text[], ${article.text})
    on conflict (article_id) do update set published_at = excluded.published_at, keys = excluded.keys,
      body = excluded.body`.execute(cx.db);
}

/** Every article of an organisation anew; for what changes many at once. Gives how many there are. */
export async function refreshArticles(cx: Cx, ids: readonly string[]): Promise<number> {
  for (const id of ids) await refreshArticle(cx, id);
  return ids.length;
}

/** Articles that the national site shows in a section. */
export const chosenInto = async (cx: Cx, sectionId: string): Promise<string[]> =>
  (
    await all(
      cx.db,
      sql<{ id: string }>`select article_id as id from showing_offer
        where section_id = ${sectionId} and state = 'chosen' order by id`,
    )
  ).map(({ id }) => id);

/** Articles of an organisation that are public or shown as if they were. */
export const articlesOf = async (cx: Cx, organisationId: string): Promise<string[]> =>
  (
    await all(
      cx.db,
      sql<{ id: string }>`select id from article where organisation_id = ${organisationId}
          and live_version is not null
        union select article_id from showing_article where organisation_id = ${organisationId} order by id`,
    )
  ).map(({ id }) => id);
