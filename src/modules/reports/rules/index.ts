export * from './figures.ts';
export * from './parts.ts';
export * from './places.ts';
export * from './signing.ts';
export * from './submission.ts';
export * from './symbol.ts';
export * from './words.ts';
export * from './writing.ts';
