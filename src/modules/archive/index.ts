import type { Module } from '../../platform/module.ts';
import { archiveApi } from './api/index.ts';
import { listening, morning, toDo } from './jobs.ts';
import { archiveKeep, archiveRead, transferAsk } from './policy.ts';
import { invariants } from './queries/index.ts';
import { permissionNames } from './vi/index.ts';
import { archiveOffice, archiveSite } from './web/index.ts';

export { archiveKeep, archiveRead, transferAsk } from './policy.ts';
export { findPastImport } from './queries/index.ts';
export type { ImportedEdition, PastProblem, ReadPast } from './schema.ts';
export {
  askTransfer,
  importEdition,
  publicList,
  readPastFile,
  readPastJson,
  refreshEntries,
  refreshEntry,
  tryImport,
  undoImport,
} from './service/index.ts';
export { archiveIssues } from './vi/index.ts';

/** Past editions, and the public archive of what was entered and won. */
export const archive: Module = {
  name: 'archive',
  permissions: [archiveRead, archiveKeep, transferAsk],
  permissionNames,
  office: archiveOffice,
  site: archiveSite,
  api: archiveApi,
  on: listening,
  toDo,
  invariants,
  jobs: {
    handlers: { 'archive.morning': morning },
    cron: [{ name: 'archive.morning', match: '1 17 * * *' }],
  },
};
