import { sql } from 'kysely';
import type { Cx } from '../../../platform/command.ts';
import { inTransaction } from '../../../platform/database/query.ts';
import { NotFound } from '../../../platform/errors.ts';
import { addJob } from '../../../platform/jobs/index.ts';
import { type Mail, MailRefused, sendMail } from '../../../platform/mail.ts';
import { newToken, tokenHash } from '../../../platform/tokens.ts';
import { placeOf } from '../../organisations/index.ts';
import {
  addresseesOf,
  holdMailing,
  holdPace,
  nextLetters,
  recipientRows,
  takeTime,
  type WaitingLetter,
} from '../queries/index.ts';
import { type Addressee, aheadMs, paced } from '../rules.ts';
import type { Mailing } from '../schema.ts';
import { aLetter } from './letters.ts';

export const SEND_MAILING = 'mailing.send';
const CONTINUE = 'mailing.continue';
const SETTLE = 'mailing.settle';

const batchSize = 50;

/**
 * Writes down a mailing's recipients as they stand now, once; what was written stays. The actor is the
 * one who sends: only members that they may see.
 */
export function prepareRecipients(cx: Cx, mailingId: string): Promise<void> {
  return inTransaction(cx.db, async (db) => {
    const inner: Cx = { ...cx, db };
    const mailing = await holdMailing(inner, mailingId);
    if (mailing === null) throw new NotFound('mailing');
    if (mailing.preparedAt !== null) return;
    await takeTime(db);
    await sql`insert into mailing_recipient (mailing_id, number, letter, person_id, membership_id,
        organisation_id, address, state, reason)
      select ${mailing.id}, number, letter, person_id, membership_id, organisation_id, address,
        state, reason
      from (${await recipientRows(inner, mailing)}) rows`.execute(db);
    await sql`update mailing set prepared_at = ${cx.clock.now()}, counts = (
          select jsonb_object_agg(what, many) from (
            select coalesce(reason, 'send') as what, count(*) as many from mailing_recipient
            where mailing_id = ${mailing.id} group by 1) c), counted_at = ${cx.clock.now()}
      where id = ${mailing.id}`.execute(db);
  });
}

export type BatchEnd = 'more' | 'later' | 'done' | 'stopped';

/**
 * Puts the next letters of a mailing into the outbox, each with its row in the same transaction.
 * 'later': the hour has no room left, and a job that goes on is ordered.
 */
export function sendBatch(cx: Cx, mailingId: string): Promise<BatchEnd> {
  return inTransaction(cx.db, async (db) => {
    const inner: Cx = { ...cx, db };
    const mailing = await holdMailing(inner, mailingId);
    if (mailing === null || mailing.state !== 'sending' || mailing.preparedAt === null)
      return 'stopped';
    const pace = await holdPace(db);
    const slots = paced(cx.clock.now(), pace.nextAt, pace.perHour, batchSize);
    if (slots.at.length === 0) {
      await orderNext(inner, mailing.id);
      return 'later';
    }
    const letters = await nextLetters(inner, mailing, slots.at.length);
    if (letters.length === 0) {
      await orderSettling(inner, mailing.id, pace.nextAt);
      return 'done';
    }
    const used = await writeLetters(inner, mailing, letters, slots.at);
    const { nextAt } = paced(cx.clock.now(), pace.nextAt, pace.perHour, used);
    await sql`update mailing_pace set next_at = ${nextAt}`.execute(db);
    return 'more';
  });
}

const orderNext = (cx: Cx, mailing: string): Promise<void> =>
  addJob(
    cx.db,
    CONTINUE,
    { mailing },
    {
      key: `${CONTINUE}:${mailing}`,
      runAt: new Date(cx.clock.now().getTime() + aheadMs / 4),
    },
  );

// Soon after its last letter went, not only at the next turn of the clock.
const orderSettling = (cx: Cx, mailing: string, after: Date): Promise<void> =>
  addJob(
    cx.db,
    SETTLE,
    {},
    {
      key: `${SETTLE}:${mailing}`,
      runAt: new Date(Math.max(after.getTime(), cx.clock.now().getTime()) + 30_000),
    },
  );

