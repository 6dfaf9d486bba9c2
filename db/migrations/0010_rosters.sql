-- Rosters that come in as files: the file, how its columns were read, its rows, and what became of them.
create table roster_import (
  id uuid primary key,
  pid text not null unique,
  organisation_id uuid not null references organisation (id),
  -- Null only while a trial lasts, which leaves nothing behind
  file_id uuid references file (id),
  file_name text not null,
  state text not null default 'opened' check (state in (
    'opened', 'mapped', 'checking', 'checked', 'applying', 'applied', 'undoing', 'undone', 'cancelled', 'failed')),
  -- The sheets with a header: where it stands, its shape, how each column is read (rosters/schema.ts)
  sheets jsonb not null default '[]',
  -- {asOf, likelyFrom, rules: {evidence: decision}}
  options jsonb not null default '{}',
  counts jsonb not null default '{}',
  -- The last line of the file that stands in roster_row: reading goes on after it.
  read_to integer not null default 0,
  run_id uuid,
  requested_by uuid,
  created_at timestamptz not null,
  applied_at timestamptz,
  undone_at timestamptz,
  version integer not null default 1
);
create index roster_import_organisation on roster_import (organisation_id, created_at desc);

-- One row of a file as it was understood; never changed by the matching. After the import it stays as
-- the provenance of what it wrote.
create table roster_row (
  import_id uuid not null,
  -- Counts the rows of all sheets; sheet and row_number say where Excel shows it.
  line integer not null,
  sheet smallint not null default 0,
  row_number integer not null,
  -- 'ready', 'review' (taken, somebody should look), 'rejected' (cannot be taken), 'skipped' by hand
  state text not null,
  -- [{path: field, code, data}] with the cell's address in data; null when there is nothing to say
  issues jsonb,
  -- The cells as they were read, where there is something to say about the row
  raw jsonb,
  -- Those of sensitive columns, {index: text}, encrypted as one
  raw_secret text,
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
  primary key (import_id, line)
);

-- What became of a row. While the import is looked at, what would become of it.
create table roster_result (
  import_id uuid not null,
  line integer not null,
  -- Of the import, for the rows of later files of the same organisation
  organisation_id uuid not null,
  outcome text not null check (outcome in ('created', 'updated', 'unchanged', 'duplicate', 'rejected')),
  -- How the person was known: the same row of an earlier file, the evidence, a decision, another row
  match text check (match in ('row', 'certain', 'decided', 'same_row')),
  -- The row of this file that stands for the same person
  leader integer,
  score integer,
  evidence jsonb,
  person_id uuid,
  membership_id uuid,
  -- What the import made: 'person', 'membership', 'identity', 'post:' with its id
  made text[] not null default '{}',
  -- {field: value} that this row changed, as it was and as it was written; the fields of a membership
  -- and of a post stand under 'membership.' and 'post.'
  before jsonb,
  after jsonb,
  fingerprint bytea,
  -- The newest row that tells of this person in this organisation's files
  current boolean not null default false,
  primary key (import_id, line)
);
create index roster_result_person on roster_result (person_id)
  where current or outcome in ('created', 'updated');
create index roster_result_current on roster_result (organisation_id, fingerprint) where current;

-- Rows and persons, or rows among each other, that may be the same human.
create table roster_pair (
  import_id uuid not null,
  line integer not null,
  person_id uuid,
  other_line integer,
  -- Out of the importer's view: never shown, never counted
  hidden boolean not null default false,
  level text not null check (level in ('certain', 'likely')),
  score integer not null,
  evidence jsonb not null,
  -- The codes of the evidence in order, by which a rule decides many pairs
  pattern text not null,
  decision text check (decision in ('same', 'different', 'later')),
  check ((person_id is null) <> (other_line is null))
);
create index roster_pair_import on roster_pair (import_id, line);

-- What a person said about rows and pairs; it holds when the file is looked at again.
create table roster_choice (
  import_id uuid not null,
  line integer not null,
  -- Of a pair: with whom
  person_id uuid,
  other_line integer,
  decision text check (decision in ('same', 'different', 'later', 'skip')),
  -- Of a row: {field: text typed in place of the cell}
  cells jsonb
);
create unique index roster_choice_key on roster_choice
  (import_id, line, coalesce(person_id, '00000000-0000-0000-0000-000000000000'), coalesce(other_line, 0), (cells is null));

-- How the columns of a file of this shape were mapped the last time.
create table roster_mapping (
  organisation_id uuid not null references organisation (id),
  shape text not null,
  header_row integer not null,
  mapping jsonb not null,
  updated_at timestamptz not null,
  primary key (organisation_id, shape)
);

-- A table that has just grown a hundredfold is planned for as if it were small, until the server's own
-- upkeep comes by. Only its owner may gather statistics; the application asks for them here.
create function gather_roster_statistics() returns void
language plpgsql security definer set search_path = public as $$
begin
  analyze roster_row;
  analyze roster_result;
  analyze person;
  analyze membership;
end $$;
