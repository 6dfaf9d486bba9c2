import type { Invariant } from '../../../platform/module.ts';

export const invariants: readonly Invariant[] = [
  {
    name: 'article_newest_version_exists',
    sql: `select a.pid from article a where a.newest is distinct from
      (select max(v.number) from article_version v where v.article_id = a.id)`,
  },
  {
    name: 'article_columns_of_newest_version',
    sql: `select a.pid from article a join article_version v on v.article_id = a.id and v.number = a.newest
      where a.title <> v.content->>'title' or a.language <> v.content->>'language'`,
  },
  {
    name: 'article_state_of_last_transition',
    sql: `select a.pid from article a where a.state is distinct from
      (select t.state from article_transition t where t.article_id = a.id order by t.position desc limit 1)`,
  },
  {
    name: 'article_address_is_known',
    sql: `select a.pid from article a where a.slug is not null and not exists (select from article_slug g
      where g.organisation_id = a.organisation_id and g.slug = a.slug and g.article_id = a.id)`,
  },
  {
    name: 'article_address_of_its_organisation',
    sql: `select g.slug from article_slug g join article a on a.id = g.article_id
      where a.organisation_id <> g.organisation_id`,
  },
  {
    name: 'section_address_of_its_organisation',
    sql: `select g.slug from section_address g join section s on s.id = g.section_id
      where s.organisation_id <> g.organisation_id`,
  },
  {
    name: 'article_parts_of_public_version',
    sql: `select a.pid from article a where a.live_version is null and (
        exists (select from article_section x where x.article_id = a.id and x.live)
        or exists (select from article_tag x where x.article_id = a.id and x.live)
        or exists (select from article_author x where x.article_id = a.id and x.live)
        or exists (select from article_media x where x.article_id = a.id and x.live))`,
  },
  {
    name: 'article_sections_of_its_organisation',
    sql: `select a.pid from article a join article_section x on x.article_id = a.id
      join section s on s.id = x.section_id where s.organisation_id <> a.organisation_id`,
  },
  {
    name: 'article_main_section_is_first',
    sql: `select a.pid from article a where a.section_id is distinct from
      (select x.section_id from article_section x where x.article_id = a.id and not x.live and x.position = 1)`,
  },
  {
    name: 'article_public_sections_stand',
    sql: `select a.pid, s.pid as section from article a join article_section x on x.article_id = a.id and x.live
      join section s on s.id = x.section_id where s.deleted_at is not null`,
  },
  {
    name: 'article_public_names_agreed',
    sql: `select a.pid from article a join article_version v on v.article_id = a.id and v.number = a.live_version
      join article_author x on x.article_id = a.id and x.live
      where not exists (select from jsonb_array_elements(v.content->'authors') e
        where e->>'name' = x.name and (e->>'consent')::boolean)`,
  },
  {
    name: 'article_translation_in_another_language',
    sql: `select a.pid from article a join article t on t.id = a.translation_of
      where t.organisation_id <> a.organisation_id or t.language = a.language or t.translation_of is not null`,
  },
  {
    name: 'article_public_was_published',
    sql: `select a.pid from article a where a.live_version is not null and not exists (
      select from article_transition t where t.article_id = a.id and t.act in ('publish', 'discard')
        and t.version = a.live_version)`,
  },
  {
    name: 'section_two_levels',
    sql: `select s.pid from section s join section p on p.id = s.parent_id
      where p.parent_id is not null or p.organisation_id <> s.organisation_id
        or (s.deleted_at is null and p.deleted_at is not null)`,
  },
];
