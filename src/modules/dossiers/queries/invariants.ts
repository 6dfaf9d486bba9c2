import type { Invariant } from '../../../platform/module.ts';

export const invariants: readonly Invariant[] = [
  {
    name: 'dossier_holds_its_newest_version',
    sql: `select d.pid from dossier d
      where d.origin <> 'import' and d.submitted <> (select count(*) from dossier_version v
          where v.dossier_id = d.id)
        or exists (select from dossier_version v where v.dossier_id = d.id and v.number > d.submitted)`,
  },
  {
    name: 'dossier_numbered_by_its_series',
    sql: `select d.pid from dossier d left join edition_series s on s.edition_id = d.edition_id
      where d.number is not null and d.origin <> 'import'
        and coalesce(s.last, 0) < substring(d.number from '[0-9]+$')::bigint`,
  },
  {
    name: 'dossier_files_are_linked',
    sql: `select d.pid from dossier_file f join dossier d on d.id = f.dossier_id
      where not exists (select from file_link l where l.subject_type = 'dossier'
        and l.subject_id = f.dossier_id and l.file_id = f.file_id)`,
  },
];
