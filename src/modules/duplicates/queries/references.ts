import { sql } from 'kysely';
import { all, type Db } from '../../../platform/database/query.ts';

/** A column of another table that names a person. */
export interface Reference {
  readonly table: string;
  readonly column: string;
  /** Columns of the table's primary key. */
  readonly key: readonly string[];
}

/**
 * Every column of the database that refers to a person, read from the database itself: a module that
 * comes later is joined and taken apart with the rest without being asked.
 */
export function personReferences(db: Db): Promise<Reference[]> {
  return all(
    db,
    sql<Reference>`select c.relname as "table", a.attname as "column",
        array(select k.attname::text from pg_index i
          cross join lateral unnest(i.indkey::int[]) with ordinality n (num, at)
          join pg_attribute k on k.attrelid = i.indrelid and k.attnum = n.num
          where i.indrelid = f.conrelid and i.indisprimary order by n.at) as key
      from pg_constraint f
      join pg_class c on c.oid = f.conrelid
      join pg_attribute a on a.attrelid = f.conrelid and a.attnum = f.conkey[1]
      where f.contype = 'f' and f.confrelid = 'person'::regclass and cardinality(f.conkey) = 1
        and c.relname not in ('person', 'person_merge', 'duplicate_pair', 'person_look',
          'person_identity', 'membership', 'auth_user')
      order by 1, 2`,
  );
}
