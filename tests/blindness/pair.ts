import { sql } from 'kysely';
import type { Database } from '../../src/platform/database/index.ts';
import { closePdf } from '../../src/platform/documents/pdf/index.ts';
import { closeCleaning } from '../../src/platform/files/clean/index.ts';
import { withChance } from './chance.ts';
import { blindnessDatabase, type Making, makeWorld, type World } from './worlds.ts';

export type Pair = readonly [World, World];

// Each world has a database of its own: the same ids in one would wait for each other.
let databases: Promise<readonly [Database, Database]> | undefined;

const opened = async (): Promise<readonly [Database, Database]> => {
  // The first one makes what both are copied from.
  const first = await blindnessDatabase();
  return [first, await blindnessDatabase()];
};

/** Makes two worlds; `close` takes them away. */
export async function openPair(
  making: Making,
): Promise<{ readonly pair: Pair; close(): Promise<void> }> {
  databases ??= opened();
  const both = await databases;
  const transactions = await Promise.all(both.map(({ db }) => db.startTransaction().execute()));
  const close = async () => {
    for (const transaction of transactions) await transaction.rollback().execute();
  };
  try {
    const [first, second] = await settled(
      transactions.map((db, at) => () => makeWorld(db, at as 0 | 1, making)),
    );
    return { pair: [first!, second!], close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Does the same in both worlds and undoes what it wrote. Ids and chance begin alike in both. */
export const inBoth = <T>(pair: Pair, look: (world: World) => Promise<T>): Promise<T[]> =>
  settled(
    pair.map((world) => () => undone(world, 'look', () => withChance('look', () => look(world)))),
  );

/** Does something and takes back what it wrote. */
export async function undone<T>(
  { cx: { db } }: World,
  name: 'look' | 'act',
  work: () => Promise<T>,
): Promise<T> {
  await sql`savepoint ${sql.id(name)}`.execute(db);
  try {
    return await work();
  } finally {
    await sql`rollback to savepoint ${sql.id(name)}`.execute(db);
    await sql`release savepoint ${sql.id(name)}`.execute(db);
  }
}

// Both come to an end before anything is told: what is taken away is used by nobody.
async function settled<T>(works: readonly (() => Promise<T>)[]): Promise<T[]> {
  const ended = await Promise.allSettled(works.map((work) => work()));
  return ended.map((one) => {
    if (one.status === 'rejected') throw one.reason;
    return one.value;
  });
}

export async function closePairs(): Promise<void> {
  closeCleaning();
  closePdf();
  for (const database of (await databases) ?? []) await database.close();
}
