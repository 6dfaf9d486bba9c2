export * from './figures.ts';
export { unionFor } from './shared.ts';
export * from './table.ts';
