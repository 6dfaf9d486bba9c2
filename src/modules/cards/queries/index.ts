export * from './candidates.ts';
export * from './cards.ts';
export * from './designs.ts';
export * from './invariants.ts';
export * from './labels.ts';
export * from './printings.ts';
export * from './verdict.ts';