/** Gives how many letters went into the outbox. */
async function writeLetters(
  cx: Cx,
  mailing: Mailing,
  letters: readonly WaitingLetter[],
  at: readonly Date[],
): Promise<number> {
  const members = await addresseesOf(
    cx,
    mailing.id,
    letters.map((one) => one.letter),
  );
  const heads = await headsOf(cx, mailing);
  let used = 0;
  for (const one of letters) {
    if (one.refused) {
      await setState(cx, mailing.id, one.letter, 'left_out', 'refused');
      continue;
    }
    const taken = await writeLetter(
      cx,
      { mailing, heads, letter: one, members: members.get(one.letter) ?? [] },
      at[used]!,
    );
    if (taken) used += 1;
  }
  return used;
}

interface Writing {
  readonly mailing: Mailing;
  readonly heads: Mail['headers'];
  readonly letter: WaitingLetter;
  readonly members: readonly Addressee[];
}

async function writeLetter(
  cx: Cx,
  { mailing, heads, letter, members }: Writing,
  at: Date,
): Promise<boolean> {
  const token = newToken();
  const link = `${mailing.site}/thu/${token}`;
  const oneClick = link.startsWith('https:')
    ? { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
    : {};
  const headers = { ...heads, 'List-Unsubscribe': `<${link}>`, ...oneClick };
  const mail: Mail = { to: letter.address, ...aLetter(cx, mailing, members, link), headers };
  try {
    const pid = await sendMail(cx, mail, at);
    await sql`update mailing_recipient set state = 'queued', message_pid = ${pid},
        token_hash = ${tokenHash(token).toString('hex')}, at = ${cx.clock.now()}
      where mailing_id = ${mailing.id} and number = ${letter.letter}`.execute(cx.db);
    return true;
  } catch (error) {
    if (!(error instanceof MailRefused)) throw error;
    await setState(cx, mailing.id, letter.letter, 'failed', `refused_${error.field}`);
    return false;
  }
}

async function setState(
  cx: Cx,
  mailingId: string,
  letter: number,
  state: 'left_out' | 'failed',
  reason: string,
): Promise<void> {
  await sql`update mailing_recipient set state = ${state}, reason = ${reason}, at = ${cx.clock.now()}
    where mailing_id = ${mailingId} and number = ${letter}`.execute(cx.db);
}

/** Answers go to the organisation's own address; the list is told apart by its code. */
async function headsOf(cx: Cx, { organisationCode, site }: Mailing): Promise<Mail['headers']> {
  const place = await placeOf(cx.db, organisationCode, cx.clock.today());
  const email = place === null || 'movedTo' in place ? null : place.contact.email;
  const host = new URL(site ?? 'http://localhost').hostname;
  return {
    'List-Id': `<${organisationCode}.${host}>`,
    ...(email !== null && /^[\w.+-]+@[\w.-]+$/.test(email) ? { 'Reply-To': email } : {}),
  };
}

/** Goes on with a mailing whose hour was full. */
export async function continueMailing(cx: Cx, mailingId: string): Promise<void> {
  while ((await sendBatch(cx, mailingId)) === 'more');
}

/**
 * Writes what became of letters beside their recipients, before the outbox forgets them, and ends
 * mailings of which no letter is under way any more.
 */
export async function settleLetters(cx: Cx): Promise<void> {
  await sql`update mailing_recipient r set state = 'sent', at = l.sent_at
    from mail_message l where r.state = 'queued' and l.pid = r.message_pid
      and l.sent_at is not null`.execute(cx.db);
  await sql`update mailing_recipient r set state = 'failed', at = l.failed_at,
      reason = coalesce(nullif(l.error, ''), 'not_sent')
    from mail_message l where r.state = 'queued' and l.pid = r.message_pid
      and l.failed_at is not null`.execute(cx.db);
  const dayAgo = new Date(cx.clock.now().getTime() - 24 * aheadMs);
  await sql`update mailing_recipient r set state = 'failed', reason = 'not_sent'
    where r.state = 'queued' and r.at < ${dayAgo}
      and not exists (select from mail_message l where l.pid = r.message_pid)`.execute(cx.db);
  await sql`update mailing m set state = 'sent', finished_at = ${cx.clock.now()},
      version = version + 1
    where m.state = 'sending' and m.prepared_at is not null
      and not exists (select from mailing_recipient r where r.mailing_id = m.id
        and r.state in ('waiting', 'queued'))`.execute(cx.db);
}
