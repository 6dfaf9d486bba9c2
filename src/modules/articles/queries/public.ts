import { sql } from 'kysely';
import { slugOf } from '../../../kernel/slug.ts';
import { all, type Db, maybe } from '../../../platform/database/query.ts';
import { type ArticleKind, type Content, mediaIn, wordsIn } from '../rules/index.ts';
import type { PublicArticle } from '../schema/index.ts';

interface Row {
  readonly id: string;
  readonly pid: string;
  readonly organisationId: string;
  readonly kind: ArticleKind;
  readonly slug: string;
  readonly publishedAt: Date;
  readonly updatedAt: Date;
  readonly pinned: number | null;
  readonly comments: boolean;
  readonly content: Content;
  readonly sections: PublicArticle['sections'] | null;
  readonly translations: PublicArticle['translations'] | null;
}

const sections = sql`(select jsonb_agg(jsonb_build_object('id', s.id, 'pid', s.pid, 'parentId', s.parent_id,
    'slug', s.slug, 'name', s.name) order by x.position)
  from article_section x join section s on s.id = x.section_id
  where x.article_id = a.id and x.live and s.deleted_at is null)`;

// The original, and what says the same as it.
const group = sql`coalesce(a.translation_of, a.id)`;
const translations = sql`(select jsonb_agg(jsonb_build_object('pid', t.pid, 'kind', t.kind, 'slug', t.slug,
    'language', w.content->>'language', 'title', w.content->>'title') order by w.content->>'language', t.pid)
  from article t join article_version w on w.article_id = t.id and w.number = t.live_version
  where t.organisation_id = a.organisation_id and t.deleted_at is null and t.id <> a.id
    and (t.id = ${group} or t.translation_of = ${group}))`;

/** The public articles that say the same as a draft, whose original (a pid) may be another than the public one's. */
export const translationsOf = (
  db: Db,
  articleId: string,
  original: string | null,
): Promise<PublicArticle['translations'][number][]> =>
  all(
    db,
    sql`with own as (select a.organisation_id, coalesce(o.id, a.id) as original from article a
        left join article o on o.pid = ${original} and o.organisation_id = a.organisation_id where a.id = ${articleId})
      select t.pid, t.kind, t.slug, w.content->>'language' as language, w.content->>'title' as title
      from own join article t on t.organisation_id = own.organisation_id
        and (t.id = own.original or t.translation_of = own.original)
      join article_version w on w.article_id = t.id and w.number = t.live_version
      where t.deleted_at is null and t.id <> ${articleId} order by 4, t.pid`,
  );

const question = sql`select a.id, a.pid, a.organisation_id as "organisationId", a.kind, a.slug,
    a.published_at as "publishedAt", a.updated_at as "updatedAt", a.pinned, a.comments, v.content,
    ${sections} as sections, ${translations} as translations
  from article a join article_version v on v.article_id = a.id and v.number = a.live_version
  join organisation o on o.id = a.organisation_id and o.deleted_at is null`;

/** What the public reads of an article; null when it may not read it. */
export async function publicArticle(db: Db, articleId: string): Promise<PublicArticle | null> {
  const row = await maybe(
    db,
    sql<Row>`${question} where a.id = ${articleId} and a.deleted_at is null`,
  );
  return row === null ? null : shown(row);
}

/** Public articles by their ids, by id; what the public may not read is not in it. One query. */
export async function publicArticles(
  db: Db,
  articleIds: readonly string[],
): Promise<ReadonlyMap<string, PublicArticle>> {
  if (articleIds.length === 0) return new Map();
  const rows = await all(
    db,
    sql<Row>`${question} where a.id = any(${[...articleIds]}::uuid[]) and a.deleted_at is null`,
  );
  return new Map(rows.map((row) => [row.id, shown(row)]));
}

/** The public article of an address of now, or of an earlier one: its address then differs from the one asked for. */
export async function publicArticleBySlug(
  db: Db,
  organisationId: string,
  slug: string,
): Promise<PublicArticle | null> {
  const row = await maybe(
    db,
    sql<Row>`${question} join article_slug g on g.article_id = a.id
      where g.organisation_id = ${organisationId} and g.slug = ${slug} and a.deleted_at is null`,
  );
  return row === null ? null : shown(row);
}

function shown({ content, sections: named, translations: others, ...row }: Row): PublicArticle {
  return { ...row, ...shownOf(content), sections: named ?? [], translations: others ?? [] };
}

/** The part of a public article that stands in its version. */
export function shownOf(content: Content) {
  const { title, lead, body, cover, source, number, due_on, language } = content;
  return {
    title,
    lead,
    body,
    cover,
    source,
    number,
    language,
    dueOn: due_on,
    tags: content.tags.map((name) => ({ slug: slugOf(name), name })),
    authors: content.authors
      .filter(({ consent }) => consent)
      .map(({ name, role, person }) => ({ name, role, person })),
    media: mediaIn(content),
    text: wordsIn(content),
  };
}
