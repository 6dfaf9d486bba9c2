export * from './checks.ts';
export * from './compare.ts';
export * from './content.ts';
export * from './states.ts';
export * from './times.ts';
