import { sql } from 'kysely';
import type { Cx } from '../../../platform/command.ts';
import { all, type Db, one } from '../../../platform/database/query.ts';
import { nameOn } from '../../organisations/index.ts';
import type { Addressee } from '../rules.ts';
import { addresseeColumns, refusedAddresses, refusedHumans } from './members.ts';

/** A letter that waits. */
export interface WaitingLetter {
  readonly letter: number;
  readonly address: string;
  /** Somebody has asked for no more letters since the recipients were written down. */
  readonly refused: boolean;
}

/** The next letters of a mailing, in order. */
export function nextLetters(
  cx: Cx,
  mailing: { readonly id: string; readonly organisationId: string },
  many: number,
): Promise<WaitingLetter[]> {
  const { id, organisationId } = mailing;
  return all(
    cx.db,
    sql<WaitingLetter>`select r.number as letter, r.address,
        r.address in (${refusedAddresses(organisationId)})
          or p.identity_id in (${refusedHumans(organisationId)})
          or (select c.given from consent c where c.person_id = p.id and c.purpose = 'mailing'
            order by c.given_at desc, c.id desc limit 1) is false as refused
      from mailing_recipient r join person p on p.id = r.person_id
      where r.mailing_id = ${id} and r.state = 'waiting' order by r.number limit ${many}`,
  );
}

/** Whom each of some letters speaks of. */
export async function addresseesOf(
  cx: Cx,
  mailingId: string,
  letters: readonly number[],
): Promise<ReadonlyMap<number, readonly Addressee[]>> {
  const rows = await all(
    cx.db,
    sql<Addressee & { letter: number }>`select r.letter, ${addresseeColumns}
      from mailing_recipient r join person p on p.id = r.person_id
      join membership m on m.id = r.membership_id
      join organisation o on o.id = m.organisation_id ${nameOn(sql`o.id`, cx.clock.today())}
      where r.mailing_id = ${mailingId} and r.letter = any(${[...letters]}::integer[])
        and (r.number = r.letter or r.reason = 'same_address')
      order by r.number`,
  );
  return Map.groupBy(rows, (row) => row.letter);
}

/** How many letters still wait, and how many there are. */
export function lettersLeft(db: Db, mailingId: string): Promise<{ waiting: number; all: number }> {
  return one(
    db,
    sql<{ waiting: number; all: number }>`select
        count(*) filter (where state = 'waiting')::integer as waiting, count(*)::integer as all
      from mailing_recipient where mailing_id = ${mailingId} and state <> 'left_out'`,
  );
}

export interface Pace {
  readonly perHour: number;
  readonly nextAt: Date;
}

export function paceOf(db: Db): Promise<Pace> {
  return one(db, sql<Pace>`select per_hour as "perHour", next_at as "nextAt" from mailing_pace`);
}

/** The pace, held until the transaction ends: two mailings never share an instant. */
export function holdPace(db: Db): Promise<Pace> {
  return one(
    db,
    sql<Pace>`select per_hour as "perHour", next_at as "nextAt" from mailing_pace for update`,
  );
}
