export * from './certificates.ts';
export * from './printing.ts';
