export * from './invariants.ts';
export * from './kinds.ts';
export * from './list.ts';
export { activityRows, findActivity, liveActivity, sameActivity } from './records.ts';
