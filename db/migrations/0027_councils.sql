-- Who judges an edition, in which councils, and what stands between a judge and a dossier.
create table judge (
  id uuid primary key,
  pid text not null unique,
  edition_id uuid not null references edition (id) on delete cascade,
  -- The record in the registry; null: typed by hand.
  person_id uuid references person (id),
  name text not null check (name <> ''),
  -- Degrees and titles, kept apart from the name: 'PGS.TS'.
  title text,
  unit text,
  email text,
  phone text,
  -- As far as it is known: tells people of the same name apart.
  birth partial_date,
  search text not null,
  state text not null default 'proposed'
    check (state in ('proposed', 'invited', 'accepted', 'declined', 'ended')),
  -- Codes of the edition's fields; empty: any.
  expertise text[] not null default '{}',
  -- So many dossiers at most in one phase.
  max_load integer check (max_load > 0),
  version integer not null default 1,
  invited_at timestamptz,
  answered_at timestamptz,
  -- Why the judge declined, or was ended.
  reason text,
  created_at timestamptz not null,
  unique (edition_id, person_id),
  check (state <> 'invited' or invited_at is not null),
  check (state not in ('accepted', 'declined') or answered_at is not null),
  check (state <> 'ended' or reason is not null)
);
create unique index judge_email on judge (edition_id, email) where email is not null;
create index judge_edition on judge (edition_id, state);
create index judge_person on judge (person_id);

-- Links sent by e-mail; the newest one of a judge is the only one.
create table judge_link (
  token_hash bytea primary key,
  judge_id uuid not null unique references judge (id) on delete cascade,
  email text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null
);

-- Whom and what a judge is related to, in the judge's own words.
create table judge_relation (
  id uuid primary key,
  pid text not null unique,
  judge_id uuid not null references judge (id) on delete cascade,
  relation text not null check (relation in ('family', 'supervisor', 'coauthor', 'unit', 'other')),
  -- A person, a unit, or both.
  name text,
  unit text,
  note text,
  created_at timestamptz not null,
  check (num_nonnulls(name, unit) > 0)
);
create index judge_relation_judge on judge_relation (judge_id, created_at);

create table council (
  id uuid primary key,
  pid text not null unique,
  edition_id uuid not null references edition (id) on delete cascade,
  name text not null check (name <> ''),
  -- Codes of the edition's fields; empty: all of them.
  fields text[] not null default '{}',
  -- Keys of reviewing phases; empty: all of them.
  phases text[] not null default '{}',
  -- Key of the edition's voting rule.
  voting text,
  -- The decision that set it up.
  decision text,
  decided_on date,
  version integer not null default 1,
  created_at timestamptz not null
);
create index council_edition on council (edition_id, created_at);

create table seat (
  id uuid primary key,
  pid text not null unique,
  council_id uuid not null references council (id) on delete cascade,
  judge_id uuid not null references judge (id),
  role text not null check (role in ('chair', 'vice', 'secretary', 'critic', 'member')),
  -- Whether the seat has a vote.
  votes boolean not null,
  given_at timestamptz not null,
  unique (council_id, judge_id)
);
create unique index seat_chair on seat (council_id) where role = 'chair';
create index seat_judge on seat (judge_id);

-- What stands between a judge and a dossier: found in the registry, declared by the judge, or noted by the office.
create table conflict (
  id uuid primary key,
  pid text not null unique,
  judge_id uuid not null references judge (id) on delete cascade,
  dossier_id uuid not null references dossier (id) on delete cascade,
  kind text not null check (kind in ('author', 'same_unit', 'nominating_unit', 'committee', 'coauthor',
    'co_award', 'supervisor', 'family', 'declared', 'other')),
  source text not null check (source in ('registry', 'declared', 'office')),
  -- [{by, sure, …}]: what matched, where, since when; the shape is Evidence of modules/councils.
  evidence jsonb not null,
  -- Whether one of them leaves no doubt who it is.
  sure boolean not null,
  state text not null default 'found' check (state in ('found', 'upheld', 'dismissed')),
  reason text,
  -- Account that decided.
  decided_by uuid,
  decided_at timestamptz,
  found_at timestamptz not null,
  version integer not null default 1,
  unique (judge_id, dossier_id, kind),
  check ((kind = 'declared') = (source = 'declared')),
  check (source <> 'declared' or state <> 'dismissed'),
  check (state <> 'dismissed' or reason is not null),
  check ((state = 'found') = (decided_at is null))
);
create index conflict_dossier on conflict (dossier_id);
