import type { FileStore } from './files.ts';
import { sweepFiles } from './files.ts';
import type { CronLine, JobHandler } from './jobs/index.ts';
import { type EncryptedTable, renewIfRotated } from './keys.ts';
import { type MailSettings, mailHandler, purgeMail, SEND_MAIL } from './mail.ts';
import { sweepUploads, type UploadFolder } from './uploads.ts';

const SWEEP_FILES = 'files.sweep';
const PURGE_MAIL = 'mail.purge';
const RENEW = 'keys.renew';

/** The platform's own jobs: sending mail, and at night taking away what nobody needs any more. */
export function platformJobs(parts: {
  readonly files: FileStore;
  readonly uploads: UploadFolder;
  readonly mail: MailSettings;
  readonly encrypted?: readonly EncryptedTable[];
}): {
  readonly handlers: Readonly<Record<string, JobHandler>>;
  readonly cron: readonly CronLine[];
} {
  return {
    handlers: {
      [SEND_MAIL]: mailHandler(parts.mail),
      [SWEEP_FILES]: async (cx) => {
        await sweepUploads(cx.db, parts.uploads, cx.clock);
        await sweepFiles(cx.db, parts.files, cx.clock);
      },
      [PURGE_MAIL]: async (cx) => {
        await purgeMail(cx.db, cx.clock);
      },
      // After a rotation: what was still written with the older key while the newer one was made.
      [RENEW]: async (cx) => {
        await renewIfRotated(cx.db, cx.keys, parts.encrypted ?? []);
      },
    },
    cron: [
      { name: SWEEP_FILES, match: '10 19 * * *' },
      { name: PURGE_MAIL, match: '20 19 * * *' },
      { name: RENEW, match: '30 19 * * *' },
    ],
  };
}
