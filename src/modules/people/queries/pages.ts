import { type RawBuilder, sql } from 'kysely';
import type { Cx } from '../../../platform/command.ts';
import { all, type Db, one } from '../../../platform/database/query.ts';
import type { SoughtName } from '../rules/index.ts';
import type { PersonFacts, PersonSort } from '../schema/index.ts';
import { factColumns, nameOrder } from './columns.ts';
import {
  belongs,
  exactness,
  gathered,
  givenBegins,
  givenBetween,
  joinedOn,
  membershipConditions,
  narrowsMembership,
  narrowsPerson,
  personConditions,
  type Scope,
  sameWords,
} from './conditions.ts';
import { type Bucket, keptAs, keptBuckets, keptTotal } from './totals.ts';

// One page out of up to millions. Few are gathered and sorted; of many, those who come first are met
// soon by walking in the order of the index. What is few is found out by looking, not guessed.

export interface Order {
  readonly sort: PersonSort;
  readonly descending: boolean;
  /** From 1. */
  readonly page: number;
  readonly size: number;
}

export interface Page {
  readonly rows: readonly PersonFacts[];
  readonly total: number;
  readonly atLeast: boolean;
}

const most = 5000;
const mostMet = 1000;

export async function pageOf(cx: Cx, scope: Scope, order: Order): Promise<Page> {
  const few = await areFew(cx.db, scope);
  if (few || narrowsMembership(scope)) {
    const page = await gatheredPage(cx.db, scope, order);
    if (page !== null) return page;
  }
  if (narrowsPerson(scope)) {
    let page: Page | null = null;
    const areMany = await keptAs(cx, ['many', scope], async () => {
      if (await showsMany(cx.db, scope)) return true;
      page = await metPage(cx.db, scope, order);
      return page === null;
    });
    if (!areMany) page ??= await metPage(cx.db, scope, order);
    if (page !== null) return page;
  }
  if (order.sort !== 'name') return sortedPage(cx, scope, order);
  if (scope.sought !== null) return soughtPage(cx.db, scope, scope.sought, order);
  return walkedPage(cx, scope, order);
}

const mostNoted = 1000;
// Noted for lists whose members were too many to gather. Both ways give the same page: only the time
// hangs on it.
const many = new Set<string>();

async function areFew(db: Db, { organisations }: Scope): Promise<boolean> {
  const key = `${organisations.length} ${organisations[0]} ${organisations.at(-1)}`;
  if (many.has(key)) return false;
  const { n } = await one(
    db,
    sql<{ n: number }>`select count(*)::integer as n from (select from membership m
      where m.organisation_id = any(${[...organisations]}::uuid[]) and m.deleted_at is null
      limit ${most + 1}) x`,
  );
  if (many.size >= mostNoted) many.clear();
  if (n > most) many.add(key);
  return n <= most;
}

// A list of this length is read through in the time that a sample takes.
const manyPersons = 1_000_000;
const sampled = 12_000;
const proof = 60;

// Where everybody is counted in millions and many have the words, a sample tells so long before an index
// has gathered them all: of `mostMet` it would hold one or two.
async function showsMany(db: Db, scope: Scope): Promise<boolean> {
  if (scope.sought === null) return false;
  const persons = await aboutHowMany(db);
  if (persons < manyPersons) return false;
  const { n } = await one(
    db,
    sql<{ n: number }>`select count(*)::integer as n from (
      select from person p tablesample system (${(100 * sampled) / persons}) repeatable (1)
      where ${personConditions(scope, true)} and ${belongs(scope)} limit ${proof}) x`,
  );
  return n === proof;
}

async function aboutHowMany(db: Db): Promise<number> {
  const { n } = await one(
    db,
    sql<{ n: number }>`select reltuples as n from pg_class where oid = 'person'::regclass`,
  );
  return n;
}

// The keys of the order, under any alias: gathered rows hold nothing else until their page is known.
const keys = (scope: Scope, joinedOn: RawBuilder<unknown>) => sql`p.id, p.search, p.given, p.family,
  p.middle, p.birth_date::text as birth, ${joinedOn} as joined_on,
  ${scope.sought === null ? sql`0` : exactness(scope.sought)} as rank`;

