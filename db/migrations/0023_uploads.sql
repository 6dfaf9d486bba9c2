-- A file on its way over a line that may break; its bytes lie in the folder of uploads until all are there.
create table upload (
  id uuid primary key,
  pid text not null unique,
  -- Whose it is, in the words of the door that took it: 'dossier:…'.
  owner text not null,
  name text not null,
  -- What the sender told beside the name, as text by key.
  told jsonb not null default '{}'::jsonb,
  size bigint not null check (size > 0),
  -- How much of it is known to be on disk.
  received bigint not null default 0 check (received between 0 and size),
  created_at timestamptz not null,
  -- Each piece that arrives puts it off.
  expires_at timestamptz not null,
  -- How it ended: the file, or why it was refused; the same is told to whoever asks again.
  outcome jsonb,
  file_id uuid references file (id) on delete cascade,
  check (coalesce(outcome ->> 'ok' = 'true', false) = (file_id is not null))
);
create index upload_owner on upload (owner);
create index upload_expires on upload (expires_at);
create index upload_file on upload (file_id);
