// What can be wrong with what the public reads, for each invariant of its modules. It needs the demo's sites.
import type { Fault } from './judging-faults.ts';

const org = (code: string): string => `(select id from organisation where code = '${code}')`;
const one = (table: string, where = 'true'): string =>
  `(select id from ${table} where ${where} order by id limit 1)`;
/** A row of an ordered list of Sơn La's site. */
const row = (table: string, columns: string, values: string): string =>
  `insert into ${table} (id, pid, organisation_id, ${columns}, created_at)
    values (gen_random_uuid(), gen_random_uuid()::text, ${org('sonla')}, ${values}, now())`;
const menu = (label: string, parent: string): string =>
  row(
    'site_menu',
    'label, parent_id, target_kind, target, position',
    `'${label}', ${parent}, 'room', 'news', 1`,
  );

const media: Readonly<Record<string, Fault>> = {
  media_file_is_linked: {
    plant: `delete from file_link where subject_id = ${one('medium')}`,
  },
  media_sizes_are_there: {
    free: ['medium'],
    plant: `update medium set sizes_at = now() where id = ${one('medium', "kind = 'picture'")}`,
  },
  media_poster_is_own_picture: {
    plant: `update medium set poster_id = id where id = ${one('medium', "kind = 'video'")}`,
  },
  album_holds_own_media: {
    plant: `insert into album_medium (album_id, medium_id, position)
      select ${one('album')}, ${one('medium', "kind = 'document'")}, 999`,
  },
  album_cover_stands_in_it: {
    plant: `update album set cover_id = (select id from medium m where not exists
        (select from album_medium x where x.medium_id = m.id) order by id limit 1)
      where id = ${one('album')}`,
  },
  media_organisation_stands: {
    still: ['organisation'],
    plant: `update organisation set deleted_at = now() where code = 'hanoi'`,
  },
};

const draft = `update article set state = 'draft' where id = ${one('article')}`;
const articles: Readonly<Record<string, Fault>> = {
  article_newest_version_exists: {
    free: ['article'],
    plant: `update article set newest = newest + 1 where id = ${one('article')}`,
  },
  article_columns_of_newest_version: {
    plant: `update article set title = 'khác' where id = ${one('article')}`,
  },
  article_state_of_last_transition: { free: ['article'], plant: draft },
  article_address_is_known: {
    plant: `delete from article_slug where article_id = ${one('article')}`,
  },
  section_address_of_its_organisation: {
    plant: `update section_address set organisation_id = ${org('laichau')}
      where section_id = (select section_id from section_address order by 1 limit 1)`,
  },
  article_address_of_its_organisation: {
    plant: `update article_slug set organisation_id = ${org('laichau')}
      where article_id = ${one('article')}`,
  },
  article_parts_of_public_version: {
    still: ['article'],
    free: ['article'],
    plant: `update article set live_version = null, state = 'withdrawn'
      where id = (select article_id from article_tag where live order by 1 limit 1)`,
  },
  article_sections_of_its_organisation: {
    plant: `update section set organisation_id = ${org('laichau')}
      where id = (select section_id from article_section order by 1 limit 1)`,
  },
  article_main_section_is_first: {
    plant: 'update article_section set position = position + 1',
  },
  article_public_sections_stand: {
    plant: `update section set deleted_at = now()
      where id = (select section_id from article_section where live order by 1 limit 1)`,
  },
  article_public_names_agreed: {
    plant: `update article_author set name = 'Người chưa hỏi' where live`,
  },
  article_translation_in_another_language: {
    plant: `update article a set translation_of = t.id from article t
      where t.id <> a.id and t.language = a.language and a.id = ${one('article')}`,
  },
  article_public_was_published: {
    plant: `delete from article_transition where act = 'publish'`,
  },
  section_two_levels: {
    plant: `update section set parent_id = (select id from section where parent_id is not null
        order by id limit 1)
      where id = (select id from section s where parent_id is null
        and not exists (select from section x where x.parent_id = s.id) order by id limit 1)`,
  },
};

const showings: Readonly<Record<string, Fault>> = {
  showing_of_what_is_not_public: {
    free: ['article'],
    plant: `update article set live_version = null, state = 'withdrawn'
      where id = (select article_id from showing_article order by 1 limit 1)`,
  },
  showing_missing_of_what_is_public: {
    plant: `delete from showing_article where article_id = (select article_id from showing_article
      order by 1 limit 1)`,
  },
  showing_unlike_its_article: { plant: `update showing_article set slug = slug || '-x'` },
  showing_lists_of_an_article: {
    plant: `delete from showing where list_id in (select id from showing_list where kind = 'all')`,
  },
  showing_in_another_section: {
    plant: `delete from showing where list_id in (select id from showing_list where kind = 'section')`,
  },
  showing_at_its_authors: {
    plant: `delete from showing where list_id in (select id from showing_list where kind = 'author')`,
  },
  showing_month_counted: { plant: 'update showing_month set articles = articles + 1' },
  showing_words_of_each: { plant: 'delete from showing_words' },
  showing_elsewhere_only_chosen: {
    plant: `update showing_offer set state = 'declined', section_id = null where state = 'chosen'`,
  },
};

