export * from './albums.ts';
export * from './find.ts';
export * from './invariants.ts';
export * from './list.ts';
export * from './public.ts';
