export * from './cards.ts';
export * from './labels.ts';
export * from './printing.ts';
