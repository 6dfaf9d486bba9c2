import { type RawBuilder, sql } from 'kysely';
import { parseDateRange } from '../../../kernel/date-range.ts';
import type { Membership, PersonFacts } from '../schema/index.ts';

/** The facts of a person under the alias `p`. */
export const factColumns = sql`p.id, p.pid, p.family, p.middle, p.given, p.gender,
  p.birth_date as "birthDate", p.phones, p.email, p.degrees, p.field, p.workplace, p.job,
  p.address, p.note`;

/** The order of lists: by given name, then by family and middle name; as the index has it. */
export function nameOrder(alias: string, direction: RawBuilder<unknown> = sql`asc`) {
  const column = (name: string) => sql`${sql.ref(`${alias}.${name}`)}`;
  return sql`split_part(${column('search')}, ' ', -1) collate "C" ${direction},
    ${column('given')} collate "vi-x-icu" ${direction},
    ${column('family')} collate "vi-x-icu" ${direction},
    ${column('middle')} collate "vi-x-icu" ${direction}, ${column('id')} ${direction}`;
}

export type FactRow = PersonFacts;

/** A dated row as it comes from the database becomes one with its first and first later day. */
export function dated<Row extends { during: string }>(
  row: Row,
): Omit<Row, 'during'> & { from: string | null; until: string | null } {
  const { during, ...rest } = row;
  return { ...rest, ...parseDateRange(during) };
}

export type MembershipRow = Omit<Membership, 'from' | 'until'> & { during: string };

/** A membership under the alias `m`, its organisation under `o` and that one's name under `n`. */
export const membershipColumns = sql`m.id, m.pid, m.person_id as "personId",
  m.organisation_id as "organisationId", o.code as "organisationCode",
  coalesce(n.name, o.code) as "organisationName", m.branch, m.joined, m.kind,
  m.card_number as "cardNumber", m.during::text as during, m.left_reason as "leftReason", m.note,
  m.version`;