const sites: Readonly<Record<string, Fault>> = {
  site_menu_two_levels: {
    ground: menu('a', 'null'),
    plant: `with b as (${menu('b', "(select id from site_menu where label = 'a')")} returning id)
      insert into site_menu (id, pid, organisation_id, label, parent_id, target_kind, target, position, created_at)
      select gen_random_uuid(), 'planted', ${org('sonla')}, 'c', b.id, 'room', 'news', 1, now() from b`,
    free: ['site_menu'],
  },
  site_menu_of_one_site: {
    plant: `update site_menu set organisation_id = ${org('vusta')}
      where id = ${one('site_menu', 'parent_id is not null')}`,
  },
  site_menu_of_one_language: {
    plant: `update site_menu set language = 'en'
      where id = ${one('site_menu', 'parent_id is not null')}`,
  },
  site_addresses_may_be_followed: {
    free: ['site_link'],
    plant: row('site_link', 'label, href, position', `'x', 'javascript:alert(1)', 1`),
  },
  site_at_home_at_one_domain: {
    plant: row(
      'site_domain',
      'host, token, verified_at, proof',
      `'x.example', 'token', now(), 'file'`,
    ),
  },
  site_redirect_never_in_a_circle: {
    ground: row('site_redirect', 'source, target', `'/a', '/b'`),
    plant: row('site_redirect', 'source, target', `'/b', '/a'`),
  },
};

const discussions: Readonly<Record<string, Fault>> = {
  discussion_counts_its_comments: { plant: 'update discussion set comments = comments + 1' },
  comment_answers_a_first_one_of_its_discussion: {
    still: ['comment'],
    plant: `update comment set parent_id = (select m.id from comment m
        where m.parent_id is not null and m.id <> comment.id order by m.id limit 1)
      where parent_id is null`,
  },
  comment_likes_as_counted: { plant: 'update comment set likes = likes + 1' },
  comment_reports_as_counted: { plant: 'update comment set reports = reports + 1' },
  comment_scored_as_found: { plant: 'update comment set score = score + 1' },
  poll_has_its_answers: { plant: 'delete from poll_option where position = 1' },
  poll_counts_its_voters: { plant: 'update poll set voters = voters + 1' },
  poll_counts_its_votes: { plant: 'update poll_option set votes = votes + 1' },
  poll_votes_within_bounds: { plant: 'update poll_option set votes = votes + 1000' },
  poll_vote_names_answers: { plant: `update poll_vote set choices = '{1,1}'` },
};

const counted = `with at as (select id from organisation where code = 'sonla')`;
const visits: Readonly<Record<string, Fault>> = {
  visit_total_is_its_days: {
    plant: `${counted} insert into visit_read_total (organisation_id, kind, pid, reads)
      select id, 'article', 'planted', 3 from at`,
  },
  visit_day_is_its_reads: {
    plant: `${counted} insert into visit_day (organisation_id, day, pages, visits, reads)
      select id, '1999-01-01', 9, 1, 5 from at`,
  },
  visit_part_above_whole: {
    free: ['visit_day'],
    plant: `${counted} insert into visit_day (organisation_id, day, pages, visits, reads)
      select id, '1999-01-01', 1, 9, 0 from at`,
  },
};

const brought = `insert into site_import (id, pid, organisation_id, program, state, file_name, created_at, created_name)
    values ('00000000-0000-7000-8000-00000000beef', 'planted', ${org('sonla')}, 'html', 'done', 'x', now(), 'x')`;
const noted = (kind: string, pid: string): string =>
  `insert into site_brought (organisation_id, origin, kind, origin_id, pid, import_id)
    values (${org('sonla')}, 'html', '${kind}', '1', ${pid}, '00000000-0000-7000-8000-00000000beef')`;
const newcomers: Readonly<Record<string, Fault | readonly Fault[]>> = {
  newcomer_of_its_import: {
    ground: brought,
    plant: noted('comment', `'x'`).replace(org('sonla'), org('vusta')),
  },
  newcomer_at_home: [
    {
      ground: brought,
      plant: noted(
        'media',
        `(select pid from medium where organisation_id <> ${org('sonla')} limit 1)`,
      ),
    },
    {
      ground: brought,
      plant: noted(
        'article',
        `(select pid from article where organisation_id <> ${org('sonla')} limit 1)`,
      ),
    },
    {
      ground: brought,
      plant: noted(
        'section',
        `(select pid from section where organisation_id <> ${org('sonla')} limit 1)`,
      ),
    },
  ],
};

const bulletins: Readonly<Record<string, Fault>> = {
  bulletin_published_has_file: { plant: `delete from file_link where subject_type = 'bulletin'` },
  bulletin_published_names_its_articles: { plant: 'update bulletin_article set title = null' },
  bulletin_articles_of_its_union: {
    plant: `update bulletin_article set article_id = ${one('article', `organisation_id = ${org('vusta')}`)}
      where position = 1 and bulletin_id = ${one('bulletin')}`,
  },
  bulletin_letters_of_its_readers: {
    ground: `insert into bulletin_subscriber (id, organisation_id, address, asked_at)
      values (gen_random_uuid(), ${org('sonla')}, 'planted@example.org', now())`,
    plant: `insert into bulletin_letter (token_hash, subscriber_id, bulletin_id, at)
      select 'planted'::bytea, s.id, ${one('bulletin')}, now() from bulletin_subscriber s
      where s.address = 'planted@example.org'`,
  },
};

/** By the name of the invariant that finds it. */
export const siteFaults: Readonly<Record<string, Fault | readonly Fault[]>> = {
  ...media,
  ...articles,
  ...showings,
  ...sites,
  ...discussions,
  ...visits,
  ...bulletins,
  ...newcomers,
};
