export * from './invariants.ts';
export * from './list.ts';
export * from './source.ts';
