import { sql } from 'kysely';
import { type Db, one } from '../database/query.ts';

/** Figures that are kept at most for a database, all answers together. */
const mostKept = 400_000;

interface Kept {
  readonly version: string;
  readonly weight: number;
  readonly answer: Promise<unknown>;
}

interface Store {
  weight: number;
  readonly answers: Map<string, Kept>;
}

const stores = new WeakMap<Db, Store>();

/** Answers of a database, as long as nothing is written to it. */
export interface Keeper {
  /**
   * The answer kept under a key, computed anew once anything was written since. Several who ask at once
   * wait for one computation.
   */
  answer<T>(key: string, weight: number, compute: () => Promise<T>): Promise<T>;
}

/**
 * What is kept of a database. Its version is how many events it has: each write adds one in its own
 * transaction, so that an event that is committed late changes it too. Inside a transaction, which sees
 * its own writes, nothing is kept.
 */
export async function keeperOf(db: Db): Promise<Keeper> {
  if (db.isTransaction) return { answer: (_key, _weight, compute) => compute() };
  const { version } = await one(
    db,
    sql<{ version: string }>`select (coalesce((select max(place) from event_seal), 0)
      + (select count(*) from event_pending))::text as version`,
  );
  const store = stores.get(db) ?? { weight: 0, answers: new Map<string, Kept>() };
  stores.set(db, store);
  return {
    answer: <T>(key: string, weight: number, compute: () => Promise<T>) => {
      const found = store.answers.get(key);
      if (found?.version === version) return found.answer as Promise<T>;
      const answer = compute();
      keep(store, key, { version, weight, answer });
      answer.catch(() => {
        if (store.answers.get(key)?.answer === answer) drop(store, key);
      });
      return answer;
    },
  };
}

function keep(store: Store, key: string, kept: Kept): void {
  drop(store, key);
  store.answers.set(key, kept);
  store.weight += kept.weight;
  for (const oldest of store.answers.keys()) {
    if (store.weight <= mostKept) break;
    drop(store, oldest);
  }
}

function drop(store: Store, key: string): void {
  store.weight -= store.answers.get(key)?.weight ?? 0;
  store.answers.delete(key);
}
