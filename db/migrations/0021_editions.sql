-- An edition of a contest, an honour or a selection: what its union sets, from the draft to its end.
create table edition (
  id uuid primary key,
  pid text not null unique,
  organisation_id uuid not null references organisation (id),
  -- Its address below the union's; stays once people were told of it.
  code text not null,
  -- All that is set; the shape is EditionContent of modules/calls.
  content jsonb not null,
  search text not null,
  state text not null default 'draft' check (state in ('draft', 'open', 'closed')),
  -- Number of the revision that holds; 0 before it was opened.
  revision integer not null default 0 check (revision >= 0),
  -- The edition that it was copied from.
  previous_id uuid references edition (id) on delete set null,
  opened_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null,
  deleted_at timestamptz,
  unique (organisation_id, code),
  check ((state = 'draft') = (opened_at is null)),
  check ((state = 'draft') = (revision = 0))
);
create index edition_organisation on edition (organisation_id, created_at desc) where deleted_at is null;
create index edition_previous on edition (previous_id) where previous_id is not null;

-- What held from when on, since the edition was opened: dossiers are judged by what they were sent under.
create table edition_revision (
  edition_id uuid not null references edition (id),
  number integer not null check (number > 0),
  content jsonb not null,
  reason text,
  since timestamptz not null,
  primary key (edition_id, number)
);
