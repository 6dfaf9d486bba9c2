export * from './design.ts';
export * from './ending.ts';
export * from './issuing.ts';
export * from './printing.ts';
