import type { Module } from '../../platform/module.ts';
import { rosterApi } from './api/index.ts';
import { rosterCron, rosterHandlers, rosterRuns } from './jobs.ts';
import { rosterImport, rosterRead } from './policy.ts';
import { encryptedRows } from './service/encrypted.ts';
import { permissionNames } from './vi/engine.ts';
import { rosterOffice } from './web/index.ts';

export { rosterImport, rosterRead } from './policy.ts';
export { findImport } from './queries/imports.ts';
export type { MemberLine } from './queries/members.ts';
export { type Origin, provenanceOf } from './queries/provenance.ts';
export type { ImportCounts, RosterImport } from './schema.ts';
export {
  exportMembers,
  type Imported,
  importFile,
  type LocalFile,
  lookAtFile,
  takeBackImport,
  tryFile,
  unwatched,
  type Watch,
} from './service/index.ts';
export { importWords } from './service/words.ts';
export { errorFile } from './sheets/refused.ts';

export const rosters: Module = {
  name: 'rosters',
  permissions: [rosterRead, rosterImport],
  permissionNames,
  office: rosterOffice,
  api: rosterApi,
  streams: [/^\/vp\/[^/]+\/hoi-vien\/nhap$/, /^\/api\/v1\/roster-imports$/],
  encrypted: encryptedRows,
  jobs: { handlers: rosterHandlers, runs: rosterRuns, cron: rosterCron },
};
