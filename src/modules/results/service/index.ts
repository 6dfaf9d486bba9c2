export {
  createAllocation,
  editAllocation,
  proposeAllocation,
  returnAllocation,
} from './allocation.ts';
export { approveAllocation, publishAllocation } from './approving.ts';
export { listening } from './awards.ts';
export { outcomeInput } from './decision/inputs.ts';
export { outcomeOf, type PhaseOutcome } from './decision/outcome.ts';
export { emptyPrizesOf, prizeIssues, proposedPrizes } from './decision/prizes.ts';
export { headedPhases, membersOf } from './heads.ts';
export { addDecisionKeeper, type DecisionKeeper } from './keeping.ts';
export { saveMinutes, signMinutes } from './minutes.ts';
export { numberPaper } from './numbers.ts';
export { type OwnResult, ownResult, type PublicResult, publicResult } from './publishing.ts';
export { changeRank, decideFail } from './ranking.ts';
export { takeBackAllocation } from './taking-back.ts';
