import { sql } from 'kysely';
import { numberedSlug, slugOf } from '../../../kernel/slug.ts';
import { matchKey } from '../../../kernel/vietnamese/fold.ts';
import type { Cx } from '../../../platform/cx.ts';
import { all, maybe } from '../../../platform/database/query.ts';
import type { PublicArticle } from '../../articles/index.ts';

/** The page of an author: its word in addresses, and the name that it has. */
export interface AuthorPage {
  readonly slug: string;
  readonly name: string;
}

interface Named {
  readonly name: string;
  readonly personId: string | null;
}

interface Known extends AuthorPage {
  readonly personId: string | null;
}

/** The pages of those who wrote an article, by the name that stands at it; a page that is not there yet is made. */
export async function authorPages(
  cx: Cx,
  { id, organisationId, authors }: PublicArticle,
): Promise<ReadonlyMap<string, AuthorPage>> {
  const shown = new Set(authors.filter(({ role }) => role === 'author').map(({ name }) => name));
  const rows = await all(
    cx.db,
    sql<Named>`select name, person_id as "personId" from article_author
      where article_id = ${id} and live and role = 'author' order by position`,
  );
  const pages = new Map<string, AuthorPage>();
  for (const one of rows)
    if (shown.has(one.name) && !pages.has(one.name))
      pages.set(one.name, await pageOf(cx, organisationId, one));
  return pages;
}

async function pageOf(cx: Cx, siteId: string, one: Named): Promise<AuthorPage> {
  const known = chosen(await knownAs(cx, siteId, one), one);
  if (known !== null && (one.personId === null || known.personId === one.personId)) return known;
  // Pages are given one after the other, so that each name and each word is given once.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`author:${siteId}`}, 0))`.execute(
    cx.db,
  );
  const now = chosen(await knownAs(cx, siteId, one), one);
  if (now === null) return added(cx, siteId, one);
  if (one.personId !== null && now.personId === null)
    await sql`update showing_author set person_id = ${one.personId}
      where site_id = ${siteId} and slug = ${now.slug}`.execute(cx.db);
  return now;
}

const knownAs = (cx: Cx, siteId: string, { name, personId }: Named): Promise<Known[]> =>
  all(
    cx.db,
    sql<Known>`select slug, name, person_id as "personId" from showing_author
      where site_id = ${siteId} and (key = ${matchKey(name)} or person_id = ${personId}::uuid)
      order by length(slug), slug`,
  );

/**
 * A person has one page, whatever the name at an article. What is not linked to a person stands with those of the
 * same name; the first person who is known under it is taken to have been meant all along.
 */
function chosen(known: readonly Known[], { personId }: Named): Known | null {
  const free = known.find((one) => one.personId === null) ?? null;
  if (personId === null) return free ?? known[0] ?? null;
  return known.find((one) => one.personId === personId) ?? free;
}

async function added(cx: Cx, siteId: string, { name, personId }: Named): Promise<AuthorPage> {
  const base = slugOf(name);
  for (let number = 1; ; number += 1) {
    const slug = numberedSlug(base, number);
    const made = await maybe(
      cx.db,
      sql<AuthorPage>`insert into showing_author (site_id, slug, name, key, person_id)
        values (${siteId}, ${slug}, ${name}, ${matchKey(name)}, ${personId})
        on conflict (site_id, slug) do nothing returning slug, name`,
    );
    if (made !== null) return made;
  }
}

/** Public articles with an author who has no page yet, from an id on: those from before there were such pages. */
export const withoutAuthorPages = async (cx: Cx, after: string, limit: number): Promise<string[]> =>
  (
    await all(
      cx.db,
      sql<{ id: string }>`select article_id as id from showing_article x where kind <> 'page'
        and article_id > ${after} and exists (select from jsonb_array_elements(x.authors) e
          where e->>'role' = 'author' and e->>'slug' is null) order by article_id limit ${limit}`,
    )
  ).map(({ id }) => id);
