import { sql } from 'kysely';
import { slugOf } from '../../../kernel/slug.ts';
import { foldForSearch } from '../../../kernel/vietnamese/fold.ts';
import type { Cx } from '../../../platform/cx.ts';
import { type Content, mediaIn, searchOf } from '../rules/index.ts';
import type { Article } from '../schema/index.ts';
import { type Named, named } from './naming.ts';
import { accountOf, nameOf } from './shared.ts';

/** A version of an article in the state that it then has, with what it names taken out of it for lists. */
export async function addVersion(
  cx: Cx,
  article: Pick<Article, 'id' | 'organisationId' | 'state'>,
  number: number,
  content: Content,
  restores: number | null = null,
): Promise<void> {
  await sql`insert into article_version (article_id, number, content, at, by_id, by_name, restores)
    values (${article.id}, ${number}, ${JSON.stringify(content)}::jsonb, ${cx.clock.now()}, ${accountOf(cx)},
      ${nameOf(cx)}, ${restores})`.execute(cx.db);
  const found = await named(cx, article, content);
  const main = content.section === null ? null : (found.sections.get(content.section) ?? null);
  await sql`update article set state = ${article.state}, newest = ${number}, title = ${content.title}, language = ${content.language},
      section_id = ${main}, search = ${searchOf(content)}, translation_of = ${found.translationOf},
      changed_at = ${cx.clock.now()} where id = ${article.id}`.execute(cx.db);
  await takeOut(cx, article, content, found);
}

/** What the newest version names, as rows: nothing else is ever in these tables beside what the public reads. */
async function takeOut(
  cx: Cx,
  { id, organisationId }: Pick<Article, 'id' | 'organisationId'>,
  content: Content,
  { sections, persons }: Named,
): Promise<void> {
  await drop(cx, id, false);
  const places = [content.section, ...content.sections].flatMap((pid) =>
    pid === null ? [] : (sections.get(pid) ?? []),
  );
  const { tags, authors } = content;
  // Without a main section the others still are not the first.
  const from = content.section !== null && sections.has(content.section) ? 0 : 1;
  await sql`insert into article_section (article_id, live, section_id, position)
    select ${id}, false, x.section, x.at + ${from}::integer
    from unnest(${places}::uuid[]) with ordinality x (section, at)`.execute(cx.db);
  await sql`insert into article_tag (article_id, live, organisation_id, slug, name, position)
    select ${id}, false, ${organisationId}, x.slug, x.name, x.at
    from unnest(${tags.map((tag) => slugOf(tag))}::text[], ${tags}::text[]) with ordinality x (slug, name, at)
    on conflict do nothing`.execute(cx.db);
  await sql`insert into article_author (article_id, live, position, person_id, name, search, role)
    select ${id}, false, x.at, nullif(x.person, '')::uuid, x.name, x.search, x.role
    from unnest(${authors.map(({ person }) => (person === null ? '' : (persons.get(person) ?? '')))}::text[],
      ${authors.map(({ name }) => name)}::text[], ${authors.map(({ name }) => foldForSearch(name))}::text[],
      ${authors.map(({ role }) => role)}::text[]) with ordinality x (person, name, search, role, at)`.execute(
    cx.db,
  );
  await sql`insert into article_media (article_id, live, medium)
    select ${id}, false, x from unnest(${mediaIn(content)}::text[]) x`.execute(cx.db);
}

const tables = ['article_section', 'article_tag', 'article_author', 'article_media'] as const;

async function drop(cx: Cx, id: string, live: boolean): Promise<void> {
  for (const table of tables)
    await sql`delete from ${sql.id(table)} where article_id = ${id} and live = ${live}`.execute(
      cx.db,
    );
}

/** The public no longer reads it. */
export const takeOff = (cx: Cx, id: string): Promise<void> => drop(cx, id, true);

/** What the newest version names is what the public version names from now on; authors who agreed. */
export async function putOn(cx: Cx, id: string, { authors }: Content): Promise<void> {
  await drop(cx, id, true);
  const agreed = authors.flatMap(({ consent }, at) => (consent ? [at + 1] : []));
  await sql`insert into article_section (article_id, live, section_id, position)
    select article_id, true, section_id, position from article_section where article_id = ${id}`.execute(
    cx.db,
  );
  await sql`insert into article_tag (article_id, live, organisation_id, slug, name, position)
    select article_id, true, organisation_id, slug, name, position from article_tag where article_id = ${id}`.execute(
    cx.db,
  );
  await sql`insert into article_author (article_id, live, position, person_id, name, search, role)
    select article_id, true, position, person_id, name, search, role from article_author
    where article_id = ${id} and position = any(${agreed}::integer[])`.execute(cx.db);
  await sql`insert into article_media (article_id, live, medium)
    select article_id, true, medium from article_media where article_id = ${id}`.execute(cx.db);
}
