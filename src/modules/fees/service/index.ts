export * from './applying.ts';
export { followPerson, followRoster, type Listed, mostInline, refreshLists } from './listing.ts';
export * from './payments.ts';
export * from './periods.ts';
export { cancelReceipt, issueReceipt, issueReceipts } from './receipts.ts';
export * from './statements.ts';
