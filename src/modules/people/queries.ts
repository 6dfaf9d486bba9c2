import { sql } from 'kysely';
import { foldForSearch } from '../../kernel/vietnamese/fold.ts';
import { all, type Db, maybe } from '../../platform/database/query.ts';
import type { Person } from './schema.ts';

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

/** Persons whose name has the words, typed with or without dấu; at most `limit`, by given name. */
export async function searchPersons(db: Db, words: string, limit = 20): Promise<Person[]> {
  const folded = foldForSearch(words);
  if (folded === '') return [];
  return all(
    db,
    sql<Person>`select ${columns} from person
      where deleted_at is null and search like ${`%${folded.replace(/[%_\\]/g, '\\$&')}%`}
      order by given collate "vi-x-icu", family collate "vi-x-icu", middle collate "vi-x-icu", id
      limit ${limit}`,
  );
}
