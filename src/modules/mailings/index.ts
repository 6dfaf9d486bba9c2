import type { Module } from '../../platform/module.ts';
import { mailingApi } from './api/index.ts';
import { continueJob, sendRun, settleJob } from './jobs.ts';
import { mailingAnswer, mailingPaceSet, mailingRead, mailingWrite } from './policy.ts';
import { invariants } from './queries/index.ts';
import { mailingDeletion, SEND_MAILING, templateDeletion } from './service/index.ts';
import { permissionNames } from './vi.ts';
import { mailingOffice, mailingWeb } from './web/index.ts';

export { mailingRead, mailingWrite } from './policy.ts';
export { fieldIssues, fillLetter, fillSubject } from './rules.ts';
export { recordMailing, recordTemplate, reserveLetters } from './service/index.ts';
export {
  actionNames as mailingActionNames,
  jobMessages as mailingJobMessages,
  jobNames as mailingJobNames,
  mailingIssues,
  samples as mailingSamples,
} from './vi.ts';

export const mailings: Module = {
  name: 'mailings',
  permissions: [mailingRead, mailingWrite, mailingPaceSet, mailingAnswer],
  permissionNames,
  office: mailingOffice,
  web: mailingWeb,
  api: mailingApi,
  invariants,
  jobs: {
    handlers: {
      'mailing.continue': continueJob,
      'mailing.settle': settleJob,
      'mailing.purge': async (cx) => {
        await mailingDeletion.purge(cx);
        await templateDeletion.purge(cx);
      },
    },
    runs: { [SEND_MAILING]: sendRun },
    cron: [
      { name: 'mailing.settle', match: '*/5 * * * *' },
      { name: 'mailing.purge', match: '35 19 * * *' },
    ],
  },
};
