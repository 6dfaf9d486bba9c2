import { sql } from 'kysely';
import type { Day } from '../../../kernel/day.ts';
import { all, type Db } from '../../../platform/database/query.ts';
import { stateOn, type Verdict } from '../rules.ts';
import type { Card } from '../schema.ts';
import { lastDay, standing } from './rows.ts';

export interface Checked {
  readonly verdict: Verdict;
  /** As printed; nulls when no card has the code. */
  readonly issuerName: string | null;
  readonly number: string | null;
}

/** What everybody may know of the card with a code: one query, whether there is one or not. */
export async function verdictOf(db: Db, code: string | null, today: Day): Promise<Checked> {
  const [card] = await all(
    db,
    sql<Pick<Card, 'issuerName' | 'number' | 'state' | 'lastDay' | 'standing'>>`
      select c.issuer_name as "issuerName", c.number, c.state, ${lastDay} as "lastDay",
        ${standing} as standing
      from card c join membership m on m.id = c.membership_id join person p on p.id = m.person_id
      where c.token = ${code ?? ''}`,
  );
  if (card === undefined) return { verdict: 'unknown', issuerName: null, number: null };
  const { issuerName, number } = card;
  return { verdict: stateOn(card, today), issuerName, number };
}
