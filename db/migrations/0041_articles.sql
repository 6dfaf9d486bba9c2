-- What a site's office writes: sections, articles, notices and pages. See the module articles.

-- Two levels: a section, and sections below it.
create table section (
  id uuid primary key,
  pid text not null unique,
  organisation_id uuid not null references organisation (id),
  parent_id uuid references section (id),
  name text not null check (btrim(name) <> ''),
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 80),
  description text not null default '',
  -- Among those of the same parent, from 1.
  position integer not null check (position > 0),
  version integer not null default 1,
  created_at timestamptz not null,
  deleted_at timestamptz,
  check (parent_id <> id)
);
create unique index section_slug on section (organisation_id, slug) where deleted_at is null;
create index section_parent on section (parent_id);

-- What a union's office asks of an article before it is public; without a row: edited and approved, by two people.
create table article_rules (
  organisation_id uuid primary key references organisation (id) on delete cascade,
  editing boolean not null,
  approval boolean not null,
  -- Whether the one who wrote an article may edit and approve it.
  own boolean not null,
  version integer not null default 1,
  set_at timestamptz not null
);

create table article (
  id uuid primary key,
  pid text not null unique,
  organisation_id uuid not null references organisation (id),
  kind text not null check (kind in ('news', 'notice', 'page')),
  -- Of the newest version; what the public reads is told by live_version.
  state text not null default 'draft' check (state in
    ('draft', 'submitted', 'returned', 'edited', 'approved', 'scheduled', 'published', 'withdrawn')),
  -- The newest version, and some of it for lists.
  newest integer not null default 1 check (newest > 0),
  title text not null check (btrim(title) <> ''),
  language text not null check (language in ('vi', 'en')),
  section_id uuid references section (id),
  -- Folded, for searching.
  search text not null,
  -- The version that the public reads; null: none.
  live_version integer check (live_version between 1 and newest),
  -- The version that the public read last.
  last_live integer check (last_live between 1 and newest),
  -- Its address; null until it is public for the first time.
  slug text check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 80),
  -- The first time that it was public: may lie before it was brought here.
  published_at timestamptz,
  -- When what the public reads was last changed.
  updated_at timestamptz,
  scheduled_at timestamptz,
  -- Why a publishing that was due did not happen: code of what is wrong, once for a schedule.
  schedule_failed text,
  -- When it is taken off by itself.
  withdraw_at timestamptz,
  -- Of the leading articles of the home: 1 comes first.
  pinned integer check (pinned between 1 and 9),
  comments boolean not null default true,
  translation_of uuid references article (id) on delete set null,
  -- Where it was before: the system, and its id there.
  origin text,
  origin_id text,
  version integer not null default 1,
  created_at timestamptz not null,
  -- Account.
  created_by uuid,
  created_name text not null,
  changed_at timestamptz not null,
  deleted_at timestamptz,
  unique (organisation_id, origin, origin_id),
  check ((origin is null) = (origin_id is null)),
  check ((state = 'scheduled') = (scheduled_at is not null)),
  check (schedule_failed is null or state = 'scheduled'),
  check (state <> 'published' or live_version is not distinct from newest),
  check (state <> 'withdrawn' or live_version is null),
  check (live_version is null or (slug is not null and published_at is not null and updated_at is not null)),
  check (live_version is null or live_version is not distinct from last_live),
  check (deleted_at is null or live_version is null),
  check (translation_of <> id)
);
create index article_of on article (organisation_id, changed_at desc) where deleted_at is null;
create index article_state on article (organisation_id, state) where deleted_at is null;
create index article_section_main on article (section_id);
create index article_search on article using gin (search gin_trgm_ops);
create index article_scheduled on article (scheduled_at) where scheduled_at is not null;
create index article_withdraw on article (withdraw_at) where withdraw_at is not null;
create index article_translation on article (translation_of);
create trigger article_no_change before update of pid, organisation_id, kind, origin, origin_id, created_at, created_by
  on article for each row execute function refuse_change();

-- Each save that changed what is written.
create table article_version (
  article_id uuid not null references article (id) on delete cascade,
  number integer not null check (number > 0),
  -- {title, lead, body, cover, section, sections, tags, authors, source, number, due_on, language, translation_of, slug}
  content jsonb not null,
  at timestamptz not null,
  by_id uuid,
  by_name text not null,
  -- The earlier version that it brings back.
  restores integer check (restores < number),
  primary key (article_id, number)
);
create trigger article_version_no_change before update on article_version
  for each row execute function refuse_change();

create table article_transition (
  article_id uuid not null references article (id) on delete cascade,
  position integer not null check (position > 0),
  act text not null check (act in ('create', 'change', 'submit', 'return', 'edit', 'approve', 'publish',
    'schedule', 'unschedule', 'withdraw', 'discard')),
  -- As it stood afterwards, and the version that was newest.
  state text not null,
  version integer not null,
  at timestamptz not null,
  by_id uuid,
  by_name text not null,
  -- Why; of a schedule, nothing: its time stands in due_at.
  reason text,
  due_at timestamptz,
  primary key (article_id, position),
  check (act not in ('return', 'withdraw') or btrim(coalesce(reason, '')) <> ''),
  check ((act = 'schedule') = (due_at is not null))
);
create trigger article_transition_no_change before update on article_transition
  for each row execute function refuse_change();

-- What the newest version (live: false) and the public one (live: true) name, taken out of their content.
create table article_section (
  article_id uuid not null references article (id) on delete cascade,
  live boolean not null,
  section_id uuid not null references section (id),
  -- 1 is the main section.
  position integer not null check (position > 0),
  primary key (article_id, live, section_id)
);
create index article_section_section on article_section (section_id, live);

create table article_tag (
  article_id uuid not null references article (id) on delete cascade,
  live boolean not null,
  organisation_id uuid not null references organisation (id),
  slug text not null,
  name text not null,
  position integer not null check (position > 0),
  primary key (article_id, live, slug)
);
create index article_tag_slug on article_tag (organisation_id, slug, live);

create table article_author (
  article_id uuid not null references article (id) on delete cascade,
  live boolean not null,
  position integer not null check (position > 0),
  person_id uuid references person (id) on delete set null,
  name text not null,
  -- Folded, for searching.
  search text not null,
  role text not null check (role in ('author', 'photo', 'translator', 'editor')),
  primary key (article_id, live, position)
);
create index article_author_person on article_author (person_id) where person_id is not null;

-- By the public id in the library.
create table article_media (
  article_id uuid not null references article (id) on delete cascade,
  live boolean not null,
  medium text not null,
  primary key (article_id, live, medium)
);
create index article_media_medium on article_media (medium);

-- Every address that it ever had: the old ones lead to the one of now.
create table article_slug (
  organisation_id uuid not null references organisation (id),
  slug text not null,
  article_id uuid not null references article (id) on delete cascade,
  at timestamptz not null,
  primary key (organisation_id, slug)
);
create index article_slug_article on article_slug (article_id);

-- What somebody types and has not saved yet: one text of an account at each article, and one that is new.
create table article_typing (
  account_id uuid not null,
  organisation_id uuid not null references organisation (id) on delete cascade,
  article_id uuid references article (id) on delete cascade,
  typed jsonb not null,
  -- The version of the record that the form was made from.
  base integer,
  at timestamptz not null,
  unique nulls not distinct (account_id, organisation_id, article_id)
);
