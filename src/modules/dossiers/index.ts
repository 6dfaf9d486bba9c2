import type { Module } from '../../platform/module.ts';
import { dossierApi } from './api/index.ts';
import { lettersRun, purgeJob, toDo } from './jobs.ts';
import { dossierEnter, dossierKeep, dossierRead } from './policy.ts';
import { invariants } from './queries/index.ts';
import { RECEIPT, SEND_LETTERS, sendReceipt } from './service/index.ts';
import { permissionNames } from './vi/index.ts';
import { listWords } from './vi/office/index.ts';
import { dossierSite, dossierStreams, dossierWeb } from './web/entry/index.ts';
import { dossierOffice, paperStreams } from './web/office/index.ts';

export { dossierEnter, dossierKeep, dossierRead } from './policy.ts';
export {
  authorsOf,
  awardsOf,
  consentsOf,
  dossierById,
  dossierByPid,
  dossierByToken,
  findDossier,
  versionOf,
} from './queries/index.ts';
export type { Award, Dossier, KeptConsent, ListedDossier, Origin } from './schema/index.ts';
export {
  addCallLinks,
  addFile,
  addOwnLinks,
  awardKey,
  type CallLinks,
  enterPaper,
  giveConsent,
  invalidateDossier,
  moveDossier,
  type OwnLinks,
  recordAward,
  removeAward,
  returnDossier,
  saveDraft,
  savePaper,
  startDossier,
  submitDossier,
  submitPaper,
  validateDossier,
  withdrawDossier,
  writeAuthors,
} from './service/index.ts';
export { linkAddress, newLink } from './service/shared.ts';
export {
  type Opened as OpenedDossier,
  ownDossier,
  ownPage,
  pathOf as ownPath,
  unkept,
} from './web/entry/shared.tsx';

/** Dossiers: written by a link, submitted with a receipt, checked by the secretariat. */
export const dossiers: Module = {
  name: 'dossiers',
  permissions: [dossierEnter, dossierRead, dossierKeep],
  permissionNames,
  site: dossierSite,
  web: dossierWeb,
  streams: [...dossierStreams, ...paperStreams],
  rooms: [{ below: 'hoi-thi', path: 'ho-so', label: listWords.title, permission: dossierRead }],
  office: dossierOffice,
  api: dossierApi,
  toDo,
  invariants,
  jobs: {
    handlers: { 'dossier.purge': purgeJob, [RECEIPT]: sendReceipt },
    runs: { [SEND_LETTERS]: lettersRun },
    cron: [{ name: 'dossier.purge', match: '44 19 * * *' }],
  },
};
