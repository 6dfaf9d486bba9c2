import { z } from 'zod';
import { NotFound } from '../../../platform/errors.ts';
import { type Api, listOf, pageOf, pageQuery } from '../../../platform/http/api.ts';
import { byPid } from '../../../platform/records/endpoints.ts';
import { publicArticle, sectionsOf } from '../../articles/index.ts';
import { organisationId } from '../../organisations/index.ts';
import { listPage, showingByPid } from '../queries/index.ts';
import { languages, listQuery, type Showing, showingKinds } from '../schema.ts';
import { searchShowings } from '../service/index.ts';
import { nationalSite } from '../service/offering.ts';

const tag = 'public articles';
const path = '/public-articles';

const shape = z.object({
  pid: z.string(),
  organisation: z.string().describe('Code'),
  kind: z.enum(showingKinds),
  language: z.enum(languages),
  slug: z.string(),
  title: z.string(),
  lead: z.string(),
  section: z.object({ slug: z.string(), name: z.string() }).nullable(),
  tags: z.array(z.object({ slug: z.string(), name: z.string() })),
  authors: z.array(z.object({ name: z.string(), role: z.string() })),
  cover: z.string().nullable().describe('Public id of a picture'),
  number: z.string().nullable(),
  due_on: z.iso.date().nullable(),
  published_at: z.iso.datetime(),
  updated_at: z.iso.datetime(),
});

const wholeShape = shape.extend({
  body: z.unknown().describe('The text as a tree: see the type Prose'),
  text: z.string(),
  source: z.object({ name: z.string(), href: z.string().nullable() }).nullable(),
  translations: z.array(
    z.object({ pid: z.string(), language: z.string(), slug: z.string(), title: z.string() }),
  ),
});

const view = (one: Showing): z.output<typeof shape> => ({
  pid: one.pid,
  organisation: one.publisher.code,
  kind: one.kind,
  language: one.language,
  slug: one.slug,
  title: one.title,
  lead: one.lead,
  section: one.section === null ? null : { slug: one.section.slug, name: one.section.name },
  tags: [...one.tags],
  authors: one.authors.map(({ name, role }) => ({ name, role })),
  cover: one.cover,
  number: one.number,
  due_on: one.dueOn,
  published_at: one.publishedAt.toISOString(),
  updated_at: one.updatedAt.toISOString(),
});

/** REST doors of what everybody may read: no token is asked for. */
export function publicDoors(api: Api): void {
  api.endpoint({
    method: 'get',
    path,
    tag,
    access: 'public',
    summary: 'What a site shows, the newest first; with q what is found in it, the best first',
    query: z.object({ ...pageQuery, ...listQuery }),
    response: listOf(shape),
    handler: async ({ cx, c, query }) => {
      const { page, size, language, kind, section, tag: word, q, year } = query;
      const siteId =
        query.organisation === undefined
          ? await nationalSite(cx)
          : await organisationId(cx, query.organisation);
      const sectionIds = await sectionOf(cx.db, siteId, section);
      const sectionId = sectionIds[0] ?? null;
      if (q !== undefined && q.trim() !== '') {
        const everywhere = query.organisation === undefined ? null : siteId;
        const hits = await searchShowings(cx, {
          siteId: everywhere,
          q,
          sectionIds,
          year: year ?? null,
          kind: kind ?? null,
          language,
          page,
          size,
        });
        return pageOf(
          c,
          hits.items.map(({ article }) => view(article)),
          hits.total,
          page,
          size,
        );
      }
      const within = year === undefined ? null : { from: `${year}-01-01`, to: `${year + 1}-01-01` };
      const list = sectionId !== null ? 'section' : word !== undefined ? 'tag' : (kind ?? 'all');
      const found = await listPage(
        cx,
        {
          siteId,
          kind: list,
          language,
          sectionId,
          tag: list === 'tag' ? (word ?? null) : null,
        },
        { page, size, within },
      );
      return pageOf(c, found.rows.map(view), found.total, page, size);
    },
  });
  api.endpoint({
    method: 'get',
    path: `${path}/{pid}`,
    tag,
    access: 'public',
    summary: 'One article with its text',
    params: byPid,
    response: wholeShape,
    handler: async ({ cx, params }) => {
      const one = await showingByPid(cx, params.pid);
      const article = one === null ? null : await publicArticle(cx.db, one.articleId);
      if (one === null || article === null) throw new NotFound('article');
      const { body, text, source, translations } = article;
      return {
        ...view(one),
        body,
        text,
        source,
        translations: translations.map(({ pid, language, slug, title }) => ({
          pid,
          language,
          slug,
          title,
        })),
      };
    },
  });
}

/** The section of a word in addresses and those below it. @throws NotFound when the site has none of that word */
async function sectionOf(
  db: Parameters<typeof sectionsOf>[0],
  siteId: string,
  slug: string | undefined,
): Promise<string[]> {
  if (slug === undefined) return [];
  const sections = await sectionsOf(db, siteId);
  const found = sections.find((one) => one.slug === slug);
  if (found === undefined) throw new NotFound('section');
  const below = sections.filter(({ parentId }) => parentId === found.id);
  return [found, ...below].map(({ id }) => id);
}
