import { sql } from 'kysely';
import type { Cx } from '../../../platform/command.ts';
import { all } from '../../../platform/database/query.ts';
import { nameOn } from '../../organisations/index.ts';
import { personRead } from '../policy.ts';
import type { Membership, PersonFacts, PersonFilter } from '../schema/index.ts';
import { dated, factColumns, type MembershipRow, membershipColumns } from './columns.ts';
import {
  belongs,
  gathered,
  membershipConditions,
  personConditions,
  type Scope,
} from './conditions.ts';
import { scopeOf } from './list.ts';
import { organisationsInView } from './visible.ts';

/** One line of a roster: a person and one membership; null for one who is only kept. */
export interface MemberRow {
  readonly person: PersonFacts;
  readonly membership: Membership | null;
}

const batchSize = 1000;

/**
 * The members of an organisation and of all below it, in the order of names, a line for each
 * membership that the filter leaves; in batches, so that the memory does not grow with their number.
 * Read it inside one repeatable-read transaction when all lines must be of one moment.
 */
export async function* memberRows(
  cx: Cx,
  organisationId: string,
  filter: PersonFilter,
): AsyncGenerator<readonly MemberRow[]> {
  const organisations = await organisationsInView(cx, personRead, organisationId);
  const scope = await scopeOf(cx, organisations, filter);
  const few = await fewIds(cx, scope);
  let after: (PersonFacts & Key) | null = null;
  for (;;) {
    const persons: (PersonFacts & Key)[] = await batchAfter(cx, scope, few, after);
    const last = persons.at(-1);
    if (last === undefined) return;
    yield await withMemberships(cx, scope, persons);
    if (persons.length < batchSize) return;
    after = last;
  }
}

interface Key {
  readonly folded: string;
}

const key = sql`split_part(p.search, ' ', -1)`;

const most = 5000;

// The members of a small association are not met soon among those of all: they are told by id.
async function fewIds({ db }: Cx, scope: Scope): Promise<string[] | null> {
  const rows = await all(
    db,
    sql<{ id: string }>`select person_id as id from (${gathered(scope)}) g limit ${most + 1}`,
  );
  return rows.length > most ? null : rows.map((row) => row.id);
}

// By the index person_given, from the row after the last one: no row is read twice.
function batchAfter(
  cx: Cx,
  scope: Scope,
  few: readonly string[] | null,
  after: (PersonFacts & Key) | null,
) {
  const among = few === null ? sql`true` : sql`p.id = any(${[...few]}::uuid[])`;
  const later =
    after === null
      ? sql`true`
      : sql`(${key} collate "C", p.given collate "vi-x-icu", p.family collate "vi-x-icu",
          p.middle collate "vi-x-icu", p.id)
        > (${after.folded}, ${after.given}, ${after.family}, ${after.middle}, ${after.id}::uuid)`;
  return all(
    cx.db,
    sql<PersonFacts & Key>`select ${factColumns}, ${key} as folded from person p
      where ${later} and ${among} and ${personConditions(scope, true)} and ${belongs(scope)}
      order by ${key} collate "C", p.given collate "vi-x-icu", p.family collate "vi-x-icu",
        p.middle collate "vi-x-icu", p.id limit ${batchSize}`,
  );
}

async function withMemberships(
  cx: Cx,
  scope: Scope,
  persons: readonly (PersonFacts & Key)[],
): Promise<MemberRow[]> {
  const rows = await all(
    cx.db,
    sql<MembershipRow>`select ${membershipColumns} from membership m
        join organisation o on o.id = m.organisation_id
        ${nameOn(sql`o.id`, cx.clock.today())}
      where m.person_id = any(${persons.map(({ id }) => id)}::uuid[])
        and ${membershipConditions(scope)} order by lower(m.during), m.id`,
  );
  const byPerson = Map.groupBy(rows, (row) => row.personId);
  return persons.flatMap(({ folded: _, ...person }): MemberRow[] => {
    const own = byPerson.get(person.id) ?? [];
    if (own.length === 0) return [{ person, membership: null }];
    return own.map((row) => ({ person, membership: dated(row) as Membership }));
  });
}
