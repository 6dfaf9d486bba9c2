export * from './allocation.ts';
export * from './desk.ts';
export * from './facts.ts';
export { invariants } from './invariants.ts';
export * from './papers.ts';
export * from './site.ts';
