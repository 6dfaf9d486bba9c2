export * from './comments.ts';
export * from './feedback.ts';
export * from './invariants.ts';
export * from './letters.ts';
export * from './polls.ts';
export * from './queue.ts';
export * from './settings.ts';
