export * from './comments.ts';
export * from './desk.ts';
export { invariants } from './invariants.ts';
export * from './signed.ts';
export * from './tasks.ts';
