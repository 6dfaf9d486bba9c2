-- Reporting rounds: what is asked (templates), of whom (obligations), and what each answered.

create table report_template (
  id uuid primary key,
  pid text not null unique,
  code text not null unique,
  name text not null check (name <> ''),
  period_kind text not null check (period_kind in ('month', 'quarter', 'half_year', 'year', 'term')),
  legal_basis text,
  -- Sections with their rows in order; the shape is TemplateContent of modules/templates.
  content jsonb not null default '{"sections": []}',
  sample boolean not null default false,
  version integer not null default 1,
  created_at timestamptz not null,
  deleted_at timestamptz
);

-- One asking: an organisation asks those below it for one period, by one template.
create table report_round (
  id uuid primary key,
  pid text not null unique,
  organisation_id uuid not null references organisation (id),
  template_id uuid not null references report_template (id),
  name text not null check (name <> ''),
  period text not null,
  during daterange not null check (not isempty(during) and not lower_inf(during) and not upper_inf(during)),
  -- The template as it was when the round was opened: later changes of it change no round.
  content jsonb not null,
  -- Kinds of organisations that are asked directly below the one that asks.
  asked text[] not null check (cardinality(asked) > 0),
  -- Those who are asked may ask the ones below them, with the same form.
  cascades boolean not null default false,
  opens_on date not null,
  due_on date not null check (due_on >= opens_on),
  words text,
  -- A draft is opened by the machine in the morning of opens_on.
  opens_itself boolean not null default false,
  search text not null,
  -- Address of the installation as whoever opened it saw it: for the links in letters.
  site text,
  state text not null default 'draft' check (state in ('draft', 'open', 'closed', 'frozen')),
  version integer not null default 1,
  created_at timestamptz not null,
  deleted_at timestamptz
);
create index report_round_organisation on report_round (organisation_id, lower(during) desc) where deleted_at is null;

-- What one organisation owes in a round, and how far it is. `parent_id` is the obligation of the one
-- that collects it; null: the organisation of the round collects.
create table report_obligation (
  id uuid primary key,
  pid text not null unique,
  round_id uuid not null references report_round (id),
  organisation_id uuid not null references organisation (id),
  parent_id uuid references report_obligation (id),
  due_on date not null,
  extended_reason text,
  state text not null default 'waiting'
    check (state in ('waiting', 'filling', 'submitted', 'checked', 'returned', 'accepted', 'frozen')),
  submitted_at timestamptz,
  submitted_by uuid references person (id),
  -- Approved by its own leader: only then it goes up.
  checked_at timestamptz,
  checked_by uuid references person (id),
  -- The last time places of it were returned.
  returned_at timestamptz,
  accepted_at timestamptz,
  accepted_by uuid references person (id),
  -- The first time it went up: what timeliness is told by.
  first_checked_at timestamptz,
  -- An accepted form may be changed until the end of this day (a lock exception).
  open_until date,
  open_reason text,
  published_at timestamptz,
  version integer not null default 1,
  unique (round_id, organisation_id),
  check (num_nonnulls(open_until, open_reason) in (0, 2))
);
create index report_obligation_parent on report_obligation (parent_id);
create index report_obligation_organisation on report_obligation (organisation_id);

-- What was declared in one row of a form. Absent: nothing yet.
create table report_cell (
  id uuid primary key,
  obligation_id uuid not null references report_obligation (id),
  row_key text not null,
  -- 1 and 0 for yes and no.
  declared numeric,
  -- What the records said, and what those below had declared, when it was last written.
  derived numeric,
  below numeric,
  -- Why declared and derived differ.
  reason text,
  note text,
  state text not null default 'open' check (state in ('open', 'returned', 'accepted')),
  version integer not null default 1,
  updated_at timestamptz not null,
  updated_by uuid references person (id),
  unique (obligation_id, row_key)
);

create table report_narrative (
  id uuid primary key,
  obligation_id uuid not null references report_obligation (id),
  section_key text not null,
  -- Words with figures in them: {I.3} stands for the figure of that row.
  words text not null,
  state text not null default 'open' check (state in ('open', 'returned', 'accepted')),
  version integer not null default 1,
  updated_at timestamptz not null,
  updated_by uuid references person (id),
  unique (obligation_id, section_key)
);

-- What somebody typed over a change that he had not seen: kept, and shown to both until one is chosen.
create table report_rival (
  id uuid primary key,
  pid text not null unique,
  obligation_id uuid not null references report_obligation (id),
  -- A row or a section.
  place text not null,
  declared numeric,
  reason text,
  note text,
  words text,
  -- The version that he had seen, and the one that stood.
  seen_version integer not null,
  stood_version integer not null,
  typed_by uuid references person (id),
  typed_at timestamptz not null,
  settled_at timestamptz
);
create index report_rival_open on report_rival (obligation_id) where settled_at is null;

-- Words about a form or one place of it: why it was returned, what was answered.
create table report_message (
  id uuid primary key,
  pid text not null unique,
  obligation_id uuid not null references report_obligation (id),
  -- A row or a section; null: the whole form.
  place text,
  kind text not null check (kind in ('return', 'answer', 'remark')),
  words text not null check (words <> ''),
  -- Of a return: the version of the place then (of the whole form: the sum of all), so that a later
  -- one tells that it was touched.
  seen_version integer,
  written_by uuid references person (id),
  written_at timestamptz not null,
  -- When the returned place was accepted, or changed and sent again.
  settled_at timestamptz
);
create index report_message_obligation on report_message (obligation_id, written_at);

-- A form as it was when it was frozen: values, reasons, words, and the records behind each value.
-- One that was opened again and frozen anew keeps what was frozen before.
create table report_freeze (
  id uuid primary key,
  pid text not null unique,
  obligation_id uuid not null references report_obligation (id),
  frozen_at timestamptz not null,
  frozen_by uuid references person (id),
  -- Canonical JSON as text: the hash is over these bytes.
  content text not null check (content is json object),
  -- SHA-256, hexadecimal.
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  superseded_at timestamptz
);
create unique index report_freeze_standing on report_freeze (obligation_id) where superseded_at is null;
create index report_freeze_obligation on report_freeze (obligation_id, frozen_at);
create trigger report_freeze_kept before update of content, hash, obligation_id, frozen_at, frozen_by, pid
  on report_freeze for each row execute function refuse_change();
create trigger report_freeze_stays before delete on report_freeze for each row execute function refuse_change();

-- Numbers of official documents: one series for each organisation, year and type, from 1.
create table official_number (
  id uuid primary key,
  pid text not null unique,
  organisation_id uuid not null references organisation (id),
  year integer not null,
  -- 'BC', 'TTr' …
  type text not null,
  number integer not null check (number > 0),
  symbol text not null,
  signed_on date not null,
  signer_id uuid references person (id),
  signer text not null,
  position text not null,
  -- 'TM.', 'KT.' … and whom for, as printed over the position.
  authority text,
  authority_of text,
  obligation_id uuid unique references report_obligation (id),
  taken_at timestamptz not null,
  taken_by uuid references person (id),
  unique (organisation_id, year, type, number)
);

create table report_reminder (
  id uuid primary key,
  obligation_id uuid not null references report_obligation (id),
  -- 'asked': the collector wrote by hand.
  kind text not null check (kind in ('opened', 'due_soon', 'overdue', 'returned', 'asked')),
  -- The day it is about: of the due day, of a week after it, of the returning, of the asking.
  due_on date not null,
  sent_at timestamptz not null,
  unique (obligation_id, kind, due_on)
);
