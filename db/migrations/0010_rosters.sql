-- Rosters that come in as files: the file, how its columns were read, its rows, and what became of them.
create table roster_import (
  id uuid primary key,
  pid text not null unique,
  organisation_id uuid not null references organisation (id),
  file_id uuid not null references file (id),
  file_name text not null,
  state text not null default 'opened' check (state in (
    'opened', 'mapped', 'checking', 'checked', 'applying', 'applied', 'undoing', 'undone', 'cancelled', 'failed')),
  sheet integer not null default 0,
  sheet_name text not null default '',
  -- Row of the headers as Excel counts; rows after it are data.
  header_row integer,
  -- Fingerprint of the headers: the same shape is mapped the same way next time.
  shape text,
  -- What was found and chosen: a list of columns (see rosters/schema.ts).
  columns jsonb not null default '[]',
  -- {asOf, likelyFrom, sensitive …}
  options jsonb not null default '{}',
  counts jsonb not null default '{}',
  -- The last row of the file that stands in roster_row: reading goes on after it.
  read_to integer not null default 0,
  run_id uuid,
  requested_by uuid,
  created_at timestamptz not null,
  applied_at timestamptz,
  undone_at timestamptz,
  version integer not null default 1
);
create index roster_import_organisation on roster_import (organisation_id, created_at desc);

-- One row of a file as it was understood. After the import it stays as the provenance of what it wrote.
create table roster_row (
  import_id uuid not null,
  row_number integer not null,
  -- 'ready', 'review' (taken, somebody should look), 'rejected' (cannot be taken), 'skipped' by hand
  state text not null,
  -- [{path: field, code, data}] with the cell's address in data; null when there is nothing to say
  issues jsonb,
  -- The cells as they were, where there is something to say about the row
  raw jsonb,
  family text not null default '',
  middle text not null default '',
  given text not null default '',
  search text not null default '',
  gender text,
  birth_date text,
  phones text[] not null default '{}',
  email text,
  degrees text[] not null default '{}',
  field text,
  workplace text,
  job text,
  address text,
  note text,
  organisation_id uuid,
  branch text,
  joined text,
  kind text,
  card_number text,
  post text,
  citizen_id text,
  citizen_id_index text,
  ethnicity text,
  religion text,
  party text,
  -- Fingerprint of all values: the same row in another file is the same person
  fingerprint bytea,
  -- What matching found: a person of the registry, or another row of this file
  match text check (match in ('row', 'certain', 'likely', 'hidden', 'same_row')),
  match_person uuid,
  match_row integer,
  score integer,
  evidence jsonb,
  -- What a person said about the match: 'same', 'different', 'later'
  decision text,
  -- What became of it
  outcome text check (outcome in ('created', 'updated', 'unchanged', 'duplicate', 'rejected', 'skipped')),
  person_id uuid,
  membership_id uuid,
  -- {field: old value} of an existing person or membership that this row changed
  before jsonb,
  primary key (import_id, row_number)
);
create index roster_row_person on roster_row (person_id) where person_id is not null;
create index roster_row_fingerprint on roster_row (organisation_id, fingerprint) where outcome in ('created', 'updated', 'unchanged');

-- How the columns of a file of this shape were mapped the last time.
create table roster_mapping (
  organisation_id uuid not null references organisation (id),
  shape text not null,
  header_row integer not null,
  mapping jsonb not null,
  updated_at timestamptz not null,
  primary key (organisation_id, shape)
);
