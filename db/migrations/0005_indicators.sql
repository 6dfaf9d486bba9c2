create table indicator (
  id uuid primary key,
  pid text not null unique,
  code text not null unique,
  created_at timestamptz not null
);

-- What an indicator means may change; each meaning holds for the days that it is asked about.
create table indicator_version (
  id uuid primary key,
  pid text not null unique,
  indicator_id uuid not null references indicator (id),
  during daterange not null check (not isempty(during)),
  label text not null,
  unit text,
  decimals integer not null default 0 check (decimals between 0 and 6),
  -- a source that a module offers; null when the value is entered by hand
  source text,
  -- {field: value | [values]}: all must hold
  filter jsonb not null default '{}',
  measure text not null check (measure in ('count', 'sum', 'distinct', 'yes_no', 'stock', 'ratio', 'entered', 'years')),
  -- the field that is summed or told apart
  argument text,
  -- the result is divided by this: 10000 for vạn
  divisor numeric not null default 1 check (divisor > 0),
  -- for a ratio: the codes of the two indicators
  numerator text,
  denominator text,
  scope text not null check (scope in ('self', 'below')),
  -- which records count for a day: all until then, or those of its month, quarter, …
  "window" text not null check ("window" in ('to_date', 'month', 'quarter', 'half_year', 'year', 'on_day')),
  national text not null check (national in ('mean', 'count', 'none')),
  legal_basis text,
  sample boolean not null default false,
  version integer not null default 1,
  exclude using gist (indicator_id with =, during with &&)
);

create table indicator_table (
  id uuid primary key,
  pid text not null unique,
  code text not null unique,
  name text not null,
  legal_basis text,
  sample boolean not null default false,
  version integer not null default 1
);

create table indicator_table_row (
  table_id uuid not null references indicator_table (id),
  position integer not null,
  number text not null,
  heading text,
  indicator_id uuid references indicator (id),
  level integer not null default 1,
  primary key (table_id, position),
  check (num_nonnulls(heading, indicator_id) = 1)
);

-- A value that people enter, and who declared it.
create table indicator_entry (
  id uuid primary key,
  pid text not null unique,
  indicator_id uuid not null references indicator (id),
  organisation_id uuid not null references organisation (id),
  during daterange not null check (not isempty(during)),
  value numeric not null,
  note text,
  declared_by uuid references person (id),
  declared_at timestamptz not null,
  version integer not null default 1,
  deleted_at timestamptz,
  exclude using gist (indicator_id with =, organisation_id with =, during with &&) where (deleted_at is null)
);

-- The remark beside a union's own figure ("từ năm 2012").
create table indicator_note (
  id uuid primary key,
  pid text not null unique,
  indicator_id uuid not null references indicator (id),
  organisation_id uuid not null references organisation (id),
  during daterange not null check (not isempty(during)),
  words text not null,
  version integer not null default 1,
  exclude using gist (indicator_id with =, organisation_id with =, during with &&)
);
