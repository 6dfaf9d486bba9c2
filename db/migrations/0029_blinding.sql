-- What judges get in place of an entrant's file, so that nothing tells them whose it is.
create table blind_file (
  id uuid primary key,
  -- Stands in the addresses that judges open: the file's own id is never theirs.
  pid text not null unique,
  dossier_id uuid not null references dossier (id) on delete cascade,
  file_id uuid not null references file (id),
  state text not null check (state in ('clean', 'cannot', 'replaced', 'released')),
  -- Why the machine could not clean it: a code; null where it could.
  why text,
  -- What the machine made of it; null where it could not.
  clean_id uuid references file (id),
  -- The copy that the secretariat sent in.
  copy_id uuid references file (id),
  -- What of the people the text of what the machine made names, and that of the copy: [{what, field, words}].
  found jsonb not null default '[]' check (jsonb_typeof(found) = 'array'),
  copy_found jsonb not null default '[]' check (jsonb_typeof(copy_found) = 'array'),
  -- Why it was released.
  reason text,
  decided_by uuid,
  decided_at timestamptz,
  made_at timestamptz not null,
  version integer not null default 1,
  unique (dossier_id, file_id),
  check ((clean_id is null) = (why is not null)),
  check ((state = 'replaced') = (copy_id is not null)),
  check ((state = 'released') = (reason is not null)),
  check (state <> 'clean' or clean_id is not null),
  check (state <> 'cannot' or clean_id is null),
  check ((state in ('clean', 'cannot')) = (decided_at is null))
);
create index blind_file_file on blind_file (file_id);
create index blind_file_clean on blind_file (clean_id);
create index blind_file_copy on blind_file (copy_id);

-- That the version of a dossier that holds was looked through, and what its answers name.
create table blind_look (
  dossier_id uuid primary key references dossier (id) on delete cascade,
  -- Number of the version that was looked through.
  submitted integer not null check (submitted > 0),
  -- [{what, field, words}]
  found jsonb not null default '[]' check (jsonb_typeof(found) = 'array'),
  looked_at timestamptz not null
);
