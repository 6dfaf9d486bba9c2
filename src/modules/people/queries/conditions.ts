import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../../../kernel/day.ts';
import type { SoughtName } from '../rules/index.ts';
import type { PersonFilter } from '../schema/index.ts';
import { livePerson } from './visible.ts';
import { hasWords, type WantedWord } from './words.ts';

// Parts of the statements about members; `p` is the person, `m` a membership.

/** A filter whose words became what the database compares, within organisations. */
export interface Scope {
  readonly organisations: readonly string[];
  readonly today: Day;
  readonly filter: PersonFilter;
  readonly sought: SoughtName | null;
  /** What the words of the name sought may be; null when no name has one of them. */
  readonly wanted: readonly WantedWord[] | null;
  /** The branches and fields that have the words asked for; null when none were. */
  readonly branches: readonly string[] | null;
  readonly fields: readonly string[] | null;
}

type Condition = RawBuilder<unknown>;
const every = (parts: readonly Condition[]): Condition => sql.join(parts, sql` and `);

const inScope = ({ organisations }: Scope): Condition =>
  sql`m.deleted_at is null and m.organisation_id = any(${[...organisations]}::uuid[])`;

/** The memberships that make somebody belong to the list. */
export function membershipConditions(scope: Scope): Condition {
  const { filter, today } = scope;
  const parts: Condition[] = [inScope(scope)];
  const state = filter.state ?? 'now';
  if (state === 'now') parts.push(sql`m.during @> ${today}::date`);
  if (state === 'left') parts.push(sql`upper(m.during) <= ${today}::date`);
  if (scope.branches !== null) parts.push(sql`m.branch = any(${[...scope.branches]}::text[])`);
  if (filter.kind) parts.push(sql`m.kind = ${filter.kind}`);
  if (filter.joinedFrom) {
    parts.push(sql`m.joined::text collate "C" >= ${String(filter.joinedFrom)}`);
  }
  if (filter.joinedTo) {
    parts.push(sql`m.joined::text collate "C" < ${String(filter.joinedTo + 1)}`);
  }
  return every(parts);
}

/** True when a record that is only kept, without a membership, belongs to the list as well. */
export function countsKept({ filter, branches }: Scope): boolean {
  const ofMembership = filter.kind ?? filter.joinedFrom ?? filter.joinedTo;
  return filter.state === 'all' && branches === null && ofMembership === undefined;
}

/** Narrowed by what stands in the membership: few of many may be left. */
export function narrowsMembership({ filter, branches }: Scope): boolean {
  const { kind, joinedFrom, joinedTo, state } = filter;
  return state === 'left' || branches !== null || (kind ?? joinedFrom ?? joinedTo) !== undefined;
}

/** Narrowed by what stands in the person's record. */
export function narrowsPerson({ filter, fields, sought }: Scope): boolean {
  const { persons, gender, bornFrom, bornTo, degree, hasPhone, hasEmail } = filter;
  const asked = persons ?? gender ?? bornFrom ?? bornTo ?? degree ?? hasPhone ?? hasEmail;
  return sought !== null || fields !== null || asked !== undefined;
}

/**
 * What is asked of the person. `walked`: the words are only compared, so that the planner keeps to the
 * order of another index.
 */
export function personConditions(scope: Scope, walked = false): Condition {
  const { filter, fields } = scope;
  const parts: Condition[] = [livePerson('p')];
  if (filter.persons) parts.push(sql`p.id = any(${[...filter.persons]}::uuid[])`);
  if (filter.gender) parts.push(sql`p.gender = ${filter.gender}`);
  if (filter.bornFrom) {
    parts.push(sql`p.birth_date::text collate "C" >= ${String(filter.bornFrom)}`);
  }
  if (filter.bornTo) {
    parts.push(sql`p.birth_date::text collate "C" < ${String(filter.bornTo + 1)}`);
  }
  if (filter.degree) parts.push(sql`${filter.degree} = any(p.degrees)`);
  if (fields !== null) parts.push(sql`p.field = any(${[...fields]}::text[])`);
  if (filter.hasPhone !== undefined) parts.push(sql`(p.phones <> '{}') = ${filter.hasPhone}`);
  if (filter.hasEmail !== undefined) parts.push(sql`(p.email is not null) = ${filter.hasEmail}`);
  if (filter.state === 'left') {
    parts.push(sql`not exists (select from membership m where m.person_id = p.id
      and ${inScope(scope)} and m.during @> ${scope.today}::date)`);
  }
  if (scope.sought === null) return every(parts);
  const { words } = scope.sought;
  if (scope.wanted === null) parts.push(sql`false`);
  else if (!walked) parts.push(hasWords('p', scope.wanted));
  else for (const word of words) parts.push(sql`strpos(' ' || p.search, ${` ${word}`}) > 0`);
  return every(parts);
}

/**
 * Belongs to the list: asked of one person after the other. `offset 0` keeps the planner from turning
 * it round and gathering all memberships first, which it would do with statistics from before an import.
 */
export function belongs(scope: Scope): Condition {
  const member = sql`exists (select from membership m
    where m.person_id = p.id and ${membershipConditions(scope)} offset 0)`;
  if (!countsKept(scope)) return member;
  return sql`(${member} or p.keeper_id = any(${[...scope.organisations]}::uuid[]))`;
}

/** All of them at once, or those whose membership `m` is `only` these, with the day of joining. */
export function gathered(scope: Scope, only: Condition | null = null): Condition {
  const members = sql`select m.person_id, min(${joinedOn}) as joined_on from membership m
    where ${only ?? sql`true`} and ${membershipConditions(scope)} group by m.person_id`;
  if (only !== null || !countsKept(scope)) return members;
  return sql`select person_id, min(joined_on) as joined_on from (${members} union all
    select p.id, null from person p where p.keeper_id = any(${[...scope.organisations]}::uuid[])
  ) known group by person_id`;
}

/** The day of joining as far as it is known, or the day since when the roster knows of it. */
export const joinedOn = sql`coalesce(m.joined::text, lower(m.during)::text) collate "C"`;

/** The very words that were typed, tone at either place. */
export function sameWords({ exact }: SoughtName): Condition {
  const full = sql`' ' || lower(concat_ws(' ', nullif(p.family, ''), nullif(p.middle, ''), p.given)
    collate "vi-x-icu") || ' '`;
  const forms = exact.map((form) => `% ${form.replace(/[%_\\]/g, '\\$&')} %`);
  return sql`${full} like any(${forms}::text[])`;
}

const givenFolded = sql`split_part(p.search, ' ', -1) collate "C"`;

/** The folded given name lies between the two, both inclusive; `to` also with more behind it. */
export const givenBetween = (from: string, to: string): Condition =>
  sql`${givenFolded} >= ${from} and ${givenFolded} < ${`${to}\uffff`}`;

/** The given name begins with the last word that was typed. */
export const givenBegins = ({ words }: SoughtName): Condition =>
  givenBetween(words.at(-1) ?? '', words.at(-1) ?? '');

/**
 * 0 and 1: the very words that were typed; 2 and 3: the words in other dress; 4 and 5: words that begin
 * so. Of each two, those come first whose given name it is.
 */
export function exactness(sought: SoughtName): Condition {
  // Names in which the folded words do not stand one after the other need not be read in full.
  return sql`case when ' ' || p.search || ' ' not like ${`% ${sought.folded} %`} then 4
    when ${sameWords(sought)} then 0 else 2 end
    + case when ${givenBegins(sought)} then 0 else 1 end`;
}
