export { assignmentByPid, assignmentsOf, type Hold, ownAssignment } from './assignments.ts';
export { benchOf, loadsElsewhere } from './bench.ts';
export { type DeskGroup, deskGroups } from './desk.ts';
export { assignmentsToFree, type CouncilChange } from './freed.ts';
export { invariants } from './invariants.ts';
export { type FullRun, latestRun, runList, runsOf } from './runs.ts';
export { isFirst, standingIn, validIn } from './standing.ts';
