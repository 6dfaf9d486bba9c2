-- The archive: past editions as a file told them, what of the dossiers the public may find, and who asks
-- for the transfer of a solution.
create table past_figures (
  edition_id uuid primary key references edition (id) on delete cascade,
  organisation_id uuid not null references organisation (id),
  -- Folded name: the same file of the same edition is brought in once.
  name_key text not null,
  -- Of the bytes that were read.
  sha256 text not null,
  source text not null,
  -- The figures with their places, as they were written.
  told jsonb not null,
  -- [{code, path, stated, computed, words}]: where they contradict each other.
  problems jsonb not null,
  dossiers integer not null check (dossiers >= 0),
  prizes integer not null check (prizes >= 0),
  imported_at timestamptz not null,
  imported_by uuid,
  unique (organisation_id, name_key)
);

-- Every dossier that has an award or is valid, in an edition that is over. What is shown of it is read
-- from the dossier itself; this row only finds it.
create table archive_entry (
  dossier_id uuid primary key references dossier (id) on delete cascade,
  edition_id uuid not null references edition (id) on delete cascade,
  organisation_id uuid not null references organisation (id),
  year integer not null,
  -- Folded names, and as they are written.
  field text not null,
  field_name text not null,
  prizes text[] not null,
  prize_names text[] not null check (cardinality(prizes) = cardinality(prize_names)),
  -- 1 is the highest prize.
  rank integer not null,
  search text not null,
  -- Whether every consent that is due was there when this was reckoned.
  public boolean not null,
  -- The next day on which an author's age asks for other consents: from that day on the row is not believed.
  changes_on date,
  public_since timestamptz,
  check (public = (public_since is not null))
);
create index archive_entry_order on archive_entry (year desc, rank, dossier_id);
create index archive_entry_union on archive_entry (organisation_id, year desc, rank, dossier_id);
create index archive_entry_edition on archive_entry (edition_id);
create index archive_entry_changes on archive_entry (changes_on);
create index archive_entry_since on archive_entry (public_since desc, dossier_id);
create index archive_entry_search on archive_entry using gin (search gin_trgm_ops);

-- Somebody wants to use a solution; the union's office answers.
create table transfer_request (
  id uuid primary key,
  pid text not null unique,
  organisation_id uuid not null references organisation (id),
  -- null: the dossier is gone.
  dossier_id uuid references dossier (id) on delete set null,
  title text not null,
  name text not null,
  contact text not null,
  message text not null,
  state text not null default 'new' check (state in ('new', 'answered')),
  note text,
  -- Hash of the address that it came from, for a day: who asks too often is stopped.
  sender bytea,
  asked_at timestamptz not null,
  answered_at timestamptz,
  version integer not null default 1,
  check ((state = 'answered') = (answered_at is not null))
);
create index transfer_request_organisation on transfer_request (organisation_id, state, asked_at desc);
create index transfer_request_sender on transfer_request (sender, asked_at);
create index transfer_request_dossier on transfer_request (dossier_id);
