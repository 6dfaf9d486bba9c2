export * from './dues.ts';
export * from './invariants.ts';
export * from './matching.ts';
export * from './payments.ts';
export * from './periods.ts';
export * from './receipts.ts';
export * from './statements.ts';
