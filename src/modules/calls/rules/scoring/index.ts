export { rubricOf, scoresAlike } from './alike.ts';
export { checkMarks, longestWords } from './check.ts';
export {
  bandName,
  commentName,
  gateName,
  markName,
  noteName,
  readMarks,
  sentMarks,
} from './read.ts';
export { partMax, rubricMax, type Score, scoreOf, sheetMax, topOf } from './score.ts';
export {
  decimalOf,
  type Hundredths,
  hundredths,
  type Mark,
  type Marks,
  pointsOf,
} from './types.ts';
export { leastOf, passes, reaches, totalOf, votesPoints } from './votes.ts';
