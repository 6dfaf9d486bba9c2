export { addAssignment, removeAssignment } from './by-hand.ts';
export { enterPhase } from './enter.ts';
export { type Given, givenFor, phaseOf, settingsFor } from './given.ts';
export { type KeptAssignments, keepAssignments, keptOf } from './kept.ts';
export { recuse } from './recuse.ts';
export { type Planned, plan, runAssignment } from './run.ts';
export { whyNotFor } from './why-not.ts';
