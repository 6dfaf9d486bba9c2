export * from './imports.ts';
export { invariants } from './invariants.ts';
export * from './known.ts';
export * from './staged.ts';
