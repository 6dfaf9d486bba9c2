import type { Module } from '../../platform/module.ts';
import { keepAssignments } from '../assignments/index.ts';
import { addJudgeTasks } from '../councils/index.ts';
import { reviewApi } from './api/index.ts';
import { judgeTasks, toDo } from './jobs.ts';
import { reviewJudge, reviewManage, reviewRead } from './policy.ts';
import { invariants, signedAmong } from './queries/index.ts';
import { listening } from './service/index.ts';
import { officeWords, permissionNames } from './vi/index.ts';
import { reviewWeb } from './web/judge/index.ts';
import { reviewOffice } from './web/office/index.ts';

export { LeftOutSheets } from './pages/left-out.tsx';
export { reviewJudge, reviewManage, reviewRead } from './policy.ts';
export { commentsOf, reopeningsOf, sheetsOf, votesOf } from './queries/index.ts';
export type {
  DossierVotes,
  FrozenSheet,
  PhaseSheet,
  ProvenVersion,
  Reopening,
  ReviewComment,
  SheetState,
  SignedHow,
  SignedVersion,
} from './schema/index.ts';
export {
  frozenSheet,
  paperSheet,
  partySight,
  readSheet,
  recordVotes,
  reopenSheet,
  saveSheet,
  sayInCouncil,
  signSheet,
} from './service/index.ts';

addJudgeTasks(judgeTasks);
keepAssignments(signedAmong);

/** Score sheets: written by a judge's link, signed, opened again after a discussion. */
export const reviews: Module = {
  name: 'reviews',
  permissions: [reviewRead, reviewManage, reviewJudge],
  permissionNames,
  rooms: [{ below: 'hoi-thi', path: 'cham', label: officeWords.title, permission: reviewRead }],
  web: reviewWeb,
  office: reviewOffice,
  api: reviewApi,
  on: listening,
  toDo,
  invariants,
};
