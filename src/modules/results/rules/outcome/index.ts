export { above, holding } from './places.ts';
export { reckon } from './reckon.ts';
export * from './types.ts';
