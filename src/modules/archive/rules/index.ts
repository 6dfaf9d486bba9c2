export { nextTurn } from './ages.ts';
export * from './content.ts';
export * from './figures.ts';
export * from './past/index.ts';
export * from './people.ts';
export * from './prizes.ts';
