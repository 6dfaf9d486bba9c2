import { sql } from 'kysely';
import { type Db, maybe, one } from '../../../platform/database/query.ts';
import { tokenHash } from '../../../platform/tokens.ts';

/** How many letters went to an address within a day, to all from a site, and whether the address wants none. */
export interface LetterCounts {
  readonly recipient: number;
  readonly organisation: number;
  readonly refused: boolean;
}

export function letterCounts(
  db: Db,
  of: { readonly recipients: readonly string[]; readonly organisation: string; readonly now: Date },
): Promise<LetterCounts> {
  const since = new Date(of.now.getTime() - 86_400_000);
  const recipients = sql`any(${[...of.recipients]}::text[])`;
  return one(
    db,
    sql<LetterCounts>`select
      (select count(*)::integer from passed_letter where recipient = ${recipients}
        and sent_at > ${since}) as recipient,
      (select count(*)::integer from passed_letter where organisation_id = ${of.organisation}
        and sent_at > ${since}) as organisation,
      exists (select from passed_refusal where recipient = ${recipients}) as refused`,
  );
}

/** What the link of such a letter opens; null when it opens nothing (any more). */
export interface PassedLetter {
  readonly id: string;
  readonly organisationId: string;
  readonly recipient: string;
  readonly refusedAt: Date | null;
}

export const passedLetter = (db: Db, token: string): Promise<PassedLetter | null> =>
  maybe(
    db,
    sql<PassedLetter>`select l.id, l.organisation_id as "organisationId", l.recipient,
        r.refused_at as "refusedAt"
      from passed_letter l left join passed_refusal r on r.recipient = l.recipient
      where l.token_hash = ${tokenHash(token)}`,
  );
