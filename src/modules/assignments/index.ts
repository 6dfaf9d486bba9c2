import type { Module } from '../../platform/module.ts';
import { assignmentApi } from './api/index.ts';
import { toDo } from './jobs.ts';
import { assignmentManage, assignmentRead } from './policy.ts';
import { invariants } from './queries/index.ts';
import { listening } from './service/index.ts';
import { permissionNames, words } from './vi/index.ts';
import { assignmentOffice } from './web/index.ts';

export { assignmentManage, assignmentRead } from './policy.ts';
export {
  assignmentByPid,
  assignmentsOf,
  type Hold,
  runsOf,
  standingIn,
} from './queries/index.ts';
export { type RunInput, type RunOutput, rerun, SOLVER } from './rules/index.ts';
export type {
  AssignedDossier,
  Assignment,
  AssignmentFilter,
  AssignmentState,
  How,
  OpenedAssignment,
  Run,
  RunSettings,
  Standing,
} from './schema/index.ts';
export {
  addAssignment,
  enterPhase,
  freeAssignments,
  type KeptAssignments,
  keepAssignments,
  recuse,
  removeAssignment,
  runAssignment,
} from './service/index.ts';
export { type Folder, readFolder, type Solved, solveFolder } from './sheets/index.ts';
export {
  assignmentIssues,
  sayConflicts,
  sayFault,
  sayMoreFaults,
  sayShortage,
} from './vi/index.ts';

/** Who judges which dossier: assigned by an exact solver or by hand. */
export const assignments: Module = {
  name: 'assignments',
  permissions: [assignmentRead, assignmentManage],
  permissionNames,
  rooms: [{ below: 'hoi-thi', path: 'phan-cong', label: words.title, permission: assignmentRead }],
  office: assignmentOffice,
  api: assignmentApi,
  on: listening,
  toDo,
  invariants,
};
