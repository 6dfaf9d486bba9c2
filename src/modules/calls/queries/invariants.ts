import type { Invariant } from '../../../platform/module.ts';

export const invariants: readonly Invariant[] = [
  {
    name: 'edition_holds_its_newest_revision',
    sql: `select e.pid from edition e
      left join edition_revision r on r.edition_id = e.id and r.number = e.revision
      where (e.revision > 0 and r.content is distinct from e.content)
        or (select count(*) from edition_revision x where x.edition_id = e.id) <> e.revision`,
  },
  {
    name: 'edition_deleted_only_as_draft',
    sql: `select pid from edition where deleted_at is not null and state <> 'draft'`,
  },
];
