-- Files that hold what only some may read are kept encrypted.
alter table file
  -- The bytes that lie in the store are encrypted: sha256 is theirs, size is the file's own.
  add column sealed boolean not null default false,
  -- Of an encrypted file: a keyed fingerprint by which the same file is known again.
  add column fingerprint text,
  add constraint file_sealed check (sealed = (fingerprint is not null));
create index file_fingerprint on file (fingerprint) where fingerprint is not null;

comment on column roster_import.file_id is
  'Null while a trial lasts, and once the file was taken away (rosters/service/tidying)';
