export * from './cells.ts';
export * from './columns.ts';
export * from './dues.ts';
export * from './receipts.ts';
export * from './reference.ts';
export * from './statement.ts';
export * from './vietqr.ts';
