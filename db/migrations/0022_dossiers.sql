-- Dossiers: what is entered in an edition, from the first line to what it won.
create table dossier (
  id uuid primary key,
  pid text not null unique,
  edition_id uuid not null references edition (id),
  origin text not null check (origin in ('link', 'paper', 'import', 'forwarded')),
  -- The dossier of another edition that it was made from: a winner that was sent on.
  source_id uuid references dossier (id) on delete set null,
  state text not null default 'draft'
    check (state in ('draft', 'submitted', 'returned', 'valid', 'invalid', 'withdrawn')),
  -- Where its links and receipts go; null: it came on paper or from a file.
  email text,
  -- What is being written: {entrant, field, answers}. What was submitted stands in dossier_version.
  working jsonb not null,
  saved_at timestamptz not null,
  -- As it counts now: from the version that holds, the field also by a move.
  entrant text,
  field text,
  title text not null default '',
  search text not null default '',
  -- Number of its receipt, from the first time it was submitted.
  number text,
  -- The version that holds; 0: none was submitted.
  submitted integer not null default 0 check (submitted >= 0),
  first_submitted_at timestamptz,
  submitted_at timestamptz,
  -- Why it is valid or not, or why it was withdrawn.
  reason text,
  version integer not null default 1,
  created_at timestamptz not null,
  unique (edition_id, number),
  check ((submitted = 0) = (submitted_at is null)),
  check ((submitted = 0) = (first_submitted_at is null)),
  check ((submitted = 0) = (number is null)),
  check (origin = 'import' or (state = 'draft') = (submitted = 0))
);
create index dossier_edition on dossier (edition_id, state, submitted_at);
create index dossier_email on dossier (edition_id, email);
create index dossier_source on dossier (source_id);

-- The last number of the receipts of an edition.
create table edition_series (
  edition_id uuid primary key references edition (id),
  last integer not null check (last > 0)
);

-- What was submitted, as it was: the hash is that of the text, the receipt is signed.
create table dossier_version (
  dossier_id uuid not null references dossier (id),
  number integer not null check (number > 0),
  -- Revision of the edition that it was sent under.
  revision integer not null,
  frozen text not null,
  sha256 text not null check (sha256 = encode(sha256(convert_to(frozen, 'UTF8')), 'hex')),
  -- When the server had the whole request.
  received_at timestamptz not null,
  receipt text not null,
  signature text not null,
  key_id text not null,
  primary key (dossier_id, number)
);
create index dossier_version_sha256 on dossier_version (sha256);
create trigger dossier_version_no_update before update on dossier_version for each row execute function refuse_change();

-- The people of the version that holds.
create table dossier_author (
  dossier_id uuid not null references dossier (id) on delete cascade,
  position integer not null,
  -- Of name and birth: a consent is for one human, wherever the row stands.
  key text not null,
  name text not null,
  birth text,
  details jsonb not null,
  primary key (dossier_id, position)
);
create index dossier_author_key on dossier_author (key);

create table dossier_file (
  dossier_id uuid not null references dossier (id) on delete cascade,
  file_id uuid not null references file (id),
  -- Key of the field of the form.
  field text not null,
  position integer not null,
  -- Taken out of what is being written; a submitted version may still have it.
  removed_at timestamptz,
  primary key (dossier_id, file_id)
);
create index dossier_file_file on dossier_file (file_id);

-- Each answer to what is asked for; the newest of a purpose holds.
create table dossier_consent (
  id uuid primary key,
  dossier_id uuid not null references dossier (id) on delete cascade,
  author text not null,
  party text not null check (party in ('author', 'representative')),
  purpose text not null check (purpose in ('enter', 'publish', 'forward')),
  given boolean not null,
  -- Who said so, as written then.
  told_by text not null,
  how text not null check (how in ('page', 'link', 'paper')),
  at timestamptz not null
);
create index dossier_consent_dossier on dossier_consent (dossier_id, at);

-- Links sent by e-mail: the entrant's, and those by which somebody agrees for one author.
create table dossier_link (
  token_hash bytea primary key,
  dossier_id uuid not null references dossier (id) on delete cascade,
  email text not null,
  author text,
  party text check (party in ('author', 'representative')),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  check (num_nonnulls(author, party) in (0, 2))
);
create index dossier_link_dossier on dossier_link (dossier_id);

-- Time given to one dossier: when it is returned with remarks, or as an exception that somebody answers for.
create table dossier_leave (
  id uuid primary key,
  dossier_id uuid not null references dossier (id) on delete cascade,
  reason text not null check (reason in ('supplement', 'exception')),
  from_at timestamptz not null,
  -- Vietnam time to the second, the last one included.
  until text not null,
  acts text[] not null check (cardinality(acts) > 0),
  words text not null,
  -- [{field, words}]: what is to be mended in which field.
  remarks jsonb not null default '[]',
  -- The version that answered it.
  answered integer,
  given_by uuid
);
create index dossier_leave_dossier on dossier_leave (dossier_id, from_at);

-- What it won: here, or at a higher level where it was sent.
create table dossier_award (
  id uuid primary key,
  dossier_id uuid not null references dossier (id) on delete cascade,
  level text not null check (level in ('commune', 'district', 'province', 'ministry', 'nation', 'international')),
  -- Key of the edition's prize; null: the edition has none of that name.
  prize text,
  name text not null,
  year integer,
  decision text,
  decided_on date,
  recorded_at timestamptz not null
);
create index dossier_award_dossier on dossier_award (dossier_id);
