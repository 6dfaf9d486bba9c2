import { sql } from 'kysely';
import { splitName } from '../../../kernel/vietnamese/names.ts';
import type { Cx } from '../../../platform/command.ts';
import { cleanName, cleanNameParts, searchOf } from '../rules/index.ts';
import type { Gender, MembershipKind, Person } from '../schema/index.ts';

// How rows are written; names always in their stored form.

/** What is kept of a person besides the name; as the columns are called. */
export interface FactsRow {
  readonly gender: Gender | null;
  readonly birth_date: string | null;
  readonly phones: readonly string[];
  readonly email: string | null;
  readonly degrees: readonly string[];
  readonly field: string | null;
  readonly workplace: string | null;
  readonly job: string | null;
  readonly address: string | null;
  readonly note: string | null;
}

export interface PersonRowIn extends FactsRow {
  readonly family: string;
  readonly middle: string;
  readonly given: string;
}

export const noFacts: FactsRow = {
  gender: null,
  birth_date: null,
  phones: [],
  email: null,
  degrees: [],
  field: null,
  workplace: null,
  job: null,
  address: null,
  note: null,
};

/** Picks the facts out of a command's input. */
export function factsOf(input: FactsRow): FactsRow {
  const { gender, birth_date, phones, email, degrees, field, workplace, job, address, note } =
    input;
  return { gender, birth_date, phones, email, degrees, field, workplace, job, address, note };
}

/**
 * Inserts a person inside another command, whose event tells of it. `keeperId` is the organisation
 * that keeps the record: without one only the machine sees the person until there is a membership.
 */
export async function insertPerson(
  cx: Cx,
  name: { readonly family: string; readonly middle: string; readonly given: string },
  keeperId: string | null = null,
  facts: FactsRow = noFacts,
): Promise<Person> {
  const parts = cleanNameParts(name);
  const person: Person = { id: cx.ids.uuid(), pid: cx.ids.pid(), ...parts };
  await sql`insert into person (id, pid, family, middle, given, search, keeper_id, gender, birth_date,
      phones, email, degrees, field, workplace, job, address, note, created_at)
    values (${person.id}, ${person.pid}, ${parts.family}, ${parts.middle}, ${parts.given},
      ${searchOf(parts)}, ${keeperId}, ${facts.gender}, ${facts.birth_date},
      ${[...facts.phones]}::text[], ${facts.email}, ${[...facts.degrees]}::text[], ${facts.field},
      ${facts.workplace}, ${facts.job}, ${facts.address}, ${facts.note}, ${cx.clock.now()})`.execute(
    cx.db,
  );
  return person;
}

/** Inserts a person from a full name as people write it; titles before the name are left out. */
export async function insertPersonNamed(
  cx: Cx,
  fullName: string,
  keeperId: string | null = null,
): Promise<Person> {
  const { family, middle, given } = splitName(cleanName(fullName));
  return insertPerson(cx, { family, middle, given }, keeperId);
}

export async function updatePerson(cx: Cx, id: string, row: PersonRowIn): Promise<void> {
  await sql`update person set family = ${row.family}, middle = ${row.middle}, given = ${row.given},
      search = ${searchOf(row)}, gender = ${row.gender}, birth_date = ${row.birth_date},
      phones = ${[...row.phones]}::text[], email = ${row.email},
      degrees = ${[...row.degrees]}::text[], field = ${row.field}, workplace = ${row.workplace},
      job = ${row.job}, address = ${row.address}, note = ${row.note}, version = version + 1
    where id = ${id}`.execute(cx.db);
}

export interface MembershipRowIn {
  readonly organisationId: string;
  readonly branch: string | null;
  readonly joined: string | null;
  readonly kind: MembershipKind;
  readonly cardNumber: string | null;
  readonly note: string | null;
  /** The first day. */
  readonly from: string;
}

/** Inserts a membership without an end. */
export async function insertMembership(
  cx: Cx,
  personId: string,
  row: MembershipRowIn,
): Promise<{ id: string; pid: string }> {
  const [id, pid] = [cx.ids.uuid(), cx.ids.pid()];
  await sql`insert into membership (id, pid, person_id, identity_id, organisation_id, branch, during,
      joined, kind, card_number, note, created_at)
    values (${id}, ${pid}, ${personId}, (select identity_id from person where id = ${personId}),
      ${row.organisationId}, ${row.branch}, daterange(${row.from}::date, null), ${row.joined},
      ${row.kind}, ${row.cardNumber}, ${row.note}, ${cx.clock.now()})`.execute(cx.db);
  return { id, pid };
}
