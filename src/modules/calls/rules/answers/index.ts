export * from './canonical.ts';
export { type About, checkAnswers } from './check.ts';
export { fileIssues } from './files.ts';
export { readAnswer, readAnswers, readDate } from './read.ts';
export * from './sent.ts';
export * from './text.ts';
export * from './types.ts';
