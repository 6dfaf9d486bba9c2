export * from './film.ts';
export * from './kinds.ts';
export * from './order.ts';
export * from './range.ts';
export * from './sizes.ts';
export * from './types.ts';
export * from './words.ts';
