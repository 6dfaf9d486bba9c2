export * from './asking.ts';
export { changedRound } from './columns.ts';
export * from './deleting.ts';
export * from './moving.ts';
export * from './opening.ts';
export * from './reminding.ts';
export * from './rounds.ts';
