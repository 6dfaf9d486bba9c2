export * from './names.ts';
export * from './office.ts';
export * from './problems.ts';
