import { sql } from 'kysely';
import type { Cx } from '../../../platform/command.ts';
import { all, type Db, maybe, one } from '../../../platform/database/query.ts';
import { tokenHash } from '../../../platform/tokens.ts';
import { nameOn } from '../../organisations/index.ts';

/** What the link of a letter opens. */
export interface Subscription {
  readonly id: string;
  readonly organisationId: string;
  readonly organisationName: string;
  readonly address: string;
  readonly confirmedAt: Date | null;
  readonly endedAt: Date | null;
}

/** The subscription that a link's secret opens; null when it opens none. */
export function subscriptionOf(cx: Cx, token: string): Promise<Subscription | null> {
  return maybe(
    cx.db,
    sql<Subscription>`select s.id, s.organisation_id as "organisationId",
        coalesce(n.name, o.code) as "organisationName", s.address,
        s.confirmed_at as "confirmedAt", s.ended_at as "endedAt"
      from bulletin_letter l join bulletin_subscriber s on s.id = l.subscriber_id
      join organisation o on o.id = s.organisation_id ${nameOn(sql`o.id`, cx.clock.today())}
      where l.token_hash = ${tokenHash(token)}`,
  );
}

/** Whether an address already gets issues of the union. */
export function subscriberAt(
  db: Db,
  organisationId: string,
  address: string,
): Promise<{ id: string; wanting: boolean } | null> {
  return maybe(
    db,
    sql<{ id: string; wanting: boolean }>`select id,
        confirmed_at is not null and ended_at is null as wanting
      from bulletin_subscriber where organisation_id = ${organisationId} and address = ${address}`,
  );
}

/** How many get issues of the union. */
export async function readersOf(db: Db, organisationId: string): Promise<number> {
  const { readers } = await one(
    db,
    sql<{ readers: number }>`select count(*)::integer as readers from bulletin_subscriber
      where organisation_id = ${organisationId} and confirmed_at is not null and ended_at is null`,
  );
  return readers;
}

/** Those who get issues, by address. */
export function listReaders(
  db: Db,
  organisationId: string,
  page: number,
  size: number,
): Promise<{ address: string; confirmedAt: Date }[]> {
  return all(
    db,
    sql<{ address: string; confirmedAt: Date }>`select address, confirmed_at as "confirmedAt"
      from bulletin_subscriber
      where organisation_id = ${organisationId} and confirmed_at is not null and ended_at is null
      order by address limit ${size} offset ${(page - 1) * size}`,
  );
}

/** The next readers to whom an issue was not sent yet. */
export function unsent(
  db: Db,
  bulletin: { readonly id: string; readonly organisationId: string },
  most: number,
): Promise<{ id: string; address: string }[]> {
  return all(
    db,
    sql<{ id: string; address: string }>`select s.id, s.address from bulletin_subscriber s
      where s.organisation_id = ${bulletin.organisationId} and s.confirmed_at is not null
        and s.ended_at is null and not exists (select from bulletin_letter l
          where l.subscriber_id = s.id and l.bulletin_id = ${bulletin.id})
      order by s.id limit ${most} for update of s`,
  );
}
