export * from './definitions.ts';
export * from './values.ts';
