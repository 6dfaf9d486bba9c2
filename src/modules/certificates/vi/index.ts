export * from './check.ts';
export * from './design.ts';
export * from './letters.ts';
export * from './office.ts';
export * from './print.ts';
