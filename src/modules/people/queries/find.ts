import { sql } from 'kysely';
import { foldForSearch } from '../../../kernel/vietnamese/fold.ts';
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

// Searches stop gathering here: what matches more persons is found soon by walking in order.
const most = 5000;
const folded = sql`split_part(search, ' ', -1) collate "C"`;
const order = sql`${folded}, given collate "vi-x-icu", family collate "vi-x-icu",
  middle collate "vi-x-icu", id`;

/**
 * Persons whose name has the words, typed with or without dấu, at most `limit`: by given name, and
 * before all others those whose given name begins with the one word that was typed. One or two
 * letters look at given names only.
 */
export async function searchPersons(db: Db, words: string, limit = 20): Promise<Person[]> {
  const typed = foldForSearch(words);
  if (typed === '') return [];
  const begins = typed.includes(' ') ? [] : await byGivenName(db, typed, limit);
  if (begins.length === limit || typed.length < 3) return begins;
  const known = new Set(begins.map((person) => person.id));
  const rest = (await byAnyWord(db, typed, limit)).filter((person) => !known.has(person.id));
  return [...begins, ...rest].slice(0, limit);
}

function byGivenName(db: Db, word: string, limit: number): Promise<Person[]> {
  return all(
    db,
    sql<Person>`select ${columns} from person
      where deleted_at is null and ${folded} >= ${word} and ${folded} < ${`${word}\uffff`}
      order by ${order} limit ${limit}`,
  );
}

// Few matches are gathered and sorted. Where there are many, twenty are met soon in the order itself;
// the planner, left to choose, would also walk where they all stand at its end.
async function byAnyWord(db: Db, typed: string, limit: number): Promise<Person[]> {
  const like = sql`deleted_at is null and search like ${`%${typed.replace(/[%_\\]/g, '\\$&')}%`}`;
  const found = await all(
    db,
    sql<Person & { many: boolean }>`with hits as materialized (
        select ${columns}, search from person where ${like} limit ${most + 1})
      select ${columns}, (select count(*) > ${most} from hits) as many from hits
      order by ${order} limit ${limit}`,
  );
  if (found[0]?.many === true) {
    return all(
      db,
      sql<Person>`select ${columns} from person where ${like} order by ${order} limit ${limit}`,
    );
  }
  return found.map(({ many: _, ...person }) => person);
}
