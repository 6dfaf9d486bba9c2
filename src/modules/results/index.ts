import type { Module } from '../../platform/module.ts';
import { resultRead, sectionWords } from '../ballots/index.ts';
import { addJudgeTasks } from '../councils/index.ts';
import { addCallLinks, addOwnLinks } from '../dossiers/index.ts';
import { resultApi } from './api/index.ts';
import { judgeTasks, toDo } from './jobs.ts';
import { resultApprove, resultJudges } from './policy.ts';
import { invariants } from './queries/index.ts';
import { listening } from './service/index.ts';
import { permissionNames } from './vi/index.ts';
import { headDoors } from './web/judge/index.tsx';
import { resultOffice } from './web/office/index.ts';
import { ownResultDoors, ownResultLink, resultLink, resultSite } from './web/site/index.tsx';

export { resultApprove, resultJudges } from './policy.ts';
export { allocationByPid, allocationOf, failDecisions, rankChanges } from './queries/index.ts';
export {
  type CountedSheet,
  type FailDecision,
  type Outcome,
  type OutcomeGroup,
  type OutcomeRow,
  type RankChange,
  reckon,
} from './rules/outcome/index.ts';
export type { AllocatedPrize, Allocation, AllocationState } from './schema/index.ts';
export {
  addDecisionKeeper,
  approveAllocation,
  changeRank,
  createAllocation,
  type DecisionKeeper,
  editAllocation,
  numberPaper,
  type OwnResult,
  outcomeInput,
  outcomeOf,
  ownResult,
  type PhaseOutcome,
  type PublicResult,
  prizeIssues,
  proposeAllocation,
  proposedPrizes,
  publicResult,
  publishAllocation,
  saveMinutes,
  signMinutes,
  takeBackAllocation,
} from './service/index.ts';
export { resultIssues } from './vi/index.ts';
export { addPrizePanel, type PrizePanel } from './web/office/panels.ts';

addJudgeTasks(judgeTasks);
addCallLinks(resultLink);
addOwnLinks(ownResultLink);

/** What the points come to: ranking, prizes, papers. */
export const results: Module = {
  name: 'results',
  permissions: [resultApprove, resultJudges],
  permissionNames,
  web: (app) => {
    ownResultDoors(app);
    headDoors(app);
  },
  site: resultSite,
  api: resultApi,
  rooms: [{ below: 'hoi-thi', path: 'ket-qua', label: sectionWords.title, permission: resultRead }],
  office: resultOffice,
  toDo,
  on: listening,
  invariants,
};
