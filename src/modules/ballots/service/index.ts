export {
  attendBallot,
  cancelBallot,
  createBallot,
  dropBallot,
  openBallot,
} from './ballots.ts';
export { castBallot, closeBallot, countBallot, newPaperCode } from './casting.ts';
