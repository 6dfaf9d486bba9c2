import { sql } from 'kysely';
import type { Cx } from '../../../platform/command.ts';
import { maybe } from '../../../platform/database/query.ts';
import { tokenHash } from '../../../platform/tokens.ts';
import { nameOn } from '../../organisations/index.ts';

/** What the link of a letter opens. */
export interface Subscription {
  readonly mailingId: string;
  readonly letter: number;
  readonly address: string;
  readonly organisationId: string;
  readonly organisationName: string;
  /** Since when there are no letters of this organisation, and of none; null when there are. */
  readonly refusedAt: Date | null;
  readonly allRefusedAt: Date | null;
}

/** The subscription that a link's secret opens; null when it opens none. */
export function subscriptionOf(cx: Cx, token: string): Promise<Subscription | null> {
  return maybe(
    cx.db,
    sql<Subscription>`select r.mailing_id as "mailingId", r.letter, r.address,
        m.organisation_id as "organisationId", coalesce(n.name, o.code) as "organisationName",
        (select min(f.refused_at) from mailing_refusal f where f.address = r.address
          and f.taken_back_at is null and f.organisation_id = m.organisation_id) as "refusedAt",
        (select min(f.refused_at) from mailing_refusal f where f.address = r.address
          and f.taken_back_at is null and f.organisation_id is null) as "allRefusedAt"
      from mailing_recipient r join mailing m on m.id = r.mailing_id
      join organisation o on o.id = m.organisation_id ${nameOn(sql`o.id`, cx.clock.today())}
      where r.token_hash = ${tokenHash(token).toString('hex')}`,
  );
}
