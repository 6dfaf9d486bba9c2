export * from './polls.ts';
export * from './settings.ts';
export * from './spam.ts';
export * from './states.ts';
export * from './text.ts';
