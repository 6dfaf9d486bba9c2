-- Persons in full, memberships and posts with their dates, consent, sensitive fields, who looked.
-- Partial dates are text: 'YYYY', 'YYYY-MM' or 'YYYY-MM-DD'.
create domain partial_date as text
  check (value ~ '^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$');

drop index person_sort;

alter table person
  -- The same human being may be known to two unions that do not see each other's records: all records
  -- of one human share this id (the id of one of them), and are counted once.
  add column identity_id uuid,
  -- The organisation that keeps the record: it sees the person also before and after a membership.
  add column keeper_id uuid references organisation (id),
  add column gender text check (gender in ('male', 'female', 'other')),
  add column birth_date partial_date,
  -- Digits with a leading 0, or + and the country: '0912000118', '+4915…'
  add column phones text[] not null default '{}',
  add column email text,
  -- Codes of degrees and titles in the order of their rank: 'GS', 'TS', 'KS' …
  add column degrees text[] not null default '{}',
  add column field text,
  add column workplace text,
  add column job text,
  add column address text,
  add column note text,
  -- Set when the record was joined into another one; it is then out of every list.
  add column merged_into uuid references person (id);
create function own_identity() returns trigger language plpgsql as $$
begin
  new.identity_id := new.id;
  return new;
end $$;
create trigger person_own_identity before insert on person
  for each row when (new.identity_id is null) execute function own_identity();
update person set identity_id = id;
alter table person alter column identity_id set not null;
create index person_name on person (search, birth_date);
create index person_phones on person using gin (phones);
create index person_email on person (email) where email is not null;
create index person_identity_id on person (identity_id) where identity_id <> id;
create index person_merged on person (merged_into) where merged_into is not null;
create index person_gone on person (id) where deleted_at is not null or merged_into is not null;
create index person_keeper on person (keeper_id) where keeper_id is not null;

create table membership (
  id uuid primary key,
  pid text not null unique,
  person_id uuid not null references person (id),
  -- The person's identity_id, kept beside it so that people are counted once without a join.
  identity_id uuid not null,
  organisation_id uuid not null references organisation (id),
  -- A branch as it was written, where no organisation of that name stands below.
  branch text,
  -- From the day of joining (or the day from which the roster knows of it) to the day of leaving.
  during daterange not null check (not isempty(during)),
  -- The day of joining as it is known, which may be a year only.
  joined partial_date,
  kind text not null default 'full' check (kind in ('full', 'associate', 'honorary')),
  card_number text,
  note text,
  left_reason text,
  version integer not null default 1,
  created_at timestamptz not null,
  deleted_at timestamptz,
  exclude using gist (person_id with =, organisation_id with =, during with &&)
    where (deleted_at is null and not upper_inf(during))
);
create unique index membership_open on membership (person_id, organisation_id)
  where deleted_at is null and upper_inf(during);
-- Whose they are: visibility asks it of each person of a list.
create index membership_person on membership (person_id) where deleted_at is null;
create index membership_organisation on membership (organisation_id, identity_id) where deleted_at is null;
create index membership_card on membership (card_number) where card_number is not null and deleted_at is null;

-- The sum tells whether persons or memberships changed since a figure was computed: figures of hundreds
-- of thousands are kept under it. Writers only add rows, so that none waits for another; now and then
-- the rows are put together into one.
create table member_change (n bigint not null);
create function note_member_change() returns trigger language plpgsql as $$
begin
  insert into member_change values (1);
  return null;
end $$;
create trigger person_change after insert or update or delete or truncate on person
  for each statement execute function note_member_change();
create trigger membership_change after insert or update or delete or truncate on membership
  for each statement execute function note_member_change();

-- What somebody is in an organisation for a time: chairman, member of the committee …
create table post (
  id uuid primary key,
  pid text not null unique,
  person_id uuid not null references person (id),
  organisation_id uuid not null references organisation (id),
  title text not null check (title <> ''),
  during daterange not null check (not isempty(during)),
  decision text,
  version integer not null default 1,
  created_at timestamptz not null,
  deleted_at timestamptz
);
create index post_person on post (person_id) where deleted_at is null;
create index post_organisation on post (organisation_id) where deleted_at is null;

-- Consent per purpose; the newest line of a purpose holds.
create table consent (
  id uuid primary key,
  person_id uuid not null references person (id),
  purpose text not null check (purpose in ('contact', 'mailing', 'directory', 'photo', 'share_national')),
  given boolean not null,
  source text,
  given_at timestamptz not null
);
create index consent_person on consent (person_id, purpose, given_at desc);

-- Encrypted; `…_index` is a keyed fingerprint of the digits, to find the same number again.
create table person_identity (
  person_id uuid primary key references person (id),
  citizen_id text,
  citizen_id_index text,
  ethnicity text,
  religion text,
  party text
);
create index person_identity_citizen on person_identity (citizen_id_index) where citizen_id_index is not null;

-- Which event read whose sensitive fields, for the page "who looked".
create table person_look (
  person_id uuid not null references person (id),
  -- Written before the event itself, in the same transaction.
  event_id uuid not null references event (id) deferrable initially deferred,
  fields text[] not null,
  primary key (person_id, event_id)
);

-- Two records that may be the same human, with the evidence; decided by whoever sees both.
create table duplicate_pair (
  id uuid primary key,
  pid text not null unique,
  person_a uuid not null references person (id),
  person_b uuid not null references person (id) check (person_a < person_b),
  -- The lowest organisation that stands above both.
  organisation_id uuid not null references organisation (id),
  score integer not null,
  -- [{code, points}]
  evidence jsonb not null,
  state text not null default 'open' check (state in ('open', 'same', 'different', 'later')),
  import_id uuid,
  decided_by uuid,
  decided_at timestamptz,
  created_at timestamptz not null,
  unique (person_a, person_b)
);
create index duplicate_pair_open on duplicate_pair (organisation_id, score desc) where state in ('open', 'later');

create table person_merge (
  id uuid primary key,
  pid text not null unique,
  kept_id uuid not null references person (id),
  merged_id uuid not null references person (id),
  organisation_id uuid not null references organisation (id),
  -- {references: [{table, column, ids}], fields: {field: old value of the kept one}, …}
  undo jsonb not null,
  merged_at timestamptz not null,
  merged_by uuid,
  undone_at timestamptz
);
create index person_merge_kept on person_merge (kept_id) where undone_at is null;

-- From how many points two records are proposed as the same human (60) at a union.
create table match_setting (
  organisation_id uuid primary key references organisation (id),
  likely_from integer not null check (likely_from between 30 and 100)
);

-- A list's filter that somebody keeps under a name.
create table saved_filter (
  id uuid primary key,
  pid text not null unique,
  account_id uuid not null,
  organisation_id uuid not null references organisation (id),
  list text not null,
  name text not null check (name <> ''),
  query text not null,
  created_at timestamptz not null,
  unique (account_id, organisation_id, list, name)
);
