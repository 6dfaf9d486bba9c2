import { sql } from 'kysely';
import { z } from 'zod';
import { issue } from '../../../kernel/issue.ts';
import { type Cx, command } from '../../../platform/command.ts';
import { all, maybe } from '../../../platform/database/query.ts';
import { cancelRun, startRun } from '../../../platform/jobs/index.ts';
import { mailingWrite } from '../policy.ts';
import { countMeant, liveMailing, takeTime } from '../queries/index.ts';
import { actIssues } from '../rules.ts';
import { byVersion, type Mailing } from '../schema.ts';
import { SEND_MAILING } from './sending-letters.ts';

const withSite = byVersion.extend({
  /** Where readers reach this product: the door knows. */
  site: z.url({ protocol: /^https?$/ }).transform((address) => address.replace(/\/+$/, '')),
});

async function begin(cx: Cx, mailing: Mailing, site: string) {
  const run = await startRun(cx, SEND_MAILING, mailing.organisationId, { mailing: mailing.id });
  await sql`update mailing set state = 'sending', run_id = ${run.id}, site = ${site},
      started_at = coalesce(started_at, ${cx.clock.now()}), version = version + 1
    where id = ${mailing.id}`.execute(cx.db);
  return {
    result: { pid: mailing.pid, run: run.pid },
    subject: { type: 'mailing', id: mailing.id },
    organisationId: mailing.organisationId,
    changes: { state: { old: mailing.state, new: 'sending' } },
  };
}

/** Sends a draft, as a job: its recipients are written down first, then letters go at the pace set. */
export const sendMailing = command({
  name: 'mailing.send',
  input: withSite,
  permission: mailingWrite,
  load: (cx, { pid }) => held(cx, pid),
  at: (mailing) => [mailing.organisationId],
  version: (mailing) => mailing.version,
  check: async (mailing, _input, cx) => {
    const not = actIssues(mailing.state, 'send');
    if (not.length > 0) return not;
    await takeTime(cx.db);
    const { send = 0 } = await countMeant(cx, mailing);
    return send === 0 ? [issue('', 'nobody_to_send_to')] : [];
  },
  run: (cx, mailing, { site }) => begin(cx, mailing, site),
});

/** Goes on with a mailing that was stopped: who has a letter gets no second one. */
export const resumeMailing = command({
  name: 'mailing.resume',
  input: withSite,
  permission: mailingWrite,
  load: (cx, { pid }) => held(cx, pid),
  at: (mailing) => [mailing.organisationId],
  version: (mailing) => mailing.version,
  check: (mailing) => actIssues(mailing.state, 'resume'),
  run: (cx, mailing, { site }) => begin(cx, mailing, site),
});

/** Stops a mailing: letters that have not been tried yet are taken back and wait. */
export const stopMailing = command({
  name: 'mailing.stop',
  input: byVersion,
  permission: mailingWrite,
  load: (cx, { pid }) => held(cx, pid),
  at: (mailing) => [mailing.organisationId],
  check: (mailing) => actIssues(mailing.state, 'stop'),
  run: async (cx, mailing) => {
    await sql`update mailing set state = 'stopped', version = version + 1
      where id = ${mailing.id}`.execute(cx.db);
    const run = await maybe(
      cx.db,
      sql<{ id: string }>`select run_id as id from mailing
        where id = ${mailing.id} and run_id is not null`,
    );
    if (run !== null) await cancelRun(cx, run.id);
    const back = await takeBackLetters(cx, mailing.id);
    return {
      result: { pid: mailing.pid, taken_back: back },
      subject: { type: 'mailing', id: mailing.id },
      organisationId: mailing.organisationId,
      changes: { state: { old: mailing.state, new: 'stopped' } },
    };
  },
});

// Held before it is looked at, so that two who press at once do not both send.
async function held(cx: Cx, pid: string): Promise<Mailing> {
  const { id } = await liveMailing(cx, pid);
  await sql`select from mailing where id = ${id} for update`.execute(cx.db);
  return liveMailing(cx, pid);
}

/** Letters of the outbox that were never tried wait again; gives their number. */
export async function takeBackLetters(cx: Cx, mailingId: string): Promise<number> {
  const back = await all(
    cx.db,
    sql<{ number: number }>`with gone as (
        delete from mail_message l using mailing_recipient r
        where r.mailing_id = ${mailingId} and r.state = 'queued' and l.pid = r.message_pid
          and l.sent_at is null and l.attempts = 0 returning l.pid)
      update mailing_recipient r set state = 'waiting', message_pid = null, token_hash = null,
        at = null
      from gone where r.mailing_id = ${mailingId} and r.message_pid = gone.pid returning r.number`,
  );
  return back.length;
}
