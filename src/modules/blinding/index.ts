import type { Module } from '../../platform/module.ts';
import { blindingApi } from './api/index.ts';
import { handlers, toDo } from './jobs.ts';
import { blindingManage, blindingRead } from './policy.ts';
import { invariants } from './queries/index.ts';
import { cleanAfter } from './service/index.ts';
import { permissionNames, words } from './vi/index.ts';
import { blindingOffice } from './web/index.ts';

export { blindingManage, blindingRead } from './policy.ts';
export type { BlindDossier, BlindFile, BlindState, GivenFile } from './schema.ts';
export {
  blindDossier,
  blindFile,
  cleanDossier,
  cleanEdition,
  cleanLater,
} from './service/index.ts';
export { sendBlindFile } from './web/index.ts';

/** What of a dossier somebody may see in a phase, and what stands in for its files. */
export const blinding: Module = {
  name: 'blinding',
  permissions: [blindingRead, blindingManage],
  permissionNames,
  rooms: [{ below: 'hoi-thi', path: 'an-danh', label: words.title, permission: blindingRead }],
  office: blindingOffice,
  api: blindingApi,
  on: cleanAfter,
  toDo,
  invariants,
  jobs: { handlers },
};
