export * from './contradictions.ts';
export { readPastEdition } from './json.ts';
export { type PastCell, readPastTable } from './table.ts';
export * from './types.ts';
