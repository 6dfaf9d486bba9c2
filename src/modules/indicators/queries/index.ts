export * from './compile.ts';
export * from './definitions.ts';
export * from './entries.ts';
export * from './figures.ts';
export * from './invariants.ts';
export * from './records.ts';
export * from './values.ts';
export * from './words.ts';
