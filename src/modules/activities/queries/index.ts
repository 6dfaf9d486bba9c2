export * from './invariants.ts';
export * from './kinds.ts';
export * from './list.ts';
export * from './public.ts';
export {
  activityNames,
  activityRows,
  findActivity,
  liveActivity,
  sameActivity,
} from './records.ts';
