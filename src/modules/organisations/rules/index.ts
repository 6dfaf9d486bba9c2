export * from './facts.ts';
export * from './kinds.ts';
export * from './placing.ts';
export * from './seal.ts';
export * from './standing.ts';
