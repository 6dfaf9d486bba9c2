export * from './compile.ts';
export * from './definitions.ts';
export * from './figures.ts';
export * from './records.ts';
export * from './values.ts';
