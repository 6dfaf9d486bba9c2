import type { Module } from '../../platform/module.ts';
import { addJudgeTasks } from '../councils/index.ts';
import { addCallLinks } from '../dossiers/index.ts';
import { resultApi } from './api/index.ts';
import { judgeTasks, toDo } from './jobs.ts';
import {
  ballotCast,
  resultApprove,
  resultJudges,
  resultManage,
  resultProof,
  resultRead,
} from './policy.ts';
import { invariants } from './queries/index.ts';
import { listening } from './service/index.ts';
import { permissionNames } from './vi/index.ts';
import { pageWords } from './vi/pages.ts';
import { voteDoors } from './web/judge/index.tsx';
import { resultOffice } from './web/office/index.ts';
import { ownResultDoors, resultLink, resultSite } from './web/site/index.tsx';

export {
  ballotCast,
  resultApprove,
  resultJudges,
  resultManage,
  resultProof,
  resultRead,
} from './policy.ts';
export {
  allocationByPid,
  allocationOf,
  ballotByPid,
  ballotsOf,
  bundleOf,
} from './queries/index.ts';
export type { Outcome, OutcomeGroup, OutcomeRow } from './rules/outcome/index.ts';
export type { AllocatedPrize, Allocation, AllocationState, Ballot } from './schema/index.ts';
export {
  approveAllocation,
  castBallot,
  changeRank,
  checkBundle,
  closeBallot,
  createAllocation,
  createBallot,
  type Difference,
  editAllocation,
  numberPaper,
  type OwnResult,
  openBallot,
  outcomeOf,
  ownResult,
  type PhaseOutcome,
  type PublicResult,
  proposeAllocation,
  publicResult,
  publishAllocation,
  saveMinutes,
  signMinutes,
  type Verdict,
} from './service/index.ts';
export { resultIssues, verifyWords } from './vi/index.ts';

addJudgeTasks(judgeTasks);
addCallLinks(resultLink);

/** What the points come to: ranking, ballots, prizes, papers, and the bundle from which anybody reckons it again. */
export const results: Module = {
  name: 'results',
  permissions: [resultRead, resultManage, resultApprove, resultProof, resultJudges, ballotCast],
  permissionNames,
  web: (app) => {
    voteDoors(app);
    ownResultDoors(app);
  },
  site: resultSite,
  api: resultApi,
  rooms: [{ below: 'hoi-thi', path: 'ket-qua', label: pageWords.title, permission: resultRead }],
  office: resultOffice,
  toDo,
  on: listening,
  invariants,
};
