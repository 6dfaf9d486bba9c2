import { sql } from 'kysely';
import { foldForSearch } from '../../../kernel/vietnamese/fold.ts';
import type { Cx } from '../../../platform/cx.ts';
import { all } from '../../../platform/database/query.ts';
import type { ListKind } from '../schema.ts';

/** A list that an article belongs to. */
export interface WantedList {
  readonly siteId: string;
  readonly kind: ListKind;
  readonly sectionId?: string;
  readonly tag?: string;
  readonly label?: string;
}

interface Placed {
  readonly id: string;
  readonly publishedAt: Date;
  readonly language: string;
}

/** Puts an article into these lists and no others. */
export async function showIn(
  cx: Cx,
  article: Placed,
  wanted: readonly WantedList[],
): Promise<void> {
  const ids = await listsFor(cx, article.language, wanted);
  // Whoever changes lists takes them in the same order: no two wait for each other. A list that is taken for
  // one article is free for the next one when the transaction ends.
  await sql`select from showing_list where id = any(${ids}::integer[])
      or id in (select list_id from showing where article_id = ${article.id})
    order by id for update`.execute(cx.db);
  await sql`delete from showing where article_id = ${article.id}
    and (list_id <> all(${ids}::integer[]) or published_at <> ${article.publishedAt})`.execute(
    cx.db,
  );
  await sql`insert into showing (list_id, published_at, article_id)
    select id, ${article.publishedAt}, ${article.id} from unnest(${ids}::integer[]) id order by id
    on conflict do nothing`.execute(cx.db);
}

/** The ids of lists, which are made when they are not there yet. */
async function listsFor(
  cx: Cx,
  language: string,
  wanted: readonly WantedList[],
): Promise<number[]> {
  if (wanted.length === 0) return [];
  const rows = JSON.stringify(
    wanted.map(({ siteId, kind, sectionId, tag, label }) => ({
      site_id: siteId,
      kind,
      section_id: sectionId ?? null,
      tag: tag ?? null,
      label: label ?? null,
      search: label === undefined ? null : foldForSearch(label),
      language,
    })),
  );
  const asked = sql`jsonb_to_recordset(${rows}::jsonb) w (site_id uuid, kind text, section_id uuid, tag text,
    label text, search text, language text)`;
  await sql`insert into showing_list (site_id, kind, section_id, tag, label, search, language)
    select w.site_id, w.kind, w.section_id, w.tag, w.label, w.search, w.language from ${asked}
    where not exists (select from showing_list l where l.site_id = w.site_id and l.kind = w.kind
      and l.section_id is not distinct from w.section_id and l.tag is not distinct from w.tag
      and l.language = w.language and l.label is not distinct from w.label)
    order by w.site_id, w.kind, w.section_id, w.tag
    on conflict (site_id, kind, section_id, tag, language)
      do update set label = excluded.label, search = excluded.search`.execute(cx.db);
  const found = await all(
    cx.db,
    sql<{
      id: number;
    }>`select l.id from ${asked} join showing_list l on l.site_id = w.site_id and l.kind = w.kind
      and l.language = w.language and l.section_id is not distinct from w.section_id
      and l.tag is not distinct from w.tag order by l.id`,
  );
  return found.map(({ id }) => id);
}

/**
 * Puts the articles of a section into the lists of it and of the section above it, and takes them out of those
 * where they do not belong any more; all at once, however many there are.
 */
export async function relistSection(cx: Cx, sectionId: string): Promise<void> {
  const wrong = (missing: boolean) => sql`with mine as (
      select distinct x.article_id, a.organisation_id, a.language, a.published_at from article_section x
        join showing_article a on a.article_id = x.article_id
        where x.live and x.section_id = ${sectionId} and a.kind <> 'page'),
    wanted as (
      select distinct m.article_id, w.id as section_id from mine m
        join article_section x on x.article_id = m.article_id and x.live
        join section s on s.id = x.section_id and s.deleted_at is null
        cross join lateral (values (s.id), (s.parent_id)) w (id) where w.id is not null),
    there as (
      select m.article_id, l.section_id from mine m join showing s on s.article_id = m.article_id
        join showing_list l on l.id = s.list_id and l.kind = 'section' and l.site_id = m.organisation_id),
    wrong as (${missing ? sql`table wanted except table there` : sql`table there except table wanted`})`;
  await sql`${wrong(true)} insert into showing_list (site_id, kind, section_id, language)
    select distinct m.organisation_id, 'section', w.section_id, m.language from wrong w join mine m using (article_id)
    on conflict do nothing`.execute(cx.db);
  await sql`select from showing_list where site_id = (select organisation_id from section where id = ${sectionId})
    and kind = 'section' order by id for update`.execute(cx.db);
  await sql`${wrong(false)} delete from showing s using wrong w join mine m using (article_id), showing_list l
    where s.article_id = w.article_id and s.list_id = l.id and l.kind = 'section'
      and l.section_id = w.section_id and l.site_id = m.organisation_id`.execute(cx.db);
  await sql`${wrong(true)} insert into showing (list_id, published_at, article_id)
    select l.id, m.published_at, m.article_id from wrong w join mine m using (article_id)
      join showing_list l on l.kind = 'section' and l.section_id = w.section_id and l.language = m.language
        and l.site_id = m.organisation_id
    order by l.id on conflict do nothing`.execute(cx.db);
}
