-- Where the public reads: what of the articles is shown on which site, in which lists, and the words by which it
-- is found. Written in the transaction of what happens to an article. See the module showings.

-- Each article that the public may read now, as lists and addresses need it.
create table showing_article (
  article_id uuid primary key references article (id) on delete cascade,
  pid text not null unique,
  organisation_id uuid not null references organisation (id),
  kind text not null check (kind in ('news', 'notice', 'page')),
  language text not null check (language in ('vi', 'en')),
  slug text not null,
  title text not null,
  -- Folded: for suggestions while somebody types.
  title_search text collate "C" not null,
  lead text not null,
  -- pid in the library.
  cover text,
  -- [{name, role}]
  authors jsonb not null,
  -- [{slug, name}]
  tags jsonb not null,
  -- The main section.
  section_id uuid references section (id),
  number text,
  due_on date,
  pinned integer,
  published_at timestamptz not null,
  updated_at timestamptz not null,
  unique (organisation_id, slug)
);
create index showing_article_title on showing_article (title_search);
create index showing_article_pinned on showing_article (organisation_id, pinned) where pinned is not null;
create index showing_article_updated on showing_article (organisation_id, updated_at desc, article_id);
create index showing_article_section on showing_article (section_id);

-- A list of a site: news, notices, both, of a section (with its children), of a tag.
create table showing_list (
  id integer generated always as identity primary key,
  site_id uuid not null references organisation (id),
  kind text not null check (kind in ('all', 'news', 'notice', 'section', 'tag')),
  section_id uuid references section (id) on delete cascade,
  -- Its word in addresses, its name, and the name folded.
  tag text,
  label text,
  search text collate "C",
  language text not null check (language in ('vi', 'en')),
  unique nulls not distinct (site_id, kind, section_id, tag, language),
  check ((kind = 'section') = (section_id is not null)),
  check ((kind = 'tag') = (tag is not null)),
  check ((tag is null) = (label is null) and (tag is null) = (search is null))
);
create index showing_list_section on showing_list (section_id) where section_id is not null;
create index showing_list_tag on showing_list (search) where tag is not null;

-- An article in a list.
create table showing (
  list_id integer not null references showing_list (id) on delete cascade,
  published_at timestamptz not null,
  article_id uuid not null references showing_article (article_id) on delete cascade,
  month date not null generated always as
    (date_trunc('month', published_at at time zone 'Asia/Ho_Chi_Minh')::date) stored,
  primary key (list_id, published_at, article_id)
);
create index showing_of_article on showing (article_id);
create trigger showing_no_change before update on showing for each row execute function refuse_change();

-- How many articles of a month a list has: the way to a deep page, and the archive by year and month.
create table showing_month (
  list_id integer not null references showing_list (id) on delete cascade,
  month date not null,
  articles integer not null check (articles >= 0),
  primary key (list_id, month)
);

create function showing_counted() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into showing_month (list_id, month, articles)
      select list_id, month, count(*) from touched group by list_id, month order by list_id, month
      on conflict (list_id, month) do update set articles = showing_month.articles + excluded.articles;
  else
    update showing_month m set articles = m.articles - t.articles
      from (select list_id, month, count(*)::integer as articles from touched group by list_id, month) t
      where m.list_id = t.list_id and m.month = t.month;
    delete from showing_month m using (select distinct list_id, month from touched) t
      where m.list_id = t.list_id and m.month = t.month and m.articles = 0;
  end if;
  return null;
end $$;
create trigger showing_added after insert on showing referencing new table as touched
  for each statement execute function showing_counted();
create trigger showing_gone after delete on showing referencing old table as touched
  for each statement execute function showing_counted();

-- The words by which an article is found. Rows are narrow, what is long lies beside them: thousands of rows that
-- have a frequent word are then sorted without reading their texts.
create table showing_words (
  article_id uuid primary key references showing_article (article_id) on delete cascade,
  published_at timestamptz not null,
  -- Words folded, with dấu, in pairs, each with where it stands; and what results are narrowed by.
  keys text[] collate "C" not null,
  -- The text from which results show a piece.
  body text not null
) with (toast_tuple_target = 128);
create index showing_words_keys on showing_words using gin (keys);

-- The newest articles that have all the keys, first those of the years since a day (`recent`: the marks of these
-- years): of words that stand in half of all texts they are enough, of others few are older. Never by walking through
-- the table: that would read every text. One plan is right for all keys, so it is made once for a connection.
create function showing_with(wanted text[], recent text[], since timestamptz, most integer)
  returns table (article_id uuid, published_at timestamptz) language plpgsql stable
  set enable_seqscan = off set plan_cache_mode = force_generic_plan set max_parallel_workers_per_gather = 0
  as $$ declare found integer; begin
    return query select w.article_id, w.published_at from showing_words w
      where w.keys @> wanted and w.keys && recent and w.published_at >= since
      order by w.published_at desc, w.article_id desc limit most;
    get diagnostics found = row_count;
    if found < most then
      return query select w.article_id, w.published_at from showing_words w
        where w.keys @> wanted and w.published_at < since
        order by w.published_at desc, w.article_id desc limit most - found;
    end if;
  end $$;

-- The same, of those that also have one of some others: the sections that results are narrowed by.
create function showing_within(wanted text[], within text[], recent text[], since timestamptz, most integer)
  returns table (article_id uuid, published_at timestamptz) language plpgsql stable
  set enable_seqscan = off set plan_cache_mode = force_generic_plan set max_parallel_workers_per_gather = 0
  as $$ declare found integer; begin
    return query select w.article_id, w.published_at from showing_words w
      where w.keys @> wanted and w.keys && within and w.keys && recent and w.published_at >= since
      order by w.published_at desc, w.article_id desc limit most;
    get diagnostics found = row_count;
    if found < most then
      return query select w.article_id, w.published_at from showing_words w
        where w.keys @> wanted and w.keys && within and w.published_at < since
        order by w.published_at desc, w.article_id desc limit most - found;
    end if;
  end $$;

-- When anything that a site shows changed last, and how often it did: feeds and sitemaps that somebody has already
-- are not made again.
create table showing_site (
  site_id uuid primary key references organisation (id) on delete cascade,
  changed_at timestamptz not null,
  changes bigint not null default 1
);

-- What a union offers to the national site, and where that shows it.
create table showing_offer (
  article_id uuid primary key references article (id) on delete cascade,
  -- Whose site it is offered to.
  site_id uuid not null references organisation (id),
  state text not null check (state in ('offered', 'chosen', 'declined', 'taken_back')),
  -- Of the site that it is offered to; null: its news only.
  section_id uuid references section (id) on delete set null,
  offered_at timestamptz not null,
  offered_by text not null,
  decided_at timestamptz,
  decided_by text,
  note text,
  version integer not null default 1,
  check (section_id is null or state = 'chosen'),
  check ((decided_at is null) = (decided_by is null)),
  check (state not in ('chosen', 'declined') or decided_at is not null)
);
create index showing_offer_site on showing_offer (site_id, state, offered_at desc);
create index showing_offer_section on showing_offer (section_id) where section_id is not null;
