import { sql } from 'kysely';
import { z } from 'zod';
import type { Cx } from '../../../platform/cx.ts';
import { inTransaction } from '../../../platform/database/query.ts';
import { office } from '../../../platform/http/addresses.ts';
import { addJob } from '../../../platform/jobs/index.ts';
import { sendMail } from '../../../platform/mail.ts';
import { calledOf, moderatorsAt, toldAt, waitingAt } from '../queries/index.ts';
import { waitingLetter } from '../vi/index.ts';

/** The job that writes to those who look at comments. */
export const TELL = 'discussion.tell';

const MINUTE = 60_000;
/** What comes in one of these is told together. */
const gatherMs = 5 * MINUTE;
const restMs = 60 * MINUTE;

const payload = z.object({ organisation: z.uuid(), site: z.string() });

/** Orders a letter to the moderators: soon, and not within an hour of the last one. */
export async function orderTelling(cx: Cx, organisation: string, site: string): Promise<void> {
  const last = await toldAt(cx.db, organisation);
  const soon = (Math.floor(cx.clock.now().getTime() / gatherMs) + 1) * gatherMs;
  const at = Math.max(soon, last === null ? 0 : last.getTime() + restMs);
  // The instant is part of the key: what comes later never puts off a letter that is ordered already.
  const options = { key: `${TELL}:${organisation}:${at}`, runAt: new Date(at) };
  await addJob(cx.db, TELL, { organisation, site }, options);
}

/** Tells the moderators what waits; nothing when somebody has looked meanwhile. */
export async function tellModerators(cx: Cx, raw: unknown): Promise<void> {
  const { organisation, site } = payload.parse(raw);
  await inTransaction(cx.db, async (db) => {
    const inner: Cx = { ...cx, db };
    const waiting = await waitingAt(db, organisation);
    if (waiting.held + waiting.reported + waiting.feedback === 0) return;
    const now = cx.clock.now();
    const last = await toldAt(db, organisation);
    if (last !== null && now.getTime() < last.getTime() + restMs)
      return orderTelling(inner, organisation, site);
    await sql`insert into discussion_notice (organisation_id, told_at) values (${organisation}, ${now})
      on conflict (organisation_id) do update set told_at = ${now}`.execute(db);
    const { name, code } = await calledOf(db, organisation, cx.clock.today());
    const letter = waitingLetter({
      ...waiting,
      name,
      comments: `${site}${office(code, 'binh-luan')}`,
      inbox: `${site}${office(code, 'gop-y')}`,
    });
    for (const to of await moderatorsAt(db, organisation, cx.clock.today()))
      await sendMail(inner, { to, ...letter });
  });
}
