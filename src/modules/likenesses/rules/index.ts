export * from './near.ts';
export * from './segments.ts';
export * from './text.ts';
