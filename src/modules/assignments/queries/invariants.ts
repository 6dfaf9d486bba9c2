import type { Invariant } from '../../../platform/module.ts';

export const invariants: readonly Invariant[] = [
  {
    name: 'assignment_across_editions',
    sql: `select a.pid from assignment a join council c on c.id = a.council_id
      join dossier d on d.id = a.dossier_id join judge j on j.id = a.judge_id
      where d.edition_id <> c.edition_id or j.edition_id <> c.edition_id`,
  },
  {
    name: 'assignment_run_of_another_council',
    sql: `select a.pid from assignment a join assignment_run r on r.id = a.run_id
      where (r.council_id, r.phase) <> (a.council_id, a.phase)`,
  },
  {
    name: 'assignment_of_a_draft',
    sql: `select a.pid from assignment a join dossier d on d.id = a.dossier_id
      where a.state = 'active' and d.state = 'draft'`,
  },
  {
    name: 'phase_entry_of_another_edition',
    sql: `select p.phase, d.pid from phase_entry p join dossier d on d.id = p.dossier_id
      where d.edition_id <> p.edition_id`,
  },
];
