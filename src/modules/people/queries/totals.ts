import { createHash } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import type { Cx } from '../../../platform/command.ts';
import { all, type Db, inTransaction, one } from '../../../platform/database/query.ts';
import type { PersonSort } from '../schema/index.ts';
import {
  belongs,
  countsKept,
  gathered,
  membershipConditions,
  narrowsPerson,
  personConditions,
  type Scope,
} from './conditions.ts';

const mostKept = 500;
const figures = new Map<string, unknown>();

/**
 * A text that is another one after each committed write to persons or memberships. What was computed
 * after it was read may be kept under it; inside a transaction of one's own it tells nothing.
 */
export async function memberChange(db: Db): Promise<string> {
  const { n } = await one(
    db,
    sql<{ n: string }>`select concat(current_database(), ':', sum(n)) as n from member_change`,
  );
  return n;
}

/** Puts the rows behind `memberChange` together into one; the text stays the same. */
export async function gatherMemberChanges(db: Db): Promise<void> {
  await inTransaction(db, async (trx) => {
    await sql`with gone as (delete from member_change returning n)
      insert into member_change select sum(n) from gone having sum(n) is not null`.execute(trx);
  });
}

/** How many persons a scope holds: counted once, then kept until persons or memberships change. */
export function keptTotal(cx: Cx, scope: Scope): Promise<number> {
  return keptAs(cx, ['total', scope], () => countScope(cx.db, scope));
}

/** What `compute` finds about persons and memberships: kept under the key until one of them changes. */
export async function keptAs<T>({ db }: Cx, of: unknown, compute: () => Promise<T>): Promise<T> {
  if (db.isTransaction) return compute();
  const key = createHash('sha256')
    .update(JSON.stringify([of, await memberChange(db)]))
    .digest('base64url');
  const known = figures.get(key) as T | undefined;
  if (known !== undefined) return known;
  const figure = await compute();
  figures.set(key, figure);
  const [oldest] = figures.keys();
  if (figures.size > mostKept && oldest !== undefined) figures.delete(oldest);
  return figure;
}

/** How many persons stand under each key of an order, in that order; the empty key is not known. */
export interface Bucket {
  readonly key: string;
  readonly n: number;
}

/** By folded given name, by year of birth or by year of joining; kept as totals are. */
export function keptBuckets(cx: Cx, scope: Scope, sort: PersonSort): Promise<Bucket[]> {
  const key = {
    name: sql`split_part(p.search, ' ', -1)`,
    birth: sql`coalesce(left(p.birth_date, 4), '')`,
    joined: sql`coalesce(left(mine.joined_on, 4), '')`,
  }[sort];
  return keptAs(cx, [sort, scope], () =>
    all(
      cx.db,
      sql<Bucket>`with mine as (${sort === 'joined' ? gathered(scope) : everybody(scope)})
        select (${key}) collate "C" as key, count(*)::integer as n
        from mine join person p on p.id = mine.person_id where ${personConditions(scope)}
        group by 1 order by 1`,
    ),
  );
}

function everybody(scope: Scope): RawBuilder<unknown> {
  const members = sql`select m.person_id from membership m where ${membershipConditions(scope)}`;
  if (!countsKept(scope)) return sql`${members} group by m.person_id`;
  return sql`${members} union
    select p.id from person p where p.keeper_id = any(${[...scope.organisations]}::uuid[])`;
}

/** The same, counted anew. */
export async function countScope(db: Db, scope: Scope): Promise<number> {
  const { total } = await one(db, sql<{ total: number }>`${statement(scope)}`);
  return total;
}

function statement(scope: Scope) {
  if (countsKept(scope)) {
    return sql`select count(*)::integer as total from person p
      where ${personConditions(scope)} and ${belongs(scope)}`;
  }
  const members = sql`select m.person_id from membership m
    where ${membershipConditions(scope)} group by m.person_id`;
  // Without a question about persons none of them is read but the few that are gone.
  if (!narrowsPerson(scope) && scope.filter.state !== 'left') {
    return sql`select count(*)::integer as total from (${members}) x where not exists (
      select from person g where g.id = x.person_id
        and (g.deleted_at is not null or g.merged_into is not null))`;
  }
  return sql`select count(*)::integer as total from (${members}) x
    join person p on p.id = x.person_id where ${personConditions(scope)}`;
}
