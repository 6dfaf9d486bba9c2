import type { Invariant } from '../../../platform/module.ts';

export const invariants: readonly Invariant[] = [
  {
    name: 'showing_of_what_is_not_public',
    sql: `select x.article_id from showing_article x join article a on a.id = x.article_id
      join organisation o on o.id = a.organisation_id
      where a.live_version is null or a.deleted_at is not null or o.deleted_at is not null`,
  },
  {
    name: 'showing_missing_of_what_is_public',
    sql: `select a.id from article a join organisation o on o.id = a.organisation_id
      where a.live_version is not null and a.deleted_at is null and o.deleted_at is null and not exists (select from showing_article x where x.article_id = a.id)`,
  },
  {
    name: 'showing_unlike_its_article',
    sql: `select x.article_id from showing_article x join article a on a.id = x.article_id
      where x.pid <> a.pid or x.organisation_id <> a.organisation_id or x.slug is distinct from a.slug
        or x.published_at is distinct from a.published_at or x.updated_at is distinct from a.updated_at
        or x.kind <> a.kind or x.pinned is distinct from a.pinned`,
  },
  {
    name: 'showing_lists_of_an_article',
    sql: `select x.article_id from showing_article x where x.kind <> 'page' and 2 <> (
        select count(*) from showing s join showing_list l on l.id = s.list_id
        where s.article_id = x.article_id and l.site_id = x.organisation_id and l.language = x.language
          and s.published_at = x.published_at and l.kind in ('all', x.kind))
      union all select s.article_id from showing s join showing_article x on x.article_id = s.article_id
        where x.kind = 'page' or s.published_at <> x.published_at`,
  },
  {
    // Own sections and the ones above them, nothing else.
    name: 'showing_in_another_section',
    sql: `with wanted as (
        select distinct x.article_id, x.organisation_id as site_id, w.id as section_id from showing_article x
          join article_section t on t.article_id = x.article_id and t.live
          join section s on s.id = t.section_id and s.deleted_at is null
          cross join lateral (values (s.id), (s.parent_id)) w (id)
          where w.id is not null and x.kind <> 'page'),
      there as (
        select s.article_id, l.site_id, l.section_id from showing s join showing_list l on l.id = s.list_id
          join showing_article x on x.article_id = s.article_id and x.organisation_id = l.site_id
          where l.kind = 'section')
      (table wanted except table there) union all (table there except table wanted)`,
  },
  {
    name: 'showing_at_its_authors',
    sql: `with wanted as (
        select distinct x.article_id, x.organisation_id as site_id, e->>'slug' as slug from showing_article x
          cross join jsonb_array_elements(x.authors) e where x.kind <> 'page' and e->>'slug' is not null),
      there as (
        select s.article_id, l.site_id, l.tag as slug from showing s join showing_list l on l.id = s.list_id
          where l.kind = 'author')
      (table wanted except table there) union all (table there except table wanted)`,
  },
  {
    name: 'showing_month_counted',
    sql: `select list_id, month from (
        select list_id, month, count(*)::integer as articles from showing group by list_id, month
        union all select list_id, month, -articles from showing_month) t
      group by list_id, month having sum(articles) <> 0`,
  },
  {
    name: 'showing_words_of_each',
    sql: `select x.article_id from showing_article x left join showing_words w on w.article_id = x.article_id
      where w.article_id is null or w.published_at <> x.published_at
        or not w.keys @> array['@s:' || x.organisation_id, '@k:' || x.kind, '@l:' || x.language]`,
  },
  {
    name: 'showing_elsewhere_only_chosen',
    sql: `select s.article_id, l.site_id from showing s join showing_list l on l.id = s.list_id
        join showing_article x on x.article_id = s.article_id
        where l.site_id <> x.organisation_id and not exists (select from showing_offer o
          where o.article_id = s.article_id and o.site_id = l.site_id and o.state = 'chosen')
      union all
      select o.article_id, o.site_id from showing_offer o join showing_article x on x.article_id = o.article_id
        where o.state = 'chosen' and x.kind <> 'page' and not exists (select from showing s
          join showing_list l on l.id = s.list_id
          where s.article_id = o.article_id and l.site_id = o.site_id and l.kind = 'all')`,
  },
];
