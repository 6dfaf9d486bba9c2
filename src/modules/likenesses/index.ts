import type { Module } from '../../platform/module.ts';
import { likenessApi } from './api/index.ts';
import { handlers, toDo } from './jobs.ts';
import { likenessDecide, likenessRead } from './policy.ts';
import { invariants } from './queries/index.ts';
import { compareAfter } from './service/index.ts';
import { permissionNames } from './vi.ts';
import { likenessOffice } from './web/index.ts';

export { likenessDecide, likenessRead } from './policy.ts';
export { findLikenesses, type LikeText, listFindings } from './queries/index.ts';
export type { Finding, FindingState, Side } from './schema.ts';
export {
  compareLater,
  decideLikeness,
  dropText,
  importText,
  keepText,
  lockLikenesses,
  type NewText,
} from './service/index.ts';
export { likenessIssues } from './vi.ts';

/** Earlier texts, and what among them is like a dossier. */
export const likenesses: Module = {
  name: 'likenesses',
  permissions: [likenessRead, likenessDecide],
  permissionNames,
  office: likenessOffice,
  api: likenessApi,
  on: compareAfter,
  toDo,
  invariants,
  jobs: { handlers },
};
