export * from './ballots.ts';
export { openBallots } from './desk.ts';
export { editionToJudge } from './editions.ts';
export { invariants } from './invariants.ts';
