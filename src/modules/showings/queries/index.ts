export * from './around.ts';
export * from './authors.ts';
export { invariants } from './invariants.ts';
export * from './lists.ts';
export * from './offers.ts';
export * from './places.ts';
export * from './search.ts';
export * from './shown.ts';
