export type { PastCell } from './columns.ts';
export * from './contradictions.ts';
export { readPastEdition } from './json.ts';
export { merged } from './merge.ts';
export { readPastSheet } from './sheet.ts';
export { readPastTable } from './table.ts';
export * from './types.ts';
