export * from './check.ts';
export * from './dated.ts';
export * from './meaning.ts';
