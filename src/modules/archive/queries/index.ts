export * from './entries.ts';
export * from './imports.ts';
export { invariants } from './invariants.ts';
export * from './public.ts';
export * from './requests.ts';
