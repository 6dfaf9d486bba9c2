import { sql } from 'kysely';
import { all, type Db, maybe } from '../../../platform/database/query.ts';
import type { Person } from '../schema/index.ts';

const columns = sql`id, pid, family, middle, given`;

/** The person with this public id, or null. */
export async function findPerson(db: Db, pid: string): Promise<Person | null> {
  return maybe(
    db,
    sql<Person>`select ${columns} from person where pid = ${pid} and deleted_at is null`,
  );
}

/** Several persons by their inner ids, in one query; unknown ids are left out. */
export async function personsById(db: Db, ids: readonly string[]): Promise<Map<string, Person>> {
  if (ids.length === 0) return new Map();
  const found = await all(
    db,
    sql<Person>`select ${columns} from person where id = any(${ids}::uuid[])`,
  );
  return new Map(found.map((p) => [p.id, p]));
}
