-- How often public pages are read: see the module visits. Counters, written in bundles every few seconds, without
-- an event each; nobody can be told from them.

create table visit_day (
  -- What a figure opens as its record.
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisation (id) on delete cascade,
  day date not null,
  pages bigint not null check (pages >= 0),
  -- First pages of somebody who read none in the half hour before.
  visits bigint not null check (visits >= 0),
  -- Those of the pages that show a subject: an article.
  reads bigint not null check (reads >= 0),
  unique (organisation_id, day)
);

create table visit_read (
  -- On whose site it was read.
  organisation_id uuid not null references organisation (id) on delete cascade,
  day date not null,
  kind text not null check (kind ~ '^[a-z][a-z_]{0,39}$'),
  -- The subject's public id.
  pid text not null check (length(pid) between 1 and 64),
  reads bigint not null check (reads > 0),
  primary key (organisation_id, kind, day, pid)
);

-- The same over all days: what is asked for beside each article of a list.
create table visit_read_total (
  kind text not null,
  pid text not null,
  organisation_id uuid not null references organisation (id) on delete cascade,
  reads bigint not null check (reads > 0),
  primary key (kind, pid, organisation_id)
);
create index visit_read_total_most on visit_read_total (organisation_id, kind, reads desc);

-- Who read something in the last half hour, as a hash with the day's salt: so that several processes tell the same
-- visit and the same number of readers. Gone after half an hour.
create table visit_reader (
  organisation_id uuid not null,
  reader text not null,
  seen_at timestamptz not null,
  -- Whether the last page began a visit.
  fresh boolean not null,
  primary key (organisation_id, reader)
) with (fillfactor = 70);

-- Made at random by the first process of a day, thrown away after it.
create table visit_salt (
  day date primary key,
  salt bytea not null
);
