-- Bản tin: issues laid out from articles, and who gets them by e-mail. See the module bulletins.

create table bulletin (
  id uuid primary key,
  pid text not null unique,
  organisation_id uuid not null references organisation (id),
  year integer not null check (year between 1900 and 2999),
  number integer not null check (number between 1 and 9999),
  title text not null check (btrim(title) <> ''),
  -- Words of the editors before the articles; plain text.
  editorial text not null default '',
  -- Who answers for it, licence, copies: as printed on the last page; plain text.
  imprint text not null default '',
  -- pid in the library.
  cover text,
  state text not null default 'draft' check (state in ('draft', 'published')),
  -- From then on its file stays as it is.
  published_at timestamptz,
  -- When its letters were ordered, and how many.
  sent_at timestamptz,
  letters integer check (letters >= 0),
  version integer not null default 1,
  created_at timestamptz not null,
  deleted_at timestamptz,
  check ((state = 'published') = (published_at is not null)),
  check ((sent_at is null) = (letters is null)),
  check (sent_at is null or published_at is not null)
);
create unique index bulletin_number on bulletin (organisation_id, year, number) where deleted_at is null;

create table bulletin_article (
  bulletin_id uuid not null references bulletin (id) on delete cascade,
  -- From 1.
  position integer not null check (position > 0),
  article_id uuid not null references article (id),
  -- As it stood when the issue was published; before that null.
  title text,
  primary key (bulletin_id, article_id),
  unique (bulletin_id, position) deferrable initially deferred
);
create index bulletin_article_article on bulletin_article (article_id);

-- Who asked for the issues of a union. Written to once, to confirm; then until they have enough.
create table bulletin_subscriber (
  id uuid primary key,
  organisation_id uuid not null references organisation (id),
  -- Small letters.
  address text not null check (address = lower(address)),
  asked_at timestamptz not null,
  confirmed_at timestamptz,
  ended_at timestamptz,
  unique (organisation_id, address),
  check (ended_at is null or confirmed_at is not null)
);
create index bulletin_subscriber_wanting on bulletin_subscriber (organisation_id)
  where confirmed_at is not null and ended_at is null;
create index bulletin_subscriber_asked on bulletin_subscriber (asked_at) where confirmed_at is null;

-- Each letter: to confirm (no bulletin), or with an issue. Only the fingerprint of its link's secret is kept.
create table bulletin_letter (
  token_hash bytea primary key,
  subscriber_id uuid not null references bulletin_subscriber (id) on delete cascade,
  bulletin_id uuid references bulletin (id) on delete cascade,
  at timestamptz not null,
  unique (subscriber_id, bulletin_id)
);
