import type { Invariant } from '../../../platform/module.ts';

export const invariants: readonly Invariant[] = [
  {
    name: 'media_file_is_linked',
    sql: `select m.pid from medium m where not exists (select from file_link l
      where l.subject_type = 'media' and l.subject_id = m.id and l.file_id = m.file_id)
      union all select m.pid from medium_size s join medium m on m.id = s.medium_id
      where not exists (select from file_link l where l.subject_type = 'media'
        and l.subject_id = s.medium_id and l.file_id = s.file_id)`,
  },
  {
    name: 'media_sizes_are_there',
    sql: `select m.pid from medium m where (m.sizes_at is not null) <> exists (
      select from medium_size s where s.medium_id = m.id)`,
  },
  {
    name: 'media_poster_is_own_picture',
    sql: `select m.pid from medium m join medium p on p.id = m.poster_id
      where p.kind <> 'picture' or p.organisation_id <> m.organisation_id`,
  },
  {
    name: 'album_holds_own_media',
    sql: `select a.pid, m.pid as media from album_medium x join album a on a.id = x.album_id
      join medium m on m.id = x.medium_id where m.organisation_id <> a.organisation_id
        or m.kind = 'document'`,
  },
  {
    name: 'album_cover_stands_in_it',
    sql: `select a.pid from album a where a.cover_id is not null and not exists (
      select from album_medium x where x.album_id = a.id and x.medium_id = a.cover_id)`,
  },
  {
    name: 'media_organisation_stands',
    sql: `select m.pid from medium m join organisation o on o.id = m.organisation_id
      where m.deleted_at is null and o.deleted_at is not null`,
  },
];
