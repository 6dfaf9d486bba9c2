export * from './affiliation-ends.ts';
export { affiliate } from './affiliations.ts';
export * from './create.ts';
export * from './facts.ts';
export * from './identity.ts';
export * from './life.ts';
export * from './purge.ts';
export { mayAt } from './shared.ts';
