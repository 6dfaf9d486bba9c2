-- The library of pictures, films, sound and documents, and its albums: see the module media.

create table medium (
  id uuid primary key,
  pid text not null unique,
  organisation_id uuid not null references organisation (id),
  kind text not null check (kind in ('picture', 'video', 'audio', 'document')),
  -- What is kept: of a picture the one that was made from what was sent, upright and without its camera's notes.
  file_id uuid not null references file (id),
  -- sha256 of what was sent: the same file is one medium of an organisation.
  sent text not null check (sent ~ '^[0-9a-f]{64}$'),
  title text not null check (btrim(title) <> ''),
  -- What a picture shows, for those who do not see it.
  alt text,
  caption text,
  credit text,
  taken_on date,
  tags text[] not null default '{}',
  -- Pixels of a picture or film.
  width integer check (width > 0),
  height integer check (height > 0),
  alpha boolean not null default false,
  animated boolean not null default false,
  -- Length of a film or recording.
  seconds integer check (seconds >= 0),
  -- The picture that stands for a film until it is played.
  poster_id uuid references medium (id) on delete set null,
  -- Everybody may see it; false takes it off every public page.
  public boolean not null default true,
  -- Shown in the lists of the library's public pages; what only belongs to an article is not.
  listed boolean not null default false,
  -- When the sizes of a picture were made.
  sizes_at timestamptz,
  -- Folded, for searching.
  search text not null,
  version integer not null default 1,
  created_at timestamptz not null,
  created_by uuid,
  deleted_at timestamptz,
  check ((width is null) = (height is null)),
  check (kind <> 'picture' or width is not null),
  check (kind = 'picture' or (sizes_at is null and not alpha and not animated)),
  check (poster_id is null or kind in ('video', 'audio'))
);
create unique index medium_once on medium (organisation_id, sent) where deleted_at is null;
create index medium_list on medium (organisation_id, kind, created_at desc, id) where deleted_at is null;
create index medium_file on medium (file_id);
create index medium_poster on medium (poster_id) where poster_id is not null;
create index medium_search on medium using gin (search gin_trgm_ops);
create trigger medium_no_change before update of pid, organisation_id, kind, file_id, sent
  on medium for each row execute function refuse_change();

-- A picture in one of its sizes: '960.webp'.
create table medium_size (
  medium_id uuid not null references medium (id) on delete cascade,
  name text not null check (name ~ '^[1-9][0-9]{0,3}\.(avif|webp|jpg|png)$'),
  file_id uuid not null references file (id),
  primary key (medium_id, name)
);
create index medium_size_file on medium_size (file_id);

create table album (
  id uuid primary key,
  pid text not null unique,
  organisation_id uuid not null references organisation (id),
  title text not null check (btrim(title) <> ''),
  about text,
  held_on date,
  -- The first of its pictures when null.
  cover_id uuid references medium (id) on delete set null,
  public boolean not null default true,
  search text not null,
  version integer not null default 1,
  created_at timestamptz not null,
  created_by uuid,
  deleted_at timestamptz
);
create index album_list on album (organisation_id, held_on desc nulls last, created_at desc) where deleted_at is null;
create index album_cover on album (cover_id) where cover_id is not null;
create index album_search on album using gin (search gin_trgm_ops);
create trigger album_no_change before update of pid, organisation_id
  on album for each row execute function refuse_change();

create table album_medium (
  album_id uuid not null references album (id) on delete cascade,
  medium_id uuid not null references medium (id) on delete cascade,
  position integer not null check (position > 0),
  -- Instead of the picture's own, in this album.
  caption text,
  primary key (album_id, medium_id),
  unique (album_id, position) deferrable initially deferred
);
create index album_medium_medium on album_medium (medium_id);