function orderBy(alias: string, { sort, descending }: Order): RawBuilder<unknown> {
  const direction = sql.raw(descending ? 'desc' : 'asc');
  const column = (name: string) => sql.ref(`${alias}.${name}`);
  if (sort === 'name') return sql`${column('rank')}, ${nameOrder(alias, direction)}`;
  const value = column(sort === 'birth' ? 'birth' : 'joined_on');
  return sql`${column('rank')}, ${value} collate "C" ${direction} nulls last, ${nameOrder(alias)}`;
}

const limits = ({ page, size }: Order) => sql`limit ${size} offset ${(page - 1) * size}`;

type Found = PersonFacts & { readonly total: number; readonly many: boolean };

// The facts of a page of `found`; one row without a person where the page is empty.
async function foundPage(
  db: Db,
  ctes: RawBuilder<unknown>,
  many: RawBuilder<unknown>,
  order: Order,
): Promise<Page | null> {
  const rows = await all(
    db,
    sql<Found>`with ${ctes},
      page as materialized (select * from found f order by ${orderBy('f', order)} ${limits(order)}),
      counted as (select count(*)::integer as total, ${many} as many from found)
      select ${factColumns}, counted.total, counted.many
      from counted left join page f on not counted.many left join person p on p.id = f.id
      order by ${orderBy('f', order)}`,
  );
  if (rows[0]?.many === true) return null;
  return {
    total: rows[0]?.total ?? 0,
    atLeast: false,
    rows: rows.filter((row) => row.id !== null).map(({ total: _, many: __, ...facts }) => facts),
  };
}

// From the memberships of few, or narrowed ones; null where they turn out to be many.
function gatheredPage(db: Db, scope: Scope, order: Order): Promise<Page | null> {
  const ctes = sql`mine as materialized (select * from (${gathered(scope)}) g limit ${most + 1}),
    found as materialized (select ${keys(scope, sql`mine.joined_on`)}
      from mine join person p on p.id = mine.person_id
      where (select count(*) <= ${most} from mine) and ${personConditions(scope, true)})`;
  return foundPage(db, ctes, sql`(select count(*) > ${most} from mine)`, order);
}

// From the persons whom words and filters leave; null where these are too many to sort.
async function metPage(db: Db, scope: Scope, order: Order): Promise<Page | null> {
  const joined = sql`(select min(joined_on) from (${gathered(scope, sql`m.person_id = p.id`)}) g)`;
  const ctes = sql`met as materialized (select p.id, p.search, p.given, p.family, p.middle, p.birth_date
      from person p where ${personConditions(scope)} and ${belongs(scope)} limit ${mostMet + 1}),
    found as materialized (
      select ${keys(scope, order.sort === 'joined' ? joined : sql`null::text`)}
      from met p where (select count(*) <= ${mostMet} from met))`;
  return foundPage(db, ctes, sql`(select count(*) > ${mostMet} from met)`, order);
}

// Many: the page is looked for only where it stands, among those of some given names or years.
async function sortedPage(cx: Cx, scope: Scope, order: Order): Promise<Page> {
  const buckets = await keptBuckets(cx, scope, order.sort);
  const total = buckets.reduce((sum, { n }) => sum + n, 0);
  const span = spanOf(buckets, order);
  if (span === null) return { rows: [], total, atLeast: false };
  const within = {
    name: sql`${givenBetween(span.from, span.to)}`,
    birth: yearBetween(sql`p.birth_date::text`, span),
    joined: yearBetween(sql`mine.joined_on`, span),
  }[order.sort];
  // The day of joining is known only when all memberships of a person are looked at: of those who
  // joined anything in these years.
  const joined = order.sort === 'joined';
  const then = isKnown(span)
    ? sql`m.person_id in (select m.person_id from membership m
        where ${membershipConditions(scope)} and ${yearBetween(joinedOn, span)})`
    : null;
  const mine = joined ? sql`(${gathered(scope, then)}) mine join` : sql``;
  const on = joined ? sql`on p.id = mine.person_id` : sql``;
  const rows = await all(
    cx.db,
    sql<PersonFacts>`with page as materialized (select * from (
          select ${keys(scope, joined ? sql`mine.joined_on` : sql`null::text`)}
          from ${mine} person p ${on}
          where ${personConditions(scope)} and ${within} and ${joined ? sql`true` : belongs(scope)}) f
        order by ${orderBy('f', order)} limit ${order.size} offset ${span.offset})
      select ${factColumns} from page f join person p on p.id = f.id order by ${orderBy('f', order)}`,
  );
  return { rows, total, atLeast: false };
}

