export { addAssignment, removeAssignment } from './by-hand.ts';
export { enterPhase } from './enter.ts';
export { freeAssignments, listening } from './freeing.ts';
export { type Given, givenFor, ownOf, phaseOf, settingsFor, wanting } from './given.ts';
export { type KeptAssignments, keepAssignments, keptOf } from './kept.ts';
export { recuse } from './recuse.ts';
export { type Planned, plan, runAssignment } from './run.ts';
export { whyNotFor } from './why-not.ts';
