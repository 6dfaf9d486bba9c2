export * from './kinds.ts';
export * from './records.ts';
