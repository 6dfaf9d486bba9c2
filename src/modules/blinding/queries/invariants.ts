import type { Invariant } from '../../../platform/module.ts';

export const invariants: readonly Invariant[] = [
  {
    name: 'blind_file_of_no_dossier',
    sql: `select b.pid from blind_file b where not exists (
      select from dossier_file x where x.dossier_id = b.dossier_id and x.file_id = b.file_id)`,
  },
  {
    name: 'blind_file_loose',
    sql: `select b.pid from blind_file b, unnest(array[b.clean_id, b.copy_id]) as made
      where made is not null and not exists (select from file_link l where l.file_id = made
        and l.subject_type = 'blind_file' and l.subject_id = b.id)`,
  },
  {
    name: 'blind_file_given_open',
    sql: `select b.pid from blind_file b join file f on f.id = b.file_id
      join file m on m.id in (b.clean_id, b.copy_id) where f.sealed and not m.sealed`,
  },
  {
    name: 'blind_file_shows_the_original',
    sql: `select b.pid from blind_file b where b.file_id in (b.clean_id, b.copy_id)`,
  },
  {
    name: 'blind_look_ahead',
    sql: `select d.pid from blind_look k join dossier d on d.id = k.dossier_id
      where k.submitted > d.submitted`,
  },
];
