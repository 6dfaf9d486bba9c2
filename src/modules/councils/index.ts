import type { Module } from '../../platform/module.ts';
import { councilApi } from './api/index.ts';
import { handlers, listening, toDo } from './jobs.ts';
import { councilManage, councilRead, judgeServe } from './policy.ts';
import { invariants } from './queries/index.ts';
import { permissionNames } from './vi/index.ts';
import { sectionWords } from './vi/office.ts';
import { judgeWeb } from './web/judge/index.ts';
import { councilOffice } from './web/office/index.ts';

export { councilManage, councilRead, judgeServe } from './policy.ts';
export {
  conflictFrees,
  conflictStands,
  conflictsAmong,
  councilByPid,
  councilsOf,
  judgeById,
  judgeByPid,
  judgeByToken,
  judgesOf,
  listConflicts,
  seatsOf,
  seatsOfJudges,
} from './queries/index.ts';
export { councilsFor, judgesThere } from './rules/index.ts';
export {
  type BlockingConflict,
  type ConflictKind,
  type Council,
  type Judge,
  type JudgeState,
  type OpenedCouncil,
  type OpenedJudge,
  type Seat,
  type SeatRole,
  seatRoles,
} from './schema/index.ts';
export {
  addConflict,
  answerInvitation,
  createCouncil,
  declareRelation,
  dismissConflict,
  endJudge,
  giveSeat,
  inviteJudge,
  proposeJudge,
  removeSeat,
  tellOffice,
  upholdConflict,
} from './service/index.ts';
export { addJudgeTasks, type JudgeTask, type JudgeTasks } from './service/tasks.ts';
export { councilIssues } from './vi/index.ts';
export { judgePage, judgePath, judgeRoom, tooOften } from './web/judge/shared.ts';

/** Who judges an edition, in which councils, and what stands between a judge and a dossier. */
export const councils: Module = {
  name: 'councils',
  permissions: [councilRead, councilManage, judgeServe],
  permissionNames,
  rooms: [
    { below: 'hoi-thi', path: 'hoi-dong', label: sectionWords.section, permission: councilRead },
  ],
  office: councilOffice,
  web: judgeWeb,
  api: councilApi,
  on: listening,
  toDo,
  invariants,
  jobs: { handlers },
};
