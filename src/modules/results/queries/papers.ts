import { sql } from 'kysely';
import type { Cx } from '../../../platform/cx.ts';
import { all, maybe, one } from '../../../platform/database/query.ts';
import type { Minutes, PaperNumber } from '../schema/index.ts';

const columns = sql`m.id, m.pid, m.council_id as "councilId", m.phase, m.content, m.state, m.sha256,
  m.signed_at as "signedAt", m.version`;

/** The minutes of an edition's councils. Ask for the right to read before. One query. */
export function minutesOf(cx: Cx, editionId: string): Promise<Minutes[]> {
  return all(
    cx.db,
    sql<Minutes>`select ${columns} from council_minutes m join council c on c.id = m.council_id
      where c.edition_id = ${editionId} order by m.created_at, m.pid`,
  );
}

/** The minutes of a council on a phase, held until the transaction ends; null: nobody began. */
export function heldMinutes(cx: Cx, councilId: string, phase: string): Promise<Minutes | null> {
  return maybe(
    cx.db,
    sql<Minutes>`select ${columns} from council_minutes m
      where m.council_id = ${councilId} and m.phase = ${phase} for update of m`,
  );
}

/** How many decisions on the prizes of an edition were taken back. */
export async function takenBackMany(cx: Cx, editionId: string): Promise<number> {
  const { many } = await one(
    cx.db,
    sql<{ many: number }>`select count(*)::integer as many from decision_taken_back t
      join allocation a on a.id = t.allocation_id where a.edition_id = ${editionId}`,
  );
  return many;
}

/**
 * The numbers that the papers of an edition have. Of proposal and decision only those that belong to no decision that
 * was taken back. One query.
 */
export function paperNumbers(cx: Cx, editionId: string): Promise<PaperNumber[]> {
  return all(
    cx.db,
    sql<PaperNumber>`select paper, council_id as "councilId", ballot_id as "ballotId", phase, type,
        number, symbol, to_char(signed_on, 'YYYY-MM-DD') as "signedOn", signer, position, authority,
        authority_of as "authorityOf"
      from committee_number n where edition_id = ${editionId} and (paper not in ('proposal', 'decision')
        or after_taken_back = (select count(*) from decision_taken_back t
          join allocation a on a.id = t.allocation_id where a.edition_id = n.edition_id))
      order by year, type, number`,
  );
}