interface Span {
  readonly from: string;
  readonly to: string;
  readonly offset: number;
}

const isKnown = ({ from, to }: Span): boolean => from !== '' && to !== '';

/** `column` holds days as far as they are known; years that are not known have the empty key. */
function yearBetween(column: RawBuilder<unknown>, span: Span): RawBuilder<unknown> {
  const [first, last] = [span.from, span.to].sort() as [string, string];
  if (!isKnown(span))
    return sql`coalesce(left(${column}, 4), '') collate "C" between ${first}::text and ${last}::text`;
  return sql`${column} collate "C" >= ${first} and ${column} collate "C" < ${`${last}\uffff`}`;
}

// The keys over which a page reaches, and where it begins among them. Unknown years stand last.
function spanOf(buckets: readonly Bucket[], { sort, descending, page, size }: Order): Span | null {
  const ordered = descending ? buckets.toReversed() : [...buckets];
  const known = sort === 'name' ? ordered : ordered.filter(({ key }) => key !== '');
  const unknown = sort === 'name' ? [] : ordered.filter(({ key }) => key === '');
  const start = (page - 1) * size;
  let before = 0;
  let span = null as Span | null;
  for (const { key, n } of [...known, ...unknown]) {
    if (before >= start + size) break;
    if (before + n > start) {
      span = span === null ? { from: key, to: key, offset: start - before } : { ...span, to: key };
    }
    before += n;
  }
  if (span === null || !descending || sort !== 'name') return span;
  return { ...span, from: span.to, to: span.from };
}

// In the order of names, through its index; the later pages where their given names stand.
async function walkedPage(cx: Cx, scope: Scope, order: Order): Promise<Page> {
  const start = (order.page - 1) * order.size;
  if (start > most) return namedPage(cx, scope, order);
  const total = await keptTotal(cx, scope);
  const rows = start >= total ? [] : await walk(cx.db, scope, order, order.size, start);
  return { rows, total, atLeast: false };
}

async function namedPage(cx: Cx, scope: Scope, order: Order): Promise<Page> {
  const buckets = await keptBuckets(cx, scope, 'name');
  const total = buckets.reduce((sum, { n }) => sum + n, 0);
  const span = spanOf(buckets, order);
  if (span === null) return { rows: [], total, atLeast: false };
  const names = givenBetween(span.from, span.to);
  const rows = await walk(cx.db, scope, order, order.size, span.offset, names);
  return { rows, total, atLeast: false };
}

// What is compared stands in the index: only who is shown is looked up.
function walk(
  db: Db,
  scope: Scope,
  { descending }: Order,
  size: number,
  offset: number,
  tier: RawBuilder<unknown> = sql`true`,
): Promise<PersonFacts[]> {
  const order = nameOrder('p', sql.raw(descending ? 'desc' : 'asc'));
  return all(
    db,
    sql<PersonFacts>`with met as materialized (select p.id from person p
        where ${personConditions(scope, true)} and ${tier} and ${belongs(scope)}
        order by ${order} limit ${size} offset ${offset})
      select ${factColumns} from met join person p on p.id = met.id order by ${order}`,
  );
}

// More people than anybody reads have the words: counted up to a point. In the order of `exactness`,
// as far as it shows: typed without dấu, the same words in other dress are the same.
async function soughtPage(db: Db, scope: Scope, sought: SoughtName, order: Order): Promise<Page> {
  const start = (order.page - 1) * order.size;
  const counted = { total: mostMet, atLeast: true };
  if (start >= mostMet) return { rows: [], ...counted };
  const given = givenBegins(sought);
  const same = sought.marked ? sameWords(sought) : sql`true`;
  const tiers = [sql`${same} and ${given}`, sql`${same} and (${given}) is not true`];
  if (sought.marked) {
    const other = sql`(${same}) is not true`;
    tiers.push(sql`${other} and ${given}`, sql`${other} and (${given}) is not true`);
  }
  const rows: PersonFacts[] = [];
  for (const tier of tiers) {
    const wanted = start + order.size - rows.length;
    if (wanted > 0) rows.push(...(await walk(db, scope, order, wanted, 0, tier)));
  }
  return { rows: rows.slice(start), ...counted };
}
