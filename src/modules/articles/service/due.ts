import { sql } from 'kysely';
import { z } from 'zod';
import { type Cx, command, execute } from '../../../platform/command.ts';
import { NotFound } from '../../../platform/errors.ts';
import { articlePublish } from '../policy.ts';
import { dueArticles } from '../queries/index.ts';
import { publishArticle, withdrawArticle } from './publishing.ts';
import { doneWith } from './shared.ts';
import { loaded } from './writing.ts';

/** Notes that a publishing that was due did not happen, and why: once, until somebody looks at it. */
export const failSchedule = command({
  name: 'article.fail',
  input: z.strictObject({ pid: z.string(), code: z.string().max(60) }),
  permission: articlePublish,
  load: (cx, { pid }) => loaded(cx, pid),
  // Only the clock says so.
  at: () => [null],
  run: async (cx, { article }, { code }) => {
    await sql`update article set schedule_failed = ${code}, version = version + 1
      where id = ${article.id} and state = 'scheduled'`.execute(cx.db);
    return doneWith(article, { schedule_failed: { old: article.scheduleFailed, new: code } });
  },
});

/** Publishes and takes off what is due. Runs as often as it likes: what was done is not due any more. */
export async function doDue(cx: Cx): Promise<void> {
  for (const { pid, act } of await dueArticles(cx)) {
    try {
      if (act === 'withdraw') await execute(cx, withdrawArticle, { pid, reason: UNTIL });
      else await publishDue(cx, pid);
    } catch (error) {
      // Somebody deleted it meanwhile.
      if (!(error instanceof NotFound)) throw error;
    }
  }
}

/** The reason of what the clock takes off; its words are in `vi`. */
export const UNTIL = 'until';

async function publishDue(cx: Cx, pid: string): Promise<void> {
  const outcome = await execute(cx, publishArticle, { pid });
  if (!outcome.ok)
    await execute(cx, failSchedule, { pid, code: outcome.issues[0]?.code ?? 'unknown' });
}
