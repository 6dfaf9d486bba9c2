export * from './clock.ts';
export * from './naming.ts';
export * from './states.ts';
export * from './topics.ts';
