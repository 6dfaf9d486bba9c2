-- Kinds of activity are data: the union adds its own fields without a programmer.
create table activity_kind (
  code text primary key,
  name text not null,
  -- what one record is called in a button: 'hội thảo' in 'Ghi nhận hội thảo'
  noun text not null,
  topic text not null,
  -- [{key, label, type: text|long_text|number|integer|money|day|choice|yes_no, required, unit, help, options: [{value, label}]}]
  fields jsonb not null default '[]',
  sort integer not null,
  active boolean not null default true
);

create table activity (
  id uuid primary key,
  pid text not null unique,
  organisation_id uuid not null references organisation (id),
  kind text not null references activity_kind (code),
  title text not null check (title <> ''),
  search text not null,
  starts_on date not null,
  ends_on date check (ends_on >= starts_on),
  role text not null default 'host' check (role in ('host', 'co_host', 'participant')),
  place text,
  partners text,
  summary text,
  data jsonb not null default '{}',
  version integer not null default 1,
  created_at timestamptz not null,
  created_by uuid,
  deleted_at timestamptz
);
create index activity_organisation on activity (organisation_id, starts_on desc) where deleted_at is null;
create index activity_kind_day on activity (kind, starts_on) where deleted_at is null;
-- Figures look at each union's activities of some kinds until a day.
create index activity_figures on activity (organisation_id, kind, starts_on) where deleted_at is null;
create index activity_search on activity using gin (search gin_trgm_ops);

create table distinction_title (
  code text primary key,
  name text not null,
  form text not null,
  recipients text not null check (recipients in ('organisation', 'person', 'both')),
  sort integer not null
);

create table distinction (
  id uuid primary key,
  pid text not null unique,
  -- the organisation in whose register it stands and whose figures it counts in
  organisation_id uuid not null references organisation (id),
  recipient_organisation_id uuid references organisation (id),
  recipient_person_id uuid references person (id),
  title text not null references distinction_title (code),
  level text not null check (level in ('state', 'prime_minister', 'ministry', 'province', 'national_union', 'sector', 'union', 'other')),
  class text,
  decision_no text,
  decided_on date not null,
  giver text,
  note text,
  search text not null,
  revoked_on date,
  revoked_reason text,
  version integer not null default 1,
  created_at timestamptz not null,
  created_by uuid,
  deleted_at timestamptz,
  check (num_nonnulls(recipient_organisation_id, recipient_person_id) = 1)
);
create index distinction_organisation on distinction (organisation_id, decided_on desc) where deleted_at is null;
create index distinction_title_level on distinction (title, level) where deleted_at is null;
create index distinction_search on distinction using gin (search gin_trgm_ops);
