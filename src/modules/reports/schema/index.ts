export * from './answers.ts';
export * from './form.ts';
export * from './inputs.ts';
export * from './kept.ts';
export * from './places.ts';
