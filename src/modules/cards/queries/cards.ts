import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../../../kernel/day.ts';
import type { Cx } from '../../../platform/command.ts';
import { all, maybe, one } from '../../../platform/database/query.ts';
import { NotFound } from '../../../platform/errors.ts';
import { visible } from '../../../platform/policy.ts';
import {
  allOf,
  directionOf,
  pageRows,
  type RecordOrder,
} from '../../../platform/records/list-query.ts';
import { nameOn } from '../../organisations/index.ts';
import { nameHas } from '../../people/index.ts';
import { cardRead } from '../policy.ts';
import type { CardState } from '../rules.ts';
import type { Card } from '../schema.ts';
import { byName, lastDay, personName, standing, stateOnDay } from './rows.ts';

const columns = sql`c.id, c.pid, c.token, m.pid as "membershipPid",
  c.organisation_id as "organisationId", o.code as "organisationCode",
  coalesce(n.short_name, o.code) as "organisationName", c.issuer_id as "issuerId",
  i.code as "issuerCode", c.issuer_name as "issuerName", c.number, c.issued_on as "issuedOn",
  c.valid_until as "validUntil", c.state, ${lastDay} as "lastDay", ${standing} as standing,
  c.ended_on as "endedOn", c.reason, c.batch_id as "batchId", b.pid as "replacesPid", s.pid as "replacedByPid",
  p.pid as "personPid", ${personName} as "personName", m.branch, m.joined, c.version`;

const from = (today: Day): RawBuilder<unknown> => sql`from card c
  join membership m on m.id = c.membership_id join person p on p.id = m.person_id
  join organisation o on o.id = c.organisation_id join organisation i on i.id = c.issuer_id
  ${nameOn(sql`o.id`, today)}
  left join card b on b.id = c.replaces_id left join card s on s.replaces_id = c.id`;

/** A card that the actor may see; null when there is none. */
export async function findCard(cx: Cx, pid: string): Promise<Card | null> {
  return maybe(
    cx.db,
    sql<Card>`select ${columns} ${from(cx.clock.today())}
      where c.pid = ${pid} and ${visible(cx, cardRead, sql`c.organisation_id`)}`,
  );
}

/** As `findCard`. @throws NotFound */
export async function cardOf(cx: Cx, pid: string): Promise<Card> {
  const card = await findCard(cx, pid);
  if (card === null) throw new NotFound('card');
  return card;
}

export interface CardFilter {
  /** At or below this organisation today; all that the actor may see when null. */
  readonly under: string | null;
  /** Code: cards of this organisation's members only. */
  readonly organisation?: string | null;
  readonly state?: CardState | null;
  /** Words of a name, or a part of a card's number. */
  readonly q?: string;
  readonly membership?: string | null;
  readonly batch?: string | null;
}

export type CardOrder = RecordOrder<'number' | 'person' | 'issued'>;

function matching(cx: Cx, filter: CardFilter): RawBuilder<unknown> {
  const parts: RawBuilder<unknown>[] = [visible(cx, cardRead, sql`c.organisation_id`)];
  const today = cx.clock.today();
  if (filter.under !== null) {
    parts.push(sql`c.organisation_id in (${cx.coverage.below([filter.under], today)})`);
  }
  if (filter.organisation) parts.push(sql`o.code = ${filter.organisation}`);
  if (filter.state) parts.push(sql`${stateOnDay(today)} = ${filter.state}`);
  if (filter.membership) parts.push(sql`m.pid = ${filter.membership}`);
  if (filter.batch) parts.push(sql`c.batch_id = ${filter.batch}::uuid`);
  const typed = (filter.q ?? '').trim();
  if (typed !== '') {
    const number = `%${typed.toLowerCase().replace(/[%_\\]/g, '\\$&')}%`;
    parts.push(sql`(${nameHas('p', typed)} or lower(c.number) like ${number})`);
  }
  return allOf(parts);
}

function order(list: CardOrder): RawBuilder<unknown> {
  const direction = directionOf(list);
  if (list.sort === 'person') return byName(direction);
  if (list.sort === 'issued') return sql`c.issued_on ${direction}, c.number ${direction}`;
  return sql`c.number ${direction}`;
}

/** One page of a list and how many there are in all: two queries. */
export async function listCards(
  cx: Cx,
  list: CardFilter & CardOrder,
): Promise<{ rows: Card[]; total: number }> {
  const total = await countCards(cx, list);
  const rows = await all(
    cx.db,
    sql<Card>`select ${columns} ${from(cx.clock.today())} where ${matching(cx, list)}
      order by ${order(list)}, c.id ${pageRows(list)}`,
  );
  return { rows, total };
}

export async function countCards(cx: Cx, filter: CardFilter): Promise<number> {
  const found = await one(
    cx.db,
    sql<{ total: number }>`select count(*)::integer as total from card c
      join membership m on m.id = c.membership_id join person p on p.id = m.person_id
      join organisation o on o.id = c.organisation_id where ${matching(cx, filter)}`,
  );
  return found.total;
}

/** The next cards of a filter for printing, in the order of their issue; those after the id `after`. */
export function cardsAfter(
  cx: Cx,
  filter: CardFilter,
  after: string | null,
  limit: number,
): Promise<Card[]> {
  return all(
    cx.db,
    sql<Card>`select ${columns} ${from(cx.clock.today())} where ${matching(cx, filter)}
      and (${after}::uuid is null or c.id > ${after}::uuid) order by c.id limit ${limit}`,
  );
}
