export * from './details.ts';
export * from './facets.ts';
export * from './facts.ts';
export * from './find.ts';
export * from './invariants.ts';
export * from './list.ts';
export * from './place.ts';
export * from './timeline.ts';
