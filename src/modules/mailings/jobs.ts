import { z } from 'zod';
import type { Cx } from '../../platform/command.ts';
import { findRun, type JobHandler, RunFailed, type RunHandler } from '../../platform/jobs/index.ts';
import { may } from '../../platform/policy.ts';
import { mailingWrite } from './policy.ts';
import { lettersLeft, runMailing } from './queries/index.ts';
import {
  continueMailing,
  prepareRecipients,
  sendBatch,
  settleLetters,
  takeBackLetters,
} from './service/index.ts';

const payloadSchema = z.object({ mailing: z.uuid() });

/** Writes the recipients down and puts letters into the outbox, as many as the hour takes. */
export const sendRun: RunHandler = {
  resumable: true,
  async run(cx, payload, run) {
    const { mailing: id } = payloadSchema.parse(payload);
    const mailing = await runMailing(cx.db, id);
    if (mailing === null) throw new RunFailed('mailing_gone');
    if (!(await may(cx, mailingWrite, mailing.organisationId)))
      throw new RunFailed('mailing_not_allowed');
    await prepareRecipients(cx, id);
    for (;;) {
      const { waiting, all } = await lettersLeft(cx.db, id);
      await run.progress(all - waiting, all);
      if (run.cancelled()) {
        await afterCancel(cx, id, mailing.runPid);
        return null;
      }
      if ((await sendBatch(cx, id)) !== 'more') break;
    }
    return { href: `/vp/${mailing.organisationCode}/hoi-vien/thu/${mailing.pid}` };
  },
};

// A worker that is stopping goes on later; only who asked for it wants the letters back.
async function afterCancel(cx: Cx, id: string, runPid: string | null): Promise<void> {
  const run = runPid === null ? null : await findRun(cx.db, runPid);
  if (run?.cancelRequested === true) await takeBackLetters(cx, id);
}

export const continueJob: JobHandler = async (cx, payload) => {
  await continueMailing(cx, payloadSchema.parse(payload).mailing);
};

export const settleJob: JobHandler = (cx) => settleLetters(cx);
