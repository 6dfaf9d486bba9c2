export { knowsField, POINTS, pointsFor } from './points.ts';
export { problemOf, type RunInput, type RunOutput, rerun, SOLVER } from './rerun.ts';
export { type Shortage, violationsOf } from './shortage.ts';
export { type Answer, type Problem, type Settings, solve, taskOf } from './solve.ts';
export {
  type Chosen,
  FORBIDDEN,
  loadsOf,
  MOST_PAIRS,
  MOST_SCORE,
  type Pair,
  totalOf,
} from './task.ts';
export { type WhyNotAnswer, whyNot } from './why-not.ts';
