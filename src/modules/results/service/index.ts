export {
  createAllocation,
  editAllocation,
  proposeAllocation,
  returnAllocation,
} from './allocation.ts';
export { approveAllocation, listening, publishAllocation } from './approving.ts';
export {
  attendBallot,
  cancelBallot,
  createBallot,
  dropBallot,
  openBallot,
} from './ballots.ts';
export { checkBundle, type Verdict } from './bundle/check.ts';
export type { Difference } from './bundle/differences.ts';
export { bundleBytes, bundleSubject } from './bundle/keep.ts';
export { castBallot, closeBallot, countBallot, newPaperCode } from './casting.ts';
export { outcomeOf, type PhaseOutcome } from './decision/outcome.ts';
export { proposedPrizes } from './decision/prizes.ts';
export { saveMinutes, signMinutes } from './minutes.ts';
export { numberPaper } from './numbers.ts';
export { type OwnResult, ownResult, type PublicResult, publicResult } from './publishing.ts';
export { changeRank, decideFail, editionToJudge } from './ranking.ts';
