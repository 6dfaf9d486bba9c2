-- Sites that were made with another program and are brought here: see the module newcomers.

create table site_import (
  id uuid primary key,
  pid text not null unique,
  organisation_id uuid not null references organisation (id),
  program text not null check (program in ('wordpress', 'joomla', 'rss', 'html')),
  -- opened: a file came; looked: what would come is known; running; then how it ended.
  state text not null check (state in
    ('opened', 'looked', 'running', 'done', 'cancelled', 'failed', 'undoing', 'undone')),
  file_name text not null,
  -- Null where it was brought by a command, and when the files were thrown away.
  file_id uuid references file (id),
  uploads_id uuid references file (id),
  -- Where the old site was, as far as somebody told.
  address text not null default '',
  -- What the file holds, and why it cannot be read.
  preview jsonb,
  -- What came or was changed.
  counts jsonb not null default '{}',
  problems jsonb not null default '[]',
  run_id uuid references job_run (id) on delete set null,
  created_at timestamptz not null,
  -- Account.
  created_by uuid,
  created_name text not null,
  finished_at timestamptz,
  undone_at timestamptz,
  version integer not null default 1
);
create index site_import_list on site_import (organisation_id, created_at desc);
create index site_import_file on site_import (file_id) where file_id is not null;
create index site_import_uploads on site_import (uploads_id) where uploads_id is not null;

-- What became of each thing of an old site: the same file a second time finds everything here and changes nothing.
create table site_brought (
  organisation_id uuid not null references organisation (id),
  -- The program, and the old site's address.
  origin text not null,
  kind text not null check (kind in ('section', 'media', 'album', 'article', 'comment', 'menu_item', 'redirect')),
  origin_id text not null,
  -- What it became; empty for an old address.
  pid text not null,
  -- Of what was written from it.
  fingerprint text not null default '',
  -- Of an article: version and state in which it was left.
  newest integer,
  state text,
  -- Of a medium: the path of its file below the old site's uploads.
  path text,
  -- Of a medium: the article that it was added to there. Of a comment: its article.
  about text,
  -- Whether it was made then, or found here already.
  made boolean not null default true,
  import_id uuid not null references site_import (id),
  primary key (organisation_id, origin, kind, origin_id)
);
create index site_brought_path on site_brought (organisation_id, origin, path) where path is not null;
create index site_brought_about on site_brought (organisation_id, origin, kind, about) where about is not null;
create index site_brought_pid on site_brought (organisation_id, kind, pid);
create index site_brought_import on site_brought (import_id);

-- What was read from a file, until all of it has its place: things name each other by ids that may come later. Not
-- logged: an import that was cut off reads its file anew.
create unlogged table site_staged (
  batch uuid not null,
  position bigint not null,
  kind text not null,
  origin_id text not null,
  -- What it belongs to, by its id there.
  about text,
  -- Of an article: its address here.
  slug text,
  -- Of an article: whether it stood at the head of the old site.
  lead boolean not null default false,
  -- JSON as it was read, also with characters that jsonb refuses.
  data text not null,
  staged_at timestamptz not null,
  primary key (batch, position)
);
create index site_staged_id on site_staged (batch, kind, origin_id);
create index site_staged_about on site_staged (batch, kind, about) where about is not null;
