export * from './bulletins.ts';
export * from './invariants.ts';
export * from './subscribers.ts';
