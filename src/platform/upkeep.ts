import type { FileStore } from './files.ts';
import { sweepFiles } from './files.ts';
import type { CronLine, JobHandler } from './jobs/index.ts';
import { type MailSettings, mailHandler, purgeMail, SEND_MAIL } from './mail.ts';

const SWEEP_FILES = 'files.sweep';
const PURGE_MAIL = 'mail.purge';

/** The platform's own jobs: sending mail, and at night taking away what nobody needs any more. */
export function platformJobs(parts: { readonly files: FileStore; readonly mail: MailSettings }): {
  readonly handlers: Readonly<Record<string, JobHandler>>;
  readonly cron: readonly CronLine[];
} {
  return {
    handlers: {
      [SEND_MAIL]: mailHandler(parts.mail),
      [SWEEP_FILES]: async (cx) => {
        await sweepFiles(cx.db, parts.files, cx.clock);
      },
      [PURGE_MAIL]: async (cx) => {
        await purgeMail(cx.db, cx.clock);
      },
    },
    cron: [
      { name: SWEEP_FILES, match: '10 19 * * *' },
      { name: PURGE_MAIL, match: '20 19 * * *' },
    ],
  };
}
