export * from './inputs.ts';
export * from './types.ts';
