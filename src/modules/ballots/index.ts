import type { Module } from '../../platform/module.ts';
import { addJudgeTasks } from '../councils/index.ts';
import { ballotApi } from './api/index.ts';
import { judgeTasks, toDo } from './jobs.ts';
import { ballotCast, resultManage, resultRead } from './policy.ts';
import { invariants } from './queries/index.ts';
import { permissionNames } from './vi/index.ts';
import { voteDoors } from './web/judge/index.tsx';
import { ballotOffice } from './web/office/index.ts';

export { ballotCast, resultManage, resultRead } from './policy.ts';
export { ballotByPid, ballotsOf, editionToJudge, papersOf } from './queries/index.ts';
export {
  type BallotKind,
  type BallotResult,
  type BallotRule,
  countPapers,
  decideBallot,
  type Paper,
  type Tally,
  totalsIssues,
} from './rules.ts';
export type { Ballot } from './schema.ts';
export {
  castBallot,
  closeBallot,
  createBallot,
  newPaperCode,
  openBallot,
} from './service/index.ts';
export { ballotIssues, ballotWords, seatNames, sectionWords } from './vi/index.ts';
/** The frame of the pages of an edition's results. */
export * as section from './web/office/section.tsx';

addJudgeTasks(judgeTasks);

/** Secret ballots of councils: on the members' own pages, or on paper. */
export const ballots: Module = {
  name: 'ballots',
  permissions: [resultRead, resultManage, ballotCast],
  permissionNames,
  web: voteDoors,
  office: ballotOffice,
  api: ballotApi,
  toDo,
  invariants,
};
