-- The public site of each union as its people shape it: see the module sites. An organisation without a row has a
-- site all the same, which looks as it always did.

create table site (
  organisation_id uuid primary key references organisation (id) on delete cascade,
  -- Under the name of the union in the head of each page; null: the name that all sites have.
  name text check (btrim(name) <> ''),
  -- A picture of the library in place of the seal.
  emblem text,
  licence text,
  responsible text,
  -- In place of those of the organisation's record.
  address text,
  phone text,
  email text,
  latitude numeric(8, 5) check (latitude between -90 and 90),
  longitude numeric(8, 5) check (longitude between -180 and 180),
  -- How one gets there.
  directions text,
  language text not null default 'vi' check (language in ('vi', 'en')),
  version integer not null default 1,
  changed_at timestamptz not null,
  check ((latitude is null) = (longitude is null))
);

create table site_menu (
  id uuid primary key,
  pid text not null unique,
  organisation_id uuid not null references organisation (id) on delete cascade,
  parent_id uuid references site_menu (id) on delete cascade,
  label text not null check (btrim(label) <> ''),
  -- heading: only opens what is below it.
  target_kind text not null check (target_kind in ('room', 'section', 'page', 'address', 'heading')),
  -- Word of the room, pid of the section or page, or an address.
  target text not null default '',
  position integer not null check (position > 0),
  version integer not null default 1,
  created_at timestamptz not null,
  deleted_at timestamptz,
  check (parent_id <> id),
  check ((target_kind = 'heading') = (target = '')),
  check (target_kind <> 'heading' or parent_id is null)
);
create index site_menu_organisation on site_menu (organisation_id, position) where deleted_at is null;
create index site_menu_parent on site_menu (parent_id);

create table site_banner (
  id uuid primary key,
  pid text not null unique,
  organisation_id uuid not null references organisation (id) on delete cascade,
  place text not null check (place in ('top', 'aside', 'foot')),
  kind text not null check (kind in ('campaign', 'advertisement')),
  title text not null check (btrim(title) <> ''),
  -- A picture of the library; without one the title is shown in words.
  picture text,
  href text,
  -- The days on which it is shown, in Viet Nam.
  during daterange not null default '(,)' check (not isempty(during)),
  position integer not null check (position > 0),
  version integer not null default 1,
  created_at timestamptz not null,
  deleted_at timestamptz
);
create index site_banner_organisation on site_banner (organisation_id, place, position) where deleted_at is null;

create table site_link (
  id uuid primary key,
  pid text not null unique,
  organisation_id uuid not null references organisation (id) on delete cascade,
  -- The heading that it stands under.
  heading text not null default '',
  label text not null check (btrim(label) <> ''),
  href text not null,
  position integer not null check (position > 0),
  version integer not null default 1,
  created_at timestamptz not null,
  deleted_at timestamptz
);
create index site_link_organisation on site_link (organisation_id, heading, position) where deleted_at is null;

create table site_quote (
  id uuid primary key,
  pid text not null unique,
  organisation_id uuid not null references organisation (id) on delete cascade,
  words text not null check (btrim(words) <> ''),
  who text not null check (btrim(who) <> ''),
  source text not null check (btrim(source) <> ''),
  href text,
  position integer not null check (position > 0),
  version integer not null default 1,
  created_at timestamptz not null,
  deleted_at timestamptz
);
create index site_quote_organisation on site_quote (organisation_id, position) where deleted_at is null;

create table site_block (
  id uuid primary key,
  pid text not null unique,
  organisation_id uuid not null references organisation (id) on delete cascade,
  -- The columns of the home: main and aside side by side, then what is as wide as the page, in thirds, whole again.
  place text not null check (place in ('main', 'aside', 'wide', 'thirds', 'foot')),
  -- A kind that a module gives; one that is not there (any more) is passed over.
  kind text not null check (kind ~ '^[a-z]+(_[a-z]+)*$'),
  title text,
  settings jsonb not null default '{}' check (jsonb_typeof(settings) = 'object'),
  position integer not null check (position > 0),
  version integer not null default 1,
  created_at timestamptz not null,
  deleted_at timestamptz
);
create index site_block_organisation on site_block (organisation_id, place, position) where deleted_at is null;

create table site_domain (
  id uuid primary key,
  pid text not null unique,
  organisation_id uuid not null references organisation (id) on delete cascade,
  -- In ASCII, without a dot at the end.
  host text not null check (host = lower(host) and host ~ '^[a-z0-9.-]+\.[a-z0-9-]+$' and right(host, 1) <> '.'),
  -- What its owner has to show there.
  token text not null unique,
  verified_at timestamptz,
  proof text check (proof in ('file', 'record')),
  checked_at timestamptz,
  -- Code of what was found wrong at the last check.
  problem text,
  -- Where the site is at home; the other names lead there.
  main boolean not null default false,
  version integer not null default 1,
  created_at timestamptz not null,
  deleted_at timestamptz,
  check ((verified_at is null) = (proof is null)),
  check (not main or verified_at is not null)
);
create unique index site_domain_once on site_domain (organisation_id, host) where deleted_at is null;
create unique index site_domain_holder on site_domain (host) where deleted_at is null and verified_at is not null;
create unique index site_domain_main on site_domain (organisation_id) where deleted_at is null and main;
create index site_domain_host on site_domain (host);

create table site_redirect (
  id uuid primary key,
  pid text not null unique,
  organisation_id uuid not null references organisation (id) on delete cascade,
  -- Path and question of the old address, as `oldAddress` writes them.
  source text not null check (left(source, 1) = '/'),
  -- A path of this site, or an address elsewhere.
  target text not null,
  version integer not null default 1,
  created_at timestamptz not null,
  deleted_at timestamptz,
  check (source <> target)
);
create unique index site_redirect_once on site_redirect (organisation_id, source) where deleted_at is null;
create index site_redirect_target on site_redirect (organisation_id, target) where deleted_at is null;
