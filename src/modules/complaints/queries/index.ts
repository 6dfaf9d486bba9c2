export * from './find.ts';
export * from './invariants.ts';
export * from './list.ts';
export * from './rules.ts';
