export * from './canonical.ts';
export { type About, checkAnswers } from './check.ts';
export { readAnswer, readAnswers } from './read.ts';
export * from './text.ts';
export * from './types.ts';
