export * from './candidates.ts';
export * from './certificates.ts';
export * from './checks.ts';
export * from './designs.ts';
export { invariants } from './invariants.ts';
export * from './printings.ts';
