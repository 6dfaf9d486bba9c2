import type { Cx } from '../../../platform/command.ts';
import { addJob } from '../../../platform/jobs/index.ts';

/** The job that does what is due; the clock adds it each minute too, should one be lost. */
export const DUE = 'article.due';

/** Looks what is due at this instant. One that came to nothing finds nothing due. */
export const atTime = (cx: Cx, id: string, what: 'publish' | 'withdraw', at: Date): Promise<void> =>
  addJob(cx.db, DUE, {}, { key: `${DUE}:${what}:${id}`, runAt: at });
