export { mayDiscuss, sayInCouncil, taskToDiscuss } from './comments.ts';
export { fingerprint, frozenSheet, readSheet } from './freezing.ts';
export {
  chairedTask,
  discussing,
  officeTask,
  openedTask,
  ownTask,
  servingJudge,
  standingOf,
} from './opening.ts';
export { listening, outdateSheets } from './outdating.ts';
export { paperSheet, sheetFiles } from './paper.ts';
export { laggards, remindJudges } from './reminding.ts';
export { reopenAsChair, reopenSheet } from './reopening.ts';
export { judgeSight, partySight } from './sight.ts';
export { recordVotes } from './votes.ts';
export { refusals, type Signed, saveSheet, signSheet } from './writing.ts';
