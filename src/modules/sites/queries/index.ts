export * from './domains.ts';
export * from './home.ts';
export { invariants } from './invariants.ts';
export * from './items.ts';
export * from './pictures.ts';
export * from './redirects.ts';
export * from './site.ts';
