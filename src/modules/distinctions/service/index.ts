export { knownOf, type Meaning, meaningOf } from './meaning.ts';
export * from './records.ts';
export * from './revoking.ts';
export { decisionOf, written, writtenOf } from './rows.ts';
