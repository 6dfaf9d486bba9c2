-- What every module stands on: the event log, files, mail, long jobs, settings.
create extension if not exists pg_trgm;
create extension if not exists btree_gist;

-- Where the server has a separate application role, it gets rows but no structure.
do $$ begin
  if exists (select from pg_roles where rolname = 'lientri_app') then
    execute 'grant usage on schema public to lientri_app';
    execute 'alter default privileges in schema public grant select, insert, update, delete on tables to lientri_app';
    execute 'alter default privileges in schema public grant usage, select on sequences to lientri_app';
    execute 'grant select on all tables in schema public to lientri_app';
  end if;
end $$;

create table setting (
  key text primary key,
  value jsonb not null
);

-- One row for each thing that happened. Values lie apart, so that erasure can take them away
-- while the chain over the events stays verifiable.
create table event (
  id uuid primary key,
  at timestamptz not null,
  action text not null,
  actor_person_id uuid,
  actor_account_id uuid,
  actor_label text not null,
  via text not null check (via in ('web', 'api', 'cli', 'job', 'setup')),
  organisation_id uuid,
  subject_type text not null,
  subject_id uuid not null,
  -- {field: {old: hash|null, new: hash|null}}, hashes salted, hex
  digests jsonb not null default '{}',
  reason text,
  request_id text not null
);
create index event_subject on event (subject_type, subject_id, at desc);
create index event_organisation on event (organisation_id, at desc);
create index event_at on event (at desc);

create table event_value (
  event_id uuid not null references event (id),
  field text not null,
  salt bytea not null,
  old jsonb,
  new jsonb,
  primary key (event_id, field)
);

create table event_seal (
  place bigint primary key,
  event_id uuid not null unique references event (id),
  previous bytea not null,
  hash bytea not null unique,
  sealed_at timestamptz not null
);

-- Committed events that wait for the sealer: written with the event, taken away with its seal.
create table event_pending (
  event_id uuid primary key references event (id)
);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'append_only: % on %', tg_op, tg_table_name using errcode = 'insufficient_privilege';
end $$;
create trigger event_append_only before update or delete on event for each row execute function refuse_change();
create trigger event_no_truncate before truncate on event for each statement execute function refuse_change();
create trigger event_seal_append_only before update or delete on event_seal for each row execute function refuse_change();
create trigger event_seal_no_truncate before truncate on event_seal for each statement execute function refuse_change();
-- Values may be erased, never rewritten.
create trigger event_value_no_update before update on event_value for each row execute function refuse_change();

do $$ begin
  if exists (select from pg_roles where rolname = 'lientri_app') then
    execute 'revoke update, delete, truncate on event, event_seal from lientri_app';
    execute 'revoke update, truncate on event_value from lientri_app';
  end if;
end $$;

-- A form that was sent twice is written once: the second sending gets the first one's answer.
create table submission (
  key text primary key,
  actor text not null,
  answer jsonb not null,
  at timestamptz not null
);

create table file (
  id uuid primary key,
  pid text not null unique,
  sha256 text not null,
  size bigint not null check (size >= 0),
  media_type text not null,
  name text not null,
  created_at timestamptz not null,
  created_by uuid
);
create index file_sha256 on file (sha256);

create table file_link (
  file_id uuid not null references file (id),
  subject_type text not null,
  subject_id uuid not null,
  organisation_id uuid not null,
  sort integer not null default 0,
  primary key (subject_type, subject_id, file_id)
);
create index file_link_file on file_link (file_id);

create table mail_message (
  id uuid primary key,
  pid text not null unique,
  recipient text not null,
  subject text not null,
  body text not null,
  created_at timestamptz not null,
  sent_at timestamptz,
  attempts integer not null default 0,
  error text
);
create index mail_message_created on mail_message (created_at desc);

create table job_run (
  id uuid primary key,
  pid text not null unique,
  name text not null,
  organisation_id uuid,
  requested_by uuid,
  payload jsonb not null default '{}',
  state text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'failed', 'cancelled')),
  done bigint not null default 0,
  total bigint,
  message text,
  result jsonb,
  cancel_requested boolean not null default false,
  created_at timestamptz not null,
  started_at timestamptz,
  finished_at timestamptz
);
